import type { Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { ageSeconds, type Sample, serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';

export const NOTICES_UNAPPLIED = serverGauge(
  'seonmul_notices_unapplied',
  'Notices that were received and are not applied, by sender and reason; those that are busy go by themselves.',
  ['sender', 'reason'],
);
export const NOTICES_UNAPPLIED_AGE = serverGauge(
  'seonmul_notices_unapplied_oldest_seconds',
  'For how long the oldest of these waits.',
  ['sender', 'reason'],
);
export const STREAM_BREAKS = serverGauge(
  'seonmul_notice_stream_breaks',
  'Batches that do not go on where their sender was and that staff have not cleared up, by sender and reason.',
  ['sender', 'reason'],
);
export const BATCHES_WAITING = serverGauge(
  'seonmul_notice_batches_waiting',
  'Batches of notices that are stored and wait to be applied, by sender.',
  ['sender'],
);
export const BATCHES_MISSING = serverGauge(
  'seonmul_notice_batches_missing',
  '1 while a sender’s later batches are stored and one before them is missing, which holds up all of them.',
  ['sender'],
);

/** What was received of others and is not applied. */
export function measureInbox(registry: Registry, context: { db: Db; clock: Clock }): void {
  measure(registry, context, [NOTICES_UNAPPLIED, NOTICES_UNAPPLIED_AGE], async (tx) => {
    const found = await sql<{ sender: string; reason: string; notices: bigint; since: Date }>`
      select sender, reason, sum(lines) as notices, min(first_seen_at) as since
      from unapplied_notices u where applied_at is null
        and not exists (select from dismissed_notices d where d.unapplied_no = u.unapplied_no)
      group by sender, reason`.execute(tx);
    const now = context.clock();
    return found.rows.flatMap(({ sender, reason, notices, since }): Sample[] => [
      [NOTICES_UNAPPLIED, notices, { sender, reason }],
      [NOTICES_UNAPPLIED_AGE, ageSeconds(since, now), { sender, reason }],
    ]);
  });
  measure(registry, context, [STREAM_BREAKS], async (tx) => {
    const found = await sql<{ sender: string; reason: string; breaks: bigint }>`
      select sender, reason, count(*) as breaks from inbox_breaks b
      where not exists (select from dismissed_breaks s where s.break_no = b.break_no)
      group by sender, reason`.execute(tx);
    return found.rows.map(({ sender, reason, breaks }) => [STREAM_BREAKS, breaks, { sender, reason }]);
  });
  measure(registry, context, [BATCHES_WAITING, BATCHES_MISSING], async (tx) => {
    const found = await sql<{ sender: string; batches: bigint; missing: boolean }>`
      select p.sender, p.last_batch_no - coalesce(s.applied_batch_no, p.last_batch_no) as batches, exists (
        select 1 from inbox_batches b where b.sender = p.sender and b.batch_no > p.last_batch_no) as missing
      from inbox_positions p left join inbox_senders s using (sender)`.execute(tx);
    return found.rows.flatMap(({ sender, batches, missing }): Sample[] => [
      [BATCHES_WAITING, batches, { sender }],
      [BATCHES_MISSING, missing ? 1 : 0, { sender }],
    ]);
  });
}
