import { Value } from 'typebox/value';
import { AuthorisePayment, type Payment } from '../../../contracts/settlement-payments.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Acquirer } from '../acquirers/port.ts';
import { AUTHORISATION_MINUTES, type SettlementContext } from '../context.ts';
import { applyAuthorisation } from '../payments/ask-acquirer.ts';
import { findPayment, lockOrder, type PaymentRow, paymentFact } from '../payments/payment.ts';
import { find, keepAnswer, type Made, settledAt } from './made-payment.ts';

type Place = { acquirer: string; payment_method_id: string | null };

/**
 * Stores an authorisation again that this server answered then, under the payment's own id, by which its acquirer knows it. What
 * was still open is asked of the acquirer afterwards, as ever. False if it can't be told which acquirer has it.
 */
export async function restoreAuthorisation(
  context: SettlementContext,
  made: Made,
  answered: Payment,
): Promise<boolean> {
  const input: unknown = JSON.parse(made.call.body);
  if (!Value.Check(AuthorisePayment, input)) return false;
  const known = await findPayment(context.db, made.party, input.order_id);
  const place = known === undefined ? await placeOf(context, made.party, input, answered) : known;
  if (place === undefined) return false;
  await inTransaction(context.db, async (tx) => {
    await lockOrder(tx, made.party, input.order_id);
    const payment =
      (await findPayment(tx, made.party, input.order_id)) ??
      (await insert(context, tx, { made, input, answered, place }));
    if (payment.payment_id === answered.payment_id) await takeAnswer(context, tx, payment, answered);
    await keepAnswer(tx, made, context.clock());
  });
  return true;
}

/** Where the card is known; otherwise the only acquirer that may have taken it, or the one that knows the payment. */
async function placeOf(
  context: SettlementContext,
  party: string,
  { payment_method_id, payee, currency, order_id }: AuthorisePayment,
  { payment_id }: Payment,
): Promise<Place | undefined> {
  const found = await sql<{ acquirer: string | null }>`
    select acquirer from payment_methods where payment_method_id = ${payment_method_id}`.execute(context.db);
  const [method] = found.rows;
  if (method !== undefined && method.acquirer !== null)
    return { acquirer: method.acquirer, payment_method_id };
  await find(context, party, 'payment_method_not_restored', { about: payment_method_id });
  const serving = context.acquirers
    .all()
    .filter(({ name }) => context.acquirers.serves(name, { payee, currency }));
  const [only, ...others] = serving;
  const name = others.length === 0 ? only?.name : await whoKnows(serving, payment_id);
  if (name !== undefined) return { acquirer: name, payment_method_id: null };
  await find(context, party, 'acquirer_not_known', { subject_id: payment_id, about: order_id });
  return undefined;
}

async function whoKnows(candidates: readonly Acquirer[], paymentId: string): Promise<string | undefined> {
  for (const { name, lookUp } of candidates) {
    const { kind } = await lookUp({ payment_id: paymentId, reference: null });
    if (kind !== 'not_found' && kind !== 'unknown') return name;
  }
  return undefined;
}

async function insert(
  context: SettlementContext,
  tx: Tx,
  { made, input, answered, place }: { made: Made; input: AuthorisePayment; answered: Payment; place: Place },
): Promise<PaymentRow> {
  const at = settledAt(context, made);
  const { payment_id } = answered;
  const { order_id, payee, currency, return_url = null, consent = null } = input;
  const amount_minor = minorFromJson(answered.amount_minor);
  const evidenceId = await storeEvidence(tx, made.evidence);
  const fact = paymentFact(
    { payment_id, payer_party: made.party, order_id, payee, currency, status: null },
    { kind: 'authorise', status: 'processing', amountMinor: amount_minor, evidenceId, reason: 'restored' },
    at,
  );
  const expires_at = answered.authorisation_expires_at ?? addMs(at, AUTHORISATION_MINUTES * MINUTE_MS);
  await sql`
    with ${factParts(fact)}
    insert into payments (payment_id, payer_party, order_id, payment_method_id, payee, amount_minor, currency, status,
      return_url, answer_due_at, authorisation_expires_at, consent, acquirer, created_at)
    values (${payment_id}, ${made.party}, ${order_id}, ${place.payment_method_id}, ${payee}, ${amount_minor}, ${currency},
      'processing', ${return_url}, ${context.clock()}, ${expires_at}, ${consent}, ${place.acquirer}, ${at})`.execute(
    tx,
  );
  const stored = await findPayment(tx, made.party, order_id);
  if (stored === undefined) throw new Error(`Payment ${payment_id} was not stored.`);
  return stored;
}

/** What the answer says of the authorisation; anything later than that, such as a capture, has an answer of its own. */
async function takeAnswer(
  context: SettlementContext,
  tx: Tx,
  payment: PaymentRow,
  { status, decline_reason }: Payment,
): Promise<void> {
  if (status === 'authorised')
    await applyAuthorisation(context, tx, payment, { kind: 'authorised' }, 'late_answer');
  if (status === 'declined' && decline_reason !== undefined)
    await applyAuthorisation(
      context,
      tx,
      payment,
      { kind: 'declined', reason: decline_reason },
      'late_answer',
    );
}
