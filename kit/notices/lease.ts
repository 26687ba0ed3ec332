import { addMs, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

/** How far a sender's batches have been applied: `lines` of the batch after `batch_no`. */
export type Position = { batch_no: bigint; lines: number };

/** The right to apply a sender's batches. `number` rises with each holder, and is checked with each write. */
export type Lease = { sender: string; number: bigint; holder: string };

/** Another process has taken over: nothing more may be written under this lease. */
export class LostLease extends Error {}

const LEASE_MS = 2 * SECOND_MS;

/** Takes or keeps the lease for a sender; undefined while another process holds it. */
export async function takeLease(
  executor: Executor,
  sender: string,
  holder: string,
  now: Date,
): Promise<Lease | undefined> {
  const taken = await sql<{ lease: bigint }>`
    update inbox_senders
    set lease = lease + case when leased_by = ${holder} then 0 else 1 end, leased_by = ${holder},
      leased_until = ${addMs(now, LEASE_MS)}
    where sender = ${sender} and (leased_by = ${holder} or coalesce(leased_until, '-infinity') <= ${now})
    returning lease`.execute(executor);
  const [row] = taken.rows;
  return row && { sender, number: row.lease, holder };
}

export async function readPosition(executor: Executor, { sender }: Lease): Promise<Position> {
  const found = await sql<Position>`
    select applied_batch_no as batch_no, applied_lines as lines from inbox_senders where sender = ${sender}`.execute(
    executor,
  );
  return found.rows[0] ?? { batch_no: 0n, lines: 0 };
}

/**
 * Moves on, in the transaction that applies what lies between, and renews the lease. Locks the sender's row until the commit,
 * so nobody else applies anything of theirs meanwhile.
 */
export async function moveTo(
  tx: Executor,
  { sender, number }: Lease,
  from: Position,
  to: Position,
  now: Date,
): Promise<void> {
  const moved = await sql`
    update inbox_senders set applied_batch_no = ${to.batch_no}, applied_lines = ${to.lines},
      leased_until = ${addMs(now, LEASE_MS)}
    where sender = ${sender} and lease = ${number} and applied_batch_no = ${from.batch_no}
      and applied_lines = ${from.lines}
    returning sender`.execute(tx);
  if (moved.rows.length === 0) throw new LostLease(`Another process applies what ${sender} tells.`);
}

/** Lets another process take over at once. */
export async function endLeases(executor: Executor, holder: string): Promise<void> {
  await sql`
    update inbox_senders set leased_by = null, leased_until = null where leased_by = ${holder}`.execute(
    executor,
  );
}

/** Keeps everybody else from applying anything of this sender until the commit. */
export async function lockSender(tx: Executor, sender: string): Promise<void> {
  await sql`select 1 from inbox_senders where sender = ${sender} for update`.execute(tx);
}
