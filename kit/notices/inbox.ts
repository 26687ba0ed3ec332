import { sql } from 'kysely';
import type { Executor } from '../db/transaction.ts';
import type { ProblemCode } from '../http/statuses.ts';
import { done, type Result, refuse, rollBack } from '../result.ts';
import { storeEvidence } from '../signing/evidence.ts';
import type { Evidence } from '../signing/index.ts';

/** The shape of a batch on the wire; the contract's schema has validated it. */
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

/**
 * Takes a batch in, in one transaction: the signed message, each notice once, and what each one changes here.
 * Refuses with `notice_out_of_order` (and the number expected) when a batch is missing before it. A batch
 * that was taken before is acknowledged again without effect.
 * @param apply changes what a notice is about; if it refuses, the whole batch is left untaken.
 */
export async function receiveBatch<Code extends ProblemCode>(
  tx: Executor,
  sender: string,
  batch: IncomingBatch,
  evidence: Evidence,
  now: Date,
  apply: (notice: IncomingNotice) => Promise<Result<null, Code>>,
): Promise<Result<{ acknowledged_batch_no: number }, 'notice_out_of_order' | Code>> {
  const batchNo = BigInt(batch.batch_no);
  await sql`
    insert into inbox_positions (sender, last_batch_no) values (${sender}, 0) on conflict do nothing`.execute(
    tx,
  );
  const position = await sql<{ last_batch_no: bigint }>`
    select last_batch_no from inbox_positions where sender = ${sender} for update`.execute(tx);
  const last = position.rows[0]?.last_batch_no ?? 0n;
  if (batchNo <= last) return done({ acknowledged_batch_no: batch.batch_no });
  if (batchNo !== last + 1n) {
    return rollBack(refuse('notice_out_of_order', { expected_batch_no: `${last + 1n}` }));
  }

  const evidenceId = await storeEvidence(tx, evidence);
  for (const notice of batch.notices) {
    const taken = await sql`
      insert into inbox (sender, message_id, batch_no, kind, content, evidence_id, received_at)
      values (${sender}, ${notice.notice_id}, ${batchNo}, ${notice.kind}, ${JSON.stringify(notice.content)}::jsonb,
        ${evidenceId}, ${now})
      on conflict do nothing returning message_id`.execute(tx);
    const applied = taken.rows.length === 1 ? await apply(notice) : done(null);
    if (!applied.ok) return rollBack(applied);
  }
  await sql`update inbox_positions set last_batch_no = ${batchNo} where sender = ${sender}`.execute(tx);
  return done({ acknowledged_batch_no: batch.batch_no });
}
