import { createHash } from 'node:crypto';
import { Value } from 'typebox/value';
import { AuthorisePayment } from '../../../contracts/settlement-payments.ts';
import { insertCall, plannedCall } from '../../../kit/calls/calls.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { storeOnce } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import type { ShopContext } from '../context.ts';
import { settlementOf } from '../payments/ask-settlement.ts';
import { keepRelay, relayCall } from '../payments/relay-payment.ts';
import type { MadeCall } from './made-calls.ts';

const ORDER = /\/by-order\/([0-9a-f-]{36})\//;

/**
 * Keeps a request about a payment that management had this shop pass on to settlement, with the answer that both had then.
 * Nothing is passed on again: whose payment it is, and what a retry is answered, is all that the shop needs to know of it.
 * False if management doesn't say what was answered, or about what.
 */
export async function restoreRelay(context: ShopContext, tx: Tx, made: MadeCall): Promise<boolean> {
  const { party, call, evidence } = made;
  const { call_id: key, method, path, status, answer } = call;
  const body: unknown = JSON.parse(call.body);
  const orderId = ORDER.exec(path)?.[1] ?? (Value.Check(AuthorisePayment, body) ? body.order_id : undefined);
  if (orderId === undefined || status === undefined || answer === undefined) return false;
  const relayed = { party, key, path, body, orderId, evidence };
  const planned = plannedCall(relayCall(settlementOf(context), relayed));
  const settledAt = new Date(call.settled_at);
  const there = await sql`select 1 from calls where call_id = ${planned.call_id}`.execute(tx);
  if (there.rows.length === 0) {
    await insertCall(planned, settledAt).execute(tx);
    await keepRelay(tx, relayed, settledAt);
  }
  await sql`
    update calls set state = 'done', settled_at = ${settledAt}, status = ${status}, answer = ${answer}
    where call_id = ${planned.call_id} and state in ('planned', 'unknown')`.execute(tx);
  const fingerprint = createHash('sha256').update(`${method} ${path}\n`).update(call.body).digest();
  const content_type = 'application/json; charset=utf-8';
  const kept = { status, content_type, body: answer };
  await storeOnce(tx, `peer:${party}`, key, [fingerprint], newId(), kept, context.clock());
  return true;
}
