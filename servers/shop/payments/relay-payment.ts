import { sql } from 'kysely';
import { PAYMENT_PATHS, type Payment } from '../../../contracts/settlement-payments.ts';
import { type CallOutcome, dueCalls, performCall, planCall } from '../../../kit/calls/calls.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { type AnyRefusal, done, type Result, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence, Party } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { askSettlement, settlementOf } from './ask-settlement.ts';

export type RelayedPayment = {
  party: string;
  path: string;
  body: unknown;
  orderId: string;
  evidence: Evidence;
};

const PURPOSE = 'relay_payment';
const DUE_AT_ONCE = 10;

/**
 * The route of payment through the shop server (Purchase 4–5 and 12): what management asks is asked of settlement under
 * the shop's own signature, and settlement's answer is given back. Not knowing is passed on as `payment_unknown`;
 * the same call is tried again by the janitor and when it is asked again with the same key.
 * Refusals in order: payment_not_found (the order is another operator's), settlement's own, payment_unknown.
 */
export async function relayPayment(
  context: ShopContext,
  callId: string,
  relayed: RelayedPayment,
): Promise<Result<Payment, AnyRefusal>> {
  const settlement = settlementOf(context);
  const planned = await inTransaction(context.db, (tx) =>
    planRelay(context, tx, settlement, callId, relayed),
  );
  if (!planned) return refuse('payment_not_found');
  return resultOf(await performCall(context, callId, async () => {}));
}

/** How a payment stands at settlement, for the operator whose order it is. Refusals as `relayPayment`. */
export async function readRelayedPayment(
  context: ShopContext,
  party: string,
  orderId: string,
): Promise<Result<Payment, AnyRefusal>> {
  if (!(await isOwn(context.db, party, orderId))) return refuse('payment_not_found');
  return askSettlement<Payment>(context, `${PAYMENT_PATHS.payments}/by-order/${orderId}`, 'payment_unknown');
}

/** Asks settlement again about everything that is unknown. Answers how many are known now. */
export async function askAgain(context: ShopContext): Promise<number> {
  const due = await dueCalls(context.db, context.clock(), DUE_AT_ONCE);
  const outcomes = await Promise.all(due.map(({ call_id }) => performCall(context, call_id, async () => {})));
  return outcomes.filter(({ kind }) => kind !== 'unknown').length;
}

async function planRelay(
  context: ShopContext,
  tx: Executor,
  settlement: Party,
  callId: string,
  { party, path, body, orderId, evidence }: RelayedPayment,
): Promise<boolean> {
  const planned = await sql`select 1 from payment_relays where call_id = ${callId}`.execute(tx);
  if (planned.rows.length > 0) return true;
  if (!(await isOwn(tx, party, orderId))) return false;
  const now = context.clock();
  const call = {
    party: settlement.party,
    method: 'POST',
    path,
    body,
    purpose: PURPOSE,
    subject_id: orderId,
  } as const;
  await planCall(tx, { ...call, call_id: callId }, now);
  const evidenceId = await storeEvidence(tx, evidence);
  await sql`
    insert into payment_relays (call_id, party, order_id, evidence_id, at)
    values (${callId}, ${party}, ${orderId}, ${evidenceId}, ${now})`.execute(tx);
  return true;
}

async function isOwn(executor: Executor, party: string, orderId: string): Promise<boolean> {
  const others = await sql`
    select 1 from payment_relays where order_id = ${orderId} and party <> ${party} limit 1`.execute(executor);
  return others.rows.length === 0;
}

function resultOf(outcome: CallOutcome): Result<Payment, AnyRefusal> {
  if (outcome.kind === 'done') return done(outcome.answer as Payment);
  if (outcome.kind === 'refused' && isProblemCode(outcome.code)) return refuse(outcome.code);
  return refuse('payment_unknown');
}
