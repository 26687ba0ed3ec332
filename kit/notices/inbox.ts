import { createHash } from 'node:crypto';
import { sql } from '../db/sql.ts';
import { type Db, inTransaction, type Tx } from '../db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../result.ts';
import { storeEvidence } from '../signing/evidence.ts';
import type { Evidence } from '../signing/index.ts';
import { insertBreaks, placeNamed } from './stream-breaks.ts';

/** A batch as received: a number and notices, whatever those are. */
export type IncomingBatch = {
  batch_no: number;
  notices: readonly unknown[];
  /** Named by senders that send several batches at once. */
  first_position?: unknown;
  /** The SHA-256 of the batch before, in hexadecimal digits. */
  previous_digest?: unknown;
};

type Acknowledgement = { acknowledged_batch_no: number; expected_batch_no?: string };

export type Received = {
  acknowledgement: Acknowledgement;
  /** Batches that turned out not to follow the one before them. */
  broken: readonly bigint[];
};

const DIGEST_SHOWN = 12;
/** How many stored batches one transaction moves on over. */
const BATCHES_AT_ONCE = 1_000;

export const RECEIVE_BATCH_REFUSALS = refusals(
  'batch_number_reused', // other bytes were accepted under its number, or the record of them is lost
  'notice_out_of_order', // a batch before it is missing; both refusals carry the expected number
);

/**
 * Stores a signed batch and acknowledges it; `applyNotices` applies it afterwards. The idempotency key is the batch's number
 * with the digest of its bytes. What its notices say is no reason to refuse it. Refusals are not stored, since the sender
 * can only send the same bytes again, and they are accepted as soon as possible. Nor is it one that a batch does not follow
 * what is held: that is recorded for staff, and each notice is checked against our own books anyway.
 */
export async function receiveBatch(
  db: Db,
  sender: string,
  batch: IncomingBatch,
  evidence: Evidence,
  now: Date,
): Promise<Result<Received, RefusalOf<typeof RECEIVE_BATCH_REFUSALS>>> {
  const stored = await inTransaction(db, (tx) => storeBatch(tx, sender, batch, evidence, now));
  if (!stored.ok) return stored;
  let moved = stored.value;
  const broken = [...moved.broken];
  // Each piece is a transaction. If this process dies, the batch has no acknowledgement, and comes again.
  while (moved.batches === BATCHES_AT_ONCE) {
    moved = await inTransaction(db, async (tx) => moveOn(tx, sender, await lockPosition(tx, sender), now));
    broken.push(...moved.broken);
  }
  return done({ acknowledgement: acknowledged(batch, moved.last_batch_no), broken });
}

async function storeBatch(
  tx: Tx,
  sender: string,
  batch: IncomingBatch,
  evidence: Evidence,
  now: Date,
): Promise<Result<Moved, RefusalOf<typeof RECEIVE_BATCH_REFUSALS>>> {
  const batchNo = BigInt(batch.batch_no);
  const digest = createHash('sha256').update(evidence.body).digest();
  const last = await lockPosition(tx, sender);
  const taken = await digestTaken(tx, sender, batchNo);
  if (taken?.equals(digest)) return done(await moveOn(tx, sender, last, now));
  const expected_batch_no = `${last + 1n}`;
  if (taken !== undefined || batchNo <= last) {
    const taken_digest = taken && shown(taken);
    return rollBack(
      refuse('batch_number_reused', { taken_digest, sent_digest: shown(digest), expected_batch_no }),
    );
  }
  if (batchNo > last + 1n && batch.first_position === undefined)
    return rollBack(refuse('notice_out_of_order', { expected_batch_no }));

  const evidenceId = await storeEvidence(tx, evidence);
  const { first_position, previous_digest } = placeNamed(batch);
  await sql`
    insert into inbox_batches (sender, batch_no, digest, evidence_id, received_at, notice_count, first_position,
      previous_digest)
    values (${sender}, ${batchNo}, ${digest}, ${evidenceId}, ${now}, ${batch.notices.length}, ${first_position},
      ${previous_digest})`.execute(tx);
  return done(await moveOn(tx, sender, last, now));
}

function acknowledged({ batch_no }: IncomingBatch, last: bigint): Acknowledgement {
  return {
    acknowledged_batch_no: batch_no,
    ...(BigInt(batch_no) > last ? { expected_batch_no: `${last + 1n}` } : {}),
  };
}

/** The last number before the first that is missing. The lock makes a sender's batches sequential. */
async function lockPosition(tx: Tx, sender: string): Promise<bigint> {
  const position = await sql<{ last_batch_no: bigint }>`
    select last_batch_no from inbox_positions where sender = ${sender} for update`.execute(tx);
  const [known] = position.rows;
  if (known !== undefined) return known.last_batch_no;
  await sql`
    insert into inbox_positions (sender, last_batch_no) values (${sender}, 0) on conflict do nothing`.execute(
    tx,
  );
  await sql`
    insert into inbox_senders (sender, applied_batch_no) values (${sender}, 0) on conflict do nothing`.execute(
    tx,
  );
  return lockPosition(tx, sender);
}

type Moved = {
  last_batch_no: bigint;
  /** How many batches it has moved over. */
  batches: number;
  broken: readonly bigint[];
};

/** Where the batch after `last` is there, goes on to the last of those stored without a gap, a piece at a time. */
async function moveOn(tx: Tx, sender: string, last: bigint, now: Date): Promise<Moved> {
  const moved = await sql<{ last_batch_no: bigint; broken: bigint[] }>`
    with stored as (
      select batch_no, batch_no - row_number() over (order by batch_no) as gap from inbox_batches
      where sender = ${sender} and batch_no > ${last}
        and exists (select from inbox_batches where sender = ${sender} and batch_no = ${last + 1n})
      order by batch_no limit ${BATCHES_AT_ONCE}),
    moved as (
      update inbox_positions set last_batch_no = next.last_no
      from (select max(batch_no) as last_no from stored where gap = ${last}) next
      where sender = ${sender} and next.last_no is not null
      returning ${last + 1n}::bigint as first_no, next.last_no),
    broken as (${insertBreaks(sender, sql`moved`, now)})
    select last_no as last_batch_no, coalesce((select array_agg(batch_no) from broken), '{}') as broken
    from moved`.execute(tx);
  const { last_batch_no, broken } = moved.rows[0] ?? { last_batch_no: last, broken: [] };
  return { last_batch_no, batches: Number(last_batch_no - last), broken };
}

async function digestTaken(tx: Tx, sender: string, batchNo: bigint): Promise<Buffer | undefined> {
  const taken = await sql<{ digest: Buffer }>`
    select digest from inbox_batches where sender = ${sender} and batch_no = ${batchNo}`.execute(tx);
  return taken.rows[0]?.digest;
}

function shown(digest: Buffer): string {
  return digest.toString('hex').slice(0, DIGEST_SHOWN);
}
