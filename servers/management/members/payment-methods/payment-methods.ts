import { Value } from 'typebox/value';
import {
  PAYMENT_METHOD_PATHS,
  type PaymentMethod,
  PaymentMethod as PaymentMethodSchema,
  PaymentMethodSetup,
  type SetupPaymentMethod,
} from '../../../../contracts/settlement-payment-methods.ts';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import { storeEvidence } from '../../../../kit/signing/evidence.ts';
import { type Evidence, type Party, signedFetch } from '../../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../../kit/trace.ts';
import { type ManagementContext, settlementName, settlementOf, settlementsOf } from '../../context.ts';
import { readShop } from '../../shops/shops.ts';

const TIMEOUT_MS = 10 * SECOND_MS;

export type StoredPaymentMethod = {
  payment_method_id: string;
  brand: string;
  /** The masked payment account that Purchase 2 returns. */
  masked_number: string;
  /** Both missing if the acquirer doesn't tell when the card expires. */
  expiry_month?: number;
  expiry_year?: number;
  /** Nothing is held on it: the card is charged, and may be declined, only when the buyer has confirmed. */
  charged_at_capture: boolean;
  /** The settlement server that it is good for: that of the shops that name it. */
  settlement: string;
};

export const SET_UP_PAYMENT_METHOD_REFUSALS = refusals(
  'payment_unknown', // settlement does not answer
  'shop_not_found',
);

/**
 * Asks the settlement server of a shop, or the first, for a page where the buyer enters their card, so that the card never passes through here. It returns to
 * our own page, or to the terminal in a store at which the buyer is. Whoever has the page's address may enter a card, so
 * neither it nor settlement's answer is stored; asked again, settlement makes another page.
 */
export async function setUpPaymentMethod(
  context: ManagementContext,
  memberId: string,
  { shopId, terminalOrigin }: { shopId: string | undefined; terminalOrigin: string | undefined },
): Promise<Result<PaymentMethodSetup, RefusalOf<typeof SET_UP_PAYMENT_METHOD_REFUSALS>>> {
  const shop = shopId === undefined ? undefined : await readShop(context.db, shopId);
  if (shopId !== undefined && shop === undefined) return refuse('shop_not_found');
  const body: SetupPaymentMethod = {
    payer_reference: memberId,
    ...wayBack(context, terminalOrigin),
    ...(shop === undefined ? {} : { payee: shop.party, currency: shop.currency }),
  };
  const answer = await askSettlement(context, settlementOf(context, shop ?? { settlement: null }), {
    method: 'POST',
    path: PAYMENT_METHOD_PATHS.setups,
    body,
  });
  if (answer.kind === 'unknown' || answer.status !== 201 || !Value.Check(PaymentMethodSetup, answer.json))
    return refuse('payment_unknown');
  return done(answer.json);
}

function askSettlement(
  context: ManagementContext,
  party: Party,
  { method, path, body }: { method: 'GET' | 'POST'; path: string; body?: SetupPaymentMethod },
) {
  return signedFetch({
    key: context.signingKey,
    party,
    method,
    path,
    ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)), idempotency_key: newId() }),
    clock: context.clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
}

function wayBack(
  { publicUrl }: ManagementContext,
  terminalOrigin: string | undefined,
): Pick<SetupPaymentMethod, 'return_url' | 'shared_device'> {
  return terminalOrigin === undefined
    ? { return_url: `${publicUrl}/give/card` }
    : { return_url: `${terminalOrigin}/terminal`, shared_device: true };
}

export const ADD_PAYMENT_METHOD_REFUSALS = refusals(
  'payment_unknown',
  'payment_method_not_found', // also when it is somebody else's
);

/**
 * Stores the token of a card that the buyer gave to settlement, once a settlement server confirms whose it is. The token does
 * not say where it is from, so they are asked one after the other.
 */
export async function addPaymentMethod(
  context: ManagementContext,
  memberId: string,
  paymentMethodId: string,
): Promise<Result<StoredPaymentMethod, RefusalOf<typeof ADD_PAYMENT_METHOD_REFUSALS>>> {
  let isUnknown = false;
  for (const party of settlementsOf(context)) {
    const path = `${PAYMENT_METHOD_PATHS.methods}/${encodeURIComponent(paymentMethodId)}`;
    const answer = await askSettlement(context, party, { method: 'GET', path });
    if (answer.kind === 'unknown' || answer.status >= 500) {
      isUnknown = true;
      continue;
    }
    const { json } = answer;
    const isTheirs =
      answer.status === 200 && Value.Check(PaymentMethodSchema, json) && json.payer_reference === memberId;
    if (isTheirs) return done(await storePaymentMethod(context, party, json, answer.evidence));
  }
  return refuse(isUnknown ? 'payment_unknown' : 'payment_method_not_found');
}

/** Stores a payment method as settlement's signed answer has it; the payer's reference is the member's id. */
export async function storePaymentMethod(
  context: ManagementContext,
  { party }: Pick<Party, 'party'>,
  method: PaymentMethod,
  evidence: Evidence,
): Promise<StoredPaymentMethod> {
  const { payment_method_id, brand, last4, expiry_month = null, expiry_year = null } = method;
  const row = { payment_method_id, brand, last4, expiry_month, expiry_year };
  const { charged_at_capture = false, card_fingerprint = null } = method;
  await inTransaction(context.db, async (tx) => {
    const evidenceId = await storeEvidence(tx, evidence);
    await sql`
      insert into payment_methods (payment_method_id, member_id, brand, last4, expiry_month, expiry_year, charged_at_capture,
        evidence_id, card_fingerprint, settlement, created_at)
      values (${payment_method_id}, ${method.payer_reference}, ${brand}, ${last4}, ${expiry_month}, ${expiry_year},
        ${charged_at_capture}, ${evidenceId}, ${card_fingerprint}, ${party}, ${context.clock()})
      on conflict (payment_method_id) do update set removed_at = null, card_fingerprint = excluded.card_fingerprint
      where payment_methods.settlement is not distinct from excluded.settlement`.execute(tx);
  });
  return masked({ ...row, charged_at_capture, settlement: party });
}

export async function listPaymentMethods(
  context: ManagementContext,
  memberId: string,
): Promise<StoredPaymentMethod[]> {
  const found = await sql<MethodRow & { settlement: string | null }>`
    select payment_method_id, brand, last4, expiry_month, expiry_year, charged_at_capture, settlement from payment_methods
    where member_id = ${memberId} and removed_at is null order by created_at desc limit 20`.execute(
    context.db,
  );
  return found.rows.map((row) => masked({ ...row, settlement: settlementName(context, row) }));
}

export const REMOVE_PAYMENT_METHOD_REFUSALS = refusals('payment_method_not_found');

/** Removes a card from the member's list; settlement keeps what its payments need. */
export async function removePaymentMethod(
  context: ManagementContext,
  memberId: string,
  paymentMethodId: string,
): Promise<Result<{ payment_method_id: string }, RefusalOf<typeof REMOVE_PAYMENT_METHOD_REFUSALS>>> {
  const removed = await sql`
    update payment_methods set removed_at = coalesce(removed_at, ${context.clock()})
    where payment_method_id = ${paymentMethodId} and member_id = ${memberId} returning 1`.execute(context.db);
  return removed.rows.length === 0
    ? refuse('payment_method_not_found')
    : done({ payment_method_id: paymentMethodId });
}

type MethodRow = Pick<PaymentMethod, 'payment_method_id' | 'brand' | 'last4'> & {
  expiry_month: number | null;
  expiry_year: number | null;
  charged_at_capture: boolean;
};

function masked({
  last4,
  expiry_month,
  expiry_year,
  ...method
}: MethodRow & { settlement: string }): StoredPaymentMethod {
  const expiry = expiry_month === null || expiry_year === null ? {} : { expiry_month, expiry_year };
  return { ...method, masked_number: `**** **** **** ${last4}`, ...expiry };
}
