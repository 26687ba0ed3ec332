import { lastDigits } from '../last-digits.ts';
import type { Acquirer, CardAtAcquirer, CardPageRequest, CardPlace } from '../port.ts';
import type { PortOneApi } from './api.ts';
import { type BillingKey, findBillingKey } from './billing-key.ts';

type Settings = { store_id: string; channel_key: string; test: boolean };

/**
 * PortOne's window for one card (https://developers.portone.io/sdk/ko/v2-sdk/billing-key-request). The browser comes back with a
 * billing key, which is looked up: it must be one for the customer that the window was opened for, which is the card session.
 */
export function portOneCardPage(
  ask: PortOneApi,
  { store_id, channel_key, test }: Settings,
): NonNullable<Acquirer['card_page']> {
  const placeOf = ({ setup_id, return_url }: CardPageRequest): CardPlace => ({
    kind: 'element',
    element: {
      provider: 'portone',
      script: 'https://cdn.portone.io/v2/browser-sdk.js',
      origins: ['https://*.portone.io', 'https://*.iamport.co'],
      parameters: {
        ...{ store_id, channel_key, return_url },
        ...{ issue_id: setup_id, issue_name: 'Seonmul', customer_id: setup_id },
      },
    },
  });
  return {
    open: async (request) => ({ kind: 'done', reference: request.setup_id, at: placeOf(request) }),

    async read({ reference, returned, ...request }) {
      const { billingKey, code } = returned;
      if (billingKey === undefined) return { ...placeOf(request), failed: code !== undefined };
      const found = await findBillingKey(ask, store_id, billingKey);
      if (found.kind === 'unknown') return found;
      if (found.kind === 'missing' || found.body.customer.id !== reference)
        return { ...placeOf(request), failed: true };
      const isOfTest = found.body.channels.some(({ type }) => type === 'TEST');
      const card = cardOf(billingKey, found.body);
      return card === undefined || isOfTest !== test ? { kind: 'closed' } : { kind: 'entered', card };
    },
  };
}

/** Undefined if it is no card, which a channel may have offered. */
function cardOf(token: string, { methods = [] }: BillingKey): CardAtAcquirer | undefined {
  const card = methods.find((method) => method.type === 'BillingKeyPaymentMethodCard')?.card;
  if (card === undefined) return undefined;
  // A card without an international brand is known by its name, such as 신한카드.
  const isForeign = card.brand !== undefined && card.brand !== 'LOCAL';
  const brand = isForeign ? card.brand?.toLowerCase() : (card.name ?? card.issuer);
  const last4 = lastDigits(card.number ?? '');
  return { token, brand: brand ?? 'Card', last4, expiry: null, fingerprint: null };
}
