import { beforeEach, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import { anOffer, messagesOf } from '../../../../test/builders/gifts.ts';
import { MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
  moveToHour,
  plannedCallAt,
  untilWaitingOrEnded,
} from '../../../../test/builders/outbound-calls.ts';
import { aCallFrom, heardIn } from '../../../../test/builders/phone-call.ts';
import { bookUse } from '../../../../test/builders/use-notices.ts';
import { chooseCalls } from '../../messages/plan-dial.ts';
import { queueMessage } from '../../messages/queue-message.ts';
import { acceptOffer } from '../../offers/accept-offer.ts';
import { endCall, handleInput } from '../calls.ts';
import { reportOutcome } from '../outbound.ts';
import { failUntold, markHeard } from '../tellings.ts';
import type { DialOutcome } from '../turn.ts';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
});
beforeEach(() => () => management.close());

/** News for the landline, by itself or with another way if no call tells it. */
async function aLock(options: { fallback?: boolean } = {}): Promise<string> {
  return inTransaction(management.context.db, (tx) => queueLock(tx, options));
}

async function queueLock(tx: Tx, { fallback = false } = {}): Promise<string> {
  const subject_id = newId();
  const email = { channel: 'email', address: 'kim@example.com' } as const;
  await queueMessage(management.context, tx, {
    kind: 'recipient.certificate_locked',
    vars: { shop_name: '하늘상점' },
    to: [{ channel: 'voice', address: LANDLINE }, ...(fallback ? [email] : [])],
    locale: 'ko',
    subject_id,
  });
  return subject_id;
}

async function messageOf(subjectId: string) {
  const found = await sql<{ channel: string; state: string; problem: string | null }>`
    select channel, state, problem from messages where subject_id = ${subjectId}`.execute(
    management.context.db,
  );
  return found.rows[0];
}

/** Waits for the planned call, which gathers what there is to tell. */
async function untilDue(): Promise<void> {
  const due = await plannedCallAt(management);
  management.pass((due?.getTime() ?? 0) - management.context.clock().getTime() + 1_000);
  await sql`update voice_lines set seen_at = now()`.execute(management.context.db);
}

async function outcome(result: DialOutcome) {
  await untilDue();
  const callId = (await claimCall(management)) ?? '';
  return { callId, turn: await reportOutcome(management.context, callId, result) };
}

test('several pieces of news are told in one call, and delivered once each was heard to its end', async () => {
  const subjects = [];
  for (let time = 0; time < 4; time++) subjects.push(await aLock());
  await untilDue();
  const call = await answerCall(management);
  expect(call.heard).toContain('네 가지');
  expect(call.turn.listen).toBeUndefined();
  expect((await messageOf(subjects[0] ?? ''))?.state).toBe('due');
  // The first three of them.
  const turn = await handleInput(management.context, call.turn, { kind: 'said' });
  expect(heardIn(turn)).toMatch(/^다음 소식이에요/);
  const states = await Promise.all(subjects.map(async (id) => (await messageOf(id))?.state));
  expect(states).toEqual(['delivered', 'delivered', 'delivered', 'due']);
  await handleInput(management.context, turn, { kind: 'said' });
  await endCall(management.context, turn.call_id);
  expect((await messageOf(subjects[3] ?? ''))?.state).toBe('delivered');
  expect(await plannedCallAt(management)).toBeNull();
  expect(await failUntold(management.context)).toBe(0);
});

test('whoever hangs up in the middle is told the rest a day later, and not what they heard', async () => {
  const subjects = [];
  for (let time = 0; time < 4; time++) subjects.push(await aLock());
  await untilDue();
  const call = await answerCall(management);
  await handleInput(management.context, call.turn, { kind: 'said' });
  const before = management.context.clock().getTime();
  await endCall(management.context, call.turn.call_id);
  const due = await plannedCallAt(management);
  expect(due?.getTime()).toBeGreaterThanOrEqual(before + DAY_MS);
  await untilDue();
  const next = await answerCall(management);
  expect(next.heard).toContain('한 가지');
  await next.listen();
  await next.hangUp();
  expect((await messageOf(subjects[3] ?? ''))?.state).toBe('delivered');
});

test('news that arrives during a call is told in another one', async () => {
  await aLock();
  await untilDue();
  const call = await answerCall(management);
  const late = await aLock();
  expect(call.heard).toContain('한 가지');
  await call.listen();
  await call.hangUp();
  expect((await messageOf(late))?.state).toBe('due');
  await untilDue();
  const next = await answerCall(management);
  expect(next.heard).toContain('한 가지');
  await next.listen();
  expect((await messageOf(late))?.state).toBe('delivered');
});

test('news whose transaction commits while a call ends is still told', async () => {
  await aLock();
  await untilDue();
  const call = await answerCall(management);
  await call.listen();
  const { context } = management;
  const queued = Promise.withResolvers<string>();
  const mayCommit = Promise.withResolvers<void>();
  const telling = inTransaction(context.db, async (tx) => {
    queued.resolve(await queueLock(tx));
    await mayCommit.promise;
  });
  const subject = await queued.promise;
  const ended = endCall(context, call.turn.call_id);
  await untilWaitingOrEnded(management, call.turn.call_id);
  mayCommit.resolve();
  await Promise.all([telling, ended]);
  expect(await plannedCallAt(management)).not.toBeNull();
  expect((await messageOf(subject))?.state).toBe('due');
});

test('two processes hear of the same end of speech, and the message is delivered once', async () => {
  const subject = await aLock();
  await untilDue();
  const call = await answerCall(management);
  const said = { kind: 'said' } as const;
  const turns = await Promise.all([1, 2, 3].map(() => handleInput(management.context, call.turn, said)));
  expect(new Set(turns.map((turn) => JSON.stringify(turn))).size).toBe(1);
  expect((await messageOf(subject))?.state).toBe('delivered');
  const told = await sql<{ message_id: string; heard_at: Date | null }>`
    select message_id, heard_at from voice_tellings`.execute(management.context.db);
  expect(told.rows).toHaveLength(1);
  await markHeard(
    management.context,
    call.turn.call_id,
    told.rows.map(({ message_id }) => message_id),
  );
  const again = await sql`select heard_at, message_id from voice_tellings`.execute(management.context.db);
  expect(again.rows).toEqual(told.rows);
});

test.each([
  ['busy', 5 * MINUTE_MS],
  ['no_answer', HOUR_MS],
  ['machine', 4 * HOUR_MS],
  ['declined', DAY_MS],
] as const)('after %s the call is made again', async (result, wait_ms) => {
  await aLock();
  const { turn } = await outcome(result);
  const now = management.context.clock().getTime();
  const due = (await plannedCallAt(management))?.getTime() ?? 0;
  expect(due).toBeGreaterThanOrEqual(now + wait_ms - 10_000);
  // A machine hears that there is news, and nothing of it.
  expect(turn === null ? '' : heardIn(turn)).toBe(
    result === 'machine'
      ? '안녕하세요, 선물이에요. 선물 소식이 있어서 전화드렸어요. 다시 전화드릴게요. 고맙습니다.'
      : '',
  );
});

test('when the calls are given up, a message goes on by its other way, and fails if it has none', async () => {
  const [alone, withMail] = [await aLock(), await aLock({ fallback: true })];
  await outcome('unknown_number');
  expect(await failUntold(management.context)).toBe(2);
  expect(await messageOf(alone)).toEqual({ channel: 'voice', state: 'failed', problem: 'not_heard' });
  expect(await messageOf(withMail)).toEqual({ channel: 'email', state: 'due', problem: 'not_heard' });
  expect(await failUntold(management.context)).toBe(0);
});

test('a message that waits for its call is not failed', async () => {
  const subject = await aLock();
  management.pass(10 * MINUTE_MS);
  expect(await failUntold(management.context)).toBe(0);
  await outcome('no_answer');
  management.pass(5 * MINUTE_MS);
  expect(await failUntold(management.context)).toBe(0);
  expect((await messageOf(subject))?.state).toBe('due');
});

test('nobody is called with news at night', async () => {
  moveToHour(management, 22);
  await aLock();
  management.pass(10 * MINUTE_MS);
  await sql`update voice_lines set seen_at = now()`.execute(management.context.db);
  expect(await claimCall(management)).toBeUndefined();
  expect((await plannedCallAt(management))?.getUTCHours()).toBe(23);
});

test('after the news nine stops the calls about uses', async () => {
  await aLock();
  await untilDue();
  const call = await answerCall(management);
  await call.listen();
  expect(await call.key('9')).toContain('선물을 쓰셨다는 소식은 전화로 알려 드리지 않을게요');
  const orderId = await anOffer(management, { phone: LANDLINE });
  await acceptOffer(management.context, orderId, { pin: '739258' });
  await bookUse(management, {
    order_id: orderId,
    redemption_id: newId(),
    amount_minor: 20_000,
    balance_minor: 30_000,
    entry_no: 2,
  });
  expect(await messagesOf(management, orderId)).not.toContain('recipient.certificate_used');
});

test('a buyer who is told by phone hears of their gifts as well, in the same call', async () => {
  await sql`
    update members set landline = ${LANDLINE}, preferred_channel = 'voice' where member_id = ${MEMBER_ID}`.execute(
    management.context.db,
  );
  await aLock();
  await anOffer(management);
  await untilDue();
  const call = await answerCall(management);
  expect(call.heard).toContain('두 가지');
  expect(call.heard).toContain('비밀번호를 여러 번 틀렸어요');
});

test('the buyer hears at once of a landline whose owner opted out; its owner may ask to be called and start calls again', async () => {
  const { context } = management;
  await chooseCalls(context, context.db, LANDLINE, 'none');
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await messagesOf(management, orderId)).toContain('buyer.recipient_not_reached');
  expect(await plannedCallAt(management)).toBeNull();
  const caller = await aCallFrom(management, LANDLINE);
  await caller.keys('1', '2', '1');
  await caller.hangUp();
  management.pass(10_000);
  const call = await answerCall(management);
  expect(call.heard).toContain('앞으로 다시 전화를 받으시려면 구 번');
  expect(await call.key('9')).toContain('다시 전화드릴게요');
  expect(call.heard).toContain('이런 전화를 원하지 않으시면 구 번');
  await call.hangUp();
  await aLock();
  expect(await plannedCallAt(management)).not.toBeNull();
});
