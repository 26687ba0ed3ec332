import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { SettlementContext } from '../context.ts';

/** Acquirers answer within seconds; what has waited for this long is worth a look. */
const UNANSWERED_MS = 10 * MINUTE_MS;

/** What an acquirer has not answered it is asked about again within this. */
const ASKED_WITHIN_MS = MINUTE_MS;

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
    failing: { works: Number(counted.works), dead: Number(counted.dead) },
  };
}
