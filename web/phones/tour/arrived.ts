import { buyerEn } from '../../../kit/words/buyer/buyer.en.ts';
import { buyerKo } from '../../../kit/words/buyer/buyer.ko.ts';
import { recipientEn } from '../../../kit/words/recipient/recipient.en.ts';
import { recipientKo } from '../../../kit/words/recipient/recipient.ko.ts';
import type { Message } from '../api.ts';

const TEXTS = { en: { ...buyerEn, ...recipientEn }, ko: { ...buyerKo, ...recipientKo } };
export type TextKey = Extract<keyof typeof TEXTS.en, `${string}.sms`>;

/** Whether a message of this kind arrived after the given one, recognised by its template in either language. */
export function hasArrived(messages: readonly Message[], key: TextKey, after: string): boolean {
  const patterns = [patternOf(TEXTS.ko[key]), patternOf(TEXTS.en[key])];
  return messages.some(
    ({ direction, message_id, text }) =>
      direction === 'received' && message_id > after && patterns.some((pattern) => pattern.test(text)),
  );
}

/** Matches a template's text with anything in place of its placeholders. */
function patternOf(template: string): RegExp {
  const literals = template
    .split(/\{\{[^}]*\}\}/)
    .map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('[\\s\\S]*?')}`);
}
