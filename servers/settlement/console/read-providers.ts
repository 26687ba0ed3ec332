import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type ProviderFacts, providerHealth } from '../../../kit/staff/provider-health.ts';
import type { SettlementContext } from '../context.ts';

/** So many of the newest payments are looked at: a page of health must not read whole tables. */
const NEWEST = 2_000;
/** An acquirer answers within seconds; what it left open for longer went wrong. */
const UNANSWERED_MS = MINUTE_MS;

/** How acquirers and banks are doing, from what the tables say. */
export async function readProviders(
  context: Pick<SettlementContext, 'db' | 'clock' | 'acquirers' | 'banks'>,
) {
  const facts = [...(await readAcquirers(context)), ...(await readBanks(context))];
  return facts.map((each) => providerHealth(each, undefined));
}

/** A payment that was decided is an answer, whatever it says; one that is still being processed after a minute is none. */
async function readAcquirers({
  db,
  clock,
  acquirers,
}: Pick<SettlementContext, 'db' | 'clock' | 'acquirers'>): Promise<ProviderFacts[]> {
  const late = addMs(clock(), -UNANSWERED_MS);
  const [paid, asked] = await Promise.all([
    sql<{
      acquirer: string;
      last_success_at: Date | null;
      last_failure_at: Date | null;
      succeeded: bigint;
      failed: bigint;
    }>`
      select acquirer, max(created_at) filter (where status <> 'processing') as last_success_at,
        max(created_at) filter (where status = 'processing' and created_at < ${late}) as last_failure_at,
        count(*) filter (where status <> 'processing') as succeeded,
        count(*) filter (where status = 'processing' and created_at < ${late}) as failed
      from (select acquirer, status, created_at from payments order by payment_id desc limit ${NEWEST}) p
      group by acquirer`.execute(db),
    sql<{ acquirer: string; requests: bigint; since: Date }>`
      select acquirer, count(*) as requests, min(created_at) as since from acquirer_requests
      where state = 'open' group by acquirer`.execute(db),
  ]);
  return acquirers.all().map(({ name }) => {
    const of = paid.rows.find(({ acquirer }) => acquirer === name);
    const open = asked.rows.find(({ acquirer }) => acquirer === name);
    const isLate = open !== undefined && open.since < late;
    return {
      ...{ kind: 'acquirer', name, last_success_at: of?.last_success_at ?? null },
      last_failure_at: isLate ? open.since : (of?.last_failure_at ?? null),
      ...{ succeeded: of?.succeeded ?? 0n, failed: of?.failed ?? 0n },
      ...{ waiting: open?.requests ?? 0n, oldest_waiting_at: open?.since ?? null },
    };
  });
}

/** Banks: when each last told us something in a file, and payouts that are on their way through it. */
async function readBanks({ db, banks }: Pick<SettlementContext, 'db' | 'banks'>): Promise<ProviderFacts[]> {
  const [heard, waiting] = await Promise.all([
    sql<{ bank: string; at: Date }>`
      select bank, max(created_at) as at
      from (
        select bank, created_at from bank_files where direction = 'from_bank'
        order by file_id desc limit ${NEWEST}) f
      group by bank`.execute(db),
    sql<{ bank: string | null; payouts: bigint; since: Date }>`
      select bank, count(*) as payouts, min(requested_at) as since from payouts
      where state in ('planned', 'sent') group by bank`.execute(db),
  ]);
  return banks.names.map((name) => {
    const of = waiting.rows.find(({ bank }) => bank === name);
    return {
      ...{ kind: 'bank', name, last_success_at: heard.rows.find(({ bank }) => bank === name)?.at ?? null },
      ...{ waiting: of?.payouts ?? 0n, oldest_waiting_at: of?.since ?? null },
    };
  });
}
