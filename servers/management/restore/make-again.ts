import type { Answered } from '../../../kit/calls/calls.ts';
import { beginAttempt, insertCall, isAnswered, storeUnknown } from '../../../kit/calls/calls.ts';
import type { CallRow } from '../../../kit/calls/outcomes.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import type { ManagementContext } from '../context.ts';
import { attemptPeerCall, type Purpose, peerCall } from '../peer-calls.ts';
import type { ToldCall } from './told-calls.ts';

/** The other server answered, and will say more later. Anything else without an outcome is silence. */
const UNDECIDED: ReadonlySet<string> = new Set(['payment_unknown', 'request_in_progress']);

/** The other server can't be asked now: all of it is tried again later. */
export class Silent extends Error {}

/** Steps that are taken again are as of then, and nobody is told of them twice. */
export function asOf(context: ManagementContext, { received_at }: ToldCall): ManagementContext {
  const now = context.clock();
  return { ...context, clock: () => (received_at < now ? received_at : now), isDoneAgain: true };
}

/** A call as it was made then: under its key, and with its bytes. */
export function callThen(
  { call_id, party, path, body }: Pick<ToldCall, 'call_id' | 'party' | 'path' | 'body'>,
  purpose: Purpose,
  subject_id: string,
): CallRow {
  return { ...peerCall({ call_id, party, method: 'POST', path, body: {}, purpose, subject_id }), body };
}

/**
 * Keeps a call that was made then as one that is to be made. What the same step has planned under another key, now that it was
 * taken again, is taken back.
 */
export async function keepCall(tx: Tx, call: CallRow, at: Date): Promise<void> {
  await sql`select withdraw_planned_call(${call.subject_id}, ${call.purpose}, ${call.call_id})`.execute(tx);
  await insertCall(call, at).execute(tx);
}

/**
 * Makes a call once more, under the key that it had: the other server answers as it did then, and does nothing again. The answer is
 * taken as of then. Throws `Silent` if there is none.
 */
export async function makeAgain(
  context: ManagementContext,
  callId: string,
  take: (tx: Tx, answer: Answered) => Promise<unknown>,
): Promise<void> {
  const { db, clock } = context;
  const call = await beginAttempt(db, callId, clock());
  if (call.state === 'done' || call.state === 'refused') return;
  const attempt = await attemptPeerCall(context, call);
  if (isAnswered(attempt)) {
    await inTransaction(db, (tx) => take(tx, attempt));
    return;
  }
  await storeUnknown(db, attempt, clock());
  const { reason } = attempt.outcome;
  // Its outcome is found out as ever, once the server does business again.
  if (!isProblemCode(reason) || !UNDECIDED.has(reason)) throw new Silent(reason);
}
