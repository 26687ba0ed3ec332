import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupMemberNumber } from '../../../kit/check-digits.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import {
  aLineOf,
  aMemberOf,
  atTerminal,
  codeSentTo,
  notCode,
  PASSWORD,
  PHONE_PIN,
  type TestMember,
} from '../../../test/builders/members.ts';
import { createManagementApp } from '../app.ts';
import { logInByCall } from './phone-log-in.ts';

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

const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const refused = (status: number, code: string) => ({ status, body: { code } });
const WRONG = refused(401, 'credentials_wrong');
const MINE = '/v1/members/me/sessions';
const UA = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36';

/** A browser at an address, which keeps its cookies. */
function aBrowser(address: string) {
  const jar = new Map<string, string>();
  const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const reply = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        'user-agent': UA,
        origin: 'http://management.test',
        cookie: [...jar].map((pair) => pair.join('=')).join('; '),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of reply.cookies) jar.set(name, value);
    const body: Record<string, unknown> = reply.body === '' ? {} : reply.json();
    return { status: reply.statusCode, body };
  };
  const logIn = (email: string, password: string) =>
    send('POST', '/v1/sessions', { email, password, use_cookie: true });
  return { send, logIn, forget: () => jar.clear() };
}

async function guessAt({ email }: Pick<TestMember, 'email'>, times: number, from: string): Promise<void> {
  const stranger = aBrowser(from);
  for (let time = 0; time < times; time++) await stranger.logIn(email, `guess number ${time}`);
}

const codesSentTo = async (address: string) =>
  (
    await sql`select 1 from messages where address = ${address} and kind = 'account.verification_code'`.execute(
      management.context.db,
    )
  ).rows.length;

describe('a session', () => {
  test('is opened by password on the web, and by nothing that belongs to another line', async () => {
    const { email, member_number } = await aMemberOf(management, app);
    const logIn = (credentials: object) => aDoor(app)('POST', '/v1/sessions', credentials);
    expect(await logIn({ member_number, password: PASSWORD })).toMatchObject({
      status: 201,
      body: { member: { name: '이달빛' }, payment_methods: [] },
    });
    expect(await logIn({ email, password: `${PASSWORD}!` })).toMatchObject(WRONG);
    expect(await logIn({ email: 'nobody@example.com', password: PASSWORD })).toMatchObject(WRONG);
    for (const line of ['phone', 'terminal', undefined])
      expect(await logIn({ member_number, phone_pin: PHONE_PIN, line })).toMatchObject(
        refused(400, 'validation_failed'),
      );
    // Nor is the phone PIN a password.
    expect(await logIn({ member_number, password: PHONE_PIN })).toMatchObject(WRONG);
  });

  test('is opened by a member number as people write it; what can’t be one is refused beside it, and is no attempt', async () => {
    const { member_number } = await aMemberOf(management, app);
    const web = (number: string) =>
      aDoor(app)('POST', '/v1/sessions', { member_number: number, password: PASSWORD });
    const terminal = (number: string) =>
      atTerminal(management, app, { member_number: number, phone_pin: PHONE_PIN });
    for (const typed of [groupMemberNumber(member_number), ` ${fullWidth(member_number)} `])
      for (const logIn of [web, terminal]) expect(await logIn(typed)).toMatchObject({ status: 201 });
    const miskeyed = `${member_number.slice(0, -1)}${(Number(member_number.at(-1)) + 1) % 10}`;
    for (let time = 0; time < 12; time++)
      for (const logIn of [web, terminal])
        expect(await logIn(miskeyed)).toMatchObject(refused(422, 'member_number_invalid'));
    expect(await web('298-509')).toMatchObject(refused(422, 'member_number_invalid'));
  });

  test('ends by itself, sooner where others stand around, and when it is ended', async () => {
    const { door, member_number } = await aMemberOf(management, app);
    const opened = await atTerminal(management, app, { member_number, phone_pin: PHONE_PIN });
    const terminal = aDoor(app, String(opened.body.session_token));
    expect(await terminal('GET', '/v1/orders')).toMatchObject({ status: 200 });
    management.pass(11 * MINUTE_MS);
    expect(await terminal('GET', '/v1/orders')).toMatchObject(refused(401, 'session_expired'));
    expect(await door('GET', '/v1/orders')).toMatchObject({ status: 200 });
    expect(await door('DELETE', '/v1/sessions/current')).toMatchObject({ status: 204 });
    expect(await door('GET', '/v1/orders')).toMatchObject(refused(401, 'unauthenticated'));
    const { door: another } = await aMemberOf(management, app);
    management.pass(DAY_MS + MINUTE_MS);
    expect(await another('GET', '/v1/orders')).toMatchObject(refused(401, 'session_expired'));
  });

  test('is shown to its member, with browser and part of the address, and ended there', async () => {
    const member = await aMemberOf(management, app);
    const browser = aBrowser('203.0.113.7');
    await browser.logIn(member.email, PASSWORD);
    const { body } = await browser.send('GET', MINE);
    const [here, there] = body.sessions as Record<string, unknown>[];
    expect(here).toMatchObject({ current: true, line: 'web', browser: 'Chrome, Android', area: '203.0.*.*' });
    expect(there).toMatchObject({ current: false });
    const other = await aMemberOf(management, app);
    const url = `${MINE}/${there?.session_id}`;
    expect(await other.door('DELETE', url)).toMatchObject(refused(404, 'not_found'));
    expect(await browser.send('DELETE', url)).toMatchObject({ status: 204 });
    expect(await browser.send('DELETE', url)).toMatchObject({ status: 204 });
    expect(await member.door('GET', MINE)).toMatchObject(refused(401, 'unauthenticated'));
    const again = await aLineOf(management, app, member, 'web');
    const phone = await aLineOf(management, app, member, 'phone');
    expect(await phone('GET', MINE)).toMatchObject(refused(403, 'forbidden'));
    expect(await browser.send('DELETE', MINE)).toMatchObject({ status: 204 });
    for (const door of [again, phone])
      expect(await door('GET', '/v1/orders')).toMatchObject(refused(401, 'unauthenticated'));
    expect((await browser.send('GET', MINE)).body.sessions).toHaveLength(1);
  });

  test('says when it was last used, within minutes', async () => {
    const { door } = await aMemberOf(management, app);
    management.pass(6 * MINUTE_MS);
    await door('GET', '/v1/orders');
    const { body } = await door('GET', MINE);
    const [{ created_at, last_used_at } = {}] = body.sessions as Record<string, string>[];
    expect(Date.parse(last_used_at ?? '') - Date.parse(created_at ?? '')).toBeGreaterThanOrEqual(
      6 * MINUTE_MS,
    );
  });
});

describe('a member at whom a stranger guesses', () => {
  test('still logs in from where they did before, by cookie or by address', async () => {
    const member = await aMemberOf(management, app);
    const [atWork, atHome] = [aBrowser('203.0.113.20'), aBrowser('203.0.113.21')];
    for (const browser of [atWork, atHome]) await browser.logIn(member.email, PASSWORD);
    await guessAt(member, 15, '198.51.100.1');
    expect(await atWork.logIn(member.email, PASSWORD)).toMatchObject({ status: 201 });
    atHome.forget();
    expect(await atHome.logIn(member.email, PASSWORD)).toMatchObject({ status: 201 });
  });

  test('logs in from anywhere else with a code, which only the right password has sent', async () => {
    const member = await aMemberOf(management, app);
    await guessAt(member, 15, '198.51.100.2');
    const sent = await codesSentTo(member.mobile);
    const [abroad, stranger] = [aBrowser('203.0.113.30'), aBrowser('198.51.100.3')];
    const guessed = await stranger.logIn(member.email, 'guess number 16');
    expect(await codesSentTo(member.mobile)).toBe(sent);
    const asked = await abroad.logIn(member.email, PASSWORD);
    expect(await codesSentTo(member.mobile)).toBe(sent + 1);
    // The two answers look alike.
    for (const answer of [guessed, asked])
      expect(answer).toEqual({
        status: 202,
        body: { second_factor: { request_id: expect.any(String), code_expires_at: expect.any(String) } },
      });
    const idOf = (answer: typeof asked) => (answer.body.second_factor as { request_id: string }).request_id;
    const complete = (browser: typeof abroad, request_id: string, code: string) =>
      browser.send('POST', '/v1/sessions/second-factor', { request_id, code, use_cookie: true });
    const code = await codeSentTo(management, member.mobile);
    // A stranger's guesses at a code count for the stranger's own request.
    for (let time = 0; time < 6; time++)
      expect(await complete(stranger, idOf(guessed), code)).toMatchObject(
        refused(422, 'verification_code_wrong'),
      );
    expect(await complete(abroad, idOf(asked), notCode(code))).toMatchObject(
      refused(422, 'verification_code_wrong'),
    );
    expect(await complete(abroad, idOf(asked), code)).toMatchObject({ status: 201 });
    expect(await complete(abroad, idOf(asked), code)).toMatchObject(refused(422, 'verification_code_wrong'));
    // From now on the place is known.
    expect(await abroad.logIn(member.email, PASSWORD)).toMatchObject({ status: 201 });
  });

  test('gets no answer that tells whether there is such a member', async () => {
    const nobody = { email: `nobody-${newId()}@example.com` };
    await guessAt(nobody, 15, '198.51.100.4');
    expect(await aBrowser('198.51.100.5').logIn(nobody.email, PASSWORD)).toMatchObject({ status: 202 });
  });

  test('is not kept out by failures of their own: right passwords count for nothing', async () => {
    const member = await aMemberOf(management, app);
    const browser = aBrowser('203.0.113.40');
    for (let time = 0; time < 12; time++)
      expect(await browser.logIn(member.email, PASSWORD)).toMatchObject({ status: 201 });
    for (let time = 0; time < 12; time++) await browser.logIn(member.email, 'not this one');
    expect(await browser.logIn(member.email, PASSWORD)).toMatchObject({ status: 202 });
  });

  test('late with the code is told so, and a password changed in between opens nothing', async () => {
    const member = await aMemberOf(management, app);
    await guessAt(member, 15, '198.51.100.6');
    const ask = async () => {
      const { body } = await aBrowser('203.0.113.50').logIn(member.email, PASSWORD);
      const { request_id } = body.second_factor as { request_id: string };
      return { request_id, code: await codeSentTo(management, member.mobile) };
    };
    const complete = (input: object) => aDoor(app)('POST', '/v1/sessions/second-factor', input);
    const changed = await ask();
    const passwords = { old_password: PASSWORD, new_password: 'seven green kettles' };
    expect(await member.door('POST', '/v1/members/me/password', passwords)).toMatchObject({ status: 200 });
    expect(await complete(changed)).toMatchObject(refused(422, 'verification_code_wrong'));
    await member.door('POST', '/v1/members/me/password', {
      old_password: 'seven green kettles',
      new_password: PASSWORD,
    });
    const late = await ask();
    management.pass(11 * MINUTE_MS);
    expect(await complete(late)).toMatchObject(refused(410, 'verification_code_expired'));
  });

  test('calls from their own phone, whatever strangers key', async () => {
    const { member_number, mobile } = await aMemberOf(management, app);
    const call = (phone: string | null, phone_pin: string) =>
      logInByCall(management.context, { member_number, phone_pin }, { call_id: newId(), phone });
    for (let time = 0; time < 8; time++) await call(`+8210390040${time}0`, '000000');
    expect(await call(null, PHONE_PIN)).toMatchObject({ ok: false, code: 'rate_limited' });
    for (let time = 0; time < 8; time++) expect(await call(mobile, PHONE_PIN)).toMatchObject({ ok: true });
    for (let time = 0; time < 5; time++) await call(mobile, '000000');
    expect(await call(mobile, PHONE_PIN)).toMatchObject({ ok: false, code: 'rate_limited' });
  });
});

describe('a phone PIN', () => {
  test('is taken at a terminal for which its shop vouches to us, now', async () => {
    const { member_number } = await aMemberOf(management, app);
    const credentials = { member_number, phone_pin: PHONE_PIN };
    const opened = await atTerminal(management, app, credentials);
    expect(opened).toMatchObject({ status: 201, body: { member: { name: '이*빛' } } });
    const invalid = refused(401, 'terminal_permit_invalid');
    const { key } = management.settlement;
    for (const wrong of [{ audience: 'http://other.test' }, { lasts_ms: -1 }, { signer: key }])
      expect(await atTerminal(management, app, credentials, wrong)).toMatchObject(invalid);
    expect(
      await aDoor(app)('POST', '/v1/terminal-sessions', { ...credentials, permit: 'a.b.c' }),
    ).toMatchObject(invalid);
  });

  test('that is wrong counts at its terminal, and at no other', async () => {
    const { member_number } = await aMemberOf(management, app);
    const [here, there] = [newId(), newId()];
    const key = (phone_pin: string, terminal_id: string) =>
      atTerminal(management, app, { member_number, phone_pin }, { terminal_id });
    for (let time = 0; time < 5; time++) expect(await key('000000', here)).toMatchObject(WRONG);
    expect(await key(PHONE_PIN, here)).toMatchObject(refused(429, 'rate_limited'));
    expect(await key(PHONE_PIN, there)).toMatchObject({ status: 201 });
  });
});

describe('what could lose a member their account', () => {
  const change = (member: TestMember) =>
    member.door('POST', '/v1/members/me/contact-changes', { channel: 'sms', address: '+821039008888' });
  const prove = (member: TestMember, password: string) =>
    member.door('POST', '/v1/members/me/proofs', { password });

  test('asks for the password again, minutes after the log-in', async () => {
    const member = await aMemberOf(management, app);
    expect(await change(member)).toMatchObject({ status: 202 });
    management.pass(6 * MINUTE_MS);
    expect(await change(member)).toMatchObject(refused(403, 'proof_required'));
    expect(await member.door('POST', '/v1/members/me/passkeys/challenges')).toMatchObject(
      refused(403, 'proof_required'),
    );
    expect(await prove(member, 'not this one')).toMatchObject(WRONG);
    expect(await prove(member, PASSWORD)).toMatchObject({ status: 201 });
    expect(await change(member)).toMatchObject({ status: 202 });
  });

  test('is guessed at ten times in a session, and its owner proves themselves in another', async () => {
    const member = await aMemberOf(management, app);
    for (let time = 0; time < 10; time++) await prove(member, 'not this one');
    expect(await prove(member, PASSWORD)).toMatchObject(refused(429, 'rate_limited'));
    const other = { ...member, door: await aLineOf(management, app, member, 'web') };
    expect(await prove(other, PASSWORD)).toMatchObject({ status: 201 });
  });
});
