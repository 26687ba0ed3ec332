import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { confirm, nameRecipient, open, order, waitForState } from '../../bin/walkthrough/gift.ts';
import { addCard, type Buyer, CARDS, logIn, Phone } from '../../bin/walkthrough/people.ts';
import { MINUTE_MS } from '../../kit/clock.ts';
import { aCrowd, CROWDS_PHONE_PIN, everyoneBuys } from './crowd.ts';
import { acceptByPhone, confirmByPhone, orderByPhone, toMenu } from './dialling.ts';
import type { Call } from './phone/call.ts';
import { GREETING, HELLO } from './phone/sounds.ts';
import { type Stage, startStage } from './stage.ts';

const BUYER = { member_number: '2985091195', phone_pin: '739258' };
const BUYERS_PHONE = '01012345678';
const CERTIFICATE_PIN = '481620';
const OTHER_PIN = '590317';
const PINS = [BUYER.phone_pin, CERTIFICATE_PIN, OTHER_PIN, CROWDS_PHONE_PIN];
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

/** Buys by the web a gift whose recipient is called about it. */
async function buyForCall(phone: string): Promise<string> {
  const { body } = await order(buyer, card);
  const id = textOf(body, 'order_id');
  const named = await nameRecipient(buyer, id, { phone, by_call: true });
  expectAnswer('the read-back', named, 200, { state: 'awaiting_confirmation' });
  expectAnswer('the confirmation', await confirm(buyer, named), 200, { state: 'offered' });
  return id;
}

/** The buyer's one order of an amount, once it is in a state: a line that is busy says that it is on its way. */
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

// All of what follows goes on at once, up to where time is moved: a telephone has its own pace.
describe.concurrent('a purchase by phone', () => {
  test('from the greeting to the gift on its way, each answer after its question', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    const read = await orderByPhone(call, BUYER, { shop: 1, amount: 37_000, recipient: '01098765432' });
    expect(read).toMatch(/홍/);
    expect(await confirmByPhone(call)).toMatch(/삼만 칠천 원/);
    call.hangUp();
    await orderOf(37_000, 'offered');
    await new Phone(stage.system.world.sandbox, '01098765432').waitFor(/37,000원/);
  });

  test('keyed ahead: who knows the way does not listen', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    await call.key(`1${BUYER.member_number}${BUYER.phone_pin}138000#1`);
    await call.answer(/받는 분의 전화번호/, '01098765432#');
    // The menu was not said to its end: a key cuts it off.
    expect(call.heard.filter((text) => /press eight/.test(text))).toEqual([]);
    await confirmByPhone(call);
    call.hangUp();
    await orderOf(38_000, 'offered');
  });

  test('what must be heard is not cut off, and nothing is bought without a confirmation', async () => {
    const call = await stage.call(BUYERS_PHONE);
    await toMenu(call);
    await orderByPhone(call, BUYER, { shop: 1, amount: 39_000, recipient: '01098765432' });
    await call.key('1');
    await call.hear(/보내시려면 일 번/);
    call.hangUp();
    await orderOf(39_000, 'abandoned');
  });

  test('who keys nothing is asked again and then bidden farewell, however much others hear meanwhile', async () => {
    let silentIsGone = false;
    const listen = async () => {
      const call = await stage.call(null);
      await toMenu(call);
      while (!silentIsGone) {
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
    silentIsGone = true;
    await Promise.all(others);
  });
});

/** Calls that nobody takes, in one way or another, and how many minutes later they are made again at the latest. */
const FAILURES = [
  { outcome: 'busy', phone: '01023456789', manner: { kind: 'busy' }, again_min: 5 },
  // Which is our trouble and not theirs. As long as the second wait: a busy machine may have tried once more meanwhile.
  { outcome: 'unreachable', phone: '021234567', manner: { kind: 'is out of reach' }, again_min: 5 },
  { outcome: 'no_answer', phone: '01011112222', manner: { kind: 'rings' }, again_min: 24 * 60 },
  { outcome: 'declined', phone: '01098765432', manner: { kind: 'declines' }, again_min: 24 * 60 },
] as const;
const orders = new Map<string, string>();

describe.concurrent('a call from us', () => {
  test('accepted; then the PIN that was chosen opens the certificate at the terminal, and its balance by phone', async () => {
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

  test('refused: the buyer is refunded', async () => {
    stage.exchange.tell('01033334444', { kind: 'answers' });
    const id = await buyForCall('010-3333-4444');
    const call = await stage.exchange.nextCall('01033334444');
    await call.answer(/받으시려면 일 번/, '2');
    await call.answer(/정말 거절하시겠어요/, '2');
    await call.hear(/거절하셨어요/);
    expect(await call.ended).toBe('them');
    await waitForState(buyer, id, 'refunded');
  });

  test('a number that nobody has: a text message instead', async () => {
    const id = await buyForCall(BUYERS_PHONE);
    await new Phone(stage.system.world.sandbox, BUYERS_PHONE).waitFor(/\/g\/offer_/);
    expect(await outcomesOf(id)).toEqual(['unknown_number']);
  });

  test('a machine: it is left a word, and a text message is sent', async () => {
    stage.exchange.tell('01066667777', { kind: 'machine', greeting: GREETING });
    const id = await buyForCall('010-6666-7777');
    const call = await stage.exchange.nextCall('01066667777');
    await call.hear(/이 번호로 온 선물이 있어요/);
    expect(await call.ended).toBe('them');
    await new Phone(stage.system.world.sandbox, '01066667777').waitFor(/\/g\/offer_/);
    expect(await outcomesOf(id)).toEqual(['machine']);
  });

  test.each(FAILURES)('$outcome: the buyer sees it', async ({ phone, manner, outcome }) => {
    stage.exchange.tell(phone, manner);
    const id = await buyForCall(phone);
    orders.set(phone, id);
    const first = await eventually('the call to end', async () => (await outcomesOf(id))[0]);
    expect(first).toBe(outcome);
  });
});

/** From the question for the number, which is the caller's own, to the answer. */
async function hearBalance(call: Call): Promise<string> {
  await call.answer(/지금 거신 번호/, '1#');
  await call.answer(/상품권 비밀번호를/, `${CERTIFICATE_PIN}#`);
  const balance = await call.hear(/남았고/);
  call.hangUp();
  return balance;
}

test.concurrent(`${CALLS_AT_ONCE} calls at once: each buys what it keyed, once`, async () => {
  const crowd = await aCrowd(stage.system.world);
  await everyoneBuys(crowd, CALLS_AT_ONCE, (from) => stage.call(from));
});

/** Moves the time of all servers. The buyer's session may end with it, so they log in anew. */
async function pass(minutes: number): Promise<void> {
  const moved = await stage.system.world.sandbox.put('/v1/clock', { advance_ms: minutes * MINUTE_MS });
  expectAnswer('the clock', moved, 200);
  buyer = await logIn(stage.system.world);
}

// None is on while time is moved: it would be taken for one whose caller has died.
describe('a call that failed is made again when it is time, and received then', () => {
  const times = [...new Set(FAILURES.map(({ again_min }) => again_min))];
  test.each(times)('after %i minutes', async (minutes) => {
    const due = FAILURES.filter(({ again_min }) => again_min === minutes);
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

test('a process that is killed: its calls are gone on with by the other, with an apology', async () => {
  // One of before would be taken for one of these.
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
      // Those of the other process hear nothing of it, and are asked once more because they key nothing.
      const heard = await call.hear(/잠시 끊겼어요|누르신 번호가 없어요/);
      await hearBalance(call);
      return heard.includes('잠시 끊겼어요');
    }),
  );
  expect(apologies).toContain(true);
});

test('no server has met anything that it did not expect', () => {
  const dir = join(stage.system.dataDir, 'logs');
  const lines = readdirSync(dir).flatMap((name) => readFileSync(join(dir, name), 'utf8').split('\n'));
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
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
