import type { PayoutState, PayoutWait } from '../../../contracts/settlement-payouts.ts';
import type { Statement } from '../../../contracts/settlement-statements.ts';
import { koreanDay } from '../../../kit/clock.ts';
import { type Sql, sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Banks } from '../banks/banks.ts';
import { APPROVAL_COUNTS, HAS_ACCOUNT, IS_APPROVED, type PayoutRow, payoutAnswer, waitOf } from './payout.ts';

/** What staff can settle themselves; which banks there are is a setting. */
export const STAFF_WAITS = ['approval', 'account'] as const satisfies readonly PayoutWait[];
type StaffWait = (typeof STAFF_WAITS)[number];

export type PayoutFilter = {
  payee?: string;
  state?: PayoutState;
  waits_for?: StaffWait;
  day?: string;
  before?: string;
  limit: number;
};

type Listed = PayoutRow & {
  has_account: boolean;
  is_approved: boolean;
  last4: string | null;
  approved_by: string[];
};
type StatementPayout = NonNullable<Statement['payouts']>[number];

/** Payouts to shops, newest first; with `before`, only those asked for before that payout. */
export async function listPayouts(
  executor: Executor,
  banks: Banks,
  { payee, state, waits_for, day, before, limit }: PayoutFilter,
) {
  const conditions = [sql`true`];
  if (payee !== undefined) conditions.push(sql`p.payee = ${payee}`);
  if (state !== undefined) conditions.push(sql`p.state = ${state}`);
  if (waits_for !== undefined) {
    const waits =
      waits_for === 'approval' ? sql`not ${IS_APPROVED}` : sql`${IS_APPROVED} and not ${HAS_ACCOUNT}`;
    conditions.push(sql`p.state = 'planned' and p.batch_id is null and ${waits}`);
  }
  if (before !== undefined) {
    // Management chooses the ids, so they do not sort by time.
    conditions.push(
      sql`(p.requested_at, p.payout_id) < (select requested_at, payout_id from payouts where payout_id = ${before})`,
    );
  }
  if (day !== undefined) {
    const { from, until } = koreanDay(day);
    conditions.push(sql`p.requested_at >= ${from} and p.requested_at < ${until}`);
  }
  const rows = await read(executor, sql.join(conditions, sql` and `), limit);
  return rows.map((payout) => {
    const { payer_party, approvals_needed, approved_by, bank, last4, returned_by, return_reason } = payout;
    return {
      ...toStatement(payout, banks),
      ...{ payer_party, approvals_needed, approved_by, bank, account_last4: last4, returned_by },
      ...(return_reason === null ? {} : { return_reason }),
    };
  });
}

const STATEMENT_MAX = 1_000;

/** A payee's payouts that were asked for in a period, or are on their way. */
export async function payoutsOf(
  executor: Executor,
  banks: Banks,
  { payee, from, until }: { payee: string; from: string; until: string },
): Promise<StatementPayout[]> {
  const inPeriod = sql`p.payee = ${payee} and p.requested_at >= ${from} and p.requested_at < ${until}`;
  const onTheWay = sql`p.payee = ${payee} and p.state in ('planned', 'sent') and p.requested_at < ${from}`;
  const [found, waiting] = [
    await read(executor, inPeriod, STATEMENT_MAX),
    await read(executor, onTheWay, STATEMENT_MAX),
  ];
  return [...found, ...waiting].map((payout) => toStatement(payout, banks));
}

async function read(executor: Executor, where: Sql, limit: number): Promise<Listed[]> {
  const found = await sql<Listed>`
    select p.payout_id, p.payer_party, p.payee, p.gross_minor, p.commission_minor, p.net_minor, p.currency, p.state,
      p.requested_at, p.approvals_needed, p.net_hold_id, p.commission_hold_id, p.batch_id, p.account_id, p.bank, p.sent_at,
      p.paid_at, p.returned_at, p.returned_by, p.return_reason, c.last4, ${HAS_ACCOUNT} as has_account,
      ${IS_APPROVED} as is_approved,
      array(select s.login from payout_approvals a join staff s using (staff_id)
        where a.payout_id = p.payout_id and ${APPROVAL_COUNTS} order by a.at) as approved_by
    from payouts p left join payee_accounts c on c.account_id = p.account_id
    where ${where} order by p.requested_at desc, p.payout_id desc limit ${limit}`.execute(executor);
  return found.rows;
}

function toStatement(payout: Listed, banks: Banks): StatementPayout {
  const has_bank = banks.choose(payout.payee, payout.currency) !== undefined;
  const waits_for = waitOf({ ...payout, has_bank });
  return {
    ...payoutAnswer(payout),
    requested_at: payout.requested_at.toISOString(),
    ...(payout.sent_at === null ? {} : { sent_at: payout.sent_at.toISOString() }),
    ...(waits_for === undefined ? {} : { waits_for }),
  };
}
