import Type, { type Static } from 'typebox';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { EVIDENCE_COLUMNS, type StoredEvidence, unpackBody } from '../signing/stored-body.ts';

const BATCHES_MAX = 50;
/** Of the bodies in one answer; at least one batch is in it. */
const BYTES_MAX = 1024 * 1024;

const BatchNo = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Asks for the caller's batches after this number. */
export const AskHeldBatches = Type.Object({ after: BatchNo });

/** A batch as its sender signed it. Its body is missing once it was forgotten. */
const HeldBatch = Type.Object({
  batch_no: BatchNo,
  method: Type.String(),
  target_uri: Type.String(),
  headers: Type.Record(Type.String(), Type.String()),
  body: Type.Optional(Type.String()),
});

/** The next of them, in order; none after the last one. */
export const HeldBatches = Type.Object({ batches: Type.Array(HeldBatch) });
export type HeldBatches = Static<typeof HeldBatches>;

type Row = StoredEvidence & { batch_no: bigint; is_forgotten: boolean };

/** What is held of a sender's batches, for a sender that was restored from a backup. */
export async function readHeldBatches(
  executor: Executor,
  sender: string,
  after: number,
): Promise<HeldBatches> {
  const found = await sql<Row>`
    select b.batch_no, m.forgotten_at is not null as is_forgotten, ${EVIDENCE_COLUMNS}
    from (
      select batch_no, evidence_id from inbox_batches
      where sender = ${sender} and batch_no > ${after}::bigint order by batch_no limit ${BATCHES_MAX}) b
    join signed_messages m on m.message_id = b.evidence_id order by b.batch_no`.execute(executor);
  const batches: HeldBatches['batches'] = [];
  let bytes = 0;
  for (const { batch_no, is_forgotten, method, target_uri, headers, ...stored } of found.rows) {
    const body = is_forgotten ? undefined : unpackBody(stored);
    bytes += body?.length ?? 0;
    if (batches.length > 0 && bytes > BYTES_MAX) break;
    batches.push({
      batch_no: Number(batch_no),
      method,
      target_uri,
      headers,
      ...(body === undefined ? {} : { body: body.toString() }),
    });
  }
  return { batches };
}
