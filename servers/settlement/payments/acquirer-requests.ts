import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';

/** A capture, void or refund as the acquirer is asked for it. Whoever reads or changes one has locked its order. */
export type AcquirerRequest = {
  /** The acquirer's idempotency key. */
  request_id: string;
  payment_id: string;
  acquirer: string;
  kind: 'capture' | 'void' | 'refund';
  amount_minor: bigint;
  /** Of a refund: why, and what it holds of the payee's trust funds. */
  reason: string | null;
  hold_transfer_id: string | null;
  evidence_id: string | null;
  state: 'open' | 'done' | 'refused';
  created_at: Date;
};

const COLUMNS = sql`
  request_id, payment_id, acquirer, kind, amount_minor, reason, hold_transfer_id, evidence_id, state, created_at`;

/** Writes a request before the acquirer is asked. From `dueAt` on, the job asks for what is still open. */
export async function openRequest(
  tx: Tx,
  request: Omit<AcquirerRequest, 'state'>,
  dueAt: Date,
): Promise<AcquirerRequest> {
  const { request_id, payment_id, acquirer, kind, amount_minor, created_at } = request;
  const { reason, hold_transfer_id, evidence_id } = request;
  await sql`
    insert into acquirer_requests (request_id, payment_id, acquirer, kind, amount_minor, reason, hold_transfer_id, evidence_id, due_at,
      created_at)
    values (${request_id}, ${payment_id}, ${acquirer}, ${kind}, ${amount_minor}, ${reason}, ${hold_transfer_id}, ${evidence_id}, ${dueAt},
      ${created_at})`.execute(tx);
  return { ...request, state: 'open' };
}

/**
 * The id of what a party asks for under a key. Made of both, so that a server that was restored from a backup, and is asked
 * again, asks the acquirer again for the same, and nothing is taken or returned twice.
 */
export function requestIdOf(payerParty: string, key: string): string {
  return derivedId('acquirer_request', payerParty, key);
}

export async function findRequest(
  executor: Executor,
  ids: readonly string[],
): Promise<AcquirerRequest | undefined> {
  const found = await sql<AcquirerRequest>`
    select ${COLUMNS} from acquirer_requests where request_id = any(${[...ids]}::uuid[])`.execute(executor);
  return found.rows[0];
}

export async function readRequest(executor: Executor, requestId: string): Promise<AcquirerRequest> {
  const request = await findRequest(executor, [requestId]);
  if (request === undefined) throw new Error(`No request to an acquirer has the ID ${requestId}.`);
  return request;
}

/** Whether the acquirer was asked to capture or void this payment and has not answered. Until then nothing else is asked of it. */
export async function hasOpenRequest(executor: Executor, paymentId: string): Promise<boolean> {
  const found = await sql`
    select 1 from acquirer_requests
    where payment_id = ${paymentId} and state = 'open' and kind <> 'refund'`.execute(executor);
  return found.rows.length > 0;
}

/** What is being refunded of a payment: asked of the acquirer and not answered yet. */
export async function openRefunds(executor: Executor, paymentId: string): Promise<bigint> {
  const found = await sql<{ open_minor: bigint }>`
    select coalesce(sum(amount_minor), 0)::bigint as open_minor from acquirer_requests
    where payment_id = ${paymentId} and state = 'open' and kind = 'refund'`.execute(executor);
  return found.rows[0]?.open_minor ?? 0n;
}

/** Ends a request: it was done, or refused for a reason. */
export async function closeRequest(
  tx: Tx,
  { request_id }: Pick<AcquirerRequest, 'request_id'>,
  refusedBecause: string | null,
  now: Date,
): Promise<void> {
  await sql`
    update acquirer_requests set state = ${refusedBecause === null ? 'done' : 'refused'},
      refused_because = ${refusedBecause}, due_at = null, closed_at = ${now}
    where request_id = ${request_id}`.execute(tx);
}

/** An attempt brought no answer: the acquirer is asked again then. */
export async function postponeRequest(tx: Tx, { request_id }: AcquirerRequest, dueAt: Date): Promise<void> {
  await sql`
    update acquirer_requests set due_at = ${dueAt}
    where request_id = ${request_id} and state = 'open'`.execute(tx);
}
