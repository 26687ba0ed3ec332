import { beforeEach, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { anOffer, doneOf, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { MEMBER_ID, SHOP_MEMBER, type TestManagement } from '../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
  moveToHour,
  plannedCallAt,
} from '../../../test/builders/outbound-calls.ts';
import { aCallFrom, heardIn, inCall } from '../../../test/builders/phone-call.ts';
import { confirmCorrection } from '../orders/corrections/confirm-correction.ts';
import { nameCorrection } from '../orders/corrections/name-correction.ts';
import { expireOffers } from '../orders/due-orders.ts';
import { claimDueCalls, reportOutcome } from './outbound.ts';

const OTHER_LANDLINE = '+8225555678';
const OVER = '전화드린 선물은 이제 받으실 수 없어요. 따로 하실 일은 없어요. 안녕히 계세요.';
const PIN = '739258';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
});
beforeEach(() => () => management.close());

test('a landline is called, hears the offer, accepts and chooses a PIN; no text is sent to it', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await messagesOf(management, orderId)).toEqual(['buyer.purchase_complete']);
  const call = await answerCall(management);
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
  expect(await claimCall(management)).toBeUndefined();
  expect(await eventsOf(management, orderId)).toContain('recipient_called');
});

test('whoever is called about a gift to a typed name hears the name, and accepting confirms it', async () => {
  const { carriers } = management.context;
  const { lookUpName } = carriers;
  carriers.lookUpName = async () => ({ kind: 'no_look_up' });
  const orderId = await anOffer(management, { phone: LANDLINE, name: '박막례' });
  carriers.lookUpName = lookUpName;
  const call = await answerCall(management);
  expect(call.heard).toContain('앞으로 온 선물이에요');
  await call.keys('1', PIN, PIN);
  expect(await stateOf(management, orderId)).toBe('accepted');
  await call.hangUp();
});

test('a caller whose SIM was changed hears why the gift can’t be accepted yet', async () => {
  const { carriers } = management.context;
  const { wasSimSwapped } = carriers;
  carriers.wasSimSwapped = async () => true;
  const orderId = await anOffer(management, { phone: LANDLINE });
  const call = await answerCall(management);
  expect(await call.keys('1', PIN, PIN)).toContain('유심이 최근에 바뀌었어요');
  carriers.wasSimSwapped = wasSimSwapped;
  expect(await stateOf(management, orderId)).toBe('offered');
  await call.hangUp();
});

test('a refusal by phone refunds the buyer', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  const call = await answerCall(management);
  expect(await call.key('2')).toContain('정말 거절');
  expect(await call.key('*')).toContain('보내셨어요');
  await call.key('2');
  expect(await call.key('2')).toContain('환불해 드려요');
  expect(await stateOf(management, orderId)).toBe('refunded');
});

test('two gifts for one phone are offered in one call', async () => {
  const orders = [
    await anOffer(management, { phone: LANDLINE }),
    await anOffer(management, { phone: LANDLINE }, { amount_minor: 10_000 }),
  ];
  const [first] = await claimDueCalls(management.context, 'sandbox', 1);
  const turn = await reportOutcome(management.context, first?.call_id ?? '', 'answered');
  if (turn === null) throw new Error('No call was due.');
  const call = inCall(management, turn);
  expect(await call.keys('1', PIN, PIN)).toContain('받으실 선물이 또 있어요');
  expect(await call.key('1')).toContain('만 원을 보내셨어요');
  await call.keys('1', PIN, PIN);
  for (const orderId of orders) expect(await stateOf(management, orderId)).toBe('accepted');
  await call.hangUp();
  // The second gift's own call finds nothing left to offer.
  expect(await claimCall(management)).toBeUndefined();
});

test('nobody is called at night unless they ask for it', async () => {
  moveToHour(management, 22);
  await claimDueCalls(management.context, 'sandbox', 1);
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await claimCall(management)).toBeUndefined();
  const due = await plannedCallAt(management);
  expect(due?.getUTCHours()).toBe(23);
  const caller = await aCallFrom(management, LANDLINE);
  await caller.keys('1', '2');
  expect(caller.heard).toContain('공이, 오오오, 일이삼사 번으로 온 선물이면');
  expect(await caller.key('1')).toContain('곧 전화벨이 울려요');
  await caller.hangUp();
  management.pass(10_000);
  const call = await answerCall(management);
  expect(call.heard).toContain('보내셨어요');
  await call.keys('1', PIN, PIN);
  expect(await stateOf(management, orderId)).toBe('accepted');
});

test('a call back is promised whether or not a gift waits, a limited number of times', async () => {
  const caller = await aCallFrom(management, null);
  await caller.keys('1', '2');
  expect(await caller.key('01033334444')).toContain('곧 전화벨이 울려요');
  for (let time = 0; time < 2; time++)
    await (await aCallFrom(management, null)).keys('1', '2', '01033334444');
  expect(await (await aCallFrom(management, null)).keys('1', '2', '01033334444')).toContain('내일 다시');
});

test('somebody who opted out gets no calls; a mobile is texted instead', async () => {
  const orderId = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
  const call = await answerCall(management);
  expect(await call.key('9')).toContain('더 전화드리지 않을게요');
  await call.hangUp();
  expect(await messagesOf(management, orderId)).toContain('recipient.gift_arrived');
  const next = await anOffer(management, { phone: SHOP_MEMBER.phone, by_call: true });
  expect(await messagesOf(management, next)).toContain('recipient.gift_arrived');
  expect(await claimCall(management)).toBeUndefined();
});

test('concurrent processes claim each call once; a better line comes first', async () => {
  for (let gift = 0; gift < 4; gift++) await anOffer(management, { phone: LANDLINE });
  const claims = await Promise.all([1, 2, 3].map(() => claimDueCalls(management.context, 'twilio', 2)));
  const ids = claims.flat().map(({ call_id }) => call_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(4);
  await anOffer(management, { phone: LANDLINE });
  expect(await claimDueCalls(management.context, 'sandbox', 5)).toEqual([]);
  // A demo moves the clock while its lines are up.
  management.pass(DAY_MS);
  expect(await claimDueCalls(management.context, 'sandbox', 5)).toEqual([]);
  await setLinesDownFor(20);
  expect(await claimDueCalls(management.context, 'sandbox', 5)).toHaveLength(1);
});

test('an outcome that is reported twice counts once', async () => {
  await anOffer(management, { phone: LANDLINE });
  const callId = (await claimCall(management)) ?? '';
  const [first, second] = await Promise.all([
    reportOutcome(management.context, callId, 'answered'),
    reportOutcome(management.context, callId, 'no_answer'),
  ]);
  const told = await sql<{ outcome: string }>`select outcome from voice_dial_outcomes`.execute(
    management.context.db,
  );
  expect(told.rows).toHaveLength(1);
  // Whichever came first, both reports agree on whether somebody answered.
  expect(second === null).toBe(first === null);
  expect(await reportOutcome(management.context, newId(), 'busy')).toBeNull();
});

test('an offer that ended while the phone rang is not made', async () => {
  const orderId = await anOffer(management, { phone: LANDLINE });
  const callId = (await claimCall(management)) ?? '';
  management.pass(8 * DAY_MS);
  await expireOffers(management.context);
  expect(await stateOf(management, orderId)).toBe('refunded');
  const turn = await reportOutcome(management.context, callId, 'answered');
  expect(turn).toMatchObject({ end: 'hang_up' });
});

test.each(['answered', 'busy', 'machine'] as const)(
  'after a correction while the phone rings (then %s), the old recipient is not called again and the new one is',
  async (outcome) => {
    const { context } = management;
    const orderId = await anOffer(management, { phone: LANDLINE });
    const wrong = (await claimCall(management)) ?? '';
    context.carriers.lookUpName = async () => ({ kind: 'found', name: '박막례' });
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

test('a call that its line lost after a correction ends, so that nobody’s number stays in it', async () => {
  const { context } = management;
  const orderId = await anOffer(management, { phone: LANDLINE });
  const lost = (await claimCall(management)) ?? '';
  context.carriers.lookUpName = async () => ({ kind: 'found', name: '박막례' });
  const { read_back_id = '' } = doneOf(
    await nameCorrection(context, orderId, MEMBER_ID, { phone: OTHER_LANDLINE }),
  );
  doneOf(await confirmCorrection(context, orderId, MEMBER_ID, read_back_id));
  management.pass(4 * MINUTE_MS);
  await claimDueCalls(context, 'sandbox', 5);
  const kept = await sql<{ call_id: string }>`
    select call_id from voice_calls where call_id = ${lost} and ended_at is null`.execute(context.db);
  expect(kept.rows).toEqual([]);
});

test('without a phone line, a landline can’t be a recipient', async () => {
  await setLinesDownFor(2 * 3_600);
  await expect(anOffer(management, { phone: LANDLINE })).rejects.toThrow('phone_number_invalid');
});

async function setLinesDownFor(seconds: number): Promise<void> {
  await sql`update voice_lines set seen_at = seen_at - ${seconds} * interval '1 second'`.execute(
    management.context.db,
  );
}
