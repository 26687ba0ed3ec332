import { done, type Result, refuse } from '../result.ts';
import { overridesDirection, withoutInvisible } from './invisible.ts';
import { hasLink } from './links.ts';

/** The longest words of one person to another, in code points. */
export const MESSAGE_LENGTH_MAX = 200;
/** The longest text that is looked at. */
export const MESSAGE_TYPED_MAX = 2_000;

const LINE_END = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
const AT_LINE_ENDS = /[^\S\n]+(?=\n)/g;
const EMPTY_LINES = /\n{3,}/g;
const NEVER_IN_MESSAGES = /[\p{Cs}\p{Co}\ufffd]|(?!\n)\p{Cc}/u;

/**
 * Parses what one person writes to another, such as the words with a gift or with a refusal: NFC, nothing invisible, at
 * most one empty line in a row, and no links, since it arrives under the operator's name. Blank text is the empty message.
 */
export function parseMessage(raw: string): Result<string, 'message_invalid' | 'message_has_link'> {
  if (raw.length > MESSAGE_TYPED_MAX || overridesDirection(raw)) return refuse('message_invalid');
  const message = withoutInvisible(raw.normalize('NFC'))
    .replace(LINE_END, '\n')
    .replaceAll('\t', ' ')
    .replace(AT_LINE_ENDS, '')
    .replace(EMPTY_LINES, '\n\n')
    .trim()
    .normalize('NFC');
  if (NEVER_IN_MESSAGES.test(message) || [...message].length > MESSAGE_LENGTH_MAX)
    return refuse('message_invalid', { max: MESSAGE_LENGTH_MAX });
  return hasLink(message) ? refuse('message_has_link') : done(message);
}
