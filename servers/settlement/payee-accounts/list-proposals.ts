import {
  ACCOUNT_PROPOSALS_MAX,
  type AccountProposal,
  type AccountState,
  type ProposalState,
} from '../../../contracts/settlement-accounts.ts';
import { type Sql, sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { isFromBeforeRestore } from '../../../kit/journal/epoch.ts';
import { readProposedAccount } from '../../../kit/sealed-account.ts';
import type { Sealer } from '../../../kit/sealed-text.ts';
import type { Proposal } from './account-proposal.ts';

type Row = {
  proposal_id: string;
  state: ProposalState;
  received_at: Date;
  decided_at: Date | null;
  reason: string | null;
  account_id: string | null;
  account_state: AccountState | null;
  account_decided_at: Date | null;
  account_ended_at: Date | null;
};

/** One that waited while the database was restored shows so: it waits for nobody any more. */
const STATE = sql`
  case when p.state = 'waiting' and ${isFromBeforeRestore(sql`p.received_at`)} then 'outdated' else p.state end`;

/** What became of all that a shop asked for last, as the shop is told. */
export async function proposalsOfShop(executor: Executor, payee: string): Promise<AccountProposal[]> {
  const found = await sql<Row>`
    select p.proposal_id, ${STATE} as state, p.received_at, p.decided_at, coalesce(p.reason, a.reason) as reason,
      a.account_id, a.state as account_state, a.decided_at as account_decided_at, a.ended_at as account_ended_at
    from account_proposals p left join payee_accounts a using (account_id)
    where p.payee = ${payee} order by p.received_at desc limit ${ACCOUNT_PROPOSALS_MAX}`.execute(executor);
  return found.rows.map(({ account_id, account_state, ...row }) => ({
    proposal_id: row.proposal_id,
    state: row.state,
    received_at: row.received_at.toISOString(),
    ...(row.decided_at === null ? {} : { decided_at: row.decided_at.toISOString() }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(account_id === null || account_state === null
      ? {}
      : {
          account: {
            account_id,
            state: account_state,
            ...(row.account_decided_at === null ? {} : { decided_at: row.account_decided_at.toISOString() }),
            ...(row.account_ended_at === null ? {} : { ended_at: row.account_ended_at.toISOString() }),
          },
        }),
  }));
}

/** Proposals that staff have to decide about, the oldest first, with the account that is paid to now. */
export async function waitingProposals(executor: Executor, sealer: Pick<Sealer, 'secrets'>) {
  const found = await sql<
    Proposal & {
      state: ProposalState;
      account_sealed: Buffer;
      received_at: Date;
      now_bank_code: string | null;
      now_last4: string | null;
    }
  >`
    select p.proposal_id, p.payee, p.currency, p.kind, p.bank_code, p.last4, ${STATE} as state, p.account_sealed,
      p.received_at, a.bank_code as now_bank_code, a.last4 as now_last4
    from account_proposals p
    left join payee_accounts a on a.payee = p.payee and a.currency = p.currency and a.state = 'confirmed'
    where p.state = 'waiting' and p.account_sealed is not null order by p.received_at limit ${ACCOUNT_PROPOSALS_MAX}`.execute(
    executor,
  );
  return found.rows.map(({ account_sealed, received_at, now_bank_code, now_last4, ...proposal }) => ({
    ...proposal,
    holder: readProposedAccount(sealer, proposal.proposal_id, account_sealed).holder,
    received_at: received_at.toISOString(),
    paid_to: now_last4 === null ? null : { bank_code: now_bank_code, last4: now_last4 },
  }));
}

/** How many of them there are. */
export const COUNT_PROPOSALS: Sql<{ proposals: bigint }> = sql`
  select count(*) as proposals from account_proposals where state = 'waiting'`;
