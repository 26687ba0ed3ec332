import type { ManagementContext } from '../context.ts';
import { registeredUntil } from '../orders/certificate-expiry.ts';
import type { Gift } from '../orders/gift.ts';
import { type OfferView, viewOffer } from './offers.ts';
import { mayHavePin } from './own-pin.ts';

/** An offer as its recipient sees it before answering. */
export type ShownOffer = OfferView & {
  /** Until when the certificate can be used, while it can still be accepted or was. */
  valid_until?: string;
  /** This number has other certificates of the shop: the PIN that opens them can be used for this one, too. */
  may_have_pin?: true;
};

export async function showOffer(context: ManagementContext, gift: Gift): Promise<ShownOffer> {
  const offer = viewOffer(context, gift);
  if (offer.state === 'refused' || offer.state === 'expired' || offer.state === 'cancelled') return offer;
  const { order_id } = gift.order;
  const valid_until = (await registeredUntil(context.db, [order_id])).get(order_id);
  const hasOthers = offer.state === 'waiting' && (await mayHavePin(context.db, gift));
  return {
    ...offer,
    ...(valid_until === undefined ? {} : { valid_until }),
    ...(hasOthers ? { may_have_pin: true } : {}),
  };
}
