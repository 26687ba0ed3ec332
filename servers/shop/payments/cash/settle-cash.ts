import type {
  CAPTURE_REFUSALS,
  Payment,
  REFUND_REFUSALS,
  VOID_REFUSALS,
} from '../../../../contracts/settlement-payments.ts';
import { inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
import { minorFromJson } from '../../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../../kit/result.ts';
import { storeEvidence } from '../../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../../kit/signing/index.ts';
import type { ShopContext } from '../../context.ts';
import { asPayment, type CashPayment, lockCash, moveCash } from './cash-payments.ts';

/** The operator's order, and its signed request. */
type Asked = { operator: string; orderId: string; evidence: Evidence };
type Amount = { amount_minor?: number };

/** The buyer has confirmed: the cash is for this gift. All of it. */
async function captureCash(
  context: ShopContext,
  tx: Tx,
  asked: Asked,
  { amount_minor = 0 }: Amount,
): Promise<Result<Payment, RefusalOf<typeof CAPTURE_REFUSALS>>> {
  const cash = await lockCash(tx, asked.orderId, asked.operator);
  if (cash === undefined) return refuse('payment_not_found');
  const amount = minorFromJson(amount_minor);
  if (cash.state !== 'authorised') return refuse('wrong_state', { state_now: cash.state });
  if (amount > cash.amount_minor) return refuse('capture_exceeds_authorisation');
  return amount < cash.amount_minor ? refuse('wrong_state') : move(context, tx, cash, 'captured', asked);
}

/** The purchase came to nothing. What a clerk has taken by then is to be returned. Repeating it changes nothing. */
async function voidCash(
  context: ShopContext,
  tx: Tx,
  asked: Asked,
): Promise<Result<Payment, 'payment_not_found' | RefusalOf<typeof VOID_REFUSALS>>> {
  const cash = await lockCash(tx, asked.orderId, asked.operator);
  if (cash === undefined) return refuse('payment_not_found');
  if (cash.state === 'voided' || cash.state === 'declined') return done(asPayment(cash));
  const isOpen = cash.state === 'processing' || cash.state === 'authorised';
  return isOpen ? move(context, tx, cash, 'voided', asked) : refuse('wrong_state', { state_now: cash.state });
}

/** The gift came to nothing: the shop owes the buyer the cash, which waits at the till. All of it. */
async function refundCash(
  context: ShopContext,
  tx: Tx,
  asked: Asked,
  { amount_minor = 0 }: Amount,
): Promise<Result<Payment, RefusalOf<typeof REFUND_REFUSALS>>> {
  const cash = await lockCash(tx, asked.orderId, asked.operator);
  if (cash === undefined) return refuse('payment_not_found');
  const amount = minorFromJson(amount_minor);
  if (cash.state === 'refunded' || amount > cash.amount_minor) return refuse('refund_exceeds_payment');
  if (cash.state !== 'captured' || amount < cash.amount_minor)
    return refuse('wrong_state', { state_now: cash.state });
  return move(context, tx, cash, 'refunded', asked);
}

async function move(
  { clock }: ShopContext,
  tx: Tx,
  cash: CashPayment,
  kind: 'captured' | 'voided' | 'refunded',
  { evidence }: Asked,
): Promise<Result<Payment, never>> {
  const evidence_id = await storeEvidence(tx, evidence);
  return done(asPayment(await moveCash(tx, cash, kind, { kind, at: clock(), evidence_id })));
}

/** By the last part of the path at which settlement is asked for the same. */
export const SETTLE_CASH = { captures: captureCash, voids: voidCash, refunds: refundCash } as const;

/**
 * Voids cash whose authorisation came while its void was passed on to settlement, which had not said that it was of cash.
 */
export async function voidOvertaken(context: ShopContext, asked: Asked): Promise<void> {
  await inTransaction(context.db, (tx) => voidCash(context, tx, asked));
}
