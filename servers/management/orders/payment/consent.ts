import { isCash } from '../../../../contracts/cash.ts';
import { CONSENT_TYP, type PaymentConsent } from '../../../../contracts/settlement-payments.ts';
import { signStatement } from '../../../../kit/signing/statement.ts';
import { type ManagementContext, settlementOf } from '../../context.ts';
import type { Shop } from '../../shops/shops.ts';

/**
 * Adds management's signed consent to an authorisation that goes through a shop: this shop may charge this card this
 * amount for this order, until the time to confirm runs out. A direct authorisation needs none, and neither does cash.
 */
export async function withConsent<
  Body extends Omit<PaymentConsent, 'settlement' | 'taken_by' | 'valid_until'> & { return_url: string },
>(
  context: ManagementContext,
  { payment_route, authorise_by }: { payment_route: Shop['payment_route']; authorise_by: Date },
  shop: Pick<Shop, 'party' | 'settlement'>,
  body: Body,
): Promise<Body & { consent?: string }> {
  if (payment_route === 'direct' || isCash(body.payment_method_id)) return body;
  const { return_url: _return_url, ...what } = body;
  const consent: PaymentConsent = {
    ...what,
    settlement: settlementOf(context, shop).party,
    taken_by: shop.party,
    valid_until: authorise_by.toISOString(),
  };
  return { ...body, consent: await signStatement(context.signingKey, CONSENT_TYP, consent) };
}
