import { setTimeout as pause } from 'node:timers/promises';
import { textOf } from '../../bin/walkthrough/doors.ts';
import { offerToken } from '../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  CARDS,
  CAST,
  enrolTerminal,
  logIn,
  Phone,
  type World,
} from '../../bin/walkthrough/people.ts';
import { Client } from './client.ts';
import { type Streams, watchChanges } from './streams.ts';

type Urls = Readonly<Record<'management' | 'settlement' | 'carrier' | 'shop', string>>;

/** A gift that a till uses one won at a time. */
type Used = {
  tillToken: string;
  phone: string;
  pin: string;
  /** What phone number and PIN opened, and when. */
  opened?: { body: Record<string, unknown>; at: number };
  sold: number;
};

type People = { buyerToken: string; card: string; gifts: readonly Used[]; watched: string };

export type Load = {
  /** How many orders were bought and cancelled. */
  orders(): number;
  /** How many won were used. */
  sold(): number;
  streams: Streams;
  /** Ends it after what has begun. */
  end(): Promise<void>;
};

export const AMOUNT = 50_000;
/** One whose name the shop knows, and one whose name only the carrier knows. */
const RECIPIENTS = [CAST.memberOfShop, CAST.atCarrierOnly];
const PINS = ['739258', '481620'];
/** Gifts that are bought before the load begins, and used by it. */
export const GIFTS = RECIPIENTS.length;
/** People and tills don't ask as fast as they can. */
const PACE_MS = 150;
/** What was opened stays open for some minutes. */
const OPENED_MS = 30_000;
const PREPARED_MAX = 10;
/** Only bounds a wait that will never end: a busy machine may take any time. */
const STATE_MS_MAX = 600_000;

/** What comes before: a buyer logs in, has a card, and gives to people who accept; each of them has a till. */
export async function prepare(world: World, urls: Urls): Promise<People> {
  const client = new Client();
  const buyer = await patiently(() => logIn(world));
  const buyerToken = textOf(buyer.session.body, 'session_token');
  const card = await patiently(() => addCard(buyer, CARDS.approved));
  const gifts: Used[] = [];
  let watched = '';
  for (const [n, { phone }] of RECIPIENTS.entries()) {
    const pin = PINS[n] ?? '';
    watched = await buyGift(client, { url: urls.management, token: buyerToken, card, phone });
    const text = await new Phone(world.sandbox, phone).waitFor(/\/g\/offer_/);
    await client.ask({
      what: 'accept',
      method: 'POST',
      url: `${urls.management}/v1/offers/${offerToken(text)}/acceptance`,
      body: { pin },
    });
    await untilState(client, watched, buyerToken, 'accepted');
    const till = await patiently(async () => enrolTerminal(world, await addTerminal(world)));
    gifts.push({ tillToken: till.token, phone, pin, sold: 0 });
  }
  return { buyerToken, card, gifts, watched };
}

/** Nothing of this is what is tested, and on a busy machine an answer may come too late. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === PREPARED_MAX) throw error;
      await pause(1_000);
    }
  }
}

/** A buyer who buys and cancels, tills, somebody who reads, and a page that waits for changes. */
export function startLoad(client: Client, { buyerToken, card, gifts, watched }: People, urls: Urls): Load {
  const ending = new AbortController();
  const streams = { ended: 0, cut: 0 };
  let orders = 0;
  const untilEnd = async (work: (round: number) => Promise<void>) => {
    for (let round = 0; !ending.signal.aborted; round++) {
      await work(round);
      await pause(PACE_MS);
    }
  };
  const buying = untilEnd(async (round) => {
    const { phone } = RECIPIENTS[round % RECIPIENTS.length] ?? CAST.memberOfShop;
    await buyAndCancel(client, { url: urls.management, token: buyerToken, card, phone });
    orders += 1;
  });
  const reading = untilEnd(async () => {
    for (const [role, path] of [
      ['management', '/v1/orders'],
      ['settlement', '/livez'],
      ['carrier', '/livez'],
    ] as const)
      await client.ask({
        what: `read ${path} of ${role}`,
        method: 'GET',
        url: `${urls[role]}${path}`,
        token: buyerToken,
      });
  });
  const selling = gifts.map((gift) => untilEnd(() => sell(client, urls.shop, gift)));
  const watching = watchChanges(`${watched}/changes`, buyerToken, streams, ending.signal);
  const all = Promise.all([buying, reading, ...selling, watching]);
  all.catch(() => {});
  return {
    orders: () => orders,
    sold: () => gifts.reduce((sum, { sold }) => sum + sold, 0),
    streams,
    async end() {
      ending.abort();
      await all;
    },
  };
}

type Purchase = { url: string; token: string; card: string; phone: string };

async function buyAndCancel(client: Client, purchase: Purchase): Promise<void> {
  const { token } = purchase;
  const order = await buyGift(client, purchase);
  await client.ask({ what: 'cancel', method: 'POST', url: `${order}/cancellation`, token });
  await untilState(client, order, token, 'refunded');
}

/** Returns the address of the order. */
async function buyGift(client: Client, { url, token, card, phone }: Purchase): Promise<string> {
  const ordered = await client.ask({
    what: 'order',
    method: 'POST',
    url: `${url}/v1/orders`,
    token,
    body: { shop_id: 'haneul', amount_minor: AMOUNT, currency: 'KRW', payment_method_id: card },
  });
  const order = `${url}/v1/orders/${textOf(ordered.body, 'order_id')}`;
  await untilState(client, order, token, 'authorised');
  const recipient = `${order}/recipient`;
  const named = await client.ask({
    what: 'name the recipient',
    method: 'PUT',
    url: recipient,
    token,
    body: { phone },
  });
  const { read_back_id } = named.body.recipient as { read_back_id: string };
  await client.ask({
    what: 'confirm',
    method: 'POST',
    url: `${order}/confirmation`,
    token,
    body: { read_back_id },
  });
  await untilState(client, order, token, 'offered');
  return order;
}

/** An answer that one server waits for from another may come late; the order then goes on by itself. */
async function untilState(client: Client, url: string, token: string, state: string): Promise<void> {
  const deadline = Date.now() + STATE_MS_MAX;
  for (;;) {
    const { body } = await client.ask({ what: `wait for ${state}`, method: 'GET', url, token });
    if (body.state === state) return;
    if (Date.now() > deadline) throw new Error(`${url} stays ${String(body.state)} and should be ${state}.`);
    await pause(PACE_MS);
  }
}

async function sell(client: Client, url: string, gift: Used): Promise<void> {
  const now = Date.now();
  if (gift.opened === undefined || now - gift.opened.at > OPENED_MS) {
    const { body } = await client.ask({
      what: 'open at the till',
      method: 'POST',
      url: `${url}/v1/verifications`,
      token: gift.tillToken,
      body: { phone: gift.phone, pin: gift.pin },
    });
    gift.opened = { body, at: now };
  }
  const { verification_token, certificates } = gift.opened.body;
  const [certificate] = certificates as { certificate_id: string }[];
  const lines = [{ certificate_id: certificate?.certificate_id, amount_minor: 1 }];
  await client.ask({
    what: 'sale',
    method: 'POST',
    url: `${url}/v1/redemptions`,
    token: gift.tillToken,
    body: { verification_token, sale_reference: 'till-1', lines },
  });
  gift.sold += 1;
}
