import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { isDomestic, isMobile, isPersonal } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import {
  CODE_MINUTES,
  type CodeFor,
  type ContactCode,
  newContactCode,
  waitingContactCode,
} from '../contacts/contact-codes.ts';
import type { ManagementContext } from '../context.ts';
import { canCall } from '../messages/plan-dial.ts';
import { queueMessage } from '../messages/queue-message.ts';
import type { Gift } from '../orders/gift.ts';
import type { OrderRow } from '../orders/orders.ts';
import { FIND_OFFER_REFUSALS, findOffer, whyClosed } from './offers.ts';

export type AcceptanceCodeSent = { sent_by: 'text' | 'call'; expires_in_minutes: number };

export const SEND_ACCEPTANCE_CODE_REFUSALS = refusals(
  ...FIND_OFFER_REFUSALS,
  'already_accepted',
  'already_refused',
  'offer_expired',
  'wrong_state', // also if the gift went to a phone number, which is proved by having got it
  'phone_number_invalid', // also one that no person is reached at, or a call to it would go abroad
  'service_unavailable', // a call is needed or was asked for, and there is no phone line
  'rate_limited', // codes of this gift, or to that number
);

/** The gift that is accepted, and the number that is to be proved. */
export type CountedCode = { gift: Gift; contact: ContactCode };

/** Checks the number and counts the code for the gift and for the number, before the transaction of `sendAcceptanceCode`. */
export async function countAcceptanceCode(
  context: ManagementContext,
  token: string,
  input: { phone: string; by?: 'text' | 'call' | undefined },
): Promise<Result<CountedCode, RefusalOf<typeof SEND_ACCEPTANCE_CODE_REFUSALS>>> {
  const offer = await findOffer(context.db, token);
  if (!offer.ok) return offer;
  const { value: gift } = offer;
  const { order } = gift;
  const closed = whyClosed(context, order);
  if (closed !== null) return refuse(closed);
  if (order.recipient_phone !== null) return refuse('wrong_state');
  const parsed = parsePhone(input.phone);
  if (!parsed.ok || !isPersonal(parsed.e164)) return refuse('phone_number_invalid');
  const { e164: phone } = parsed;
  const called = input.by === 'call' || !isMobile(phone);
  if (called && !isDomestic(phone)) return refuse('phone_number_invalid');
  if (called && !(await canCall(context))) return refuse('service_unavailable');
  const { acceptanceCodesByOrder, acceptanceCodesByPhone, codeCallsByPhone } = context.limits;
  const allowed = await consumeAll([
    [acceptanceCodesByOrder, order.order_id],
    [acceptanceCodesByPhone, phone],
    ...(called ? [[codeCallsByPhone, phone] as const] : []),
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return done({ gift, contact: { phone, sent_by: called ? 'call' : 'text' } });
}

/**
 * Tells a code to the number that a recipient by mail wants to open the gift with, by text or in a call. The shop takes the
 * number on management's word, so management seals none that it has not proved.
 */
export async function sendAcceptanceCode(
  context: ManagementContext,
  tx: Tx,
  { gift: { order, shop, recipientLocale: locale }, contact }: CountedCode,
): Promise<Result<AcceptanceCodeSent, never>> {
  const { code, expires_at } = await newContactCode(context, tx, codeFor(order), contact);
  await queueMessage(context, tx, {
    kind: 'recipient.number_code',
    vars: { code, minutes: CODE_MINUTES, shop_name: locale === 'ko' ? shop.name_ko : shop.name_en },
    to: [{ channel: contact.sent_by === 'call' ? 'voice' : 'sms', address: contact.phone }],
    locale,
    subject_id: order.order_id,
    expires_at,
  });
  return done({ sent_by: contact.sent_by, expires_in_minutes: CODE_MINUTES });
}

/** The number that was told a code for this gift, while the code can still be entered. */
export async function waitingForCode(
  context: ManagementContext,
  executor: Executor,
  order: OrderRow,
): Promise<ContactCode | undefined> {
  return order.recipient_phone === null ? waitingContactCode(context, executor, codeFor(order)) : undefined;
}

/** For whoever the gift is meant for now: after a correction, a code that somebody else asked for is no good. */
export function codeFor({ order_id, read_back_id }: OrderRow): CodeFor {
  return { purpose: 'accept_offer', subject: read_back_id ?? order_id };
}
