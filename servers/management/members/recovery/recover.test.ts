import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupMemberNumber } from '../../../../kit/check-digits.ts';
import { MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import {
  aMemberOf,
  atTerminal,
  codeSentTo,
  notCode,
  PASSWORD,
  PHONE_PIN,
  type TestMember,
} from '../../../../test/builders/members.ts';
import { createManagementApp } from '../../app.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const refused = (status: number, code: string) => ({ status, body: { code } });
const WRONG = refused(422, 'verification_code_wrong');
const NEW_PASSWORD = 'seven green kettles';
const post = (url: string, body: object) => aDoor(app)('POST', url, body);
const logIn = (email: string, password: string) => post('/v1/sessions', { email, password });

async function begun(login: object) {
  const { body } = await post('/v1/recoveries', login);
  const url = `/v1/recoveries/${body.recovery_id}`;
  return {
    mail: (code: string, phone_code_by?: string) => post(`${url}/email-proof`, { code, phone_code_by }),
    complete: (code: string, more: object = { new_password: NEW_PASSWORD }) =>
      post(`${url}/completion`, { code, ...more }),
  };
}

async function mailProved({ email }: TestMember) {
  const recovery = await begun({ email });
  await recovery.mail(await codeSentTo(management, email));
  return recovery;
}

async function sent(address: string, kind = 'account.verification_code'): Promise<number> {
  const found = await sql`
    select 1 from messages where address = ${address} and kind = ${kind}`.execute(management.context.db);
  return found.rows.length;
}

describe('a forgotten password', () => {
  test('is replaced by whoever has both the mail address and the phone; all is ended, and both are told', async () => {
    const member = await aMemberOf(management, app);
    const before = { mail: await sent(member.email), phone: await sent(member.mobile) };
    const recovery = await begun({ member_number: groupMemberNumber(member.member_number) });
    expect([await sent(member.email), await sent(member.mobile)]).toEqual([before.mail + 1, before.phone]);
    const mailCode = await codeSentTo(management, member.email);
    expect(await recovery.mail(notCode(mailCode))).toMatchObject(WRONG);
    expect(await sent(member.mobile)).toBe(before.phone);
    expect(await recovery.mail(mailCode)).toMatchObject({
      status: 200,
      body: { sent_by: 'text', masked_phone: expect.stringMatching(/^010-\*{4}-[0-9]{4}$/) },
    });
    const code = await codeSentTo(management, member.mobile);
    expect(await recovery.complete(mailCode)).toMatchObject(WRONG);
    // Right codes cost no attempt, so a weak password can be thought over.
    for (let time = 0; time < 6; time++)
      expect(await recovery.complete(code, { new_password: 'password123' })).toMatchObject(
        refused(422, 'password_too_weak'),
      );
    expect(await recovery.complete(code)).toMatchObject({ status: 200 });
    expect(await recovery.complete(code)).toMatchObject(WRONG);
    expect(await member.door('GET', '/v1/members/me')).toMatchObject(refused(401, 'unauthenticated'));
    expect(await logIn(member.email, PASSWORD)).toMatchObject(refused(401, 'credentials_wrong'));
    expect(await logIn(member.email, NEW_PASSWORD)).toMatchObject({ status: 201 });
    for (const address of [member.email, member.mobile])
      expect(await sent(address, 'account.password_changed')).toBe(1);
  });

  test('is not replaced by the phone alone, nor by somebody else’s request', async () => {
    const [member, other] = [await aMemberOf(management, app), await aMemberOf(management, app)];
    const recovery = await begun({ email: member.email });
    expect(await recovery.complete('123456')).toMatchObject(WRONG);
    const others = await mailProved(other);
    await mailProved(member);
    expect(await others.complete(await codeSentTo(management, member.mobile))).toMatchObject(WRONG);
  });

  test('of nobody is answered the same, and sends nothing', async () => {
    const email = `nobody-${newId()}@example.com`;
    const begin = await post('/v1/recoveries', { email });
    expect(begin).toEqual({
      status: 202,
      text: expect.any(String),
      body: { recovery_id: expect.any(String), code_expires_at: expect.any(String) },
    });
    expect(await sent(email)).toBe(0);
    expect(await post('/v1/recoveries', { email: 'no address' })).toMatchObject(
      refused(422, 'email_invalid'),
    );
    expect(await post('/v1/recoveries', { member_number: '2985091159' })).toMatchObject(
      refused(422, 'member_number_invalid'),
    );
    expect(await (await begun({ email })).mail('123456')).toMatchObject(WRONG);
  });

  test('is guessed at five times a code; another text has no further guesses', async () => {
    const member = await aMemberOf(management, app);
    const recovery = await mailProved(member);
    const code = await codeSentTo(management, member.mobile);
    for (let time = 0; time < 5; time++) expect(await recovery.complete(notCode(code))).toMatchObject(WRONG);
    await recovery.mail(await codeSentTo(management, member.email));
    expect(await recovery.complete(await codeSentTo(management, member.mobile))).toMatchObject(WRONG);
  });

  test('has a code that is good for ten minutes', async () => {
    const member = await aMemberOf(management, app);
    const recovery = await mailProved(member);
    management.pass(11 * MINUTE_MS);
    expect(await recovery.complete(await codeSentTo(management, member.mobile))).toMatchObject(
      refused(410, 'verification_code_expired'),
    );
  });

  test('is asked for only so often by strangers, and still by the member at home', async () => {
    const member = await aMemberOf(management, app);
    const ask = (remoteAddress: string) =>
      app.inject({
        method: 'POST',
        url: '/v1/recoveries',
        remoteAddress,
        payload: { email: member.email },
      });
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push((await ask(`198.51.100.${n}`)).statusCode);
    expect(answers).toEqual([...Array(10).fill(202), 429, 429]);
    // Where the member has logged in.
    expect((await ask('127.0.0.1')).statusCode).toBe(202);
  });
});

test('a forgotten phone PIN is replaced the same way, and passkeys go if their member says so', async () => {
  const member = await aMemberOf(management, app);
  const recovery = await mailProved(member);
  const code = await codeSentTo(management, member.mobile);
  const change = (more: object) => recovery.complete(code, more);
  expect(await change({ new_phone_pin: '870412' })).toMatchObject(refused(422, 'pin_common'));
  expect(await change({})).toMatchObject(refused(400, 'validation_failed'));
  expect(await change({ new_phone_pin: '804175', remove_passkeys: true })).toMatchObject({ status: 200 });
  const { member_number } = member;
  expect(await atTerminal(management, app, { member_number, phone_pin: PHONE_PIN })).toMatchObject(
    refused(401, 'credentials_wrong'),
  );
  expect(await atTerminal(management, app, { member_number, phone_pin: '804175' })).toMatchObject({
    status: 201,
  });
});
