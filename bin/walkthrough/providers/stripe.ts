import { aStripe } from '../../../test/stand-ins/acquirers/stripe.ts';
import { sentOnFrom } from './follow.ts';
import type { Provider } from './provider.ts';

/** Stripe's test payment methods. */
const CARDS = { plain: 'pm_card_visa', second_step: 'pm_card_threeDSecure2Required' } as const;

/** Cards are entered at Stripe's page and second steps taken at the bank's; both lead back over settlement's link. */
export async function aStripeProvider(): Promise<Provider> {
  const standIn = await aStripe();
  const { url, name, secret_key, webhook_secret } = standIn;
  const succeeded = (path: RegExp, member: string) =>
    standIn.exchanges
      .filter((exchange) => exchange.method === 'POST' && exchange.status === 200 && path.test(exchange.path))
      .reduce((sum, { answer }) => sum + Number(Object(answer)[member]), 0);
  return {
    name: 'Stripe',
    entry: { kind: 'stripe', name, url, secret_key, webhook_secret },
    enterCard: async (link, card) => sentOnFrom(standIn.enterCard(await sentOnFrom(link), CARDS[card])),
    takeSecondStep: async (link) => sentOnFrom(standIn.takeSecondStep(await sentOnFrom(link), true)),
    moved: () => ({
      captured: succeeded(/\/capture$/, 'amount_received'),
      refunded: succeeded(/^\/v1\/refunds$/, 'amount'),
    }),
    close: () => standIn.close(),
  };
}
