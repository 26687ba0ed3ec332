import { randomBytes } from 'node:crypto';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { pause } from '../proxy/weather.ts';
import type { FaultSystem } from '../system/system.ts';
import type { Gate } from './gate.ts';
import type { Buyer, Gift, Recipient } from './people.ts';
import type { Visitor } from './visitor.ts';

const SHOPS = ['haneul', 'haneul-mall'];
const LOOKS_MAX = 12;
const LOOK_MS = 400;

/** The gifts that tills may use, and buyers may have refunded. */
export type Gifts = Gift[];

/** Buys one gift after the other. */
export async function keepBuying(system: FaultSystem, gate: Gate, buyer: Buyer, gifts: Gifts): Promise<void> {
  const { random } = buyer.visitor;
  while (!gate.isOver) {
    const recipient = random.pick(buyer.recipients);
    if (recipient !== undefined) await buyOne(system, gate, buyer, recipient, gifts);
    if (random.upTo(100) < 12) await gate.through(() => refundOne(buyer, gifts));
  }
}

/** Orders a gift, and goes on with it as far as it gets: each step may wait for the gate. */
export async function buyOne(
  system: FaultSystem,
  gate: Gate,
  { visitor, card }: Buyer,
  recipient: Recipient,
  gifts: Gifts,
): Promise<Gift | undefined> {
  const { random } = visitor;
  const amount = 10_000 * (1 + random.upTo(10));
  const shop_id = random.pick(SHOPS);
  const placed = await gate.through(() =>
    visitor.change('order', { amount }, (id) => ({
      method: 'POST',
      path: '/v1/orders',
      body: { shop_id, amount_minor: amount, currency: 'KRW', payment_method_id: card, message: id },
    })),
  );
  if (placed?.outcome !== 'done') return undefined;
  const order_id = String(placed.body.order_id);
  const url = `/v1/orders/${order_id}`;
  const stateIs = async (states: readonly string[]) => {
    for (let look = 0; look < LOOKS_MAX; look++) {
      const seen = await visitor.look({ method: 'GET', path: url });
      if (states.includes(String(seen?.body.state))) return true;
      await pause(LOOK_MS);
    }
    return false;
  };
  const isAuthorised =
    placed.body.state === 'authorised' || (await gate.through(() => stateIs(['authorised'])));
  if (isAuthorised !== true || random.upTo(100) < 3) return undefined;

  const readBack = await gate.through(async () => {
    const body = { phone: recipient.phone };
    const named = await visitor.look({ method: 'PUT', path: `${url}/recipient`, body });
    return Object(named?.body.recipient).read_back_id;
  });
  if (readBack === undefined) return undefined;
  const confirmed = await gate.through(() =>
    visitor.change('confirm', { order_id }, () => ({
      method: 'POST',
      path: `${url}/confirmation`,
      body: { read_back_id: readBack },
    })),
  );
  if (confirmed === undefined || confirmed.outcome === 'refused') return undefined;
  const isOffered = confirmed.body.state === 'offered' || (await gate.through(() => stateIs(['offered'])));
  if (isOffered !== true) return undefined;

  const draw = random.upTo(100);
  if (draw < 5) return undefined;
  if (draw < 13) {
    await gate.through(() => end('cancel', visitor, order_id));
    return undefined;
  }
  const accepted = await gate.through(async () => {
    const token = await linkFor(system, order_id);
    if (token === undefined) return undefined;
    return visitor.change('accept', { order_id }, () => ({
      method: 'POST',
      path: `/v1/offers/${token}/acceptance`,
      body: { pin: recipient.pin },
    }));
  });
  if (accepted === undefined || accepted.outcome === 'refused') return undefined;
  const gift = { order_id, recipient, amount, buyer: visitor.name };
  gifts.push(gift);
  return gift;
}

/** The link that the recipient gets by text: texts come late, and only so many to a phone. */
async function linkFor({ connect, clocks }: FaultSystem, order_id: string): Promise<string | undefined> {
  const token = newToken('offer', randomBytes);
  try {
    const management = await connect('management');
    await management.query(
      'insert into offer_links (token_digest, order_id, created_at) values ($1, $2, $3)',
      [tokenDigest(token), order_id, clocks.now()],
    );
    await management.end();
    return token;
  } catch {
    return undefined;
  }
}

async function refundOne({ visitor }: Buyer, gifts: Gifts): Promise<void> {
  const own = gifts.filter(({ buyer }) => buyer === visitor.name);
  const gift = visitor.random.pick(own.slice(-5));
  if (gift !== undefined) await end('refund', visitor, gift.order_id);
}

async function end(kind: 'cancel' | 'refund', visitor: Visitor, order_id: string): Promise<void> {
  const path = `/v1/orders/${order_id}/${kind === 'cancel' ? 'cancellation' : 'refund'}`;
  await visitor.change(kind, { order_id }, () => ({ method: 'POST', path }));
}
