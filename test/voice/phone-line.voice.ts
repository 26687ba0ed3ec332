import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { confirm, nameRecipient, open, order, waitForState } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, logIn, Phone } from '../../bin/walkthrough/people.ts';
import { MINUTE_MS } from '../../kit/clock.ts';
import { acceptByPhone, confirmByPhone, orderByPhone, toMenu } from './dialling.ts';
import type { Call } from './phone/call.ts';
import { GREETING, HELLO } from './phone/sounds.ts';
import { type Stage, startStage } from './stage.ts';

const BUYER = { member_number: '2985091195', phone_pin: '739258' };
const BUYERS_PHONE = '01012345678';
const CERTIFICATE_PIN = '481620';
const OTHER_PIN = '590317';
const CALLS_AT_ONCE = 20;
const LOG_INS_AT_ONCE = 5;

let stage: Stage;
let buyer: Buyer;
let card: string;

beforeAll(async () => {
  stage = await startStage();
  buyer = await logIn(stage.system.world);
  card = await addCard(buyer, CARDS.approved);
});
afterAll(() => stage?.stop());

/** Buys by the web a gift whose recipient is called about it. */
async function buyForCall(phone: string): Promise<string> {
  const { body } = await order(buyer, card);
  const id = textOf(body, 'order_id');
  const named = await nameRecipient(buyer, id, { phone, by_call: true });
  expectAnswer('the read-back', named, 200, { state: 'awaiting_confirmation' });
  expectAnswer('the confirmation', await confirm(buyer, named), 200, { state: 'offered' });
  return id;
}

async function newestOrder(): Promise<Record<string, unknown>> {
  const { body } = await buyer.door.get('/v1/orders');
  const [newest] = body.orders as Record<string, unknown>[];
  return newest ?? {};
}

type Event = { kind: string; detail?: { outcome?: string } };

async function outcomesOf(orderId: string): Promise<string[]> {
  const { body } = await buyer.door.get(`/v1/orders/${orderId}/timeline`);
  return (body.events as Event[]).flatMap(({ kind, detail }) =>
    kind === 'recipient_called' ? [detail?.outcome ?? '?'] : [],
  );
}

describe('a purchase by phone', () => {
  test('from the greeting to the gift on its way, each answer after its question', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    const read = await orderByPhone(call, BUYER, { shop: 1, amount: 37_000, recipient: '01098765432' });
    expect(read).toMatch(/홍/);
    expect(await confirmByPhone(call)).toMatch(/삼만 칠천 원/);
    call.hangUp();
    expect(await newestOrder()).toMatchObject({ amount_minor: 37_000, state: 'offered' });
    const recipient = new Phone(stage.system.world.sandbox, '01098765432');
    await recipient.waitFor(/37,000원/);
  });

  test('keyed ahead: who knows the way does not listen', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    await call.key(`1${BUYER.member_number}${BUYER.phone_pin}138000#1`);
    await call.answer(/받는 분의 전화번호/, '01098765432#');
    await confirmByPhone(call);
    expect(call.heard.filter((text) => /회원번호 열 자리|전화 비밀번호 여섯 자리/.test(text))).toHaveLength(
      0,
    );
    call.hangUp();
    expect(await newestOrder()).toMatchObject({ amount_minor: 38_000, state: 'offered' });
  });

  test('what must be heard is not cut off, and nothing is bought without a confirmation', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    await orderByPhone(call, BUYER, { shop: 1, amount: 39_000, recipient: '01098765432' });
    await call.key('1');
    await call.hear(/보내시려면 일 번/);
    call.hangUp();
    await eventually('the order to be given up', async () => {
      const found = await newestOrder();
      return found.amount_minor === 39_000 && found.state === 'abandoned' ? found : undefined;
    });
  });
});

describe('a receipt by a call from us', () => {
  test('accept and PIN; then the PIN opens the certificate at the terminal', async () => {
    stage.exchange.tell('01044445555', { kind: 'answers', says: HELLO });
    const id = await buyForCall('010-4444-5555');
    await acceptByPhone(await stage.exchange.nextCall('01044445555'), CERTIFICATE_PIN);
    await waitForState(buyer, id, 'accepted');
    const { certificates } = await open(stage.terminal, '010-4444-5555', CERTIFICATE_PIN);
    expect(certificates.map(({ balance_minor }) => balance_minor)).toEqual([50_000]);
    expect(await outcomesOf(id)).toEqual(['answered']);
  });

  test('refused, the buyer is refunded', async () => {
    stage.exchange.tell('01033334444', { kind: 'answers' });
    const id = await buyForCall('010-3333-4444');
    const call = await stage.exchange.nextCall('01033334444');
    await call.answer(/받으시려면 일 번/, '2');
    await call.answer(/정말 거절하시겠어요/, '2');
    await call.hear(/거절하셨어요/);
    expect(await call.ended).toBe('them');
    await waitForState(buyer, id, 'refunded');
  });

  test('the balance of what was received, by phone number and PIN', async () => {
    const call = await stage.call('01044445555');
    await toMenu(call);
    await call.key('3');
    await call.answer(/이 번호|지금 거신 번호/, '1#');
    await call.answer(/상품권 비밀번호를/, `${CERTIFICATE_PIN}#`);
    expect(await call.hear(/남았고/)).toMatch(/오만 원/);
    call.hangUp();
  });
});

/** Moves the time of all servers. The buyer's session may end with it, so they log in anew. */
async function pass(minutes: number): Promise<void> {
  const moved = await stage.system.world.sandbox.put('/v1/clock', { advance_ms: minutes * MINUTE_MS });
  expectAnswer('the clock', moved, 200);
  buyer = await logIn(stage.system.world);
}

describe('a call from us that fails', () => {
  test.each([
    { manner: { kind: 'busy' }, outcome: 'busy', wait: 6 },
    { manner: { kind: 'is out of reach' }, outcome: 'unreachable', wait: 2 },
    { manner: { kind: 'rings' }, outcome: 'no_answer', wait: 61 },
    { manner: { kind: 'declines' }, outcome: 'declined', wait: 24 * 60 + 1 },
  ] as const)('$manner.kind: called again when it is time, and received then', async (failure) => {
    stage.exchange.tell('01033334444', failure.manner);
    const id = await buyForCall('010-3333-4444');
    await eventually(
      'the first call to end',
      async () => ((await outcomesOf(id)).length > 0 ? true : undefined),
      90_000,
    );
    stage.exchange.tell('01033334444', { kind: 'answers', says: HELLO });
    await pass(failure.wait);
    await acceptByPhone(await stage.exchange.nextCall('01033334444'), OTHER_PIN);
    await waitForState(buyer, id, 'accepted');
    expect(await outcomesOf(id)).toEqual([failure.outcome, 'answered']);
  });

  test.each([
    { kind: 'a number that nobody has', manner: undefined, outcome: 'unknown_number' },
    { kind: 'a machine', manner: { kind: 'machine', greeting: GREETING } as const, outcome: 'machine' },
  ])('$kind: a text message instead', async ({ manner, outcome }) => {
    if (manner !== undefined) stage.exchange.tell('01066667777', manner);
    const phone = new Phone(stage.system.world.sandbox, '01066667777');
    await phone.glance();
    const id = await buyForCall('010-6666-7777');
    if (manner !== undefined) {
      const call = await stage.exchange.nextCall('01066667777');
      await call.hear(/이 번호로 온 선물이 있어요/);
      expect(await call.ended).toBe('them');
    }
    await phone.waitFor(/\/g\/offer_/);
    expect(await outcomesOf(id)).toEqual([outcome]);
  });
});

async function logInByPhone(call: Call): Promise<void> {
  await call.key(`1${BUYER.member_number}${BUYER.phone_pin}`);
  await call.hear(/상점을 골라/);
}

describe('many at once', () => {
  test('a process that is killed: its calls are gone on with by the other, with an apology', async () => {
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
        // Those of the other process hear nothing of it, and are asked once more because they key nothing.
        const heard = await call.hear(/잠시 끊겼어요|누르신 번호가 없어요/);
        await call.hear(/지금 거신 번호/);
        await call.key('1#');
        await call.answer(/상품권 비밀번호를/, `${CERTIFICATE_PIN}#`);
        await call.hear(/남았고/);
        call.hangUp();
        return heard.includes('잠시 끊겼어요');
      }),
    );
    expect(apologies).toContain(true);
  });

  test(`${CALLS_AT_ONCE} calls: each buys what it keyed, once`, async () => {
    const amounts = Array.from({ length: CALLS_AT_ONCE }, (_, i) => 40_000 + i * 100);
    const calls = await Promise.all(amounts.map(() => stage.call(BUYERS_PHONE)));
    await Promise.all(calls.map(toMenu));
    // A few at a time: more log-ins of one member under way at once than may fail are taken for guessing.
    for (let at = 0; at < calls.length; at += LOG_INS_AT_ONCE)
      await Promise.all(calls.slice(at, at + LOG_INS_AT_ONCE).map(logInByPhone));
    await Promise.all(
      calls.map(async (call, i) => {
        await call.key(`1${amounts[i]}#1`);
        await call.answer(/받는 분의 전화번호/, '01098765432#');
        await confirmByPhone(call);
        call.hangUp();
      }),
    );
    const { body } = await buyer.door.get('/v1/orders?limit=100');
    const bought = (body.orders as { amount_minor: number; state: string }[])
      .filter(({ amount_minor, state }) => state === 'offered' && amounts.includes(amount_minor))
      .map(({ amount_minor }) => amount_minor);
    expect(bought.sort((a, b) => a - b)).toEqual(amounts);
  });
});

test('leaves no PIN in any log, sound or setting of the line', () => {
  const { dataDir } = stage.system;
  const folders = ['logs', 'phone-line/asterisk/log', 'phone-line/speech'].map((name) => join(dataDir, name));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const texts = files.filter((file) => !file.endsWith('.ulaw'));
  expect(texts.length).toBeGreaterThan(20);
  for (const file of texts) {
    const text = readFileSync(file, 'utf8');
    const found = [BUYER.phone_pin, CERTIFICATE_PIN, OTHER_PIN].filter((pin) => text.includes(pin));
    expect({ file, found }).toEqual({ file, found: [] });
  }
});
