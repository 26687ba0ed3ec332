import { createHash } from 'node:crypto';
import { sql } from '../db/sql.ts';
import { type Db, inTransaction, type Tx } from '../db/transaction.ts';
import { type Epoch, OWN_EPOCH } from '../journal/epoch.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../result.ts';
import { storeEvidence } from '../signing/evidence.ts';
import type { Evidence } from '../signing/index.ts';
import { keepEpoch, standingOf } from './sender-epochs.ts';
import { insertBreaks, keepBeginning, keepRefused, placeNamed } from './stream-breaks.ts';

/** A batch as received: a number and notices, whatever those are. */
export type IncomingBatch = {
  batch_no: number;
  notices: readonly unknown[];
  /** Named by senders that send several batches at once. */
  first_position?: unknown;
  /** The SHA-256 of the batch before, in hexadecimal digits. */
  previous_digest?: unknown;
};

type Acknowledgement = {
  acknowledged_batch_no: number;
  expected_batch_no?: string;
  /** Of this database, for a sender that names its own: an older one wouldn't take it for an acknowledgement. */
  epoch_no?: number;
  epoch_id?: string;
};

export type Received = {
  acknowledgement: Acknowledgement;
  /** Batches that turned out not to follow the one before them, or with which a new epoch of their sender begins. */
  broken: readonly bigint[];
};

/** How a batch was told. An older sender names no epoch. */
export type Told = { epoch: Epoch | undefined; evidence: Evidence };

const DIGEST_SHOWN = 12;
/** How many stored batches one transaction moves on over. */
const BATCHES_AT_ONCE = 1_000;

export const RECEIVE_BATCH_REFUSALS = refusals(
  'epoch_passed', // the sender has told in a later epoch: this is a copy from before, and doesn't know what was told since
  'batch_number_reused', // other bytes were accepted under its number, or the record of them is lost
  'notice_out_of_order', // a batch before it is missing; all carry the expected number
);

/**
 * Stores a signed batch and acknowledges it; `applyNotices` applies it afterwards. The idempotency key is the batch's number
 * with the digest of its bytes. What its notices say is no reason to refuse it. No refusal is stored as an answer, since the
 * sender can only send the same bytes again, and they are accepted as soon as possible; but what is refused because it was
 * told by a copy of the sender is kept for staff, as signed. That a batch does not follow what is held is no reason to refuse
 * it: it is recorded for staff, and each notice is checked against our own books anyway.
 */
export async function receiveBatch(
  db: Db,
  sender: string,
  batch: IncomingBatch,
  { epoch, evidence }: Told,
  now: Date,
): Promise<Result<Received, RefusalOf<typeof RECEIVE_BATCH_REFUSALS>>> {
  const stored = await inTransaction(db, (tx) => storeBatch(tx, sender, batch, { epoch, evidence }, now));
  if (!stored.ok) return stored;
  const { own } = stored.value;
  let moved: Moved = stored.value;
  const broken = [...moved.broken];
  // Each piece is a transaction. If this process dies, the batch has no acknowledgement, and comes again.
  while (moved.batches === BATCHES_AT_ONCE) {
    moved = await inTransaction(db, async (tx) => moveOn(tx, sender, await lockPosition(tx, sender), now));
    broken.push(...moved.broken);
  }
  return done({ acknowledgement: acknowledged(batch, moved.last_batch_no, epoch && own), broken });
}

async function storeBatch(
  tx: Tx,
  sender: string,
  batch: IncomingBatch,
  { epoch, evidence }: Told,
  now: Date,
): Promise<Result<Moved & { own: Epoch }, RefusalOf<typeof RECEIVE_BATCH_REFUSALS>>> {
  const batchNo = BigInt(batch.batch_no);
  const digest = createHash('sha256').update(evidence.body).digest();
  const last = await lockPosition(tx, sender);
  const { own, known, taken } = await readHeld(tx, sender, batchNo);
  const refused = { sender, batch_no: batchNo, digest, held_digest: taken, evidence };
  const expected_batch_no = `${last + 1n}`;
  const standing = standingOf(epoch, known);
  if (standing === 'passed') {
    await keepRefused(tx, { ...refused, reason: 'epoch_passed' }, now);
    return refuse('epoch_passed', { epoch_no: `${known?.epoch_no}`, expected_batch_no });
  }
  if (taken?.equals(digest)) return done({ ...(await moveOn(tx, sender, last, now)), own });
  if (taken !== null || batchNo <= last) {
    await keepRefused(tx, { ...refused, reason: 'number_reused' }, now);
    const taken_digest = taken === null ? undefined : shown(taken);
    return refuse('batch_number_reused', { taken_digest, sent_digest: shown(digest), expected_batch_no });
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
  if (epoch !== undefined && standing !== 'known') await keepEpoch(tx, sender, epoch, now);
  if (standing === 'later') await keepBeginning(tx, sender, batchNo, now);
  const moved = await moveOn(tx, sender, last, now);
  return done({ ...moved, own, broken: standing === 'later' ? [batchNo, ...moved.broken] : moved.broken });
}

function acknowledged({ batch_no }: IncomingBatch, last: bigint, own: Epoch | undefined): Acknowledgement {
  return {
    acknowledged_batch_no: batch_no,
    ...(BigInt(batch_no) > last ? { expected_batch_no: `${last + 1n}` } : {}),
    ...(own === undefined ? {} : { epoch_no: Number(own.epoch_no), epoch_id: own.epoch_id }),
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

type Held = {
  own: Epoch;
  /** The last epoch that the sender has named. */
  known: Epoch | null;
  /** The digest of what was accepted under the number. */
  taken: Buffer | null;
};

async function readHeld(tx: Tx, sender: string, batchNo: bigint): Promise<Held> {
  const found = await sql<{
    own_no: bigint;
    own_id: string;
    known_no: bigint | null;
    known_id: string | null;
    taken: Buffer | null;
  }>`
    select own.epoch_no as own_no, own.epoch_id as own_id, known.epoch_no as known_no, known.epoch_id as known_id,
      b.digest as taken
    from ${OWN_EPOCH} own
      left join lateral (
        select epoch_no, epoch_id from inbox_epochs where sender = ${sender} order by epoch_no desc limit 1) known on true
      left join inbox_batches b on b.sender = ${sender} and b.batch_no = ${batchNo}`.execute(tx);
  const [row] = found.rows;
  if (row === undefined) throw new Error('The database has no epoch.');
  const { own_no, own_id, known_no, known_id, taken } = row;
  const known = known_no === null || known_id === null ? null : { epoch_no: known_no, epoch_id: known_id };
  return { own: { epoch_no: own_no, epoch_id: own_id }, known, taken };
}

function shown(digest: Buffer): string {
  return digest.toString('hex').slice(0, DIGEST_SHOWN);
}
