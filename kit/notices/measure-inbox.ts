import { Gauge, type Registry } from 'prom-client';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';

/** The metrics to raise an alarm by: above 0 for long, staff have something to look at. */
export function measureInbox(registry: Registry, { db }: { db: Db }): void {
  new Gauge({
    name: 'unapplied_notices',
    help: 'Notices that were received and are not applied, by sender and reason.',
    labelNames: ['sender', 'reason'],
    registers: [registry],
    async collect() {
      const found = await sql<{ sender: string; reason: string; notices: bigint }>`
        select sender, reason, sum(lines) as notices from unapplied_notices u where applied_at is null
          and not exists (select from dismissed_notices d where d.unapplied_no = u.unapplied_no)
        group by sender, reason`.execute(db);
      this.reset();
      for (const { sender, reason, notices } of found.rows) this.set({ sender, reason }, Number(notices));
    },
  });
  new Gauge({
    name: 'notice_stream_breaks',
    help: 'Batches that do not go on where their sender was and that staff have not cleared up, by sender and reason.',
    labelNames: ['sender', 'reason'],
    registers: [registry],
    async collect() {
      const found = await sql<{ sender: string; reason: string; breaks: bigint }>`
        select sender, reason, count(*) as breaks from inbox_breaks b
        where not exists (select from dismissed_breaks s where s.break_no = b.break_no)
        group by sender, reason`.execute(db);
      this.reset();
      for (const { sender, reason, breaks } of found.rows) this.set({ sender, reason }, Number(breaks));
    },
  });
  new Gauge({
    name: 'notice_batches_waiting',
    help: 'Batches of notices that are stored and wait to be applied, by sender.',
    labelNames: ['sender'],
    registers: [registry],
    async collect() {
      const found = await sql<{ sender: string; batches: bigint }>`
        select s.sender, p.last_batch_no - s.applied_batch_no as batches
        from inbox_senders s join inbox_positions p using (sender)`.execute(db);
      this.reset();
      for (const { sender, batches } of found.rows) this.set({ sender }, Number(batches));
    },
  });
  new Gauge({
    name: 'notice_batches_missing',
    help: 'Whether a sender’s later batches are stored while one before them is missing, which holds up all of them.',
    labelNames: ['sender'],
    registers: [registry],
    async collect() {
      const found = await sql<{ sender: string; missing: boolean }>`
        select p.sender, exists (
          select 1 from inbox_batches b where b.sender = p.sender and b.batch_no > p.last_batch_no) as missing
        from inbox_positions p`.execute(db);
      this.reset();
      for (const { sender, missing } of found.rows) this.set({ sender }, missing ? 1 : 0);
    },
  });
}
