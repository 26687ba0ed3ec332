import { addMs } from '../../../../kit/clock.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { consumeAll } from '../../../../kit/limits.ts';
import type { ManagementContext } from '../../context.ts';
import { CALL_BACK_MS, planAccountCall, planDial } from '../../messages/plan-dial.ts';
import { acceptOffer } from '../../offers/accept-offer.ts';
import { refuseOffer } from '../../offers/refuse-offer.ts';
import { certificateExpiry } from '../../orders/certificate-expiry.ts';
import type { EffectResult, OfferFact } from '../dialogues/types.ts';
import { offerFor } from '../offer-facts.ts';
import { markToldInCall } from '../tellings.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';

/**
 * Plans a call to a number about the gift that waits for it, or about the account of its owner. The answer is the same if
 * no gift waits, or nobody has joined, so that nobody learns who has been given something or is a member.
 */
export async function callBack(
  context: ManagementContext,
  { phone, about }: EffectOf<'call_back'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const { callBacksByCaller, callBacksByPhone } = context.limits;
  // Nobody knows which of the callers with withheld numbers are the same, so theirs are counted by the number called only.
  const allowed = await consumeAll([
    ...(call.phone === null ? [] : [[callBacksByCaller, call.phone] as const]),
    [callBacksByPhone, phone],
  ]);
  if (!allowed.ok) return { kind: 'refused', code: 'rate_limited' };
  await inTransaction(context.db, async (tx) => {
    const due_at = addMs(context.clock(), CALL_BACK_MS);
    if (about === 'account') return planAccountCall(context, tx, { phone, due_at });
    const offer = await offerFor(context, tx, phone);
    if (offer === undefined) return;
    await planDial(context, tx, { order_id: offer.fact.order_id, phone, due_at, asked_for: true });
  });
  return { kind: 'call_back_planned' };
}

/**
 * Receipt 2–3. The acceptance's id is the input's effect id, so the input, handled again, continues with the sealed PIN. The caller
 * has heard whose name is on the gift.
 */
export async function accept(
  context: ManagementContext,
  { order_id, phone, pin }: EffectOf<'accept'>,
  { effectId, call }: EffectCall,
): Promise<EffectResult> {
  const accepted = await acceptOffer(context, order_id, { pin, name_confirmed: true }, effectId);
  if (!accepted.ok) return { kind: 'refused', code: accepted.code };
  if (accepted.value.state !== 'accepted') return { kind: 'acceptance_pending' };
  await markToldInCall(context, call.call_id, { order_id, kind: 'recipient.gift_accepted' });
  return {
    kind: 'accepted',
    valid_until: await certificateExpiry(context.db, order_id),
    next_offer: await nextOffer(context, phone),
  };
}

export async function refuseGift(
  context: ManagementContext,
  { order_id, phone }: EffectOf<'refuse'>,
): Promise<EffectResult> {
  const refused = await refuseOffer(context, order_id, undefined);
  if (!refused.ok) return { kind: 'refused', code: refused.code };
  return { kind: 'refused_gift', next_offer: await nextOffer(context, phone) };
}

async function nextOffer(context: ManagementContext, phone: string): Promise<OfferFact | null> {
  return (await offerFor(context, context.db, phone))?.fact ?? null;
}
