import pg from 'pg';
import { expect } from 'vitest';
import { type Door, eventually, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { addCard, CARDS, Mailbox, Phone, type World } from '../../bin/walkthrough/people.ts';
import type { System } from '../system/system.ts';
import { confirmByPhone, orderByPhone, type PhoneBuyer, toMenu } from './dialling.ts';
import type { Call } from './phone/call.ts';

type CrowdMember = PhoneBuyer & { mobile: string; door: Door };

const PASSWORD = 'many-voices-at-once-2026';
export const CROWDS_PHONE_PIN = '620483';
/** Each buyer makes several calls at once. A single buyer would exceed the daily limit of look-ups. */
const CROWD = 25;
const RECIPIENTS = [
  { phone: '01098765432', first: '첫 글자는 홍', masked: '010-****-5432' },
  { phone: '01033334444', first: '첫 글자는 박', masked: '010-****-4444' },
  { phone: '01044445555', first: '첫 글자는 최', masked: '010-****-5555' },
] as const;
/** Registering costs the server a password hash. */
const CONCURRENT = 4;

/** Registers people by the web, with both addresses verified and a card added. */
export async function aCrowd({ world, stack }: System): Promise<CrowdMember[]> {
  const crowd: CrowdMember[] = [];
  while (crowd.length < CROWD) {
    const next = Array.from({ length: CONCURRENT }, (_, i) => register(world, crowd.length + i));
    crowd.push(...(await Promise.all(next)));
  }
  await giveEachACard(stack.environments.get('management')?.OWNER_DATABASE_URL);
  return crowd;
}

/** The test network approves two cards. Of one card's owner, however many accounts they have, few names are read unpaid. */
async function giveEachACard(ownerUrl: string | undefined): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('update payment_methods set card_fingerprint = payment_method_id');
  } finally {
    await client.end();
  }
}

async function register(world: World, i: number): Promise<CrowdMember> {
  const mobile = `0103100${String(1_000 + i)}`;
  const email = `crowd-${i}@example.com`;
  const person = { name: '이달빛', mobile, email, password: PASSWORD, phone_pin: CROWDS_PHONE_PIN };
  const begun = await world.management.post('/v1/members', {
    ...person,
    locale: 'ko',
    preferred_channel: 'email',
    consents: { terms: 1, privacy: 1 },
  });
  const url = `/v1/members/${textOf(expectAnswer('a registration', begun, 202).body, 'member_id')}/verifications`;
  const prove = async (channel: 'sms' | 'email', message: string) => {
    const code = /인증번호(?:는)? (\d{6})/.exec(message)?.[1];
    return expectAnswer('a code', await world.management.post(url, { channel, code }), 200);
  };
  await prove('sms', await new Phone(world.sandbox, mobile).waitFor(/인증번호 \d{6}/));
  const proven = await prove('email', await new Mailbox(world.sandbox, email).waitFor(/인증번호는 \d{6}/));
  const session = await world.management.post('/v1/sessions', { email, password: PASSWORD });
  const door = world.management.with(textOf(expectAnswer('log-in', session, 201).body, 'session_token'));
  await addCard({ door }, CARDS.approved);
  return {
    member_number: textOf(proven.body, 'member_number'),
    phone_pin: CROWDS_PHONE_PIN,
    mobile,
    door,
  };
}

type Bought = { amount_minor: number; state: string; recipient?: { masked_address: string } };

/**
 * Buys in concurrent calls. No two purchases of a buyer have the same amount, while many buyers key the same one at the
 * same time, so that a mix-up would show and few amounts need new speech.
 */
export async function everyoneBuys(
  crowd: readonly CrowdMember[],
  calls: number,
  callFrom: (number: string) => Promise<Call>,
): Promise<void> {
  const amounts = Math.ceil(calls / CROWD);
  const wishes = Array.from({ length: calls }, (_, i) => ({
    buyer: crowd[i % CROWD] as CrowdMember,
    amount: 40_000 + 100 * ((Math.floor(i / CROWD) + (i % CROWD)) % amounts),
    to: RECIPIENTS[i % RECIPIENTS.length] as (typeof RECIPIENTS)[number],
  }));
  await Promise.all(
    wishes.map(async ({ buyer, amount, to }) => {
      const call = await callFrom(buyer.mobile);
      await toMenu(call);
      const read = await orderByPhone(call, buyer, { shop: 1, amount, recipient: to.phone });
      expect(read).toContain(to.first);
      await confirmByPhone(call);
      call.hangUp();
    }),
  );
  for (const buyer of crowd) {
    const wished = wishes
      .filter((wish) => wish.buyer === buyer)
      .map(({ amount, to }) => [amount, to.masked].join(' '));
    expect(await boughtBy(buyer)).toEqual(wished.sort());
  }
}

/** A buyer's orders, once all of them are offered: on a busy system that may be after the call. */
async function boughtBy(buyer: CrowdMember): Promise<string[]> {
  const orders = await eventually('all orders to be offered', async () => {
    const { body } = await buyer.door.get('/v1/orders?limit=100');
    const found = body.orders as Bought[];
    return found.every(({ state }) => state === 'offered') ? found : undefined;
  });
  return orders
    .map(({ amount_minor, recipient }) => [amount_minor, recipient?.masked_address].join(' '))
    .sort();
}
