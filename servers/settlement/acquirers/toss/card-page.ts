import Type from 'typebox';
import { lastDigits } from '../last-digits.ts';
import type { Acquirer, CardPageRequest, CardPlace } from '../port.ts';
import { readToss, type TossApi } from './api.ts';
import { issuerName } from './issuers.ts';

const Billing = Type.Object({
  billingKey: Type.String({ minLength: 1 }),
  customerKey: Type.String(),
  card: Type.Object({ issuerCode: Type.String(), number: Type.String() }),
});

/**
 * Toss Payments' window for one card (https://docs.tosspayments.com/guides/v2/billing/integration). It sends the browser back with
 * an `authKey`, which is exchanged for a billing key once; under its own idempotency key, so that a lost answer is given again. The
 * customer, for whom the card is saved, is the card session.
 */
export function tossCardPage(ask: TossApi, clientKey: string): NonNullable<Acquirer['card_page']> {
  const placeOf = ({ setup_id, return_url }: CardPageRequest): CardPlace => ({
    kind: 'element',
    element: {
      provider: 'toss',
      script: 'https://js.tosspayments.com/v2/standard',
      origins: ['https://*.tosspayments.com'],
      parameters: { client_key: clientKey, customer_key: setup_id, return_url },
    },
  });
  return {
    open: async (request) => ({ kind: 'done', reference: request.setup_id, at: placeOf(request) }),

    async read({ reference, returned, ...request }) {
      const { authKey, code } = returned;
      if (authKey === undefined) return { ...placeOf(request), failed: code !== undefined };
      const body = { authKey, customerKey: reference };
      const key = { 'idempotency-key': authKey };
      const issued = readToss(Billing, await ask('POST', '/v1/billing/authorizations/issue', body, key));
      if (issued.kind === 'unknown') return issued;
      // One that was used before, or is another session's.
      if (issued.kind === 'refused' || issued.body.customerKey !== reference)
        return { ...placeOf(request), failed: true };
      const { billingKey, card } = issued.body;
      return {
        kind: 'entered',
        card: {
          token: `${reference}/${billingKey}`,
          brand: issuerName(card.issuerCode),
          last4: lastDigits(card.number),
          expiry: null,
          fingerprint: null,
        },
      };
    },
  };
}
