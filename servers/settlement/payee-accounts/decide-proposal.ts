import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { isFromBeforeRestore } from '../../../kit/journal/epoch.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { readProposedAccount } from '../../../kit/sealed-account.ts';
import type { SettlementContext } from '../context.ts';
import type { PayeeAccount } from './account.ts';
import { type Proposal, proposalFact } from './account-proposal.ts';
import { enterAccount } from './enter-account.ts';

export const TAKE_OVER_PROPOSAL_REFUSALS = refusals(
  'account_proposal_not_found',
  'wrong_state', // it was decided or replaced before, or another account of this payee waits to be confirmed
  'from_before_restore', // what became of it since may be lost
  'bank_account_invalid', // as this version reads it
  'name_invalid',
);
export const REFUSE_PROPOSAL_REFUSALS = refusals('account_proposal_not_found', 'wrong_state');

type Waiting = Proposal & { state: string; account_sealed: Buffer | null; is_outdated: boolean };

/** Enters the account that a shop asked for, as whoever takes it over; a second person has to confirm it like any other. */
export async function takeOverProposal(
  context: Pick<SettlementContext, 'clock' | 'secrets' | 'random'>,
  tx: Tx,
  staff_id: string,
  proposalId: string,
): Promise<Result<PayeeAccount, RefusalOf<typeof TAKE_OVER_PROPOSAL_REFUSALS>>> {
  const found = await lockWaiting(tx, proposalId);
  if (!found.ok) return found;
  const { is_outdated, sealed, ...proposal } = found.value;
  if (is_outdated) return refuse('from_before_restore');
  const { account, holder } = readProposedAccount(context, proposalId, sealed);
  const { payee, currency } = proposal;
  const entered = await enterAccount(context, tx, staff_id, { payee, currency, account, holder });
  if (!entered.ok) return entered;
  const { account_id } = entered.value;
  const now = context.clock();
  await sql`
    update account_proposals set state = 'taken_over', decided_by = ${staff_id}, decided_at = ${now},
      account_id = ${account_id}, account_sealed = null
    where proposal_id = ${proposalId}`.execute(tx);
  await writeFact(tx, proposalFact(proposal, 'taken_over', now, { staff_id, account_id }));
  return entered;
}

/** Refuses what a shop asked for; the shop reads the reason. */
export async function refuseProposal(
  { clock }: Pick<SettlementContext, 'clock'>,
  tx: Tx,
  staff_id: string,
  { proposal_id, reason }: { proposal_id: string; reason: string },
): Promise<Result<{ proposal_id: string }, RefusalOf<typeof REFUSE_PROPOSAL_REFUSALS>>> {
  const found = await lockWaiting(tx, proposal_id);
  if (!found.ok) return found;
  const now = clock();
  await sql`
    update account_proposals set state = 'refused', decided_by = ${staff_id}, decided_at = ${now}, reason = ${reason},
      account_sealed = null
    where proposal_id = ${proposal_id}`.execute(tx);
  await writeFact(tx, proposalFact(found.value, 'refused', now, { staff_id, reason }));
  return done({ proposal_id });
}

async function lockWaiting(
  tx: Tx,
  proposalId: string,
): Promise<
  Result<Proposal & { sealed: Buffer; is_outdated: boolean }, 'account_proposal_not_found' | 'wrong_state'>
> {
  const found = await sql<Waiting>`
    select proposal_id, payee, currency, kind, bank_code, last4, state, account_sealed,
      ${isFromBeforeRestore(sql`received_at`)} as is_outdated
    from account_proposals where proposal_id = ${proposalId} for update`.execute(tx);
  const [row] = found.rows;
  if (row === undefined) return refuse('account_proposal_not_found');
  const { state, account_sealed, ...proposal } = row;
  return state === 'waiting' && account_sealed !== null
    ? done({ ...proposal, sealed: account_sealed })
    : refuse('wrong_state');
}
