import { addMs, type Clock, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { type Db, type Executor, inTransaction } from '../db/transaction.ts';
import { problemCodeOf } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { storeEvidence } from '../signing/evidence.ts';
import { type Party, type SignedAnswer, type SigningKey, signedFetch } from '../signing/index.ts';
import { currentTraceId, currentTraceparent } from '../trace.ts';
import type { RefusedBatch } from './refused-batches.ts';

export type OutgoingNotice = { party: string; kind: string; content: Record<string, unknown> };

export type OutboxContext = {
  db: Db;
  clock: Clock;
  signingKey: SigningKey;
  parties: readonly Party[];
  /** The receiver's path and the maximum number of notices in a batch, as in the contract. */
  path: string;
  noticesMax: number;
  /** Called for every refusal (`refusedBatchReporter`). */
  refused: (batch: RefusedBatch) => void;
};

type Batch = { batch_no: bigint; batch_id: string; body: string; attempts: number };

const TIMEOUT_MS = 15 * SECOND_MS;
const RETRY_MS_MAX = 5 * MINUTE_MS;
/** How many batches that a party lost are resent in one go. */
const RESEND_BATCHES_MAX = 100;
const RESEND_PAUSE_MS = SECOND_MS;

/** Queues a notice in the transaction of its event. Call it after locking the event's row, which keeps the order. */
export async function queueNotice(tx: Executor, notice: OutgoingNotice, now: Date): Promise<void> {
  await sql`
    insert into notice_queue (party, notice_id, kind, content, trace_id, created_at)
    values (${notice.party}, ${newId()}, ${notice.kind}, ${JSON.stringify(notice.content)}::jsonb,
      ${currentTraceId()}, ${now})`.execute(tx);
}

/**
 * Sends each party with waiting notices at most one new batch, or resends those that the party lost. Returns how many
 * parties acknowledged something.
 */
export async function sendDueBatches(context: OutboxContext): Promise<number> {
  const waiting = await sql<{ party: string }>`
    select distinct party from notice_queue
    union select party from notice_batches where acknowledged_at is null`.execute(context.db);
  const sent = await Promise.all(waiting.rows.map(({ party }) => sendBatch(context, party)));
  return sent.filter(Boolean).length;
}

async function sendBatch(context: OutboxContext, partyName: string): Promise<boolean> {
  const { db, clock, parties, refused } = context;
  const party = parties.find((candidate) => candidate.party === partyName);
  if (party === undefined) return false;
  const batch = await inTransaction(db, (tx) => openBatch(tx, context, partyName));
  if (batch === undefined) return false;

  const answer = await post(context, party, batch);
  if (!isAcknowledged(answer)) {
    const problem = problemOf(answer);
    await sql`
      update notice_batches set last_problem = ${problem}
      where party = ${partyName} and batch_no = ${batch.batch_no} and acknowledged_at is null`.execute(db);
    if (answer.kind === 'unknown') return false;
    refused({ party: partyName, batch_no: batch.batch_no, problem });
    const expected = problem === 'notice_out_of_order' ? expectedOf(answer.json) : undefined;
    return expected !== undefined && resend(context, party, expected, batch.batch_no);
  }
  await inTransaction(db, async (tx) => {
    const evidenceId = await storeEvidence(tx, answer.evidence);
    await sql`
      update notice_batches set acknowledged_at = ${clock()}, evidence_id = ${evidenceId}, last_problem = null
      where party = ${partyName} and batch_no = ${batch.batch_no} and acknowledged_at is null`.execute(tx);
  });
  return true;
}

/**
 * The party expects a number that it has already acknowledged: it was restored from a backup and lost later batches. They
 * are resent in order; then the open batch is due soon. Returns whether any was accepted.
 */
async function resend(
  context: OutboxContext,
  party: Party,
  expectedBatchNo: bigint,
  openBatchNo: bigint,
): Promise<boolean> {
  const { db, clock, refused } = context;
  const lost = await sql<Batch>`
    select batch_no, batch_id, body, attempts from notice_batches
    where party = ${party.party} and batch_no >= ${expectedBatchNo} and batch_no < ${openBatchNo}
    order by batch_no limit ${RESEND_BATCHES_MAX}`.execute(db);
  let accepted = 0;
  for (const batch of lost.rows) {
    const answer = await post(context, party, batch);
    if (!isAcknowledged(answer)) {
      if (answer.kind === 'answered')
        refused({ party: party.party, batch_no: batch.batch_no, problem: problemOf(answer) });
      break;
    }
    accepted += 1;
  }
  if (accepted === 0) return false;
  await sql`
    update notice_batches set next_attempt_at = ${addMs(clock(), RESEND_PAUSE_MS)}
    where party = ${party.party} and batch_no = ${openBatchNo} and acknowledged_at is null`.execute(db);
  return true;
}

/** The idempotency key is for older receivers; newer ones identify a batch by its number and bytes. */
function post(
  { signingKey, path, clock }: OutboxContext,
  party: Party,
  { batch_id, body }: Batch,
): Promise<SignedAnswer> {
  return signedFetch({
    key: signingKey,
    party,
    method: 'POST',
    path,
    body: Buffer.from(body),
    idempotency_key: batch_id,
    clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
}

type Acknowledged = Extract<SignedAnswer, { kind: 'answered' }> & { status: 200 };

function isAcknowledged(answer: SignedAnswer): answer is Acknowledged {
  return answer.kind === 'answered' && answer.status === 200;
}

function expectedOf(json: unknown): bigint | undefined {
  const expected =
    typeof json === 'object' && json !== null && 'expected_batch_no' in json
      ? json.expected_batch_no
      : undefined;
  return typeof expected === 'string' && /^[0-9]{1,18}$/.test(expected) ? BigInt(expected) : undefined;
}

function problemOf(answer: SignedAnswer): string {
  return answer.kind === 'unknown'
    ? answer.reason
    : (problemCodeOf(answer.json) ?? `status_${answer.status}`);
}

/** The party's unacknowledged batch if it is due; a new one from the queue if there is none. */
async function openBatch(
  tx: Executor,
  { clock, noticesMax }: OutboxContext,
  party: string,
): Promise<Batch | undefined> {
  const now = clock();
  await sql`insert into notice_recipients (party) values (${party}) on conflict do nothing`.execute(tx);
  const recipient = await sql<{ last_batch_no: bigint }>`
    select last_batch_no from notice_recipients where party = ${party} for update`.execute(tx);
  const open = await sql<Batch & { next_attempt_at: Date }>`
    select batch_no, batch_id, body, attempts, next_attempt_at from notice_batches
    where party = ${party} and acknowledged_at is null`.execute(tx);
  const unfinished = open.rows[0];
  if (unfinished !== undefined) {
    if (unfinished.next_attempt_at > now) return undefined;
    const wait = Math.min(RETRY_MS_MAX, TIMEOUT_MS * 2 ** Math.min(unfinished.attempts, 10));
    await sql`
      update notice_batches set attempts = attempts + 1, next_attempt_at = ${addMs(now, wait)}
      where party = ${party} and batch_no = ${unfinished.batch_no}`.execute(tx);
    return unfinished;
  }
  return newBatch(tx, party, (recipient.rows[0]?.last_batch_no ?? 0n) + 1n, noticesMax, now);
}

async function newBatch(
  tx: Executor,
  party: string,
  batchNo: bigint,
  noticesMax: number,
  now: Date,
): Promise<Batch | undefined> {
  const taken = await sql<{
    position: bigint;
    notice_id: string;
    kind: string;
    content: Record<string, unknown>;
    trace_id: string;
    created_at: Date;
  }>`
    delete from notice_queue where position in (
      select position from notice_queue where party = ${party} order by position limit ${noticesMax})
    returning position, notice_id, kind, content, trace_id, created_at`.execute(tx);
  if (taken.rows.length === 0) return undefined;
  const notices = taken.rows
    .sort((a, b) => (a.position < b.position ? -1 : 1))
    .map(({ notice_id, kind, content, trace_id, created_at }) => ({
      notice_id,
      kind,
      occurred_at: created_at.toISOString(),
      trace_id,
      content,
    }));
  const batch: Batch = {
    batch_no: batchNo,
    batch_id: newId(),
    body: `{"batch_no":${batchNo},"notices":${JSON.stringify(notices)}}`,
    attempts: 1,
  };
  await sql`
    insert into notice_batches (party, batch_no, batch_id, notice_count, body, created_at, attempts, next_attempt_at)
    values (${party}, ${batchNo}, ${batch.batch_id}, ${notices.length}, ${batch.body}, ${now}, 1,
      ${addMs(now, TIMEOUT_MS)})`.execute(tx);
  await sql`update notice_recipients set last_batch_no = ${batchNo} where party = ${party}`.execute(tx);
  return batch;
}
