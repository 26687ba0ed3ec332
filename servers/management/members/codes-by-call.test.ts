import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import {
  aMemberOf,
  aRegistration,
  atTerminal,
  codeSentTo,
  PHONE_PIN,
} from '../../../test/builders/members.ts';
import {
  aManagementWithPhoneLine,
  answerCall,
  claimCall,
  LANDLINE,
} from '../../../test/builders/outbound-calls.ts';
import { createManagementApp } from '../app.ts';
import { isKnown } from '../offers/gifts-of-phone.ts';
import { knownLocale } from '../orders/recipient/locale.ts';
import { joinByTelephone } from './telephone-member.ts';

const ME = '/v1/members/me';
const CHANGES = `${ME}/contact-changes`;
const CODE_CALLS_AN_HOUR = 6;

let management: TestManagement;
let app: App;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
  app = await createManagementApp(management.context);
});
afterEach(async () => {
  await app.close();
  await management.close();
});

const register = (more: object) => aDoor(app)('POST', '/v1/members', aRegistration({ ...more }));
const refused = (status: number, code: string) => ({ status, body: { code } });

/** How the digits of a code sound. */
const spoken = (code: string) => [...code].map((digit) => '공일이삼사오육칠팔구'[Number(digit)]);

describe('somebody who signs up', () => {
  test('may have the code for the mobile said: it is not texted, and the member is the same', async () => {
    const mobile = '+821039100001';
    const begun = await register({ mobile, code_by: 'call' });
    expect(begun).toMatchObject({ status: 202, body: { codes_sent_to: ['sms', 'email'] } });
    const sent = await sql`select channel from messages where address = ${mobile}`.execute(
      management.context.db,
    );
    expect(sent.rows).toEqual([{ channel: 'voice' }]);
    const code = await codeSentTo(management, mobile);
    const call = await answerCall(management);
    expect(call.turn.say.map(({ text }) => text.replace('.', '')).join('')).toContain(spoken(code).join(''));
    const url = `/v1/members/${begun.body.member_id}/verifications`;
    expect(await aDoor(app)('POST', url, { channel: 'sms', code })).toMatchObject({
      status: 200,
      body: { verified: ['sms'] },
    });
  });

  test('is not called after the code has expired', async () => {
    await register({ mobile: '+821039100002', code_by: 'call' });
    management.pass(11 * MINUTE_MS);
    expect(await claimCall(management)).toBeUndefined();
  });

  test('rings one number only so often, whoever asks; a key that was answered counts once', async () => {
    const input = aRegistration({ mobile: '+821039100003', code_by: 'call' });
    const key = newId();
    for (let time = 0; time < 2; time++)
      expect(await aDoor(app)('POST', '/v1/members', input, key)).toMatchObject({ status: 202 });
    for (let time = 1; time < CODE_CALLS_AN_HOUR; time++)
      expect(await register({ mobile: input.mobile, code_by: 'call' })).toMatchObject({ status: 202 });
    const limited = await register({ mobile: input.mobile, code_by: 'call' });
    expect(limited).toMatchObject(refused(429, 'rate_limited'));
    expect(await register({ mobile: input.mobile })).toMatchObject({ status: 202 });
  });

  test.each([
    ['a landline for a mobile', { mobile: '02-555-1234' }],
    ['a landline for a mobile, by call', { mobile: '02-555-1234', code_by: 'call' }],
    ['a mobile abroad, by call', { mobile: '+12125550123', code_by: 'call' }],
  ])('with %s is refused', async (_what, more) => {
    expect(await register(more)).toMatchObject(refused(422, 'phone_number_invalid'));
  });

  test('can’t ask for a call where there is no phone line', async () => {
    const silent = await aManagement();
    const its = await createManagementApp(silent.context);
    const asked = aRegistration({ code_by: 'call' });
    expect(await aDoor(its)('POST', '/v1/members', asked)).toMatchObject(refused(503, 'service_unavailable'));
    await its.close();
    await silent.close();
  });
});

describe('a member', () => {
  test('adds a landline by the code that is said there, and is told by phone if they like', async () => {
    const { door } = await aMemberOf(management, app);
    expect((await door('GET', ME)).body).toMatchObject({ landline: null });
    const begun = await door('POST', CHANGES, { channel: 'voice', address: '02-555-1234' });
    expect(begun).toMatchObject({ status: 202, body: { channel: 'voice' } });
    const call = await answerCall(management);
    expect(call.heard).toContain('인증번호');
    const proof = { channel: 'voice', code: await codeSentTo(management, LANDLINE) };
    expect(await door('POST', `${CHANGES}/verification`, { ...proof, channel: 'sms' })).toMatchObject(
      refused(422, 'verification_code_wrong'),
    );
    expect((await door('POST', `${CHANGES}/verification`, proof)).body).toMatchObject({ landline: LANDLINE });
    expect((await door('PATCH', ME, { preferred_channel: 'voice' })).body).toMatchObject({
      preferred_channel: 'voice',
    });
    const kept = await sql`
      select 1 from members where landline = ${LANDLINE} and landline_verified_at is not null`.execute(
      management.context.db,
    );
    expect(kept.rows).toHaveLength(1);
  });

  test('who changes it has the old one told, by phone', async () => {
    const { door } = await aMemberOf(management, app);
    for (const address of [LANDLINE, '+8225550002']) {
      await door('POST', CHANGES, { channel: 'voice', address });
      await door('POST', `${CHANGES}/verification`, {
        channel: 'voice',
        code: await codeSentTo(management, address),
      });
    }
    const told = await sql`
      select channel, address from messages where kind = 'account.contact_changed'`.execute(
      management.context.db,
    );
    expect(told.rows).toEqual([{ channel: 'voice', address: LANDLINE }]);
  });

  test('may have the code for a new mobile said', async () => {
    const { door } = await aMemberOf(management, app);
    await door('POST', CHANGES, { channel: 'sms', address: '010-3910-0009', by: 'call' });
    const sent = await sql`select channel from messages where address = '+821039100009'`.execute(
      management.context.db,
    );
    expect(sent.rows).toEqual([{ channel: 'voice' }]);
  });

  test('can’t take another member’s landline', async () => {
    await joined();
    const { door } = await aMemberOf(management, app);
    await door('POST', CHANGES, { channel: 'voice', address: LANDLINE });
    const code = await codeSentTo(management, LANDLINE);
    expect(await door('POST', `${CHANGES}/verification`, { channel: 'voice', code })).toMatchObject(
      refused(409, 'member_exists'),
    );
  });

  test.each([
    ['a mobile as a landline', { channel: 'voice', address: '010-3910-0009' }],
    ['a landline as a mobile', { channel: 'sms', address: LANDLINE }],
    ['a landline abroad', { channel: 'voice', address: '+81312345678' }],
    ['a premium rate', { channel: 'voice', address: '060-700-1234' }],
  ])('is refused %s', async (_what, change) => {
    const { door } = await aMemberOf(management, app);
    expect(await door('POST', CHANGES, change)).toMatchObject(refused(422, 'phone_number_invalid'));
  });
});

async function joined() {
  const joining = { phone: LANDLINE, name: '이순자', phone_pin: PHONE_PIN, locale: 'en' as const };
  return doneOf(await joinByTelephone(management.context, newId(), joining));
}

describe('a member by telephone', () => {
  const logIn = (credentials: object) => aDoor(app)('POST', '/v1/sessions', credentials);

  test('has no password: with any, the credentials are wrong, as for everybody', async () => {
    const { member_number } = await joined();
    for (const password of ['null', PHONE_PIN])
      expect(await logIn({ member_number, password })).toMatchObject(refused(401, 'credentials_wrong'));
  });

  test('sees a masked landline and nothing else at a terminal, where a PIN changes and a contact does not', async () => {
    const { member_number } = await joined();
    const session = await atTerminal(management, app, { member_number, phone_pin: PHONE_PIN });
    const door = aDoor(app, String(session.body.session_token));
    expect((await door('GET', ME)).body).toMatchObject({
      ...{ landline: '02-***-1234', mobile: null, email: null, preferred_channel: 'voice' },
    });
    const passwords = { old_password: 'x', new_password: 'four-green-kites-2026' };
    expect(await door('POST', `${ME}/password`, passwords)).toMatchObject(refused(403, 'forbidden'));
    const pins = { old_phone_pin: PHONE_PIN, new_phone_pin: '739258' };
    expect(await door('POST', `${ME}/phone-pin`, pins)).toMatchObject({ status: 200 });
    const told = await sql`
      select channel, address from messages where kind = 'account.password_changed'`.execute(
      management.context.db,
    );
    expect(told.rows).toEqual([{ channel: 'voice', address: LANDLINE }]);
  });

  test('is known by the landline: its language, and that it is a member’s', async () => {
    const { db } = management.context;
    expect(await knownLocale(db, LANDLINE)).toBeUndefined();
    expect(await isKnown(db, LANDLINE)).toBe(false);
    await joined();
    expect(await knownLocale(db, LANDLINE)).toBe('en');
    expect(await isKnown(db, LANDLINE)).toBe(true);
  });
});
