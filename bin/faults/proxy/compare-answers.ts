import { isKept } from '../record/keys.ts';
import type { Says } from '../record/says.ts';
import { type Answer, headerOf, type Past } from './message.ts';

/** Answers that say nothing of what was asked: who asks, how often, whether there is time. */
const NOT_FINAL = new Set([401, 403, 408, 409, 425, 429]);
const isFinal = (answer: Answer) =>
  answer.status < 500 && !NOT_FINAL.has(answer.status) && !textOf(answer).includes('validation_failed');

/** The key has the answer to something else, so this refusal is kept under none: each time it is another trace's. */
const isOthers = (answer: Answer) =>
  answer.status === 422 && textOf(answer).includes('idempotency_key_reused');

/**
 * A signed message is taken once: sent again, it is refused as such, or for its age. Of what has an Idempotency-Key and no
 * signature, both answers are the same, byte for byte.
 */
export function compareAnswers(
  says: Says,
  { edge, message, answer: first }: Past,
  again: Answer,
  how: 'replayed' | 'threefold',
): void {
  const what = `${edge} ${message.method} ${message.url}`;
  if (headerOf(message, 'signature') !== undefined) {
    // Of three at the same time, another one than the first may be the one that is taken.
    const isTaken = ({ status }: Answer) => status < 500 && status !== 401;
    const isWrong = how === 'replayed' ? isTaken(again) : isTaken(again) && isTaken(first);
    if (isWrong) says.finds('replays', `${what}, ${how}, was answered with ${again.status} ${textOf(again)}`);
    return;
  }
  if (!isKept(headerOf(message, 'idempotency-key')) || !isFinal(first) || !isFinal(again)) return;
  if (isOthers(first) && isOthers(again)) return;
  if (first.status === again.status && first.body.equals(again.body)) return;
  says.finds(
    'answers',
    `${what}, ${how}: ${first.status} ${textOf(first)}, then ${again.status} ${textOf(again)}`,
  );
}

function textOf({ body }: Answer): string {
  return body.toString('utf8', 0, 300);
}
