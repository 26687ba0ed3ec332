import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { forgetJob } from '../../../kit/forget-job.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { codeSentTo, notCode } from '../../../test/builders/members.ts';
import { LANDLINE } from '../../../test/builders/outbound-calls.ts';
import { anOfferToken } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { CONTACTS_FORGOTTEN } from '../contacts/contact-codes.ts';
import { confirmCorrection } from '../orders/corrections/confirm-correction.ts';
import { nameCorrection } from '../orders/corrections/name-correction.ts';

const PIN = '739258';
let management: TestManagement;
let app: App;
let door: Door;
let nextPhone = 77_000_000;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  door = aDoor(app);
  await sql`insert into voice_lines (line, seen_at) values ('sandbox', now())`.execute(management.context.db);
});
afterAll(async () => {
  await app.close();
  await management.close();
});
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(management.context.db);
});

async function aMailGift() {
  const orderId = await anOffer(management, { email: 'su@example.com', name: '남궁민수' });
  const path = `/v1/offers/${await anOfferToken(management, orderId)}`;
  const phone = `+8210${nextPhone++}`;
  return {
    orderId,
    phone,
    ask: (more: object = {}) => door('POST', `${path}/phone-codes`, { phone, ...more }),
    accept: (more: object = {}) => door('POST', `${path}/acceptance`, { pin: PIN, phone, ...more }),
  };
}
const codes = () => sql`select 1 from contact_codes`.execute(management.context.db);

describe('a number that a recipient by mail names', () => {
  test('opens the gift once its owner was told a code, and the code was entered', async () => {
    const { orderId, phone, ask, accept } = await aMailGift();
    expect(await ask()).toMatchObject({ status: 202, body: { sent_by: 'text', expires_in_minutes: 10 } });
    const code = await codeSentTo(management, phone);
    expect((await accept()).body.code).toBe('contact_not_proved');
    expect((await accept({ code: notCode(code) })).body.code).toBe('verification_code_wrong');
    expect((await accept({ code, pin: '123456' })).body.code).toBe('pin_sequence');
    expect(management.certificates.get(orderId)?.phone).toBeUndefined();
    expect(await accept({ code })).toMatchObject({ status: 200, body: { state: 'accepted' } });
    expect(management.certificates.get(orderId)?.phone).toBe(phone);
  });

  test('needs a code of its own, told for this gift', async () => {
    const [first, second] = [await aMailGift(), await aMailGift()];
    await first.ask();
    const code = await codeSentTo(management, first.phone);
    expect((await first.accept({ phone: '010-7777-1234', code })).body.code).toBe('verification_code_wrong');
    const elsewhere = await second.accept({ phone: first.phone, code });
    expect(elsewhere.body.code).toBe('verification_code_wrong');
    expect(await first.accept({ code })).toMatchObject({ status: 200 });
  });

  test('is told by a call where it takes no texts, or where a call is asked for', async () => {
    const { ask, accept } = await aMailGift();
    expect(await ask({ phone: LANDLINE })).toMatchObject({ status: 202, body: { sent_by: 'call' } });
    const code = await codeSentTo(management, LANDLINE);
    expect(await accept({ phone: LANDLINE, code })).toMatchObject({ status: 200 });
    const mobile = await aMailGift();
    expect(await mobile.ask({ by: 'call' })).toMatchObject({ status: 202, body: { sent_by: 'call' } });
  });

  test.each([
    ['a service’s number', '1588-0000'],
    ['a toll-free number', '080-123-4567'],
    ['a satellite phone', '+870773111632'],
    ['no number', '010-12'],
  ])('is not %s: refused when it is named, and when the gift is accepted', async (_what, phone) => {
    const { ask, accept } = await aMailGift();
    const before = (await codes()).rows.length;
    expect(await ask({ phone })).toMatchObject({ status: 422, body: { code: 'phone_number_invalid' } });
    expect((await accept({ phone, code: '123456' })).body.code).toBe('phone_number_invalid');
    expect((await codes()).rows).toHaveLength(before);
  });

  test('a call abroad is refused, a text is not', async () => {
    const { ask } = await aMailGift();
    const abroad = '+819012345678';
    expect((await ask({ phone: abroad, by: 'call' })).body.code).toBe('phone_number_invalid');
    expect(await ask({ phone: abroad })).toMatchObject({ status: 202, body: { sent_by: 'text' } });
  });
});

describe('a code', () => {
  test('expires after ten minutes, and is void after five wrong ones', async () => {
    const { phone, ask, accept } = await aMailGift();
    await ask();
    const late = await codeSentTo(management, phone);
    management.pass(10 * MINUTE_MS);
    expect((await accept({ code: late })).body.code).toBe('verification_code_expired');
    await ask();
    const code = await codeSentTo(management, phone);
    for (let n = 0; n < 5; n++) await accept({ code: notCode(code) });
    expect((await accept({ code })).body.code).toBe('verification_code_wrong');
  });

  test('is sent five times a day for a gift, whatever numbers are named, and five times to a number', async () => {
    const gift = await aMailGift();
    for (let n = 0; n < 5; n++) expect((await gift.ask({ phone: `+8210${nextPhone++}` })).status).toBe(202);
    expect((await gift.ask({ phone: `+8210${nextPhone++}` })).body.code).toBe('rate_limited');
    const [phone, others] = [gift.phone, await Promise.all(Array.from({ length: 6 }, aMailGift))];
    const asked = [];
    for (const { ask } of others) asked.push((await ask({ phone })).status);
    expect(asked).toEqual([202, 202, 202, 202, 202, 429]);
  });

  test('of somebody that the gift is no longer meant for is no good', async () => {
    const { orderId, phone, ask } = await aMailGift();
    await ask();
    const code = await codeSentTo(management, phone);
    const named = await nameCorrection(management.context, orderId, MEMBER_ID, {
      email: 'other@example.com',
      name: '독고영재',
    });
    const { read_back_id = '' } = doneOf(named);
    doneOf(await confirmCorrection(management.context, orderId, MEMBER_ID, read_back_id));
    const path = `/v1/offers/${await anOfferToken(management, orderId)}/acceptance`;
    const accepted = await door('POST', path, { pin: PIN, phone, code });
    expect(accepted.body.code).toBe('verification_code_wrong');
  });

  test('is not for a gift that went to a phone number', async () => {
    const orderId = await anOffer(management);
    const path = `/v1/offers/${await anOfferToken(management, orderId)}/phone-codes`;
    expect((await door('POST', path, { phone: '010-7777-1234' })).body.code).toBe('wrong_state');
  });

  test('is deleted a day after it expired', async () => {
    const { ask } = await aMailGift();
    await ask();
    expect((await codes()).rows.length).toBeGreaterThan(0);
    management.pass(24 * 60 * MINUTE_MS + 10 * MINUTE_MS);
    await forgetJob(management.context, { forgotten: CONTACTS_FORGOTTEN }).round();
    expect((await codes()).rows).toHaveLength(0);
  });
});
