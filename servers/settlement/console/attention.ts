import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { SettlementContext } from '../context.ts';
import { COUNT_PROPOSALS } from '../payee-accounts/list-proposals.ts';
import { COUNT_WAITING } from '../payouts/payout.ts';

/** Acquirers answer within seconds; what has waited for this long is worth a look. */
const UNANSWERED_MS = 10 * MINUTE_MS;

/** What an acquirer has not answered it is asked about again within this. */
const ASKED_WITHIN_MS = MINUTE_MS;

/** A payout that a bank sent back is pointed out this long. */
const RETURNED_MS = 7 * DAY_MS;

type Row = {
  disputes: bigint;
  respond_by: Date | null;
  differences: bigint;
  requests: bigint;
  oldest_request: Date | null;
  payments: bigint;
  oldest_payment: Date | null;
  works: bigint;
  dead: bigint;
};

/** What staff have to look at, in numbers. */
export async function readAttention({ db, clock }: Pick<SettlementContext, 'db' | 'clock'>) {
  const now = clock();
  const before = addMs(now, -UNANSWERED_MS);
  const found = await sql<Row>`
    select d.disputes, d.respond_by, f.differences, r.requests, r.oldest_request, p.payments, p.oldest_payment, w.works, w.dead
    from
      (select count(*) as disputes, min(respond_by) as respond_by from disputes where state = 'open') d,
      (select count(*) as differences from differences where state = 'open') f,
      (select count(*) as requests, min(created_at) as oldest_request from acquirer_requests
        where state = 'open' and created_at < ${before}) r,
      (select count(*) as payments, min(created_at) as oldest_payment from payments
        where status = 'processing' and answer_due_at <= ${addMs(now, ASKED_WITHIN_MS)} and created_at < ${before}) p,
      (select count(*) as works, count(dead_at) as dead from failing_work) w`.execute(db);
  const [counted] = found.rows;
  if (counted === undefined) throw new Error('Counting gave no row.');
  const oldest = [counted.oldest_request, counted.oldest_payment]
    .filter((at) => at !== null)
    .sort((a, b) => a.getTime() - b.getTime())[0];
  return {
    at: now.toISOString(),
    disputes: {
      open: Number(counted.disputes),
      respond_by: counted.respond_by?.toISOString() ?? null,
    },
    differences: { open: Number(counted.differences) },
    unanswered: {
      requests: Number(counted.requests),
      payments: Number(counted.payments),
      since: oldest?.toISOString() ?? null,
    },
    payouts: await countPayouts(db, now),
    failing: { works: Number(counted.works), dead: Number(counted.dead) },
  };
}

/** Payouts that wait for staff, accounts that shops ask for, and those that a bank sent back lately. */
async function countPayouts(executor: Executor, now: Date) {
  const found = await sql<{
    approvals: bigint;
    accounts: bigint;
    proposals: bigint;
    to_take: bigint;
    returned: bigint;
  }>`
    select w.approvals, w.accounts, s.proposals,
      (select coalesce(sum(p.payouts), 0)::bigint from bank_files f cross join lateral (
        -- Offset 0: each file's own payouts are read, by the index, and not all payouts there are.
        select count(*) as payouts from payouts where batch_id = f.file_id offset 0) p
        where f.direction = 'to_bank' and f.taken_at is null) as to_take,
      (select count(*) from payouts
        where returned_at > ${addMs(now, -RETURNED_MS)} and returned_by in ('bank', 'payee_bank')) as returned
    from (${COUNT_WAITING}) w, (${COUNT_PROPOSALS}) s`.execute(executor);
  const [counted] = found.rows;
  if (counted === undefined) throw new Error('Counting gave no row.');
  const { approvals, accounts, proposals, to_take, returned } = counted;
  return {
    approvals: Number(approvals),
    accounts: Number(accounts),
    proposals: Number(proposals),
    to_take: Number(to_take),
    returned: Number(returned),
  };
}
