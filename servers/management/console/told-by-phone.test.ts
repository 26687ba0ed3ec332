import { afterEach, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer, doneOf, messagesOf } from '../../../test/builders/gifts.ts';
import { MEMBER_ID, SHOP_MEMBER, type TestManagement } from '../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
  nobodyReached,
  plannedCallAt,
} from '../../../test/builders/outbound-calls.ts';
import { aMemberSession, aStaffSession } from '../../../test/builders/sessions.ts';
import { storyOf } from '../../../test/builders/staff-story.ts';
import { createManagementApp } from '../app.ts';
import { cancelOrder } from '../orders/end-order.ts';
import { handleInput } from '../voice/calls.ts';
import { reportOutcome } from '../voice/outbound.ts';
import { failUntold } from '../voice/tellings.ts';

const BUYER_LANDLINE = '+8225555678';

let management: TestManagement;
let app: App;
async function begin(member: { landline?: string } = {}): Promise<void> {
  management = await aManagementWithPhoneLine(member);
  app = await createManagementApp(management.context);
}
afterEach(async () => {
  await app.close();
  await management.close();
});

const as = async (role: string): Promise<Door> => aDoor(app, await aStaffSession(management, role));
/** The message of a kind in the story of a gift, as support staff see it. */
async function messageOf(orderId: string, kind: string) {
  const { steps } = await storyOf(await as('support'), orderId);
  const found = steps.find((step) => step.step === 'message' && step.kind === kind);
  if (found?.step !== 'message') throw new Error(`Nothing of the kind ${kind} was told.`);
  return found;
}
const stuckOf = async (orderId: string) => (await storyOf(await as('support'), orderId)).body.stuck;

describe('a message by phone, in the story of its gift,', () => {
  test('has the next call, each outcome, and what was said', async () => {
    await begin({ landline: BUYER_LANDLINE });
    const orderId = await anOffer(management);
    const kind = 'buyer.purchase_complete';
    const due = await messageOf(orderId, kind);
    expect(due).toMatchObject({ channel: 'voice', state: 'due', masked_address: '02-***-5678', calls: [] });
    expect(due.due_at).toBe((await plannedCallAt(management))?.toISOString());

    management.pass(4 * MINUTE_MS);
    const busy = (await claimCall(management)) ?? '';
    await reportOutcome(management.context, busy, 'busy');
    expect(await messageOf(orderId, kind)).toMatchObject({
      state: 'due',
      calls: [{ call_id: busy, line: 'sandbox', direction: 'out', outcome: 'busy' }],
    });

    management.pass(6 * MINUTE_MS);
    const cutOff = await answerCall(management);
    expect(cutOff.heard).toContain('오만 원');
    await cutOff.hangUp();
    const unheard = await messageOf(orderId, kind);
    expect(unheard.calls[1]).toMatchObject({ outcome: 'answered', begun_at: expect.any(String) });
    expect(unheard.calls[1]).not.toHaveProperty('heard_at');

    management.pass(25 * HOUR_MS);
    const { turn } = await answerCall(management);
    await handleInput(management.context, turn, { kind: 'said' });
    const heard = await messageOf(orderId, kind);
    expect(heard).toMatchObject({ state: 'delivered', delivered_at: expect.any(String) });
    expect(heard.calls).toMatchObject([
      { outcome: 'busy' },
      { outcome: 'answered' },
      { outcome: 'answered', heard_at: heard.delivered_at },
    ]);
    expect(heard.said).toContain('…');
    expect(heard.said).not.toMatch(/오만|50,000|홍|\{\{/);
    expect(heard).not.toHaveProperty('due_at');
  });

  test('has no calls of messages before or after it', async () => {
    await begin({ landline: BUYER_LANDLINE });
    const first = await anOffer(management);
    management.pass(4 * MINUTE_MS);
    const { turn, hangUp } = await answerCall(management);
    await handleInput(management.context, turn, { kind: 'said' });
    await hangUp();
    const second = await anOffer(management);
    management.pass(4 * MINUTE_MS);
    await reportOutcome(management.context, (await claimCall(management)) ?? '', 'no_answer');
    expect((await messageOf(first, 'buyer.purchase_complete')).calls).toMatchObject([
      { outcome: 'answered' },
    ]);
    expect((await messageOf(second, 'buyer.purchase_complete')).calls).toMatchObject([
      { outcome: 'no_answer' },
    ]);
  });

  test('keeps its calls when it goes on as a text', async () => {
    await begin();
    await sql`
      update members set preferred_channel = 'voice', landline = ${BUYER_LANDLINE}
      where member_id = ${MEMBER_ID}`.execute(management.context.db);
    const orderId = await anOffer(management);
    await nobodyReached(management);
    expect(await messageOf(orderId, 'buyer.purchase_complete')).toMatchObject({
      channel: 'sms',
      state: 'due',
      problem: 'not_heard',
      calls: [{ outcome: 'unknown_number' }],
    });
    expect(await stuckOf(orderId)).toBeUndefined();
  });

  test('reaches the buyer’s own timeline with its channel', async () => {
    await begin();
    const orderId = await anOffer(management, { phone: LANDLINE });
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    const buyer = aDoor(app, await aMemberSession(management));
    const { body } = await buyer('GET', `/v1/orders/${orderId}/timeline`);
    expect(body.messages).toContainEqual(
      expect.objectContaining({ kind: 'recipient.gift_cancelled', channel: 'voice', state: 'due' }),
    );
  });
});

describe('somebody who can’t be reached by phone', () => {
  test('and heard nothing of a message needs a letter, and the message is kept for it for two weeks', async () => {
    await begin({ landline: BUYER_LANDLINE });
    const orderId = await anOffer(management);
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    await nobodyReached(management);
    const { message_id } = await messageOf(orderId, 'buyer.gift_cancelled');
    expect(await stuckOf(orderId)).toMatchObject({
      reason: 'letter_needed',
      step: 'buyer.gift_cancelled',
      party: 'voice',
      problem: 'not_heard',
      message_id,
    });
    const kept = await sql<{ days: number | null }>`
      select extract(day from forget_at - ${management.context.clock()}::timestamptz)::int as days from messages
      where message_id = ${message_id} and vars_sealed is not null`.execute(management.context.db);
    expect(kept.rows[0]?.days ?? 0).toBeGreaterThanOrEqual(13);
  });

  test('though a gift waits for them needs a letter, until they are called again', async () => {
    await begin();
    const orderId = await anOffer(management, { phone: LANDLINE });
    expect(await stuckOf(orderId)).toBeUndefined();
    await reportOutcome(management.context, (await claimCall(management)) ?? '', 'unknown_number');
    const stuck = await stuckOf(orderId);
    expect(stuck).toMatchObject({ reason: 'letter_needed', step: 'recipient.gift_arrived', party: 'voice' });
    expect(stuck).not.toHaveProperty('message_id');
    const operator = await as('operator');
    expect(await operator('POST', `/v1/staff/orders/${orderId}/retry`)).toMatchObject({ status: 200 });
    expect(await stuckOf(orderId)).toBeUndefined();
    await reportOutcome(management.context, (await claimCall(management)) ?? '', 'unknown_number');
    expect(await stuckOf(orderId)).toMatchObject({ reason: 'letter_needed' });
  });

  test('because they want no calls needs a letter, and the buyer is told', async () => {
    await begin();
    const { db, clock } = management.context;
    await sql`insert into uncalled_phones (phone, since) values (${LANDLINE}, ${clock()})`.execute(db);
    const orderId = await anOffer(management, { phone: LANDLINE });
    expect(await plannedCallAt(management)).toBeNull();
    expect(await messagesOf(management, orderId)).toContain('buyer.recipient_not_reached');
    expect(await stuckOf(orderId)).toMatchObject({ reason: 'letter_needed', step: 'recipient.gift_arrived' });
  });

  test('with a code keeps none of it: a code is no business of a letter', async () => {
    await begin();
    const { db, clock } = management.context;
    await sql`
      insert into messages (message_id, subject_id, channel, address, locale, kind, vars_sealed, state, due_at, created_at)
      values (gen_random_uuid(), ${MEMBER_ID}, 'voice', ${LANDLINE}, 'ko', 'account.verification_code', '\\x01', 'due',
        ${clock()}, ${clock()})`.execute(db);
    management.pass(2 * MINUTE_MS);
    expect(await failUntold(management.context)).toBe(1);
    const left = await sql`select 1 from messages where vars_sealed is not null`.execute(db);
    expect(left.rows).toEqual([]);
  });
});

test('the numbers count messages that wait to be said apart from texts and mails', async () => {
  await begin({ landline: BUYER_LANDLINE });
  await anOffer(management, { phone: SHOP_MEMBER.phone });
  management.pass(2 * MINUTE_MS);
  const { body } = await (await as('support'))('GET', '/v1/staff/numbers');
  expect(body).toMatchObject({
    to_say: { waiting: 1, oldest_waiting_s: expect.any(Number) },
    messages: { waiting: 1, failing: 0 },
  });
});
