import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import {
  aLineOf,
  aMemberOf,
  codeSentTo,
  notCode,
  PASSWORD,
  type TestMember,
} from '../../../test/builders/members.ts';
import { createManagementApp } from '../app.ts';

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

const onThePhone = () => aLineOf(management, app, member, 'phone');

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
      expect(await begin('sms', `+82103900333${time % 2}`)).toMatchObject({ status: 202 });
    expect(await begin('sms', '+821039003333')).toMatchObject(refused(429, 'rate_limited'));
    const door = await onThePhone();
    const asked = { channel: 'sms', address: '+821039003333' };
    expect(await door('POST', CHANGES, asked)).toMatchObject(refused(403, 'forbidden'));
  });
});
