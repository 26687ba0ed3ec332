import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aStaffDesk, PASSWORD } from '../../test/builders/staff-desk.ts';
import { MINUTE_MS, SECOND_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';

let desk: Awaited<ReturnType<typeof aStaffDesk>>;
beforeAll(async () => {
  desk = await aStaffDesk();
});
beforeEach(() => desk.begin());
afterAll(() => desk?.close());

const refused = (status: number, code: string) => ({ status, body: { code } });
const books = (token: string) => desk.send('GET', desk.at('/books'), { token });

describe('a role that moves money', () => {
  test('can only add a second factor as long as it has none; after that it is logged in', async () => {
    const { login } = await desk.aPerson();
    const entered = await desk.logIn(login);
    expect(entered).toMatchObject({ status: 201, body: { stage: 'enrolment', staff: { login } } });
    const token = String(entered.body.session_token);
    for (const path of ['/books', '/staff', '/me/sessions', '/audit-trail'])
      expect(await desk.send('GET', desk.at(path), { token })).toMatchObject(
        refused(403, 'second_factor_required'),
      );
    expect(await desk.whoIs(token)).toMatchObject({
      body: { stage: 'enrolment', second_factor: { needed: true, authenticator: false, recovery_codes: 0 } },
    });
    const { begun, confirmed } = await desk.addApp(token);
    expect(begun).toMatchObject({
      status: 201,
      body: { uri: expect.stringContaining('otpauth://totp/'), qr_svg: expect.stringMatching(/^<svg/) },
    });
    expect(confirmed.status).toBe(200);
    expect(confirmed.body.recovery_codes).toHaveLength(10);
    for (const code of confirmed.body.recovery_codes as string[])
      expect(code).toMatch(/^([a-z2-7]{4}-){5}[a-z2-7]{4}$/);
    expect((await books(token)).status).toBe(200);
  });

  test('does not lose its last one', async () => {
    const { token } = await desk.aPersonWithApp();
    expect(await desk.send('DELETE', desk.at('/me/authenticators'), { token })).toMatchObject(
      refused(409, 'second_factor_last'),
    );
    expect((await desk.whoIs(token)).body.second_factor).toMatchObject({ authenticator: true });
  });

  test('is asked only where it is required; others may have one, and remove it', async () => {
    const { login } = await desk.aPerson('auditor');
    const entered = await desk.logIn(login);
    expect(entered.body.stage).toBe('open');
    const token = String(entered.body.session_token);
    await desk.addApp(token);
    expect((await desk.logIn(login)).body.stage).toBe('second_factor');
    expect((await desk.send('DELETE', desk.at('/me/authenticators'), { token })).status).toBe(200);
    expect((await desk.logIn(login)).body.stage).toBe('open');
  });
});

describe('the second step', () => {
  test('opens the session under a new token, with a code of the app', async () => {
    const { login, secret } = await desk.aPersonWithApp();
    const entered = await desk.logIn(login);
    expect(entered.body.stage).toBe('second_factor');
    const pending = String(entered.body.session_token);
    expect(await books(pending)).toMatchObject(refused(403, 'second_factor_required'));
    expect(await desk.send('POST', desk.at('/me/authenticators'), { token: pending })).toMatchObject(
      refused(403, 'second_factor_required'),
    );
    desk.pass(30 * SECOND_MS);
    const opened = await desk.secondFactor(pending, ` ${desk.codeOf(secret).replace(/^.../, '$& ')} `);
    expect(opened).toMatchObject({ status: 200, body: { stage: 'open', staff: { login } } });
    expect((await books(String(opened.body.session_token))).status).toBe(200);
    expect(await books(pending)).toMatchObject(refused(401, 'unauthenticated'));
  });

  test('takes each code once, also when it is sent twice at the same time', async () => {
    const { login, secret } = await desk.aPersonWithApp();
    desk.pass(MINUTE_MS);
    const pending = [await desk.logIn(login), await desk.logIn(login)];
    const code = desk.codeOf(secret);
    const both = await Promise.all(
      pending.map(({ body }) => desk.secondFactor(String(body.session_token), code)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const again = await desk.logIn(login);
    expect(await desk.secondFactor(String(again.body.session_token), code)).toMatchObject(
      refused(401, 'second_factor_wrong'),
    );
  });

  test('takes the code before and after, and no older one', async () => {
    const { login, secret } = await desk.aPersonWithApp();
    desk.pass(10 * MINUTE_MS);
    const enter = async (steps: number) => {
      const entered = await desk.logIn(login);
      return (await desk.secondFactor(String(entered.body.session_token), desk.codeOf(secret, steps))).status;
    };
    expect(await enter(-2)).toBe(401);
    expect(await enter(-1)).toBe(200);
    expect(await enter(1)).toBe(200);
    // The app's clock goes on; what lies before the last code is over.
    expect(await enter(0)).toBe(401);
  });

  test('takes a recovery code once, however it is written', async () => {
    const { login, recovery } = await desk.aPersonWithApp();
    const written = String(recovery[0]).toUpperCase().replaceAll('-', ' ');
    const enter = async (code: string) => {
      const entered = await desk.logIn(login);
      return desk.secondFactor(String(entered.body.session_token), code);
    };
    const opened = await enter(written);
    expect(opened.status).toBe(200);
    expect((await desk.whoIs(String(opened.body.session_token))).body.second_factor).toMatchObject({
      recovery_codes: 9,
    });
    expect(await enter(written)).toMatchObject(refused(401, 'second_factor_wrong'));
  });

  test('spends no attempt on what can be no code', async () => {
    const { login, secret } = await desk.aPersonWithApp();
    const token = String((await desk.logIn(login)).body.session_token);
    for (const typed of ['12345', '1234567', 'abc', '١٢٣٤٥٦', 'k3mq-77fa-x2lp-9dw!'])
      for (let times = 0; times < 3; times++)
        expect(await desk.secondFactor(token, typed)).toMatchObject(
          refused(422, 'second_factor_code_invalid'),
        );
    desk.pass(30 * SECOND_MS);
    expect((await desk.secondFactor(token, desk.codeOf(secret))).status).toBe(200);
  });

  test('is limited, over all sessions, and over in ten minutes', async () => {
    const { login, secret } = await desk.aPersonWithApp();
    desk.pass(MINUTE_MS);
    for (let tries = 0; tries < 10; tries++) {
      const token = String((await desk.logIn(login)).body.session_token);
      expect((await desk.secondFactor(token, '000000')).body.code).toBe('second_factor_wrong');
    }
    const token = String((await desk.logIn(login)).body.session_token);
    expect(await desk.secondFactor(token, desk.codeOf(secret))).toMatchObject(refused(429, 'rate_limited'));
    desk.pass(10 * MINUTE_MS);
    expect(await desk.secondFactor(token, desk.codeOf(secret))).toMatchObject(
      refused(401, 'session_expired'),
    );
  });
});

describe('what is stored', () => {
  test('shows neither the secret nor a recovery code', async () => {
    const { staff_id, secret, recovery } = await desk.aPersonWithApp();
    const kept = await sql<{ kept: string }>`
      select concat(
        (select string_agg(encode(secret_sealed, 'escape'), ' ') from staff_authenticators where staff_id = ${staff_id}),
        (select string_agg(encode(code_digest, 'escape'), ' ') from staff_recovery_codes where staff_id = ${staff_id}),
        (select string_agg(body, ' ') from idempotency_keys)) as kept`.execute(desk.context.db);
    const text = String(kept.rows[0]?.kept);
    for (const hidden of [secret, ...recovery, ...recovery.map((code) => code.replaceAll('-', '')), PASSWORD])
      expect(text.includes(hidden)).toBe(false);
  });

  test('is one app each: a new one replaces the old, and nobody confirms another’s', async () => {
    const { token, login, secret } = await desk.aPersonWithApp();
    const other = await desk.aPersonWithApp();
    const begun = await desk.send('POST', desk.at('/me/authenticators'), { token });
    const path = desk.at(`/me/authenticators/${begun.body.authenticator_id}/confirmation`);
    const body = { code: desk.codeOf(String(begun.body.secret)) };
    expect(await desk.send('POST', path, { token: other.token, body })).toMatchObject(
      refused(404, 'not_found'),
    );
    expect(await desk.send('POST', path, { token, body })).toMatchObject({
      status: 200,
      body: { recovery_codes: [] },
    });
    desk.pass(MINUTE_MS);
    const enter = async (code: string) =>
      desk.secondFactor(String((await desk.logIn(login)).body.session_token), code);
    expect((await enter(desk.codeOf(secret))).status).toBe(401);
    expect((await enter(desk.codeOf(String(begun.body.secret)))).status).toBe(200);
  });

  test('new recovery codes end the old ones', async () => {
    const { token, login, recovery } = await desk.aPersonWithApp();
    const made = await desk.send('POST', desk.at('/me/recovery-codes'), { token });
    const codes = made.body.recovery_codes as string[];
    const enter = async (code: unknown) =>
      desk.secondFactor(String((await desk.logIn(login)).body.session_token), String(code));
    expect((await enter(recovery[3])).status).toBe(401);
    expect((await enter(codes[3])).status).toBe(200);
  });
});
