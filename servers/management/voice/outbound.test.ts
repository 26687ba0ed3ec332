import { beforeEach, describe, expect, test } from 'vitest';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { anOffer, doneOf, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { aCallFrom, heardIn, inCall, type PhoneCall } from '../../../test/builders/phone-call.ts';
import { confirmCorrection } from '../orders/corrections/confirm-correction.ts';
import { nameCorrection } from '../orders/corrections/name-correction.ts';
import { expireOffers } from '../orders/due-orders.ts';
import { claimDueCalls, reportOutcome } from './outbound.ts';
import type { DialOutcome } from './turn.ts';

const LANDLINE = '+8225551234';
const OTHER_LANDLINE = '+8225555678';
const OVER = '전화드린 선물은 이제 받으실 수 없어요. 따로 하실 일은 없어요. 안녕히 계세요.';
const PIN = '739258';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagement();
  management.context.carrier.lookUpName = async (phone) =>
    phone === LANDLINE ? { kind: 'found', name: '이순자' } : { kind: 'not_found' };
  await moveToHour(10);
  // A line that has asked once is there.
  await claimDueCalls(management.context, 'sandbox', 1);
});
beforeEach(() => () => management.close());

/** Moves the test's time on to an hour of the day in Korea. */
async function moveToHour(hour: number): Promise<void> {
  const now = management.context.clock();
  const koreanHour = (now.getUTCHours() + 9) % 24;
  const wanted = addMs(now, ((hour - koreanHour + 24) % 24) * HOUR_MS - now.getUTCMinutes() * MINUTE_MS);
  management.pass(wanted.getTime() - now.getTime() + (wanted <= now ? DAY_MS : 0));
}

async function rings(): Promise<string | undefined> {
  const [call, ...others] = await claimDueCalls(management.context, 'sandbox', 5);
  expect(others).toEqual([]);
  return call?.call_id;
}

async function answered(): Promise<PhoneCall> {
  const callId = (await rings()) ?? '';
  const turn = await reportOutcome(management.context, callId, 'answered');
  if (turn === null) throw new Error('Nobody rang.');
  return inCall(management, turn);
}

async function dueAt(): Promise<Date | null> {
  const found = await sql<{ due_at: Date }>`select due_at from voice_dials where state = 'due'`.execute(
    management.context.db,
  );
  return found.rows[0]?.due_at ?? null;
}

/** The times, in minutes, after which a phone is called again, when each call comes to this. */
async function waitsFor(outcome: DialOutcome, times: number): Promise<(number | null)[]> {
  const waits: (number | null)[] = [];
  for (let time = 0; time < times; time++) {
    const callId = await rings();
    if (callId === undefined) throw new Error(`The phone did not ring for the ${time + 1}. time.`);
    const now = management.context.clock();
    await reportOutcome(management.context, callId, outcome);
    const due = await dueAt();
    waits.push(due === null ? null : Math.round((due.getTime() - now.getTime()) / MINUTE_MS));
    if (due === null) break;
    management.pass(due.getTime() - now.getTime() + 1_000);
  }
  return waits;
}

test('a landline is called, hears who sent what, accepts and chooses a PIN; no text is sent to it', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await messagesOf(management, orderId)).toEqual(['buyer.purchase_complete']);
  const call = await answered();
  expect(call.heard).toContain('김하늘 님이 하늘상점 상품권 오만 원을 보내셨어요.');
  expect(call.heard).toContain('생일 축하해요');
  expect(await call.key('1')).toContain('여섯 자리');
  expect(await call.key('123456')).toContain('쓸 수 없어요');
  expect(await call.key(PIN)).toContain('한 번 더');
  expect(await call.key('739259')).toContain('서로 달라요');
  await call.key(PIN);
  const kept = await management.context.pool.query('select c::text as row from voice_calls c');
  expect(JSON.stringify(kept.rows)).toContain('pin_digest');
  expect(JSON.stringify(kept.rows)).not.toContain(PIN);
  const done = await call.key(PIN);
  expect(done).toContain('오만 원을 받으셨어요');
  expect(done).toContain('공이, 오오오, 일이삼사 번과 비밀번호');
  expect(await stateOf(management, orderId)).toBe('accepted');
  expect(management.certificates.get(orderId)).toMatchObject({ pin: PIN, phone: LANDLINE });
  await call.hangUp();
  management.pass(2 * DAY_MS);
  expect(await rings()).toBeUndefined();
  expect(await eventsOf(management, orderId)).toContain('recipient_called');
});

test('a refusal by telephone refunds the sender', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  const call = await answered();
  expect(await call.key('2')).toContain('정말 거절');
  expect(await call.key('*')).toContain('보내셨어요');
  await call.key('2');
  expect(await call.key('2')).toContain('환불해 드려요');
  expect(await stateOf(management, orderId)).toBe('refunded');
});

test('two gifts for one phone are told of in one call', async () => {
  const orders = [
    await anOffer(management, { phone: LANDLINE }),
    await anOffer(management, { phone: LANDLINE }, { amount_minor: 10_000 }),
  ];
  const [first] = await claimDueCalls(management.context, 'sandbox', 1);
  const turn = await reportOutcome(management.context, first?.call_id ?? '', 'answered');
  if (turn === null) throw new Error('Nobody rang.');
  const call = inCall(management, turn);
  expect(await call.keys('1', PIN, PIN)).toContain('받으실 선물이 또 있어요');
  expect(await call.key('1')).toContain('만 원을 보내셨어요');
  await call.keys('1', PIN, PIN);
  for (const orderId of orders) expect(await stateOf(management, orderId)).toBe('accepted');
  await call.hangUp();
  // The second one's own call finds nothing left to tell.
  expect(await rings()).toBeUndefined();
});

describe('the plan after', () => {
  test('a busy line is kept to until there are no more calls', async () => {
    const orderId = await anOffer(management, { phone: LANDLINE });
    expect(await waitsFor('busy', 9)).toEqual([5, 15, 60, 240, null]);
    expect(await eventsOf(management, orderId)).toContain('calls_given_up');
    expect(await stateOf(management, orderId)).toBe('offered');
  });

  test('calls that came to nothing is the deadline: the buyer is refunded', async () => {
    const orderId = await anOffer(management, { phone: LANDLINE });
    await waitsFor('unknown_number', 1);
    management.pass(8 * DAY_MS);
    await expireOffers(management.context);
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(await messagesOf(management, orderId)).toContain('buyer.gift_expired');
  });

  test('a mobile that does not answer is a text message', async () => {
    const orderId = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
    expect(await messagesOf(management, orderId)).toEqual(['buyer.purchase_complete']);
    await waitsFor('unknown_number', 1);
    expect(await messagesOf(management, orderId)).toContain('recipient.gift_arrived');
  });

  test("a mobile's machine gets a message that tells nothing, and the phone a text", async () => {
    const orderId = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
    const turn = await reportOutcome(management.context, (await rings()) ?? '', 'machine');
    if (turn === null) throw new Error('Nothing was said to the machine.');
    expect(turn.end).toBe('hang_up');
    for (const secret of ['김하늘', '홍길동', '오만', '하늘상점'])
      expect(heardIn(turn)).not.toContain(secret);
    expect(await messagesOf(management, orderId)).toContain('recipient.gift_arrived');
    await inCall(management, turn).hangUp();
    expect(await dueAt()).toBeNull();
  });

  test('a call that ended undecided is another one, a day later', async () => {
    await anOffer(management, { phone: LANDLINE });
    const call = await answered();
    expect(await call.key('3')).toContain('나중에 다시');
    const now = management.context.clock();
    await call.hangUp();
    expect((await dueAt())?.getTime()).toBeGreaterThanOrEqual(now.getTime() + DAY_MS);
    expect(await reportOutcome(management.context, call.turn.call_id, 'answered')).toMatchObject({
      end: 'hang_up',
    });
  });

  test('a process that died while it rang is soon another call', async () => {
    await anOffer(management, { phone: LANDLINE });
    const lost = await rings();
    expect(await rings()).toBeUndefined();
    management.pass(4 * MINUTE_MS);
    await rings();
    management.pass(2 * MINUTE_MS);
    const again = await rings();
    expect(again).toBeDefined();
    expect(again).not.toBe(lost);
  });
});

test('nobody is called at night, unless they ask for it', async () => {
  await moveToHour(22);
  await claimDueCalls(management.context, 'sandbox', 1);
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await rings()).toBeUndefined();
  const due = await dueAt();
  expect(due?.getUTCHours()).toBe(23);
  const caller = await aCallFrom(management, LANDLINE);
  await caller.keys('1', '2');
  expect(caller.heard).toContain('공이, 오오오, 일이삼사 번으로 온 선물이면');
  expect(await caller.key('1')).toContain('곧 전화벨이 울려요');
  await caller.hangUp();
  management.pass(10_000);
  const call = await answered();
  expect(call.heard).toContain('보내셨어요');
  await call.keys('1', PIN, PIN);
  expect(await stateOf(management, orderId)).toBe('accepted');
});

test('a call back is promised in the same words where nothing waits, and not without end', async () => {
  const caller = await aCallFrom(management, null);
  await caller.keys('1', '2');
  expect(await caller.key('01033334444')).toContain('곧 전화벨이 울려요');
  for (let time = 0; time < 2; time++)
    await (await aCallFrom(management, null)).keys('1', '2', '01033334444');
  expect(await (await aCallFrom(management, null)).keys('1', '2', '01033334444')).toContain('내일 다시');
});

test('who wants no calls gets none; a mobile is written to instead', async () => {
  const orderId = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
  const call = await answered();
  expect(await call.key('9')).toContain('더 전화드리지 않을게요');
  await call.hangUp();
  expect(await messagesOf(management, orderId)).toContain('recipient.gift_arrived');
  const next = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
  expect(await messagesOf(management, next)).toContain('recipient.gift_arrived');
  expect(await rings()).toBeUndefined();
});

test('two processes that look for calls at once claim each call once; a better line comes first', async () => {
  for (let gift = 0; gift < 4; gift++) await anOffer(management, { phone: LANDLINE });
  const claims = await Promise.all([1, 2, 3].map(() => claimDueCalls(management.context, 'twilio', 2)));
  const ids = claims.flat().map(({ call_id }) => call_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(4);
  await anOffer(management, { phone: LANDLINE });
  expect(await claimDueCalls(management.context, 'sandbox', 5)).toEqual([]);
  // A demo's days are moved while its lines are there.
  management.pass(DAY_MS);
  expect(await claimDueCalls(management.context, 'sandbox', 5)).toEqual([]);
  await linesWereAwayFor(20);
  expect(await claimDueCalls(management.context, 'sandbox', 5)).toHaveLength(1);
});

test('an outcome that is told twice counts once', async () => {
  await anOffer(management, { phone: LANDLINE });
  const callId = (await rings()) ?? '';
  const [first, second] = await Promise.all([
    reportOutcome(management.context, callId, 'answered'),
    reportOutcome(management.context, callId, 'no_answer'),
  ]);
  const told = await sql<{ outcome: string }>`select outcome from voice_dial_outcomes`.execute(
    management.context.db,
  );
  expect(told.rows).toHaveLength(1);
  // Whichever was first: somebody is talked to by both, or by none.
  expect(second === null).toBe(first === null);
  expect(await reportOutcome(management.context, newId(), 'busy')).toBeNull();
});

test('a gift that was answered elsewhere while the phone rang is not asked about', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  const callId = (await rings()) ?? '';
  management.pass(8 * DAY_MS);
  await expireOffers(management.context);
  expect(await stateOf(management, orderId)).toBe('refunded');
  const turn = await reportOutcome(management.context, callId, 'answered');
  expect(turn).toMatchObject({ end: 'hang_up' });
});

test.each(['answered', 'busy', 'machine'] as const)(
  'a recipient who is corrected while their phone rings (then %s) is not called about it again; the right one is',
  async (outcome) => {
    const { context } = management;
    const orderId = await anOffer(management, { phone: LANDLINE });
    const wrong = (await rings()) ?? '';
    context.carrier.lookUpName = async () => ({ kind: 'found', name: '박막례' });
    const { read_back_id = '' } = doneOf(
      await nameCorrection(context, orderId, MEMBER_ID, { phone: OTHER_LANDLINE }),
    );
    expect(
      doneOf(await confirmCorrection(context, orderId, MEMBER_ID, read_back_id)).recipient,
    ).toMatchObject({ channel: 'voice', masked_address: expect.stringMatching(/-5678$/) });
    const turn = await reportOutcome(context, wrong, outcome);
    expect(turn === null ? '' : heardIn(turn)).toBe(outcome === 'answered' ? OVER : '');
    const due = await claimDueCalls(context, 'sandbox', 5);
    expect(due.map(({ to }) => to)).toEqual([OTHER_LANDLINE]);
  },
);

test('without a line to call on, a landline can not be given to', async () => {
  await linesWereAwayFor(2 * 3_600);
  await expect(anOffer(management, { phone: LANDLINE })).rejects.toThrow('phone_number_invalid');
});

async function linesWereAwayFor(seconds: number): Promise<void> {
  await sql`update voice_lines set seen_at = seen_at - ${seconds} * interval '1 second'`.execute(
    management.context.db,
  );
}
