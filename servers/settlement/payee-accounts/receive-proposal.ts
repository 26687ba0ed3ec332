import type {
  AccountProposal,
  PROPOSE_ACCOUNT_REFUSALS,
  ProposeAccount,
} from '../../../contracts/settlement-accounts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { keepProposedAccount, openProposedAccount } from '../../../kit/sealed-account.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { PeerCaller } from '../../../kit/signing/types.ts';
import { parseAccount } from '../../../kit/typed/bank-account.ts';
import { parseName } from '../../../kit/typed/name.ts';
import type { SettlementContext } from '../context.ts';
import { type Proposal, proposalFact } from './account-proposal.ts';

/**
 * Keeps an account that a shop asks to be paid to, for staff to look at. It moves no money and changes no account: whoever
 * got hold of a shop's key can have something shown here, and no more.
 */
export async function receiveProposal(
  context: Pick<SettlementContext, 'clock' | 'secrets' | 'random' | 'sealingKeys'>,
  tx: Tx,
  { party: payee, evidence }: Pick<PeerCaller, 'party' | 'evidence'>,
  { proposal_id, currency, sealed_account }: ProposeAccount,
): Promise<Result<AccountProposal, RefusalOf<typeof PROPOSE_ACCOUNT_REFUSALS>>> {
  const opened = await openProposedAccount(context.sealingKeys, proposal_id, sealed_account);
  if (!opened.ok) return opened;
  const account = parseAccount(opened.value.account);
  if (!account.ok) return account;
  const holder = parseName(opened.value.holder);
  if (!holder.ok) return holder;
  const now = context.clock();
  const proposal: Proposal = {
    ...{ proposal_id, payee, currency, kind: account.value.kind },
    bank_code: account.value.kind === 'kr' ? account.value.bank_code : null,
    last4: account.value.number.slice(-4),
  };
  const known = await sql`select 1 from account_proposals where proposal_id = ${proposal_id}`.execute(tx);
  if (known.rows.length > 0) return refuse('wrong_state');
  await replaceWaiting(tx, proposal, now);
  const { kind, bank_code, last4 } = proposal;
  const sealed = keepProposedAccount(context, proposal_id, opened.value);
  await sql`
    insert into account_proposals (proposal_id, payee, currency, kind, bank_code, last4, account_sealed, state, evidence_id,
      received_at)
    values (${proposal_id}, ${payee}, ${currency}, ${kind}, ${bank_code}, ${last4}, ${sealed}, 'waiting',
      ${await storeEvidence(tx, evidence)}, ${now})`.execute(tx);
  await writeFact(tx, proposalFact(proposal, 'received', now));
  return done({ proposal_id, state: 'waiting', received_at: now.toISOString() });
}

/** Of each currency only what the shop asked for last waits. */
async function replaceWaiting(tx: Tx, { payee, currency }: Proposal, now: Date): Promise<void> {
  const replaced = await sql<Proposal>`
    update account_proposals set state = 'replaced', decided_at = ${now}, account_sealed = null
    where payee = ${payee} and currency = ${currency} and state = 'waiting'
    returning proposal_id, payee, currency, kind, bank_code, last4`.execute(tx);
  for (const earlier of replaced.rows) await writeFact(tx, proposalFact(earlier, 'replaced', now));
}
