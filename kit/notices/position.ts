import { SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { holdLease, type Lease, LostLease, takeLease } from '../lease.ts';

/** How far a sender's batches have been applied: `lines` of the batch after `batch_no`. */
export type Position = { batch_no: bigint; lines: number };

/** The right to apply a sender's batches. */
export type SenderLease = Lease & { readonly sender: string };

const LEASE_MS = 2 * SECOND_MS;

/** Takes or keeps the lease for a sender; undefined while another process holds it. */
export async function takeSender(
  executor: Executor,
  sender: string,
  holder: string,
  now: Date,
): Promise<SenderLease | undefined> {
  const lease = await takeLease(executor, { name: `notices_of ${sender}`, holder }, now, LEASE_MS);
  return lease && { ...lease, sender };
}

export async function readPosition(executor: Executor, { sender }: SenderLease): Promise<Position> {
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
  tx: Tx,
  lease: SenderLease,
  from: Position,
  to: Position,
  now: Date,
): Promise<void> {
  await holdLease(tx, lease, now, LEASE_MS);
  const moved = await sql`
    update inbox_senders set applied_batch_no = ${to.batch_no}, applied_lines = ${to.lines}
    where sender = ${lease.sender} and applied_batch_no = ${from.batch_no} and applied_lines = ${from.lines}
    returning sender`.execute(tx);
  // By a process of the version before, which has leases of its own.
  if (moved.rows.length === 0) throw new LostLease(`Another process applies what ${lease.sender} tells.`);
}

/** Keeps everybody else from applying anything of this sender until the commit. */
export async function lockSender(tx: Tx, sender: string): Promise<void> {
  await sql`select 1 from inbox_senders where sender = ${sender} for update`.execute(tx);
}
