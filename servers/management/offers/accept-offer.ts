import { ACCEPT_CERTIFICATE_REFUSALS } from '../../../contracts/shop-certificates.ts';
import { newCertificateNumber } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { isPersonal } from '../../../kit/phone.ts';
import { PHONE_CHECK_REFUSALS } from '../../../kit/phone-checks.ts';
import { checkPin, normalisePin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, knownRefusal, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { sealPin } from '../../../kit/sealed-pin.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { PROVE_CONTACT_REFUSALS, proveContact } from '../contacts/contact-codes.ts';
import type { ManagementContext } from '../context.ts';
import { driveOn, driveOrder } from '../orders/drive-order.ts';
import { type Gift, readGift } from '../orders/gift.ts';
import type { Step } from '../orders/order-answer.ts';
import { acceptCall } from '../orders/order-calls.ts';
import { isNameToConfirm } from '../orders/order-view.ts';
import { lockOrder, moveOrder, type OrderRow } from '../orders/orders.ts';
import { checkRecipientPhone } from './check-recipient-phone.ts';
import { ANYBODY, type IsFor, type OfferView, sameRecipient, viewOffer, whyClosed } from './offers.ts';
import { PROVE_PIN_REFUSALS, provePin } from './own-pin.ts';
import { sealingKeyOf } from './sealing-key.ts';
import { codeFor } from './send-acceptance-code.ts';

/**
 * A recipient by mail names a phone number, with the code that it was told. `name_confirmed`: they have been told the name
 * that the buyer typed, and say that it is theirs. `own_pin`: it is no new PIN, but the one that this number has at the shop.
 */
type Acceptance = {
  pin: string;
  own_pin?: boolean;
  phone?: string;
  code?: string;
  name_confirmed?: boolean;
  isFor?: IsFor;
};

export const ACCEPT_OFFER_REFUSALS = refusals(
  'offer_not_found',
  'already_accepted',
  'already_refused',
  'offer_expired',
  'wrong_state',
  'certificate_frozen', // its payment is disputed
  'name_not_confirmed', // the buyer typed it, and nobody could be asked
  'phone_number_invalid', // sent by mail, and no number was given, or none that a person is reached at
  'contact_not_proved', // sent by mail, and no code was given for the number
  ...PIN_REFUSALS, // the code stays valid
  ...PROVE_CONTACT_REFUSALS,
  ...PHONE_CHECK_REFUSALS, // what the mobile operator says of the number that the gift was sent to
  ...PROVE_PIN_REFUSALS, // if it is the PIN that this number has there; also if the shop does not give its key
  ...ACCEPT_CERTIFICATE_REFUSALS, // what the shop says
);

/**
 * Receipt 2–3: the recipient accepts and chooses a PIN. It is sealed at once, with the certificate's new number, for
 * the shop server alone; neither is kept here. Retried under the same `callId`, it goes on with what was sealed the
 * first time.
 */
export async function acceptOffer(
  context: ManagementContext,
  orderId: string,
  input: Acceptance,
  callId = newId(),
): Promise<Result<OfferView, RefusalOf<typeof ACCEPT_OFFER_REFUSALS>>> {
  return acceptGift(context, await readGift(context.db, orderId), input, callId);
}

/** Like `acceptOffer`, of a gift that was just read. */
export async function acceptGift(
  context: ManagementContext,
  gift: Gift,
  input: Acceptance,
  callId: string,
): Promise<Result<OfferView, RefusalOf<typeof ACCEPT_OFFER_REFUSALS>>> {
  const begun = await beginAcceptance(context, gift, input, callId);
  if (!begun.ok) return begun;
  const order = await (begun.value === null
    ? driveOrder(context, gift.order.order_id)
    : driveOn(context, begun.value, gift));
  if (order.state === 'offered' && order.acceptance_problem !== null) {
    return refuse(knownRefusal(ACCEPT_CERTIFICATE_REFUSALS, order.acceptance_problem, 'wrong_state'));
  }
  return done(viewOffer(context, { ...gift, order }));
}

async function isBegun(executor: Executor, callId: string): Promise<boolean> {
  const known = await sql`select 1 from calls where call_id = ${callId}`.execute(executor);
  return known.rows.length > 0;
}

/** Seals number and PIN, and stores the call that hands them to the shop; null if it was stored before. */
async function beginAcceptance(
  context: ManagementContext,
  { order: before, shop }: Gift,
  input: Acceptance,
  callId: string,
): Promise<Result<Step | null, RefusalOf<typeof ACCEPT_OFFER_REFUSALS>>> {
  const { isFor = ANYBODY } = input;
  const closed = whyClosed(context, before);
  // Begun before, it is closed for that, or open again because the shop refused.
  if (closed !== null || before.acceptance_problem !== null) {
    if (await isBegun(context.db, callId)) return done(null);
  }
  if (closed !== null) return refuse(closed);
  if (before.dispute !== null) return refuse('certificate_frozen');
  if (isNameToConfirm(before) && input.name_confirmed !== true) return refuse('name_not_confirmed');
  const named = nameContact(before, input);
  if (!named.ok) return named;
  const { phone, code } = named.value;
  const pin = normalisePin(input.pin);
  const bad = checkPin(pin, { phone });
  if (bad !== null) return refuse(bad);
  if (code !== undefined) {
    const proved = await proveContact(context, codeFor(before), { phone, code });
    if (!proved.ok) return proved;
  }
  const checked = await checkRecipientPhone(context, before);
  if (!checked.ok) return checked;
  const proven = input.own_pin === true ? await provePin(context, { shop }, { phone, pin }) : done(null);
  if (!proven.ok) return proven;

  const sealingKey = await sealingKeyOf(context, shop.party);
  if (sealingKey === undefined) return refuse('service_unavailable');
  const number = newCertificateNumber(context.random);
  const sealedPin = await sealPin(sealingKey, {
    certificate_id: before.order_id,
    certificate_number: number,
    pin,
    phone,
    sealed_at: context.clock().toISOString(),
  });
  return inTransaction(
    context.db,
    async (tx): Promise<Result<Step | null, RefusalOf<typeof ACCEPT_OFFER_REFUSALS>>> => {
      const order = await lockOrder(tx, before.order_id);
      if (order === undefined || !isFor(order) || !sameRecipient(before)(order))
        return refuse('offer_not_found');
      const nowClosed = whyClosed(context, order);
      if (nowClosed !== null) return refuse(nowClosed);
      if (order.dispute !== null) return refuse('certificate_frozen');
      const call = acceptCall(order, shop, { sealedPin, callId });
      const moved = await moveOrder(tx, order, 'accepting', context.clock(), {
        kind: 'accepting',
        set: { accepted_phone: phone, certificate_last4: number.slice(-4), acceptance_problem: null },
        call,
      });
      return done({ order: moved, call });
    },
  );
}

/**
 * The number that will open the certificate. One that got the gift is proved by having got it, by text or in a call; one
 * that a recipient by mail names is proved by a code.
 */
function nameContact(
  order: OrderRow,
  { phone, code }: Acceptance,
): Result<{ phone: string; code?: string }, 'phone_number_invalid' | 'contact_not_proved'> {
  if (order.recipient_phone !== null) return done({ phone: order.recipient_phone });
  const parsed = parsePhone(phone ?? '');
  if (!parsed.ok || !isPersonal(parsed.e164)) return refuse('phone_number_invalid');
  return code === undefined ? refuse('contact_not_proved') : done({ phone: parsed.e164, code });
}
