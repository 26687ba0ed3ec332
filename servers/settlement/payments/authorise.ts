import type {
  AUTHORISE_REFUSALS,
  AuthorisePayment,
  Payment,
} from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { isCurrency, minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { insertEvidence, ONCE } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { AUTHORISATION_MINUTES, type SettlementContext } from '../context.ts';
import { hasExpired } from '../payment-methods/save-card.ts';
import type { StoredExpiry } from '../payment-methods/stored-method.ts';
import { askAcquirer } from './ask-acquirer.ts';
import { methodOwner } from './consent.ts';
import {
  findPayment,
  lockNewOrder,
  PAYMENT_COLUMNS,
  type PaymentRow,
  POLL_AFTER_MS,
  paymentAnswer,
  paymentFact,
} from './payment.ts';

type Method = { acquirer: string | null } & StoredExpiry;
type AuthoriseRequest = {
  paymentId: string;
  payerParty: string;
  input: AuthorisePayment;
  evidence: Evidence;
};

/**
 * Purchase 4–5: places a hold on the buyer's card. The payment is saved before the acquirer is asked, so that a retry, or
 * the job that polls the acquirer, can continue from it; it is `processing` until the acquirer answers. A decline is an
 * answer, not a refusal. If the payer has already cancelled the order, the payment is declined with `cancelled_by_caller`.
 */
export async function authorise(
  context: SettlementContext,
  request: AuthoriseRequest,
): Promise<Result<Payment, RefusalOf<typeof AUTHORISE_REFUSALS>>> {
  const saved = await inTransaction(context.db, (tx) => savePayment(context, tx, request));
  if (!saved.ok) return saved;
  if (saved.value.status !== 'processing') return done(paymentAnswer(context, saved.value));
  const { payment } = await askAcquirer(context, saved.value, 'first');
  return done(paymentAnswer(context, payment));
}

async function savePayment(
  context: SettlementContext,
  tx: Tx,
  { paymentId, payerParty, input, evidence }: AuthoriseRequest,
): Promise<Result<PaymentRow, RefusalOf<typeof AUTHORISE_REFUSALS>>> {
  const now = context.clock();
  const { cancelled, isNew } = await lockNewOrder(tx, payerParty, input.order_id);
  const known = isNew ? undefined : await findPayment(tx, payerParty, input.order_id);
  // An earlier attempt at the same request saved the payment and then crashed: continue from there.
  if (known?.payment_id === paymentId) return done(known);
  if (known !== undefined) return refuse('wrong_state');
  const method = await findMethod(context, tx, payerParty, input);
  if (method === undefined) return refuse('payment_method_not_found');
  const { acquirer } = method;
  if (acquirer === null || hasExpired(method, now)) return refuse('payment_method_expired');
  if (!isCurrency(input.currency)) return refuse('currency_unsupported');
  if (!context.acquirers.serves(acquirer, input)) return refuse('payment_method_elsewhere');

  const status = cancelled ? 'declined' : 'processing';
  const amountMinor = minorFromJson(input.amount_minor);
  const { order_id, payment_method_id, payee, currency, return_url = null, consent = null } = input;
  const evidenceId = newId();
  const fact = paymentFact(
    { payment_id: paymentId, payer_party: payerParty, order_id, payee, currency, status: null },
    { kind: 'authorise', status, amountMinor, evidenceId },
    now,
  );
  const inserted = await sql<PaymentRow>`
    with signed as (${insertEvidence(evidence, ONCE, evidenceId)}),
    ${factParts(fact)}
    insert into payments (payment_id, payer_party, order_id, payment_method_id, payee, amount_minor, currency, status,
      decline_reason, return_url, answer_due_at, authorisation_expires_at, consent, acquirer, created_at)
    values (${paymentId}, ${payerParty}, ${order_id}, ${payment_method_id}, ${payee}, ${amountMinor}, ${currency}, ${status},
      ${cancelled ? 'cancelled_by_caller' : null}, ${return_url}, ${cancelled ? null : addMs(now, POLL_AFTER_MS)},
      ${cancelled ? null : addMs(now, AUTHORISATION_MINUTES * MINUTE_MS)}, ${consent}, ${acquirer}, ${now})
    returning ${PAYMENT_COLUMNS}`.execute(tx);
  const [payment] = inserted.rows;
  if (payment === undefined) throw new Error(`Payment ${paymentId} was not stored.`);
  return done(payment);
}

async function findMethod(
  context: SettlementContext,
  tx: Tx,
  payerParty: string,
  input: AuthorisePayment,
): Promise<Method | undefined> {
  const owner = await methodOwner(context, payerParty, input);
  if (owner === undefined) return undefined;
  const found = await sql<Method>`
    select acquirer, expiry_month, expiry_year from payment_methods
    where payment_method_id = ${input.payment_method_id} and payer_reference = ${input.payer_reference}
      and payer_party = ${owner}`.execute(tx);
  return found.rows[0];
}
