import { createHash } from 'node:crypto';
import { Value } from 'typebox/value';
import { isCash } from '../../../contracts/cash.ts';
import { AuthorisePayment, Payment } from '../../../contracts/settlement-payments.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { storeOnce } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { ShopContext } from '../context.ts';
import { findTill, insertCash } from '../payments/cash/authorise-cash.ts';
import { type CashPayment, isCashOrder, lockCash, moveCash } from '../payments/cash/cash-payments.ts';
import type { MadeCall } from './made-calls.ts';

const VERB = /\/by-order\/([0-9a-f-]{36})\/(captures|voids|refunds)$/;

/** Whether management asked for cash, or settled it. */
export async function isCashCall(tx: Tx, { call }: MadeCall): Promise<boolean> {
  const body: unknown = JSON.parse(call.body);
  if (Value.Check(AuthorisePayment, body)) return isCash(body.payment_method_id);
  const orderId = VERB.exec(call.path)?.[1];
  return orderId !== undefined && (await isCashOrder(tx, orderId));
}

/**
 * Books cash again as management was answered then. That a clerk had it is known by what followed; who, and whether it was given
 * back since, is not. False if the terminal is not there, or management doesn't say what was answered.
 */
export async function restoreCash(context: ShopContext, tx: Tx, made: MadeCall): Promise<boolean> {
  const { method, path, status, answer, call_id } = made.call;
  if (status === undefined || answer === undefined) return false;
  const told: unknown = JSON.parse(answer);
  if (Value.Check(Payment, told) && !(await bookAgain(tx, made, told))) return false;
  const fingerprint = createHash('sha256').update(`${method} ${path}\n`).update(made.call.body).digest();
  const kept = { status, content_type: 'application/json; charset=utf-8', body: answer };
  await storeOnce(tx, `peer:${made.party}`, call_id, [fingerprint], newId(), kept, context.clock());
  return true;
}

async function bookAgain(tx: Tx, made: MadeCall, told: Payment): Promise<boolean> {
  const { party: operator, call, evidence } = made;
  const at = new Date(call.settled_at);
  const body: unknown = JSON.parse(call.body);
  const cash = await lockCash(tx, told.order_id, operator);
  const evidence_id = await storeEvidence(tx, evidence);
  if (Value.Check(AuthorisePayment, body)) {
    if (cash !== undefined) return true;
    const till = await findTill(tx, body.payment_method_id);
    if (till === undefined) return false;
    const state = told.status === 'declined' ? 'declined' : 'processing';
    const payment = { operator, asked: body, till, state, payment_id: told.payment_id } as const;
    return (await insertCash(tx, payment, at, evidence_id)) !== undefined;
  }
  if (cash === undefined) return false;
  const { status } = told;
  if (cash.state === status) return true;
  if (status !== 'captured' && status !== 'voided' && status !== 'refunded') return false;
  const held = await taken(tx, cash, told, at);
  await moveCash(tx, held, status, { kind: status, at, evidence_id });
  return true;
}

/** There is a receipt for what a clerk took. */
async function taken(tx: Tx, cash: CashPayment, told: Payment, at: Date): Promise<CashPayment> {
  return cash.state === 'processing' && told.approval_number !== undefined
    ? moveCash(tx, cash, 'authorised', { kind: 'taken', at, is_restored: true })
    : cash;
}
