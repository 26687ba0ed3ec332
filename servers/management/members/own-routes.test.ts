import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { anOffer, messagesOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import {
  aMemberOf,
  codeSentTo,
  notCode,
  PASSWORD,
  PHONE_PIN,
  type TestMember,
} from '../../../test/builders/members.ts';
import { createManagementApp } from '../app.ts';
import { acceptOffer } from '../offers/accept-offer.ts';
import { refuseOffer } from '../offers/refuse-offer.ts';
import { changeProfile } from './member-profile.ts';

const ME = '/v1/members/me';
let management: TestManagement;
let app: App;
let member: TestMember;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
beforeEach(async () => {
  member = await aMemberOf(management, app);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const anybody = () => aDoor(app);
const logIn = (credentials: object) => anybody()('POST', '/v1/sessions', credentials);
const refused = (status: number, code: string) => ({ status, body: { code } });

async function toldAt(address: string): Promise<string[]> {
  const found = await sql<{ kind: string }>`
    select kind from messages where address = ${address} and kind <> 'account.verification_code'
    order by message_id`.execute(management.context.db);
  return found.rows.map(({ kind }) => kind);
}

async function onThePhone() {
  const { member_number } = member;
  const session = await logIn({ member_number, phone_pin: PHONE_PIN, line: 'phone' });
  return aDoor(app, String(session.body.session_token));
}

describe('preferences', () => {
  test('are changed one by one, and stay when left out', async () => {
    const before = await member.door('GET', ME);
    expect(before).toMatchObject({
      status: 200,
      body: { name: '이달빛', mobile: member.mobile, locale: 'ko', notices: { certificate_used: true } },
    });
    const key = randomUUID();
    const change = { locale: 'en', notices: { certificate_used: false } };
    const changed = await member.door('PATCH', ME, change, key);
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: '이달빛',
        locale: 'en',
        preferred_channel: 'sms',
        notices: { certificate_used: false, gift_accepted: true },
      },
    });
    await member.door('PATCH', ME, {
      name: '이해빛',
      preferred_channel: 'email',
      notices: { certificate_used: true },
    });
    expect((await member.door('PATCH', ME, change, key)).text).toBe(changed.text);
    expect((await member.door('GET', ME)).body).toMatchObject({
      name: '이해빛',
      preferred_channel: 'email',
      notices: { certificate_used: true },
    });
  });

  test('changed twice at once both stand', async () => {
    await Promise.all([
      member.door('PATCH', ME, { locale: 'en' }),
      member.door('PATCH', ME, { notices: { use_reversed: false } }),
      member.door('PATCH', ME, { notices: { gift_accepted: false } }),
    ]);
    expect((await member.door('GET', ME)).body).toMatchObject({
      locale: 'en',
      notices: { use_reversed: false, gift_accepted: false, certificate_issued: true },
    });
  });

  test.each([
    [{ locale: 'fr' }],
    [{ notices: { purchase_complete: false } }],
    [{ name: '' }],
    [{ email: 'other@example.com' }],
    [{ member_number: '0000000000' }],
  ])('%j is none', async (change) => {
    expect(await member.door('PATCH', ME, change)).toMatchObject(refused(400, 'validation_failed'));
  });

  test('are masked where others may see them, and nobody’s without a session', async () => {
    const door = await onThePhone();
    const { body } = await door('GET', ME);
    expect(body).toMatchObject({ name: '이*빛' });
    expect(JSON.stringify(body)).not.toContain(member.email);
    expect(JSON.stringify(body)).not.toContain(member.mobile.slice(-8));
    expect(await anybody()('GET', ME)).toMatchObject(refused(401, 'unauthenticated'));
  });
});

describe('a new address', () => {
  const CHANGES = `${ME}/contact-changes`;
  const begin = (channel: string, address: string) => member.door('POST', CHANGES, { channel, address });
  const prove = (channel: string, code: string, key?: string) =>
    member.door('POST', `${CHANGES}/verification`, { channel, code }, key);

  test('counts from when its code is said; the old one is told', async () => {
    expect(await begin('email', 'new.dalbit@Example.com')).toMatchObject({ status: 202 });
    expect((await member.door('GET', ME)).body).toMatchObject({ email: member.email });
    const code = await codeSentTo(management, 'new.dalbit@example.com');
    expect(await prove('email', notCode(code))).toMatchObject(refused(422, 'verification_code_wrong'));
    expect(await prove('sms', code)).toMatchObject(refused(422, 'verification_code_wrong'));
    // Nor is it a code of the registration's.
    expect(
      await anybody()('POST', `/v1/members/${member.member_id}/verifications`, { channel: 'email', code }),
    ).toMatchObject(refused(422, 'verification_code_wrong'));
    const key = randomUUID();
    const proven = await prove('email', code, key);
    expect(proven).toMatchObject({ status: 200, body: { email: 'new.dalbit@example.com' } });
    expect((await prove('email', code, key)).text).toBe(proven.text);
    // Also under another key, as after an answer that never came.
    expect(await prove('email', code)).toMatchObject({ status: 200 });
    expect(await toldAt(member.email)).toEqual(['account.contact_changed']);
    expect(await logIn({ email: 'new.dalbit@example.com', password: PASSWORD })).toMatchObject({
      status: 201,
    });
    expect(await logIn({ email: member.email, password: PASSWORD })).toMatchObject(
      refused(401, 'credentials_wrong'),
    );
  });

  test('is tried five times at most, and ten minutes', async () => {
    await begin('sms', '010-3900-1111');
    const code = await codeSentTo(management, '+821039001111');
    for (let time = 0; time < 5; time++) await prove('sms', notCode(code));
    expect(await prove('sms', code)).toMatchObject(refused(422, 'verification_code_wrong'));
    await begin('sms', '010-3900-1111');
    management.pass(11 * MINUTE_MS);
    const late = await codeSentTo(management, '+821039001111');
    expect(await prove('sms', late)).toMatchObject(refused(410, 'verification_code_expired'));
    expect((await member.door('GET', ME)).body).toMatchObject({ mobile: member.mobile });
  });

  test('that somebody else has proven stays theirs, also when both prove it at once', async () => {
    const other = await aMemberOf(management, app);
    expect(await begin('sms', other.mobile)).toMatchObject({ status: 202 });
    expect(await prove('sms', await codeSentTo(management, other.mobile))).toMatchObject(
      refused(409, 'member_exists'),
    );
    await begin('sms', '+821039002222');
    const first = await codeSentTo(management, '+821039002222');
    await other.door('POST', CHANGES, { channel: 'sms', address: '+821039002222' });
    const second = await codeSentTo(management, '+821039002222');
    const both = await Promise.all([
      prove('sms', first),
      other.door('POST', `${CHANGES}/verification`, { channel: 'sms', code: second }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each([
    ['sms', '02-123-4567', 422, 'phone_number_invalid'],
    ['sms', 'dalbit@example.com', 422, 'phone_number_invalid'],
    ['email', '010-1234-5678', 422, 'email_invalid'],
    ['fax', '010-1234-5678', 400, 'validation_failed'],
  ])('by %s of %s is refused', async (channel, address, status, code) => {
    expect(await begin(channel, address)).toMatchObject(refused(status, code));
  });

  test('sends only so many codes a day, and none from a phone line', async () => {
    for (let time = 0; time < 10; time++)
      expect(await begin('sms', '+821039003333')).toMatchObject({ status: 202 });
    expect(await begin('sms', '+821039003333')).toMatchObject(refused(429, 'rate_limited'));
    const door = await onThePhone();
    const asked = { channel: 'sms', address: '+821039003333' };
    expect(await door('POST', CHANGES, asked)).toMatchObject(refused(403, 'forbidden'));
  });
});

describe('a new password', () => {
  const change = (old_password: string, new_password: string, key?: string) =>
    member.door('POST', `${ME}/password`, { old_password, new_password }, key);
  const NEW = 'seven green kettles';

  test('takes the old one, ends all other sessions, and is told', async () => {
    const elsewhere = await onThePhone();
    const key = randomUUID();
    const changed = await change(PASSWORD, NEW, key);
    expect(changed).toMatchObject({ status: 200, body: { changed: true } });
    expect((await change(PASSWORD, NEW, key)).text).toBe(changed.text);
    // As after an answer that never came: it is done.
    expect(await change(PASSWORD, NEW)).toMatchObject({ status: 200 });
    expect(await elsewhere('GET', ME)).toMatchObject(refused(401, 'unauthenticated'));
    expect(await member.door('GET', ME)).toMatchObject({ status: 200 });
    expect(await toldAt(member.mobile)).toEqual(['account.password_changed']);
    expect(await logIn({ email: member.email, password: PASSWORD })).toMatchObject(
      refused(401, 'credentials_wrong'),
    );
    expect(await logIn({ email: member.email, password: NEW })).toMatchObject({ status: 201 });
  });

  test.each([
    ['the wrong old one, and a weak new one', 'not this one at all', 'short', 401, 'credentials_wrong'],
    ['a weak new one', PASSWORD, 'password123', 422, 'password_too_weak'],
    ['nothing', PASSWORD, '', 400, 'validation_failed'],
  ])('is refused for %s', async (_what, old, next, status, code) => {
    expect(await change(old, next)).toMatchObject(refused(status, code));
    expect(await logIn({ email: member.email, password: PASSWORD })).toMatchObject({ status: 201 });
  });

  test('is not a way to guess the old one', async () => {
    for (let time = 0; time < 10; time++) await change(`guess number ${time}`, NEW);
    expect(await change(PASSWORD, NEW)).toMatchObject(refused(429, 'rate_limited'));
  });

  test('of two at once one wins, and only that one logs in', async () => {
    const wishes = ['three blue lanterns', 'eleven red umbrellas'];
    const both = await Promise.all(wishes.map((wish) => change(PASSWORD, wish)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    for (const [index, wish] of wishes.entries())
      expect((await logIn({ email: member.email, password: wish })).status).toBe(
        both[index]?.status === 200 ? 201 : 401,
      );
  });

  test('leaves no session that is opened by the old one while it changes', async () => {
    const { db } = management.context;
    const changed = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const changing = inTransaction(db, async (tx) => {
      await sql`update members set password_hash = 'changed' where member_id = ${member.member_id}`.execute(
        tx,
      );
      changed.resolve();
      await mayCommit.promise;
    });
    await changed.promise;
    // It compares the old password with what is still committed, then waits for the change.
    const loggingIn = logIn({ email: member.email, password: PASSWORD });
    await untilBlocked(loggingIn);
    mayCommit.resolve();
    await changing;
    expect(await loggingIn).toMatchObject(refused(401, 'credentials_wrong'));
  });
});

/** Until a statement waits for a lock, or what should have waited is over without. */
async function untilBlocked(begun: Promise<unknown>): Promise<void> {
  let isOver = false;
  void begun.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const waiting = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
      management.context.db,
    );
    if (waiting.rows.length > 0) return;
    await new Promise((later) => setTimeout(later, 10));
  }
}

describe('a new phone PIN', () => {
  const change = (old_phone_pin: string, new_phone_pin: string) =>
    member.door('POST', `${ME}/phone-pin`, { old_phone_pin, new_phone_pin });

  test('takes the old one, and ends all other sessions', async () => {
    const elsewhere = await onThePhone();
    expect(await change(PHONE_PIN, '804175')).toMatchObject({ status: 200 });
    expect(await elsewhere('GET', ME)).toMatchObject(refused(401, 'unauthenticated'));
    const { member_number } = member;
    const by = (phone_pin: string) => logIn({ member_number, phone_pin, line: 'terminal' });
    expect(await by(PHONE_PIN)).toMatchObject(refused(401, 'credentials_wrong'));
    expect(await by('804175')).toMatchObject({ status: 201 });
  });

  test.each([
    ['804176', '111111', 401, 'credentials_wrong'],
    [PHONE_PIN, '111111', 422, 'pin_repeated'],
    [PHONE_PIN, '654321', 422, 'pin_sequence'],
    [PHONE_PIN, '12a456', 422, 'pin_not_digits'],
    [PHONE_PIN, '12345', 400, 'validation_failed'],
  ])('%s to %s is refused: %i %s', async (old, next, status, code) => {
    expect(await change(old, next)).toMatchObject(refused(status, code));
  });
});

test('what was turned off is not told; what moves money always is', async () => {
  const { context } = management;
  const off = {
    gift_accepted: false,
    certificate_issued: false,
    certificate_used: false,
    use_reversed: false,
  };
  await inTransaction(context.db, (tx) => changeProfile(tx, MEMBER_ID, 'web', { notices: off }));
  const accepted = await anOffer(management);
  expect(await acceptOffer(context, accepted, { pin: '739258' })).toMatchObject({ ok: true });
  expect(await messagesOf(management, accepted)).toEqual([
    'recipient.gift_arrived',
    'buyer.purchase_complete',
    'recipient.gift_accepted',
  ]);
  const refusedOne = await anOffer(management);
  await refuseOffer(context, refusedOne, undefined);
  expect(await messagesOf(management, refusedOne)).toContain('buyer.gift_refused');
  await expect(
    sql`update members set notices_off = '{purchase_complete}'`.execute(context.db),
  ).rejects.toThrow('notices_off_known');
});
