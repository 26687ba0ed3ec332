import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aStaffDesk } from '../../test/builders/staff-desk.ts';
import { DAY_MS } from '../clock.ts';
import { newId } from '../ids.ts';

let desk: Awaited<ReturnType<typeof aStaffDesk>>;
let admin: string;
beforeAll(async () => {
  desk = await aStaffDesk();
});
beforeEach(async () => {
  desk.begin();
  admin = await desk.session();
});
afterAll(() => desk?.close());

const refused = (status: number, code: string) => ({ status, body: { code } });
const path = (rest = '') => desk.at(`/service-accounts${rest}`);
const add = (given: object = {}, token = admin) => {
  const body = {
    login: `svc-${newId().slice(-12)}`,
    name: '회계',
    scopes: ['books'],
    addresses: [],
    ...given,
  };
  return desk.send('POST', path(), { token, body });
};
const tokenFor = (staffId: unknown, days = 30) =>
  desk.send('POST', path(`/${staffId}/tokens`), { token: admin, body: { days } });
async function aProgram(given: object = {}) {
  const { body } = await add(given);
  const made = await tokenFor(body.staff_id);
  return { staff_id: String(body.staff_id), token: String(made.body.token) };
}
const call = (token: string, to: string, address = '10.0.0.1') =>
  desk.send('GET', desk.at(to), { token, address });

describe('a service account', () => {
  test('does what its scopes say and nothing else, and is in the audit trail', async () => {
    const { token, staff_id } = await aProgram();
    expect((await call(token, '/books')).status).toBe(200);
    for (const to of ['/payments', '/staff', '/audit-trail', '/me/sessions', '/sessions/current'])
      expect(await call(token, to)).toMatchObject(refused(403, 'forbidden'));
    expect(await desk.send('POST', path(), { token, body: {} })).toMatchObject(refused(403, 'forbidden'));
    const trail = await desk.send('GET', desk.at('/audit-trail?limit=20'), { token: admin });
    const lines = trail.body.lines as { staff_login: string; action: string }[];
    expect(lines).toContainEqual(
      expect.objectContaining({
        staff_login: expect.stringMatching(/^svc-/),
        action: 'GET /v1/staff/books',
      }),
    );
    const listed = await desk.send('GET', path(), { token: admin });
    const mine = (listed.body.service_accounts as { staff_id: string }[]).find(
      (account) => account.staff_id === staff_id,
    );
    expect(mine).toMatchObject({ scopes: ['books'], last_used_at: desk.time.now.toISOString() });
    expect(JSON.stringify(listed.body)).not.toContain(token);
    // It is nobody of the staff.
    const staff = await desk.send('GET', desk.at('/staff'), { token: admin });
    expect(JSON.stringify(staff.body)).not.toContain(staff_id);
  });

  test('cannot log in', async () => {
    const login = `svc-${newId().slice(-12)}`;
    await add({ login });
    expect(await desk.logIn(login, { password: 'null' })).toMatchObject(refused(401, 'credentials_wrong'));
  });

  test('ends with its token, its date, or itself', async () => {
    const { staff_id, token } = await aProgram();
    const renewed = String((await tokenFor(staff_id, 1)).body.token);
    expect(await call(token, '/books')).toMatchObject(refused(401, 'unauthenticated'));
    expect((await call(renewed, '/books')).status).toBe(200);
    desk.pass(DAY_MS);
    expect(await call(renewed, '/books')).toMatchObject(refused(401, 'session_expired'));
    const later = await desk.session();
    const departure = desk.at(`/staff/${staff_id}/departure`);
    const again = await desk.send('POST', path(`/${staff_id}/tokens`), { token: later, body: { days: 9 } });
    expect((await desk.send('POST', departure, { token: later })).status).toBe(200);
    expect(await call(String(again.body.token), '/books')).toMatchObject(refused(401, 'unauthenticated'));
    expect(
      await desk.send('POST', path(`/${staff_id}/tokens`), { token: later, body: { days: 9 } }),
    ).toMatchObject(refused(404, 'member_not_found'));
  });

  test('may be called from its addresses only', async () => {
    const { token } = await aProgram({ addresses: ['203.0.113.0/24', '2001:db8::/32', '198.51.100.7'] });
    const from = async (address: string) => (await call(token, '/books', address)).status;
    expect(
      await Promise.all(['203.0.113.9', '::ffff:203.0.113.9', '2001:db8:1::1', '198.51.100.7'].map(from)),
    ).toEqual([200, 200, 200, 200]);
    expect(await Promise.all(['203.0.114.9', '2001:db9::1', '198.51.100.8'].map(from))).toEqual([
      401, 401, 401,
    ]);
  });

  test('is refused what it should not be', async () => {
    expect(await add({ login: 'No' })).toMatchObject(refused(422, 'login_invalid'));
    for (const address of ['nonsense', '10.0.0.0/33', '10.0.0.0/0', '::/129'])
      expect(await add({ addresses: ['10.0.0.1', address] })).toMatchObject({
        status: 422,
        body: { code: 'address_range_invalid', pointer: '/addresses/1' },
      });
    expect((await add({ scopes: [] })).status).toBe(400);
    expect((await add({ scopes: ['everything'] })).status).toBe(400);
    expect(await add({}, await desk.session('auditor'))).toMatchObject(refused(403, 'forbidden'));
    const person = await desk.aPerson();
    expect(await add({ login: person.login })).toMatchObject(refused(409, 'member_exists'));
    expect(await tokenFor(person.staff_id)).toMatchObject(refused(404, 'member_not_found'));
  });
});
