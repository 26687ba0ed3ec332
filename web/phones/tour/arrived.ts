import { buyerEn } from '../../../kit/words/buyer/buyer.en.ts';
import { buyerJa } from '../../../kit/words/buyer/buyer.ja.ts';
import { buyerKo } from '../../../kit/words/buyer/buyer.ko.ts';
import { buyerZh } from '../../../kit/words/buyer/buyer.zh.ts';
import { recipientEn } from '../../../kit/words/recipient/recipient.en.ts';
import { recipientJa } from '../../../kit/words/recipient/recipient.ja.ts';
import { recipientKo } from '../../../kit/words/recipient/recipient.ko.ts';
import { recipientZh } from '../../../kit/words/recipient/recipient.zh.ts';
import type { Message } from '../api.ts';

const TEXTS = [
  { ...buyerKo, ...recipientKo },
  { ...buyerEn, ...recipientEn },
  { ...buyerJa, ...recipientJa },
  { ...buyerZh, ...recipientZh },
] as const;
export type TextKey = Extract<keyof typeof buyerEn | keyof typeof recipientEn, `${string}.sms`>;

/** Whether a message of this kind arrived after the given one, recognised by its template in any language. */
export function hasArrived(messages: readonly Message[], key: TextKey, after: string): boolean {
  const patterns = TEXTS.map((texts) => patternOf(texts[key]));
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
