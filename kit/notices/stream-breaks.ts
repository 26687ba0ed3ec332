import { type Sql, sql } from '../db/sql.ts';
import type { Tx } from '../db/transaction.ts';
import { storeEvidence } from '../signing/evidence.ts';
import type { Evidence } from '../signing/index.ts';

/**
 * What doesn't go on where a sender's stream was. `does_not_follow`: a batch names another one before it than is held.
 * `new_epoch`: its first batch after its database was restored. The others were refused: `number_reused` has other bytes than
 * are held under its number, and `epoch_passed` comes from a copy of the sender from before its last epoch.
 */
export const BREAK_REASONS = ['does_not_follow', 'number_reused', 'epoch_passed', 'new_epoch'] as const;

/** What a batch says of its place in its sender's stream, as far as it says it. */
export type NamedPlace = { first_position: bigint | null; previous_digest: Buffer | null };

/** Nothing is held that it could be compared with. */
const NOTHING = Buffer.alloc(0);
const DIGEST = /^[0-9a-f]{64}$/;

export function placeNamed({
  first_position: position,
  previous_digest: digest,
}: {
  first_position?: unknown;
  previous_digest?: unknown;
}): NamedPlace {
  return {
    first_position:
      typeof position === 'number' && Number.isSafeInteger(position) && position > 0
        ? BigInt(position)
        : null,
    previous_digest: typeof digest === 'string' && DIGEST.test(digest) ? Buffer.from(digest, 'hex') : null,
  };
}

/**
 * Records which of these batches, each with the one before it there, don't follow it: they name other bytes than those that
 * are held under the number before, or another position than the next. Part of a statement. `moved` has `first_no` and
 * `last_no`.
 */
export function insertBreaks(sender: string, moved: Sql, now: Date): Sql<{ batch_no: bigint }> {
  return sql<{ batch_no: bigint }>`
    insert into inbox_breaks (sender, batch_no, held_digest, named_digest, expected_position, named_position, found_at)
    select b.sender, b.batch_no, p.digest, b.previous_digest, p.first_position + p.notice_count, b.first_position, ${now}
    from ${moved} join inbox_batches b on b.sender = ${sender} and b.batch_no between first_no and last_no
      join inbox_batches p on p.sender = b.sender and p.batch_no = b.batch_no - 1
    where b.previous_digest <> p.digest or b.first_position <> p.first_position + p.notice_count
    on conflict do nothing returning batch_no`;
}

export type RefusedAsCopy = {
  sender: string;
  batch_no: bigint;
  reason: 'number_reused' | 'epoch_passed';
  digest: Buffer;
  /** Of what is held under its number. */
  held_digest: Buffer | null;
  evidence: Evidence;
};

/** Keeps a refused batch as it was signed, once, however often it is tried. The sender's position is locked meanwhile. */
export async function keepRefused(tx: Tx, refused: RefusedAsCopy, now: Date): Promise<void> {
  const { sender, batch_no, reason, digest, held_digest } = refused;
  const kept = await sql`
    select 1 from inbox_breaks
    where sender = ${sender} and batch_no = ${batch_no} and reason = ${reason} and refused_digest = ${digest}`.execute(
    tx,
  );
  if (kept.rows.length > 0) return;
  const evidenceId = await storeEvidence(tx, refused.evidence);
  await sql`
    insert into inbox_breaks (sender, batch_no, reason, held_digest, refused_digest, refused_evidence_id, found_at)
    values (${sender}, ${batch_no}, ${reason}, ${held_digest ?? NOTHING}, ${digest}, ${evidenceId}, ${now})`.execute(
    tx,
  );
}

/** Records with which batch a new epoch of its sender begins. */
export async function keepBeginning(tx: Tx, sender: string, batchNo: bigint, now: Date): Promise<void> {
  await sql`
    insert into inbox_breaks (sender, batch_no, reason, held_digest, found_at)
    values (${sender}, ${batchNo}, 'new_epoch', ${NOTHING}, ${now})`.execute(tx);
}
