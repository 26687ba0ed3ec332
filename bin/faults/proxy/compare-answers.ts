import { isKept } from '../record/keys.ts';
import type { Says } from '../record/says.ts';
import { type Answer, headerOf, isTaken, type Past } from './message.ts';

/** Answers that say nothing of what was asked: who asks, how often, whether there is time. */
const NOT_FINAL = new Set([401, 403, 408, 409, 425, 429]);
const isFinal = (answer: Answer) =>
  answer.status < 500 && !NOT_FINAL.has(answer.status) && !textOf(answer).includes('validation_failed');

/** The key has the answer to something else, so this refusal is kept under none: each time it is another trace's. */
const isOthers = (answer: Answer) =>
  answer.status === 422 && textOf(answer).includes('idempotency_key_reused');

/**
 * A signed message is taken once: sent again, it is refused as such, or for its age; unless no server could look at it
 * before. Of what has an Idempotency-Key and no signature, both answers are the same, byte for byte.
 */
export function compareAnswers(says: Says, past: Past, again: Answer, how: 'replayed' | 'threefold'): void {
  const { edge, message, answer: first } = past;
  const what = `${edge} ${message.method} ${message.url}`;
  if (headerOf(message, 'signature') !== undefined) {
    if (!isTaken(again)) return;
    if (past.isTaken)
      says.finds('replays', `${what}, ${how}, was answered with ${again.status} ${textOf(again)}`);
    past.isTaken = true;
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
