import { createHash } from 'node:crypto';
import { sql } from '../db/sql.ts';
import { type Db, type Executor, inTransaction } from '../db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../result.ts';
import { storeEvidence } from '../signing/evidence.ts';
import type { Evidence } from '../signing/index.ts';

/** A batch as received, already validated by the contract's schema. */
export type IncomingBatch = {
  batch_no: number;
  notices: readonly IncomingNotice[];
};

export type IncomingNotice = {
  notice_id: string;
  kind: string;
  occurred_at: string;
  trace_id: string;
  content: Record<string, unknown>;
};

const DIGEST_SHOWN = 12;

export const RECEIVE_BATCH_REFUSALS = refusals(
  'batch_number_reused', // other bytes were accepted under its number, or the record of them is lost
  'notice_out_of_order', // a batch before it is missing; both refusals carry the expected number
);

/**
 * Receives a batch in one transaction: stores the signed message and each notice once, and applies each notice. The
 * idempotency key is the batch's number with the digest of its bytes. Refusals are not stored, since the sender can only
 * send the same bytes again, and they are accepted as soon as possible.
 * @param apply makes the changes that a notice calls for.
 */
export async function receiveBatch(
  db: Db,
  sender: string,
  batch: IncomingBatch,
  evidence: Evidence,
  now: Date,
  apply: (tx: Executor, notice: IncomingNotice) => Promise<void>,
): Promise<Result<{ acknowledged_batch_no: number }, RefusalOf<typeof RECEIVE_BATCH_REFUSALS>>> {
  const batchNo = BigInt(batch.batch_no);
  const digest = createHash('sha256').update(evidence.body).digest();
  return inTransaction(db, async (tx) => {
    const last = await lockPosition(tx, sender);
    const expected_batch_no = `${last + 1n}`;
    if (batchNo <= last) {
      const taken = await digestTaken(tx, sender, batchNo);
      if (taken?.equals(digest)) return done({ acknowledged_batch_no: batch.batch_no });
      const taken_digest = taken && shown(taken);
      return rollBack(
        refuse('batch_number_reused', { taken_digest, sent_digest: shown(digest), expected_batch_no }),
      );
    }
    if (batchNo > last + 1n) return rollBack(refuse('notice_out_of_order', { expected_batch_no }));

    const evidenceId = await storeEvidence(tx, evidence);
    await sql`
      insert into inbox_batches (sender, batch_no, digest, evidence_id, received_at)
      values (${sender}, ${batchNo}, ${digest}, ${evidenceId}, ${now})`.execute(tx);
    for (const notice of batch.notices) {
      const taken = await sql`
        insert into inbox (sender, message_id, batch_no, kind, content, evidence_id, received_at)
        values (${sender}, ${notice.notice_id}, ${batchNo}, ${notice.kind}, ${JSON.stringify(notice.content)}::jsonb,
          ${evidenceId}, ${now})
        on conflict do nothing returning message_id`.execute(tx);
      if (taken.rows.length === 1) await apply(tx, notice);
    }
    await sql`update inbox_positions set last_batch_no = ${batchNo} where sender = ${sender}`.execute(tx);
    return done({ acknowledged_batch_no: batch.batch_no });
  });
}

/** The last number accepted. The lock makes a sender's batches sequential. */
async function lockPosition(tx: Executor, sender: string): Promise<bigint> {
  await sql`
    insert into inbox_positions (sender, last_batch_no) values (${sender}, 0) on conflict do nothing`.execute(
    tx,
  );
  const position = await sql<{ last_batch_no: bigint }>`
    select last_batch_no from inbox_positions where sender = ${sender} for update`.execute(tx);
  return position.rows[0]?.last_batch_no ?? 0n;
}

async function digestTaken(tx: Executor, sender: string, batchNo: bigint): Promise<Buffer | undefined> {
  const taken = await sql<{ digest: Buffer }>`
    select digest from inbox_batches where sender = ${sender} and batch_no = ${batchNo}`.execute(tx);
  return taken.rows[0]?.digest;
}

function shown(digest: Buffer): string {
  return digest.toString('hex').slice(0, DIGEST_SHOWN);
}
