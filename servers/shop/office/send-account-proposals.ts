import { ACCOUNT_PROPOSALS_PATH, PROPOSE_ACCOUNT_REFUSALS } from '../../../contracts/settlement-accounts.ts';
import { type IsDecisive, isCallKept, performCall, planCall } from '../../../kit/calls/calls.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue, type WithinJob } from '../../../kit/due/each-due.ts';
import { isSpared } from '../../../kit/due/silent-parties.ts';
import { readProposedAccount, sealProposedAccount } from '../../../kit/sealed-account.ts';
import { fetchSealingKey } from '../../../kit/sealing-keys.ts';
import type { Party } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { PROPOSED } from '../payments/ask-settlement.ts';
import { endOverdue } from './account-proposals.ts';

const isDecisive: IsDecisive = (_call, code) => PROPOSE_ACCOUNT_REFUSALS.some((known) => known === code);

/**
 * Sends settlement the accounts that two people have confirmed, each by one call that is repeated until it is answered; the
 * call's id is the proposal's. A job. Returns how many were answered.
 */
export async function sendAccountProposals(context: ShopContext): Promise<number> {
  await endOverdue(context.db, context.clock());
  const settlement = context.parties.find(({ role }) => role === 'settlement');
  if (settlement === undefined) return 0;
  const { party } = settlement;
  const asked = (now: Date) => sql`
    select s.party from (values (${party}::text)) s (party) where not ${isSpared(sql`s.party`, now)}`;
  const due = (now: Date) => sql`
    select a.proposal_id::text as subject_id, a.since as due_at
    from account_proposals a
    where a.state = 'confirmed' and p.party = ${party} and coalesce((
      select c.state in ('done', 'refused') or coalesce(c.next_attempt_at <= ${now}, false)
      from calls c where c.call_id = a.proposal_id), true)`;
  const find = (claim: Claim) => claimDue(claim, asked(claim.now), due(claim.now)).execute(context.db);
  return eachDue(context, 'account_proposals', find, (within, { subject_id }) =>
    sendProposal(within, settlement, subject_id),
  );
}

async function sendProposal(
  context: WithinJob<ShopContext>,
  settlement: Party,
  proposalId: string,
): Promise<boolean> {
  const { db, clock, log } = context;
  if (!(await isCallKept(db, proposalId)) && !(await planProposal(context, settlement, proposalId)))
    return false;
  const outcome = await performCall(context, proposalId, async () => {}, isDecisive);
  if (outcome.kind === 'unknown') return false;
  if (outcome.kind === 'refused')
    log.warn(
      { proposal_id: proposalId, code: outcome.code },
      'settlement’s server did not accept a bank account',
    );
  const state = outcome.kind === 'done' ? 'sent' : 'refused';
  const now = clock();
  await sql`
    update account_proposals set state = ${state}, since = ${now}, sent_at = ${now}, account_sealed = null
    where proposal_id = ${proposalId} and state = 'confirmed'`.execute(db);
  return true;
}

/** Seals the account for settlement, once: every attempt has the same bytes. False if settlement gives no key. */
async function planProposal(context: ShopContext, settlement: Party, proposalId: string): Promise<boolean> {
  const { db, clock } = context;
  const found = await sql<{ account_sealed: Buffer; currency: string }>`
    select account_sealed, currency from account_proposals
    where proposal_id = ${proposalId} and state = 'confirmed' and account_sealed is not null`.execute(db);
  const [proposal] = found.rows;
  if (proposal === undefined) return false;
  const key = await fetchSealingKey(context, settlement);
  if (key === undefined) return false;
  const proposed = readProposedAccount(context, proposalId, proposal.account_sealed);
  const sealed_account = await sealProposedAccount(key, proposalId, proposed);
  return inTransaction(db, async (tx) => {
    const locked = await sql`
      select 1 from account_proposals
      where proposal_id = ${proposalId} and state = 'confirmed' for update`.execute(tx);
    if (locked.rows.length === 0) return false;
    if (await isCallKept(tx, proposalId)) return true;
    const call = {
      ...{ party: settlement.party, method: 'POST' as const, path: ACCOUNT_PROPOSALS_PATH },
      ...{ purpose: PROPOSED, subject_id: proposalId, call_id: proposalId },
      body: { proposal_id: proposalId, currency: proposal.currency, sealed_account },
    };
    await planCall(tx, call, clock());
    return true;
  });
}
