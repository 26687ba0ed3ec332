import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { confirm, nameRecipient, open, order, waitForState } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, logIn, Phone } from '../../bin/walkthrough/people.ts';
import { MINUTE_MS } from '../../kit/clock.ts';
import { aCrowd, CROWDS_PHONE_PIN, type CrowdMember } from './crowd.ts';
import { acceptByPhone, confirmByPhone, orderByPhone, toMenu } from './dialling.ts';
import type { Call } from './phone/call.ts';
import { GREETING, HELLO } from './phone/sounds.ts';
import { type Stage, startStage } from './stage.ts';

const BUYER = { member_number: '2985091195', phone_pin: '739258' };
const BUYERS_PHONE = '01012345678';
const CERTIFICATE_PIN = '481620';
const OTHER_PIN = '590317';
const PINS = [BUYER.phone_pin, CERTIFICATE_PIN, OTHER_PIN, CROWDS_PHONE_PIN];
const CALLS_AT_ONCE = 100;
/** Each buyer has several calls on at once; one alone may not look up so many names a day. */
const CROWD = 20;
const RECIPIENTS = [
  { phone: '01098765432', first: '첫 글자는 홍', masked: '010-****-5432' },
  { phone: '01033334444', first: '첫 글자는 박', masked: '010-****-4444' },
  { phone: '01044445555', first: '첫 글자는 최', masked: '010-****-5555' },
] as const;

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

type Bought = { amount_minor: number; state: string; recipient?: { masked_address: string } };
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

/** Nobody picks up, in one way or another; in the order of when they are called again. */
const FAILURES = [
  { phone: '01023456789', manner: { kind: 'busy' }, outcome: 'busy', again_min: 5 },
  { phone: '01011112222', manner: { kind: 'rings' }, outcome: 'no_answer', again_min: 60 },
  { phone: '01033334444', manner: { kind: 'declines' }, outcome: 'declined', again_min: 24 * 60 },
] as const;

async function firstOutcome(orderId: string): Promise<string> {
  return eventually('the first call to end', async () => (await outcomesOf(orderId))[0]);
}

describe('a call from us that fails', () => {
  const orders = new Map<string, string>();
  // All at once, because a phone that nobody picks up rings for a while.
  beforeAll(async () => {
    for (const { phone, manner } of FAILURES) {
      stage.exchange.tell(phone, manner);
      orders.set(phone, await buyForCall(phone));
    }
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

  test.each(FAILURES)('$outcome: called again when it is time, and received then', async (failure) => {
    const { phone, outcome, again_min } = failure;
    // None may ring while time is moved: it would be taken for one whose caller has died.
    const first = await Promise.all([...orders.values()].map(firstOutcome));
    expect(first).toEqual(FAILURES.map((each) => each.outcome));
    const id = orders.get(phone) ?? '';
    stage.exchange.tell(phone, { kind: 'answers', says: HELLO });
    await pass(again_min);
    await acceptByPhone(await stage.exchange.nextCall(phone), OTHER_PIN);
    await waitForState(buyer, id, 'accepted');
    expect(await outcomesOf(id)).toEqual([outcome, 'answered']);
  });

  test('out of reach, which is our trouble and not theirs: soon again, until it goes through', async () => {
    stage.exchange.tell('01044445555', { kind: 'is out of reach' });
    const id = await buyForCall('01044445555');
    expect(await firstOutcome(id)).toBe('unreachable');
    stage.exchange.tell('01044445555', { kind: 'answers', says: HELLO });
    // As long as the second wait: on a busy machine it may have been tried once more meanwhile.
    await pass(5);
    await acceptByPhone(await stage.exchange.nextCall('01044445555'), OTHER_PIN);
    await waitForState(buyer, id, 'accepted');
    expect((await outcomesOf(id)).at(-1)).toBe('answered');
  });
});

describe('many at once', () => {
  test(`${CALLS_AT_ONCE} calls: each buys what it keyed, once`, async () => {
    const crowd = await aCrowd(stage.system.world, CROWD);
    const wishes = Array.from({ length: CALLS_AT_ONCE }, (_, i) => ({
      buyer: crowd[i % CROWD] as CrowdMember,
      amount: 40_000 + i * 100,
      to: RECIPIENTS[i % RECIPIENTS.length] as (typeof RECIPIENTS)[number],
    }));
    const calls = await Promise.all(wishes.map(({ buyer }) => stage.call(buyer.mobile)));
    await Promise.all(calls.map(toMenu));
    const [one = 0, other = 0] = await stage.callsByProcess();
    expect(one + other).toBe(CALLS_AT_ONCE);
    expect(Math.min(one, other)).toBeGreaterThan(CALLS_AT_ONCE / 5);
    await Promise.all(
      wishes.map(async ({ buyer, amount, to }, i) => {
        const call = calls[i] as Call;
        const read = await orderByPhone(call, buyer, { shop: 1, amount, recipient: to.phone });
        expect(read).toContain(to.first);
        await confirmByPhone(call);
        call.hangUp();
      }),
    );
    for (const buyer of crowd) {
      const { body } = await buyer.door.get('/v1/orders?limit=100');
      const bought = (body.orders as Bought[]).map(({ amount_minor, state, recipient }) =>
        [amount_minor, state, recipient?.masked_address].join(' '),
      );
      const wished = wishes
        .filter((wish) => wish.buyer === buyer)
        .map(({ amount, to }) => [amount, 'offered', to.masked].join(' '));
      expect(bought.sort()).toEqual(wished.sort());
    }
  });

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
});

test('leaves no PIN in any log, sound or setting of the line', () => {
  const { dataDir } = stage.system;
  const folders = ['logs', 'phone-line/asterisk/log', 'phone-line/speech'].map((name) => join(dataDir, name));
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const texts = files.filter((file) => !file.endsWith('.ulaw'));
  expect(texts.length).toBeGreaterThan(20);
  for (const file of texts) {
    const text = readFileSync(file, 'utf8');
    const found = PINS.filter((pin) => text.includes(pin));
    expect({ file, found }).toEqual({ file, found: [] });
  }
});
