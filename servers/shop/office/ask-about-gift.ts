import {
  AskedAboutGift,
  CANCEL_GIFT_REFUSALS,
  GiftActions,
  giftActionsPath,
  giftCancellationPath,
  giftRefundPath,
  giftResendsPath,
  READ_GIFT_ACTIONS_REFUSALS,
  REFUND_GIFT_REFUSALS,
  RESEND_GIFT_REFUSALS,
} from '../../../contracts/gift-requests.ts';
import { sql } from '../../../kit/db/sql.ts';
import { SHOP_ACTIONS, type ShopAction } from '../../../kit/gift-state.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';
import { whyNotWithdrawable } from '../certificates/cancel-certificate.ts';
import type { ShopContext } from '../context.ts';
import { askOperator } from '../http/ask-operator.ts';

export const READ_ACTIONS_REFUSALS = refusals(
  'certificate_not_found',
  ...READ_GIFT_ACTIONS_REFUSALS,
  'service_unavailable', // the operator gave no answer
);

export const RESEND_FROM_OFFICE_REFUSALS = refusals(
  'certificate_not_found',
  ...RESEND_GIFT_REFUSALS,
  'outcome_unknown', // the operator gave no answer; the same key asks for the same once more, here and below
);
export const CANCEL_FROM_OFFICE_REFUSALS = refusals(
  'certificate_not_found',
  ...CANCEL_GIFT_REFUSALS,
  'outcome_unknown',
);
export const REFUND_FROM_OFFICE_REFUSALS = refusals(
  'certificate_not_found',
  ...REFUND_GIFT_REFUSALS,
  'outcome_unknown',
);

/** The certificate whose gift the operator was asked about. */
type About = { certificate_id: string };
type Asked<Codes extends readonly ProblemCode[]> = Promise<Result<About, RefusalOf<Codes>>>;

/** What staff can have the operator do with a gift now. The operator says so, and the shop knows what was used at its tills. */
export async function readActions(
  context: ShopContext,
  certificateId: string,
): Promise<Result<{ actions: ShopAction[] }, RefusalOf<typeof READ_ACTIONS_REFUSALS>>> {
  const gift = await findGift(context, certificateId);
  if (gift === undefined) return refuse('certificate_not_found');
  if (gift.state !== 'registered' && gift.state !== 'active') return done({ actions: [] });
  const asked = await askOperator(
    context,
    { operator: gift.operator, path: giftActionsPath(gift.order_id) },
    { shape: GiftActions, codes: READ_GIFT_ACTIONS_REFUSALS, unknown: 'service_unavailable' },
  );
  if (!asked.ok) return asked;
  const kept = gift.state === 'active' ? await whyNotWithdrawable(context.db, certificateId) : null;
  const can = (action: ShopAction) =>
    asked.value.actions.includes(action) && (action !== 'refund' || kept === null);
  return done({ actions: SHOP_ACTIONS.filter(can) });
}

/** Has the operator tell a gift's recipient once more, for somebody who asks at the shop. */
export async function resendGift(
  context: ShopContext,
  certificateId: string,
  act: StaffAct,
): Asked<typeof RESEND_FROM_OFFICE_REFUSALS> {
  const gift = await findGift(context, certificateId);
  if (gift === undefined) return refuse('certificate_not_found');
  const asked = await ask(context, gift, act, giftResendsPath, RESEND_GIFT_REFUSALS);
  if (asked.ok) await note(context, certificateId, act, 'resend');
  return asked;
}

/** Has the operator cancel a gift that nobody has accepted, for its buyer. */
export async function cancelGift(
  context: ShopContext,
  certificateId: string,
  act: StaffAct,
): Asked<typeof CANCEL_FROM_OFFICE_REFUSALS> {
  const gift = await findGift(context, certificateId);
  if (gift === undefined) return refuse('certificate_not_found');
  await note(context, certificateId, act, 'ask_cancel');
  return ask(context, gift, act, giftCancellationPath, CANCEL_GIFT_REFUSALS);
}

/** Has the operator refund an accepted gift that was not used, to its buyer. */
export async function refundGift(
  context: ShopContext,
  certificateId: string,
  act: StaffAct,
): Asked<typeof REFUND_FROM_OFFICE_REFUSALS> {
  const gift = await findGift(context, certificateId);
  if (gift === undefined) return refuse('certificate_not_found');
  await note(context, certificateId, act, 'ask_refund');
  return ask(context, gift, act, giftRefundPath, REFUND_GIFT_REFUSALS);
}

type Gift = { certificate_id: string; operator: string; order_id: string; state: string };

async function findGift({ db }: ShopContext, certificateId: string): Promise<Gift | undefined> {
  const found = await sql<Gift>`
    select certificate_id, operator, order_id, state from certificates
    where certificate_id = ${certificateId}`.execute(db);
  return found.rows[0];
}

/** The operator knows the request by the note's id, so that a repeated one does nothing twice. */
async function ask<const Codes extends readonly ProblemCode[]>(
  context: ShopContext,
  { certificate_id, operator, order_id }: Gift,
  { note_id }: StaffAct,
  path: (orderId: string) => string,
  codes: Codes,
): Promise<Result<About, RefusalOf<Codes> | 'outcome_unknown'>> {
  const asked = await askOperator(
    context,
    { operator, path: path(order_id), body: {}, idempotency_key: note_id },
    { shape: AskedAboutGift, codes, unknown: 'outcome_unknown' },
  );
  return asked.ok ? done({ certificate_id }) : asked;
}

/**
 * Keeps who asked, and why. Where money moves that is before the operator is asked: the operator may have done it though
 * nobody here hears so.
 */
async function note({ db, clock }: ShopContext, subject_id: string, act: StaffAct, action: string) {
  await keepNote(db, act, { subject_id, action, at: clock() });
}
