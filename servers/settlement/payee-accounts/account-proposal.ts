import { derivedId } from '../../../kit/journal/derived-id.ts';
import type { Fact } from '../../../kit/journal/write.ts';
import { OWN_PARTY } from '../context.ts';

/** What may be shown of an account that a shop asks to be paid to. */
export type Proposal = {
  proposal_id: string;
  payee: string;
  currency: string;
  kind: 'iban' | 'kr';
  bank_code: string | null;
  last4: string;
};

/** What became of a proposal, each once, as the fact of it. */
export function proposalFact(
  { proposal_id, payee, currency, kind, bank_code, last4 }: Proposal,
  what: 'received' | 'taken_over' | 'refused' | 'replaced',
  now: Date,
  { staff_id = null, ...why }: { staff_id?: string | null; reason?: string; account_id?: string } = {},
): Fact {
  return {
    party: OWN_PARTY,
    kind: `account_proposal_${what}`,
    fact_id: derivedId(`account_proposal_${what}`, proposal_id),
    at: now,
    subject_id: proposal_id,
    currency,
    staff_id,
    content: { proposal_id, payee, currency, kind, bank_code, last4, ...why },
  };
}
