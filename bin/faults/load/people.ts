import { readFileSync } from 'node:fs';
import { checkPin } from '../../../kit/pin-policy.ts';
import { randomFrom } from '../../../test/model/random.ts';
import { addBuyers, addRecipients, recipientPhone } from '../../bench/people.ts';
import { Door, expectAnswer, type Reply, textOf } from '../../walkthrough/doors.ts';
import { enrolTill, openTill, type TillKey } from '../../walkthrough/till.ts';
import type { Random } from '../proxy/weather.ts';
import type { FaultSystem } from '../system/system.ts';
import { type Surroundings, Visitor } from './visitor.ts';

/** Somebody who gets gifts, at a phone that opens all of them with one PIN. */
export type Recipient = { phone: string; pin: string };
export type Gift = { order_id: string; recipient: Recipient; amount: number; buyer: string };
export type Buyer = { visitor: Visitor; card: string; recipients: readonly Recipient[] };
export type Till = { visitor: Visitor };

export type People = {
  buyers: readonly Buyer[];
  tills: readonly Till[];
  /** A till at which nothing is done but guessing, and a program far away that does the same. */
  guessers: { till: Visitor; afar: Visitor };
  victim: Recipient;
};

const RECIPIENTS_OF_A_BUYER = 5;
/** Everybody has an address of their own, by their number: buyers from 0, then tills. */
const FIRST_TILL = 200;
const addressOf = (no: number) => `10.77.${no >> 8}.${no & 255}`;
const demo = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../sandbox/demo/${file}`, import.meta.url), 'utf8'));

/** Buyers with cards, tills with devices, and whom gifts are for. */
export async function gatherPeople(
  { world, stack, connect }: FaultSystem,
  surroundings: Surroundings,
  { seed, buyers: buyerCount, tills: tillCount }: { seed: number; buyers: number; tills: number },
): Promise<People> {
  const random = randomFrom(seed);
  const recipients = Array.from({ length: buyerCount * RECIPIENTS_OF_A_BUYER + 1 }, (_, n): Recipient => {
    const phone = recipientPhone(n);
    return { phone, pin: aPin(random, phone) };
  });
  const carrier = await connect('carrier');
  const management = await connect('management');
  await addRecipients(carrier, recipients.length);
  await carrier.end();
  const url = stack.url('management');
  const made = await addBuyers(world, management, url, buyerCount);
  await management.end();
  const [{ password }] = demo('management.json').members;
  const visitor = (name: string, base: string, no: number, logIn?: () => Promise<string>) =>
    new Visitor(
      {
        ...{ name, base, address: addressOf(no), random: randomFrom(seed * 1_000 + no) },
        ...(logIn === undefined ? {} : { logIn }),
      },
      surroundings,
    );
  const buyers = made.map(({ card }, n): Buyer => {
    const logIn = async () => {
      const sent = await new Door(url).post('/v1/sessions', { email: `buyer-${n}@example.com`, password });
      return textOf(expectAnswer('log-in', sent, 201).body, 'session_token');
    };
    const from = n * RECIPIENTS_OF_A_BUYER;
    return {
      visitor: visitor(`b${n}`, url, n, logIn),
      card,
      recipients: recipients.slice(from, from + RECIPIENTS_OF_A_BUYER),
    };
  });
  const keys = await enrolTills(world.shop, tillCount + 1);
  const tills = keys.map((key, n): Till => {
    const no = FIRST_TILL + n;
    const logIn = async () => (await openTill(world.shop.from(addressOf(no)), key)).token;
    return { visitor: visitor(`t${n}`, stack.url('shop'), no, logIn) };
  });
  const guessing = tills.pop();
  const victim = recipients.at(-1);
  if (guessing === undefined || victim === undefined) throw new Error('There is nobody.');
  return {
    ...{ buyers, tills, victim },
    guessers: { till: guessing.visitor, afar: visitor('afar', stack.url('shop'), 999) },
  };
}

/** The office adds terminals, and a device is enrolled as each. */
async function enrolTills(shop: Door, count: number): Promise<TillKey[]> {
  const [{ login, password }] = demo('shop.json').staff;
  const session = expectAnswer('office', await shop.post('/v1/office/sessions', { login, password }), 201);
  const office = shop.with(textOf(session.body, 'session_token'));
  const { stores } = (await office.get('/v1/office/stores')).body as { stores: Reply['body'][] };
  const keys: TillKey[] = [];
  for (let n = 0; n < count; n++) {
    const store = stores[n % stores.length] ?? {};
    const body = { store_id: textOf(store, 'store_id'), name: `Till ${n + 1}` };
    const added = expectAnswer('a terminal', await office.post('/v1/office/terminals', body), 201);
    const id = textOf(added.body, 'terminal_id');
    const made = await office.post(`/v1/office/terminals/${id}/enrolment-codes`);
    const device = shop.from(addressOf(FIRST_TILL + n));
    keys.push(await enrolTill(device, textOf(expectAnswer('its code', made, 201).body, 'enrolment_code')));
  }
  return keys;
}

export function aPin(random: Random, phone: string): string {
  for (;;) {
    const pin = String(random.upTo(1_000_000)).padStart(6, '0');
    if (checkPin(pin, { phone }) === null) return pin;
  }
}

export const CLERK: { clerk_number: number; pin: string } = demo('shop.json').clerks[0];
