import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aStaffDesk, PASSWORD } from '../../test/builders/staff-desk.ts';
import { MINUTE_MS } from '../clock.ts';
import { newId } from '../ids.ts';

let desk: Awaited<ReturnType<typeof aStaffDesk>>;
beforeAll(async () => {
  desk = await aStaffDesk({ staffSecondFactor: 'optional' });
});
beforeEach(() => desk.begin());
afterAll(() => desk?.close());

const refused = (status: number, code: string) => ({ status, body: { code } });
const enter = async (login: string, address?: string) =>
  String((await desk.logIn(login, address === undefined ? {} : { address })).body.session_token);
const books = (token: string) => desk.send('GET', desk.at('/books'), { token });

describe('a session', () => {
  test('ends after half an hour without anything done, and after eight hours anyway', async () => {
    const { login } = await desk.aPerson();
    const token = await enter(login);
    // Sixteen rounds of 29 minutes are less than eight hours, a seventeenth is more.
    for (let rounds = 0; rounds < 16; rounds++) {
      desk.pass(29 * MINUTE_MS);
      expect((await books(token)).status).toBe(200);
    }
    desk.pass(29 * MINUTE_MS);
    expect(await books(token)).toMatchObject(refused(401, 'session_expired'));
    const idle = await enter(login);
    desk.pass(30 * MINUTE_MS);
    expect(await books(idle)).toMatchObject(refused(401, 'session_expired'));
  });

  test('is listed with where it is from, and can be ended, alone or with all others', async () => {
    const { login } = await desk.aPerson();
    const [mine, lost] = [await enter(login), await enter(login, '10.5.5.5')];
    const list = async () =>
      (await desk.send('GET', desk.at('/me/sessions'), { token: mine })).body.sessions as {
        session_id: string;
        address: string;
        is_current: boolean;
      }[];
    expect(await list()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ address: '10.0.0.1', is_current: true, browser: 'lightMyRequest' }),
        expect.objectContaining({ address: '10.5.5.5', is_current: false }),
      ]),
    );
    const other = (await list()).find(({ is_current }) => !is_current)?.session_id;
    const path = desk.at(`/me/sessions/${other}`);
    const somebody = await enter((await desk.aPerson()).login);
    expect(await desk.send('DELETE', path, { token: somebody })).toMatchObject(refused(404, 'not_found'));
    expect((await books(lost)).status).toBe(200);
    expect((await desk.app.inject({ method: 'DELETE', url: path, headers: bearer(mine) })).statusCode).toBe(
      204,
    );
    expect(await books(lost)).toMatchObject(refused(401, 'unauthenticated'));

    const more = [await enter(login), await enter(login)];
    const all = { method: 'DELETE', url: desk.at('/me/sessions'), headers: bearer(mine) } as const;
    expect((await desk.app.inject(all)).statusCode).toBe(204);
    for (const token of more) expect((await books(token)).status).toBe(401);
    expect(await list()).toHaveLength(1);
  });

  test('needs a recent proof for what decides who may do what; a wrong one is limited', async () => {
    const { login } = await desk.aPerson();
    const token = await enter(login);
    const add = async () => {
      const body = { login: `n${newId().slice(-12)}`, name: 'N', role: 'auditor', password: PASSWORD };
      return desk.send('POST', desk.at('/staff'), { token, body });
    };
    const prove = (body: object) => desk.send('POST', desk.at('/sessions/current/proof'), { token, body });
    expect((await add()).status).toBe(201);
    desk.pass(10 * MINUTE_MS);
    expect(await add()).toMatchObject(refused(403, 'proof_required'));
    expect((await books(token)).status).toBe(200);
    expect(await prove({ password: 'wrong' })).toMatchObject(refused(401, 'credentials_wrong'));
    expect(await add()).toMatchObject(refused(403, 'proof_required'));
    expect((await prove({ password: PASSWORD })).status).toBe(200);
    expect((await add()).status).toBe(201);
    for (let tries = 0; tries < 10; tries++) await prove({ password: 'wrong' });
    expect(await prove({ password: PASSWORD })).toMatchObject(refused(429, 'rate_limited'));
  });

  test('takes a code of the app as proof', async () => {
    const { login } = await desk.aPerson();
    const token = await enter(login);
    const { secret } = await desk.addApp(token);
    desk.pass(10 * MINUTE_MS);
    const again = () => desk.send('POST', desk.at('/me/recovery-codes'), { token });
    expect(await again()).toMatchObject(refused(403, 'proof_required'));
    const prove = (code: string) =>
      desk.send('POST', desk.at('/sessions/current/proof'), { token, body: { code } });
    expect(await prove('000000')).toMatchObject(refused(401, 'second_factor_wrong'));
    expect((await prove(desk.codeOf(secret))).status).toBe(200);
    expect((await again()).status).toBe(201);
  });
});

describe('a browser that somebody has logged in with', () => {
  async function aBrowser(login: string) {
    const entered = await desk.app.inject({
      method: 'POST',
      url: desk.at('/sessions'),
      payload: { login, password: PASSWORD, use_cookie: true },
    });
    const cookie = entered.cookies.find(({ name }) => name.startsWith('staff_browser'));
    return {
      cookie,
      logIn: (password: string, address = '10.8.0.1') =>
        desk.app.inject({
          method: 'POST',
          url: desk.at('/sessions'),
          remoteAddress: address,
          payload: { login, password, use_cookie: true },
          cookies: { [cookie?.name ?? '']: cookie?.value ?? '' },
        }),
    };
  }

  test('lets its owner in while strangers guess at their password', async () => {
    const { login } = await desk.aPerson();
    const browser = await aBrowser(login);
    expect(browser.cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    for (let tries = 0; tries < 11; tries++)
      await desk.logIn(login, { password: 'wrong', address: `10.6.0.${tries}` });
    expect(await desk.logIn(login)).toMatchObject(refused(403, 'second_factor_required'));
    expect((await browser.logIn(PASSWORD)).statusCode).toBe(201);
  });

  test('has a limit of its own, and counts for nobody else', async () => {
    const { login } = await desk.aPerson();
    const browser = await aBrowser(login);
    for (let tries = 0; tries < 10; tries++) expect((await browser.logIn('wrong')).statusCode).toBe(401);
    expect((await browser.logIn(PASSWORD)).statusCode).toBe(429);
    expect((await desk.logIn(login)).status).toBe(201);
    const other = await desk.aPerson();
    for (let tries = 0; tries < 11; tries++)
      await desk.logIn(other.login, { password: 'wrong', address: `10.4.0.${tries}` });
    const strange = await desk.app.inject({
      method: 'POST',
      url: desk.at('/sessions'),
      payload: { login: other.login, password: PASSWORD, use_cookie: true },
      cookies: { [browser.cookie?.name ?? '']: browser.cookie?.value ?? '' },
    });
    expect(strange.statusCode).toBe(403);
  });
});

describe('the password', () => {
  test('is changed by the old one; all other sessions end', async () => {
    const { login } = await desk.aPerson();
    const [mine, other] = [await enter(login), await enter(login)];
    const change = (old_password: string, new_password: string) =>
      desk.app.inject({
        method: 'PUT',
        url: desk.at('/me/password'),
        headers: { ...bearer(mine), 'idempotency-key': newId() },
        payload: { old_password, new_password },
      });
    const fresh = 'another quite long phrase';
    expect((await change('wrong', fresh)).json()).toMatchObject({ status: 401, code: 'credentials_wrong' });
    expect((await change(PASSWORD, '1234567890')).json()).toMatchObject({ code: 'password_too_weak' });
    expect((await change(PASSWORD, fresh)).statusCode).toBe(200);
    expect((await books(mine)).status).toBe(200);
    expect((await books(other)).status).toBe(401);
    expect((await desk.logIn(login)).body.code).toBe('credentials_wrong');
    expect((await desk.logIn(login, { password: fresh })).status).toBe(201);
  });
});

function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}
