import {
  declineReasonOf,
  PAYMENTS_PATH,
  type Payment,
  READ_PAYMENT_REFUSALS,
} from '../../../contracts/settlement-payments.ts';
import {
  calledParties,
  dueCalls,
  type PlannedCall,
  performCall,
  planCall,
} from '../../../kit/calls/calls.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { done, knownRefusal, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence, Party } from '../../../kit/signing/index.ts';
import type { ShopContext } from '../context.ts';
import { askSettlement, PROPOSED, settlementOf } from './ask-settlement.ts';

export type RelayedPayment = {
  party: string;
  /** The operator's Idempotency-Key. */
  key: string;
  path: string;
  body: unknown;
  orderId: string;
  evidence: Evidence;
};

export const RELAY_REFUSALS = refusals(
  'payment_not_found', // the order is another operator's
  'payment_unknown', // retry with the same key
);

/** Of calls to settlement. */
export const RELAYED = 'relay_payment';

/**
 * Payment through the shop (Purchase 4–5 and 12): relays management's request to settlement under the shop's own
 * signature, and settlement's answer back. An unknown outcome is `payment_unknown`; a job retries the call, and so does a
 * request with the same key. `codes` are the refusals named in settlement's contract; any other makes the outcome unknown.
 */
export async function relayPayment<Codes extends readonly ProblemCode[]>(
  context: ShopContext,
  begunAs: string,
  relayed: RelayedPayment,
  codes: Codes,
): Promise<Result<Payment, RefusalOf<typeof RELAY_REFUSALS> | RefusalOf<Codes>>> {
  const settlement = settlementOf(context);
  const callId = await inTransaction(context.db, (tx) =>
    planRelay(context, tx, settlement, begunAs, relayed),
  );
  if (callId === undefined) return refuse('payment_not_found');
  const outcome = await performCall(context, callId, async () => {});
  if (outcome.kind === 'done') return done(outcome.answer as Payment);
  if (outcome.kind === 'unknown') return refuse('payment_unknown');
  const reason = declineReasonOf(outcome.answer);
  const why = reason === undefined ? undefined : { decline_reason: reason };
  return refuse(knownRefusal(codes, outcome.code, 'payment_unknown'), why);
}

/** The state of a payment at settlement, for the operator whose order it is. */
export async function readRelayedPayment(
  context: ShopContext,
  party: string,
  orderId: string,
): Promise<Result<Payment, RefusalOf<typeof RELAY_REFUSALS>>> {
  if (!(await isOwn(context.db, party, orderId))) return refuse('payment_not_found');
  const path = `${PAYMENTS_PATH}/by-order/${orderId}`;
  const answer = await askSettlement(context, path, READ_PAYMENT_REFUSALS, 'payment_unknown');
  return answer.ok ? done(answer.value as Payment) : answer;
}

/** Retries calls to settlement whose outcome is unknown, about payments. Returns how many are known now. */
export function retryRelays(context: ShopContext): Promise<number> {
  const find = (claim: Claim) =>
    claimDue(claim, calledParties(context, claim.now), dueCalls(claim.now, [PROPOSED])).execute(context.db);
  return eachDue(context, 'ask_again', find, async (within, { subject_id }) => {
    const outcome = await performCall(within, subject_id, async () => {});
    return outcome.kind !== 'unknown';
  });
}

/** The call's id, by which settlement knows it again; undefined if the order is another operator's. */
async function planRelay(
  context: ShopContext,
  tx: Tx,
  settlement: Party,
  begunAs: string,
  relayed: RelayedPayment,
): Promise<string | undefined> {
  const callId = relayId(relayed.party, relayed.key);
  const planned = await sql<{ call_id: string }>`
    select call_id from payment_relays where call_id in (${callId}, ${begunAs})`.execute(tx);
  const [before] = planned.rows;
  if (before !== undefined) return before.call_id;
  if (!(await isOwn(tx, relayed.party, relayed.orderId))) return undefined;
  await planCall(tx, relayCall(settlement, relayed), context.clock());
  await keepRelay(tx, relayed, context.clock());
  return callId;
}

/**
 * Made of the operator's key, so that a shop that was restored from a backup, and is asked again, asks settlement again, and
 * has nothing done twice. Versions of before took a new id, as which a request may have begun.
 */
function relayId(party: string, key: string): string {
  return derivedId('relay', party, key);
}

export function relayCall(
  settlement: Party,
  { party, key, path, body, orderId }: Omit<RelayedPayment, 'evidence'>,
): PlannedCall {
  return {
    party: settlement.party,
    method: 'POST',
    path,
    body,
    purpose: RELAYED,
    subject_id: orderId,
    call_id: relayId(party, key),
  };
}

/** Keeps whose order it is, in the transaction of the call. */
export async function keepRelay(
  tx: Tx,
  { party, key, orderId, evidence }: Pick<RelayedPayment, 'party' | 'key' | 'orderId' | 'evidence'>,
  at: Date,
): Promise<void> {
  const evidenceId = await storeEvidence(tx, evidence);
  await sql`
    insert into payment_relays (call_id, party, order_id, evidence_id, at)
    values (${relayId(party, key)}, ${party}, ${orderId}, ${evidenceId}, ${at})`.execute(tx);
}

async function isOwn(executor: Executor, party: string, orderId: string): Promise<boolean> {
  const others = await sql`
    select 1 from payment_relays where order_id = ${orderId} and party <> ${party} limit 1`.execute(executor);
  return others.rows.length === 0;
}
