import { derivedId } from '../../../kit/journal/derived-id.ts';
import type { Fact } from '../../../kit/journal/write.ts';
import { OWN_PARTY } from '../context.ts';

/** What became of a payout, each once, as the fact of it. */
export function payoutFact(
  what: 'asked' | 'paid' | 'returned' | 'refused',
  payoutId: string,
  now: Date,
  content: Readonly<Record<string, unknown>>,
): Fact {
  const kind = `payout_${what}`;
  return {
    party: OWN_PARTY,
    kind,
    fact_id: derivedId(kind, payoutId),
    at: now,
    subject_id: payoutId,
    content: { payout_id: payoutId, ...content },
  };
}
