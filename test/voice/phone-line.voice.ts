import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { confirm, nameRecipient, open, order, waitForState } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, logIn, Phone } from '../../bin/walkthrough/people.ts';
import { MINUTE_MS } from '../../kit/clock.ts';
import { everythingStored } from '../system/everything-stored.ts';
import { aCrowd, CROWDS_PHONE_PIN, everyoneBuys } from './crowd.ts';
import { acceptByPhone, confirmByPhone, orderByPhone, toMenu } from './dialling.ts';
import { LIFE_CARD, LIFE_SECRETS, liveOnLandlines } from './life.ts';
import type { Call } from './phone/call.ts';
import { GREETING, HELLO } from './phone/sounds.ts';
import { type Stage, startStage } from './stage.ts';

const BUYER = { member_number: '2985091195', phone_pin: '739258' };
const BUYERS_PHONE = '01012345678';
const CERTIFICATE_PIN = '481620';
const OTHER_PIN = '598317';
const SECRETS = [BUYER.phone_pin, CERTIFICATE_PIN, OTHER_PIN, CROWDS_PHONE_PIN, ...LIFE_SECRETS];
const CALLS_AT_ONCE = Number(process.env.SEONMUL_CALLS_AT_ONCE ?? 100);

let stage: Stage;
let buyer: Buyer;
let card: string;

beforeAll(async () => {
  stage = await startStage();
  buyer = await logIn(stage.system.world);
  card = await addCard(buyer, CARDS.approved);
});
afterAll(() => stage?.stop());

/** Buys a gift on the web whose recipient is to be called. */
async function buyForCall(phone: string): Promise<string> {
  const { body } = await order(buyer, card);
  const id = textOf(body, 'order_id');
  const named = await nameRecipient(buyer, id, { phone, by_call: true });
  expectAnswer('the read-back', named, 200, { state: 'awaiting_confirmation' });
  expectAnswer('the confirmation', await confirm(buyer, named), 200, { state: 'offered' });
  return id;
}

/** The buyer's only order of an amount, once it is in a state, which on a busy system may take until after the call. */
function orderOf(amount: number, state: string): Promise<Record<string, unknown>> {
  return eventually(`an order of ${amount} in state ${state}`, async () => {
    const { body } = await buyer.door.get('/v1/orders?limit=100');
    const found = (body.orders as Record<string, unknown>[]).filter((each) => each.amount_minor === amount);
    expect(found.length).toBeLessThan(2);
    return found.find((each) => each.state === state);
  });
}

type Event = { kind: string; detail?: { outcome?: string } };

async function outcomesOf(orderId: string): Promise<string[]> {
  const { body } = await buyer.door.get(`/v1/orders/${orderId}/timeline`);
  return (body.events as Event[]).flatMap(({ kind, detail }) =>
    kind === 'recipient_called' ? [detail?.outcome ?? '?'] : [],
  );
}

// Everything up to the moving of the clock runs concurrently, since calls take their time.
describe.concurrent('a purchase by phone', () => {
  test('from the greeting to the offer, each answer after its question', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    const read = await orderByPhone(call, BUYER, { shop: 1, amount: 37_000, recipient: '01098765432' });
    expect(read).toMatch(/홍/);
    expect(await confirmByPhone(call)).toMatch(/삼만 칠천 원/);
    call.hangUp();
    await orderOf(37_000, 'offered');
    await new Phone(stage.system.world.sandbox, '01098765432').waitFor(/37,000원/);
  });

  test('with keys typed ahead', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    await call.key(`1${BUYER.member_number}${BUYER.phone_pin}138000#1`);
    await call.answer(/받는 분의 전화번호/, '01098765432#');
    // The keys cut off the menu before its end.
    expect(call.heard.filter((text) => /press eight/.test(text))).toEqual([]);
    await confirmByPhone(call);
    call.hangUp();
    await orderOf(38_000, 'offered');
  });

  test('a read-back is not cut off, and nothing is bought without a confirmation', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    await orderByPhone(call, BUYER, { shop: 1, amount: 39_000, recipient: '01098765432' });
    await call.key('1');
    await call.hear(/보내시려면 일 번/);
    call.hangUp();
    await orderOf(39_000, 'abandoned');
  });

  test('a silent caller is asked again and then sent off, however busy other calls are', async () => {
    let silentHasEnded = false;
    const listen = async () => {
      const call = await stage.call(null);
      await toMenu(call);
      while (!silentHasEnded) {
        await call.key('#');
        await call.hear(/선물을 보내시려면/);
      }
      call.hangUp();
    };
    const silent = await stage.call(null);
    const others = Array.from({ length: 4 }, listen);
    await silent.hear(/누르신 번호가 없어요/);
    await silent.hear(/누르신 번호가 없어요/);
    await silent.hear(/통화를 마칠게요/);
    expect(await silent.ended).toBe('them');
    silentHasEnded = true;
    await Promise.all(others);
  });
});

/** Ways in which a call fails, and after how many minutes at most it is repeated. */
const FAILURES = [
  { outcome: 'busy', phone: '01023456789', behaviour: { kind: 'busy' }, retry_min: 5 },
  // A failure on our side. As long as the second wait, since there may have been a second attempt meanwhile.
  { outcome: 'unreachable', phone: '0512223333', behaviour: { kind: 'unreachable' }, retry_min: 5 },
  { outcome: 'no_answer', phone: '01011112222', behaviour: { kind: 'rings' }, retry_min: 24 * 60 },
  { outcome: 'declined', phone: '01098765432', behaviour: { kind: 'declines' }, retry_min: 24 * 60 },
] as const;
const orders = new Map<string, string>();

describe.concurrent('a call from us', () => {
  test('is accepted; the PIN then opens the certificate at the terminal and its balance by phone', async () => {
    stage.exchange.tell('01044445555', { kind: 'answers', says: HELLO });
    const id = await buyForCall('010-4444-5555');
    await acceptByPhone(await stage.exchange.nextCall('01044445555'), CERTIFICATE_PIN);
    await waitForState(buyer, id, 'accepted');
    const { certificates } = await open(stage.terminal, '010-4444-5555', CERTIFICATE_PIN);
    expect(certificates.map(({ balance_minor }) => balance_minor)).toEqual([50_000]);
    expect(await outcomesOf(id)).toEqual(['answered']);
    const call = await stage.call('01044445555');
    await toMenu(call);
    await call.key('3');
    expect(await hearBalance(call)).toMatch(/오만 원/);
  });

  test('is refused: the buyer is refunded', async () => {
    stage.exchange.tell('01033334444', { kind: 'answers' });
    const id = await buyForCall('010-3333-4444');
    const call = await stage.exchange.nextCall('01033334444');
    await call.answer(/받으시려면 일 번/, '2');
    await call.answer(/정말 거절하시겠어요/, '2');
    await call.hear(/거절하셨어요/);
    expect(await call.ended).toBe('them');
    await waitForState(buyer, id, 'refunded');
  });

  test('to an unassigned number: a text message is sent instead', async () => {
    const id = await buyForCall(BUYERS_PHONE);
    await new Phone(stage.system.world.sandbox, BUYERS_PHONE).waitFor(/\/g\/offer_/);
    expect(await outcomesOf(id)).toEqual(['unknown_number']);
  });

  test('to an answering machine: a message is left, and a text is sent', async () => {
    stage.exchange.tell('01066667777', { kind: 'machine', greeting: GREETING });
    const id = await buyForCall('010-6666-7777');
    const call = await stage.exchange.nextCall('01066667777');
    await call.hear(/이 번호로 온 선물이 있어요/);
    expect(await call.ended).toBe('them');
    await new Phone(stage.system.world.sandbox, '01066667777').waitFor(/\/g\/offer_/);
    expect(await outcomesOf(id)).toEqual(['machine']);
  });

  test.each(FAILURES)('$outcome: shown to the buyer', async ({ phone, behaviour, outcome }) => {
    stage.exchange.tell(phone, behaviour);
    const id = await buyForCall(phone);
    orders.set(phone, id);
    const first = await eventually('the call to end', async () => (await outcomesOf(id))[0]);
    expect(first).toBe(outcome);
  });
});

/** From the question for the number, answered with the caller's own, to the balance. */
async function hearBalance(call: Call): Promise<string> {
  await call.answer(/지금 거신 번호/, '1#');
  await call.answer(/상품권 비밀번호를/, `${CERTIFICATE_PIN}#`);
  const balance = await call.hear(/남았고/);
  call.hangUp();
  return balance;
}

test.concurrent('a whole life on landlines, as buyer and as recipient', () => liveOnLandlines(stage));

test.concurrent(`${CALLS_AT_ONCE} concurrent calls: each buys what it keyed, once`, async () => {
  const crowd = await aCrowd(stage.system);
  await everyoneBuys(crowd, CALLS_AT_ONCE, (from) => stage.call(from));
});

/** Moves the clock of all servers. The buyer's session may expire with it, so they log in again. */
async function pass(minutes: number): Promise<void> {
  const moved = await stage.system.world.sandbox.put('/v1/clock', { advance_ms: minutes * MINUTE_MS });
  expectAnswer('the clock', moved, 200);
  buyer = await logIn(stage.system.world);
}

// With no call in progress: after the clock has moved, it would count as lost.
describe('a failed call is repeated when due, and then accepted', () => {
  const times = [...new Set(FAILURES.map(({ retry_min }) => retry_min))];
  test.each(times)('after %i minutes', async (minutes) => {
    const due = FAILURES.filter(({ retry_min }) => retry_min === minutes);
    for (const { phone } of due) stage.exchange.tell(phone, { kind: 'answers', says: HELLO });
    await pass(minutes);
    const receive = async ({ phone, outcome }: (typeof FAILURES)[number]) => {
      const id = orders.get(phone) ?? '';
      await acceptByPhone(await stage.exchange.nextCall(phone), OTHER_PIN);
      await waitForState(buyer, id, 'accepted');
      const outcomes = await outcomesOf(id);
      expect([...new Set(outcomes)]).toEqual([outcome, 'answered']);
    };
    await Promise.all(due.map(receive));
  });
});

test('a process that is killed: the other resumes its calls, with an apology', async () => {
  // An earlier call would be mistaken for one of these.
  await eventually('all earlier calls to be over', async () =>
    (await stage.callsByProcess()).every((count) => count === 0) ? true : undefined,
  );
  const calls: Call[] = [];
  while (calls.length < 4 || (await stage.callsByProcess()).some((count) => count === 0)) {
    calls.push(await stage.call('01044445555'));
    await calls.at(-1)?.hear(/선물을 보내시려면/);
  }
  await Promise.all(calls.map((call) => call.key('3')));
  await Promise.all(calls.map((call) => call.hear(/지금 거신 번호/)));
  stage.second.kill('SIGKILL');
  const apologies = await Promise.all(
    calls.map(async (call) => {
      // The other process's calls don't notice, and repeat the question because nothing is keyed.
      const heard = await call.hear(/잠시 끊겼어요|누르신 번호가 없어요/);
      await hearBalance(call);
      return heard.includes('잠시 끊겼어요');
    }),
  );
  expect(apologies).toContain(true);
});

test('no server has logged an error', () => {
  const dir = join(stage.system.dataDir, 'logs');
  const lines = readdirSync(dir).flatMap((name) => readFileSync(join(dir, name), 'utf8').split('\n'));
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('no log and no sound’s text contains a PIN or a card', () => {
  const { dataDir } = stage.system;
  const folders = ['logs', 'phone-line/asterisk/log', 'phone-line/speech'].map((name) => join(dataDir, name));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const texts = files.filter((file) => !file.endsWith('.ulaw'));
  expect(texts.length).toBeGreaterThan(20);
  for (const file of texts) {
    const text = readFileSync(file, 'utf8');
    const found = SECRETS.filter((secret) => text.includes(secret));
    expect({ file, found }).toEqual({ file, found: [] });
  }
});

test('no table of any server contains a card that was keyed in', async () => {
  for (const [role, stored] of await everythingStored(stage.system)) {
    expect([role, stored.length > 1_000, stored.includes(LIFE_CARD)]).toEqual([role, true, false]);
    // What is stored as bytes is shown in hexadecimal.
    expect([role, stored.includes(Buffer.from(LIFE_CARD).toString('hex'))]).toEqual([role, false]);
  }
});
