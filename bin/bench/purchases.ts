import { textOf } from '../walkthrough/doors.ts';
import { ask } from './ask.ts';
import type { Load } from './load.ts';
import { type BenchBuyer, recipientPhone } from './people.ts';
import { repeated } from './repeated.ts';

const AMOUNT = 50_000;

/** The whole purchase by a buyer who is logged in: payment authorised, name read back, confirmed, captured, registered. */
export async function buyFor(
  management: string,
  { token, card }: BenchBuyer,
  phone: string,
): Promise<string> {
  const order = await ask('POST', `${management}/v1/orders`, {
    token,
    body: { shop_id: 'haneul', amount_minor: AMOUNT, currency: 'KRW', payment_method_id: card },
  });
  const url = `${management}/v1/orders/${textOf(order, 'order_id')}`;
  const named = await ask('PUT', `${url}/recipient`, { token, body: { phone } });
  const { read_back_id } = named.recipient as { read_back_id: string };
  const confirmed = await ask('POST', `${url}/confirmation`, { token, body: { read_back_id } });
  if (confirmed.state !== 'offered') throw new Error(`A purchase ended in ${confirmed.state}.`);
  return textOf(order, 'order_id');
}

/** Buyers who each buy one gift after the other. `nextRecipient` is a number that nobody has been sent a gift at. */
export function buyMany(
  management: string,
  buyers: readonly BenchBuyer[],
  seconds: number,
  nextRecipient: () => number,
): Promise<Load> {
  return repeated(buyers.length, seconds, async (worker) => {
    const buyer = buyers[worker];
    if (buyer !== undefined) await buyFor(management, buyer, recipientPhone(nextRecipient()));
  });
}
