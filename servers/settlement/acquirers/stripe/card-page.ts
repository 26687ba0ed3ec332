import type Stripe from 'stripe';
import type { Acquirer, CardPageState } from '../port.ts';
import { hasCode } from './errors.ts';

/**
 * Stripe's own page for one card (Checkout in setup mode, which makes a SetupIntent): the card's number never comes here.
 * The Customer, whom the card is saved for, is created first, and is nobody in particular.
 */
export function cardPage(stripe: Stripe): NonNullable<Acquirer['card_page']> {
  return {
    async open({ setup_id, return_url, cancel_url }) {
      try {
        const customer = await stripe.customers.create({ metadata: { setup_id } });
        const session = await stripe.checkout.sessions.create({
          mode: 'setup',
          customer: customer.id,
          allowed_payment_method_types: ['card'],
          success_url: return_url,
          cancel_url,
          metadata: { setup_id },
        });
        return session.url === null
          ? { kind: 'unknown' }
          : { kind: 'done', reference: session.id, at: { kind: 'open', url: session.url } };
      } catch {
        return { kind: 'unknown' };
      }
    },

    async read({ reference }) {
      try {
        const expand = ['setup_intent.payment_method'];
        return stateOf(await stripe.checkout.sessions.retrieve(reference, { expand }));
      } catch (error) {
        return { kind: hasCode(error, 'resource_missing') ? 'closed' : 'unknown' };
      }
    },
  };
}

function stateOf({ status, url, customer, setup_intent }: Stripe.Checkout.Session): CardPageState {
  if (status === 'expired') return { kind: 'closed' };
  if (status === 'open') return typeof url === 'string' ? { kind: 'open', url } : { kind: 'unknown' };
  if (status !== 'complete' || typeof setup_intent !== 'object' || setup_intent === null)
    return { kind: 'unknown' };
  const method = setup_intent.payment_method;
  if (typeof method !== 'object' || method?.card === undefined || typeof customer !== 'string')
    return { kind: 'closed' };
  const { id, card } = method;
  return {
    kind: 'entered',
    card: {
      token: `${customer}/${id}`,
      brand: card.brand,
      last4: card.last4,
      expiry: { expiry_month: card.exp_month, expiry_year: card.exp_year },
      fingerprint: card.fingerprint ?? id,
    },
  };
}
