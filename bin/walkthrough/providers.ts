import { readFileSync, writeFileSync } from 'node:fs';
import { type Stack, waitUntilReady } from '../stack/stack.ts';
import { expectAnswer, textOf } from './doors.ts';
import { buy, cancelOffer, order } from './gift.ts';

import { type Buyer, CAST, logIn, Phone, type World } from './people.ts';
import { aPortOneProvider } from './providers/portone.ts';

import type { Provider } from './providers/provider.ts';
import { aStripeProvider } from './providers/stripe.ts';
import { aTossProvider } from './providers/toss.ts';

const PROVIDERS: readonly (() => Promise<Provider>)[] = [aStripeProvider, aTossProvider, aPortOneProvider];

const AMOUNT = 20_000;

/**
 * Buys through each provider, its stand-in beside the system and first in the list of acquirers, for which the settlement
 * server is restarted. `say` is told how each went.
 */
export async function playProviders(
  { stack, world }: { stack: Stack; world: World },
  say: (name: string, play: () => Promise<string>) => Promise<void>,
): Promise<void> {
  const opened: Provider[] = [];
  try {
    for (const open of PROVIDERS) {
      const provider = await open();
      opened.push(provider);
      await say(`purchase through ${provider.name}`, async () => {
        await preferProvider(stack, provider);
        // The clock may have passed days, which end sessions.
        return playProvider(world, await logIn(world), provider);
      });
    }
  } finally {
    await Promise.all(opened.map((provider) => provider.close()));
  }
}

/** Puts a provider before those that are in the list already, whose payments go on there. */
async function preferProvider(stack: Stack, { entry }: Provider): Promise<void> {
  const file = stack.files.file('settlement.acquirers.json');
  const listed: unknown[] = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify([entry, ...listed], null, 2), { mode: 0o600 });
  await stack.children.get('settlement')?.restart();
  await waitUntilReady('settlement', stack.url('settlement'), 'its log');
}

async function playProvider(world: World, buyer: Buyer, provider: Provider): Promise<string> {
  const phone = new Phone(world.sandbox, CAST.another.phone);
  await phone.glance();
  const card = await addCardAt(buyer, provider, 'plain');
  const gift = await buy(buyer, card, { phone: CAST.another.phone }, { amount_minor: AMOUNT });
  await cancelOffer(buyer, phone, gift);
  const { captured, refunded } = provider.moved();
  if (captured !== AMOUNT || refunded !== AMOUNT)
    throw new Error(`the provider captured ${captured} and refunded ${refunded}`);
  if (provider.takeSecondStep === undefined) return 'card entered, captured and refunded';

  const careful = await addCardAt(buyer, provider, 'second_step');
  const { body } = await order(buyer, careful, { amount_minor: AMOUNT });
  await provider.takeSecondStep(textOf(body, 'action_url'));
  const path = `/v1/orders/${textOf(body, 'order_id')}`;
  const asked = await buyer.door.post(`${path}/authentication`);
  expectAnswer('the second step', asked, 200, { state: 'authorised' });
  const abandoned = await buyer.door.post(`${path}/abandonment`);
  expectAnswer('the abandoned purchase', abandoned, 200, { state: 'abandoned' });
  return 'card entered at its page, captured and refunded; second step at the bank’s page, then abandoned';
}

/** The buyer's browser opens settlement's link, and comes back from the provider with the card's token. */
async function addCardAt(
  buyer: Buyer,
  provider: Provider,
  card: Parameters<Provider['enterCard']>[1],
): Promise<string> {
  const setUp = await buyer.door.post('/v1/payment-method-setups?shop_id=haneul');
  const link = textOf(expectAnswer('a card session', setUp, 201).body, 'card_entry_url');
  const back = new URL(await provider.enterCard(link, card));
  const payment_method_id = back.searchParams.get('payment_method_id');
  const added = await buyer.door.post('/v1/payment-methods', { payment_method_id });
  expectAnswer('the card', added, 201);
  const { body } = await buyer.door.get('/v1/payment-methods');
  const listed = body.payment_methods as { payment_method_id: string; provider?: string; shops: string[] }[];
  const known = listed.find((method) => method.payment_method_id === payment_method_id);
  if (known?.provider !== provider.entry.name || !known.shops.includes('haneul'))
    throw new Error(`the card is not known as the provider's: ${JSON.stringify(known)}`);
  return String(payment_method_id);
}
