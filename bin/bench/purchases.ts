import { textOf } from '../walkthrough/doors.ts';
import { ask } from './ask.ts';
import { type BenchBuyer, recipientPhone } from './people.ts';

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

export type Bought = { per_s: number; answered: number; refused: number; p50_ms: number; p99_ms: number };

/** Buyers who each buy one gift after the other. `nextRecipient` is a number that nobody has been sent a gift at. */
export async function buyMany(
  management: string,
  buyers: readonly BenchBuyer[],
  seconds: number,
  nextRecipient: () => number,
): Promise<Bought> {
  const waits: number[] = [];
  let refused = 0;
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    buyers.map(async (buyer) => {
      while (performance.now() < end) {
        const from = performance.now();
        try {
          await buyFor(management, buyer, recipientPhone(nextRecipient()));
          waits.push(performance.now() - from);
        } catch {
          refused += 1;
        }
      }
    }),
  );
  const took = (performance.now() - begun) / 1000;
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  return {
    per_s: waits.length / took,
    answered: waits.length + refused,
    refused,
    p50_ms: at(0.5),
    p99_ms: at(0.99),
  };
}
