import { afterEach, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { wordsOfPdf } from '../../../../test/browser/pdf.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { anAcceptedGift, anOffer, doneOf, eventsOf } from '../../../../test/builders/gifts.ts';
import { MEMBER_ID, SHOP_MEMBER, type TestManagement } from '../../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  claimCall,
  LANDLINE,
  moveToHour,
  nobodyReached,
} from '../../../../test/builders/outbound-calls.ts';
import { aStaffSession } from '../../../../test/builders/sessions.ts';
import { storyOf } from '../../../../test/builders/staff-story.ts';
import { createManagementApp } from '../../app.ts';
import { forgetExpiredContent } from '../../delivery/record-outcome.ts';
import { confirmCorrection } from '../../orders/corrections/confirm-correction.ts';
import { nameCorrection } from '../../orders/corrections/name-correction.ts';
import { remindRecipients } from '../../orders/due-orders.ts';
import { cancelOrder } from '../../orders/end-order.ts';
import { readOrder } from '../../orders/orders.ts';
import { reportOutcome } from '../../voice/outbound.ts';

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

async function openLetter(orderId: string, query = '', role = 'operator') {
  const authorization = `Bearer ${await aStaffSession(management, role)}`;
  return app.inject({
    method: 'GET',
    url: `/v1/staff/orders/${orderId}/letter${query}`,
    headers: { authorization },
  });
}
/** The words of a letter, in one line. */
async function letterOf(orderId: string, query = ''): Promise<string> {
  const reply = await openLetter(orderId, query);
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
  return (await wordsOfPdf(reply.rawPayload)).replace(/\s+/g, ' ');
}
async function messageIdOf(orderId: string, kind: string): Promise<string> {
  const found = await sql<{ message_id: string }>`
    select message_id from messages where subject_id = ${orderId} and kind = ${kind}`.execute(
    management.context.db,
  );
  return found.rows[0]?.message_id ?? '';
}
const stuckOf = async (orderId: string) =>
  (await storyOf(aDoor(app, await aStaffSession(management, 'support')), orderId)).body.stuck;

describe('a letter to the recipient of a gift', () => {
  test('names them, says what waits, until when, and how to accept it by phone', async () => {
    await begin();
    const orderId = await anOffer(management, { phone: LANDLINE });
    const ko = await letterOf(orderId);
    for (const said of [
      '이순자 님',
      '하늘상점 상품권 50,000원 선물이 도착했어요',
      '김하늘 님이 하늘상점 상품권 50,000원을 보내셨어요.',
      '생일 축하해요',
      '까지 받으실 수 있어요.',
      '1588-0200으로 전화해 2번을 누르세요.',
      '02-***-1234',
      orderId,
    ])
      expect(ko).toContain(said);
    const en = await letterOf(orderId, '?lang=en');
    expect(en).toContain('A Haneul Store gift certificate worth ₩50,000 is waiting for you');
    expect(en).toContain('Call 1588-0200 and press 2.');
    for (const letter of [ko, en]) expect(letter).not.toMatch(/offer_|http|5551234|undefined|\{\{/);
  });

  test('ends its need, is in the audit trail with each opening, and in the timeline', async () => {
    await begin();
    const orderId = await anOffer(management, { phone: LANDLINE });
    await reportOutcome(management.context, (await claimCall(management)) ?? '', 'unknown_number');
    expect(await stuckOf(orderId)).toMatchObject({ reason: 'letter_needed' });
    await letterOf(orderId);
    await letterOf(orderId);
    expect(await stuckOf(orderId)).toBeUndefined();
    // Nor does a reminder that nobody hears need another.
    management.pass(5 * DAY_MS + HOUR_MS);
    await remindRecipients(management.context);
    moveToHour(management, 10);
    await reportOutcome(management.context, (await claimCall(management)) ?? '', 'unknown_number');
    expect(await stuckOf(orderId)).toBeUndefined();
    const { db } = management.context;
    const events = await sql<{ detail: unknown }>`
      select detail from order_events where order_id = ${orderId} and kind = 'letter_printed'`.execute(db);
    expect(events.rows).toEqual([{ detail: { to: 'recipient' } }, { detail: { to: 'recipient' } }]);
    const trail = await sql<{ subject: unknown }>`
      select subject from audit_trail where action = 'print_letter'`.execute(db);
    const line = { subject: { subject_kind: 'order', subject_id: orderId } };
    expect(trail.rows).toEqual([line, line]);
  });

  test('is for operators only, and of a gift that waits for an answer', async () => {
    await begin();
    const orderId = await anOffer(management, { phone: LANDLINE });
    for (const role of ['support', 'auditor'])
      expect((await openLetter(orderId, '', role)).statusCode).toBe(403);
    expect(await eventsOf(management, orderId)).not.toContain('letter_printed');
    const refused = async (id: string, query = '') => (await openLetter(id, query)).json().code;
    expect(await refused(newId())).toBe('order_not_found');
    expect(await refused(orderId, `?about=${newId()}`)).toBe('not_found');
    expect(await refused(await anAcceptedGift(management))).toBe('wrong_state');
    expect(await refused(await anOffer(management, { email: 'a@example.com', name: '남궁민수' }))).toBe(
      'wrong_state',
    );
    Object.assign(management.context, { settings: { ...management.context.settings, voiceNumber: '' } });
    expect(await refused(orderId)).toBe('line_number_unset');
  });
});

describe('a letter about what nobody heard', () => {
  test('says it to the buyer in full, also when opened again, until its content is deleted', async () => {
    await begin({ landline: BUYER_LANDLINE });
    const orderId = await anOffer(management);
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    const about = `?about=${await messageIdOf(orderId, 'buyer.gift_cancelled')}`;
    expect((await openLetter(orderId, about)).json().code).toBe('wrong_state');
    await nobodyReached(management);
    for (const _again of [1, 2]) {
      const letter = await letterOf(orderId, about);
      expect(letter).toContain('김하늘 님');
      expect(letter).toContain('50,000원');
      expect(letter).toContain('환불');
      expect(letter).not.toContain(SHOP_MEMBER.name);
    }
    expect(await stuckOf(orderId)).toBeUndefined();
    management.pass(15 * DAY_MS);
    await forgetExpiredContent(management.context, management.context.clock());
    expect((await openLetter(orderId, about)).json().code).toBe('wrong_state');
  });

  test('goes to the recipient it was for, and to nobody who took their place', async () => {
    await begin();
    const orderId = await anOffer(management, { phone: LANDLINE });
    const { read_back_id } = doneOf(
      await nameCorrection(management.context, orderId, MEMBER_ID, { phone: SHOP_MEMBER.phone }),
    );
    doneOf(await confirmCorrection(management.context, orderId, MEMBER_ID, read_back_id ?? newId()));
    expect((await readOrder(management.context.db, orderId)).recipient_name).toBe(SHOP_MEMBER.name);
    await nobodyReached(management);
    const unheard = await messageIdOf(orderId, 'recipient.gift_cancelled');
    expect(unheard).not.toBe('');
    expect((await openLetter(orderId, `?about=${unheard}`)).json().code).toBe('wrong_state');
    expect(await stuckOf(orderId)).toBeUndefined();
  });
});
