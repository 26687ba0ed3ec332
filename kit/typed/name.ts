import { done, type Result, refuse } from '../result.ts';
import { overridesDirection, withoutInvisible } from './invisible.ts';
import { hasLink } from './links.ts';

/** The longest name, in code points: as many as the books keep. */
const NAME_LENGTH_MAX = 100;
/** The longest text that is looked at. */
export const NAME_TYPED_MAX = 1_000;

/** Controls including line ends, letters broken in transfer, and letters that mean something only to one program. */
const NEVER_IN_NAMES = /[\p{Cc}\u2028\u2029\ufffd\p{Cs}\p{Co}]/u;
/** More marks on one letter than any script has. */
const HEAPED_MARKS = /\p{M}{5}/u;
/** As many digits as a phone number has; phones link those, too. */
const PHONE_NUMBER = /(?:\p{Nd}[\s()[\].,:;/\\_~·•*+=|'"\p{Pd}]*){7}/u;

/**
 * Parses a person's name as people write it, in any script: NFC, one space between words, nothing invisible. A name is
 * put into other people's messages, so what isn't one is refused: line ends, links, phone numbers, letters in reversed
 * direction, and a text with nothing to see.
 */
export function parseName(raw: string): Result<string, 'name_invalid'> {
  if (raw.length > NAME_TYPED_MAX || overridesDirection(raw)) return refuse('name_invalid');
  const trimmed = withoutInvisible(raw.normalize('NFC')).trim();
  if (NEVER_IN_NAMES.test(trimmed.replaceAll('\t', ' '))) return refuse('name_invalid');
  const name = spacedInitials(trimmed.replace(/\s+/g, ' ').normalize('NFC'));
  const visible = /[\p{L}\p{N}\p{S}]/u.test(name);
  if (!visible || [...name].length > NAME_LENGTH_MAX) return refuse('name_invalid');
  if (HEAPED_MARKS.test(name) || PHONE_NUMBER.test(name.normalize('NFKC')) || hasLink(name))
    return refuse('name_invalid');
  return done(name);
}

/** `A.De Souza` and `Mr.Kim`, which a phone would link, as `A. De Souza` and `Mr. Kim`. */
function spacedInitials(name: string): string {
  return hasLink(name)
    ? name.replace(/(?<!\S)((?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof)\.)(?=\p{Lu}\p{Ll}+(?:\s|$))/gu, '$1 ')
    : name;
}
