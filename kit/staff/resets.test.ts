import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aStaffDesk, PASSWORD } from '../../test/builders/staff-desk.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../clock.ts';

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

const FRESH = 'another quite long phrase';
const refused = (status: number, code: string) => ({ status, body: { code } });
const reset = (staffId: string, what: 'password' | 'second-factor', token = admin) =>
  desk.send('POST', desk.at(`/staff/${staffId}/${what}-resets`), { token });
const choose = (token: unknown, password = FRESH) =>
  desk.send('POST', desk.at('/new-passwords'), { body: { token, password } });

describe('a reset of the password', () => {
  test('ends the old one and all sessions at once; the link sets a new one, and the second factor stays', async () => {
    const person = await desk.aPersonWithApp();
    const made = await reset(person.staff_id, 'password');
    expect(made).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^reset_/) } });
    expect((await desk.whoIs(person.token)).status).toBe(401);
    expect((await desk.logIn(person.login)).body.code).toBe('credentials_wrong');
    expect(await choose(made.body.token, '1234567890')).toMatchObject(refused(422, 'password_too_weak'));
    expect(await choose(made.body.token)).toMatchObject({ status: 200, body: { login: person.login } });
    const entered = await desk.logIn(person.login, { password: FRESH });
    expect(entered.body.stage).toBe('second_factor');
    desk.pass(MINUTE_MS);
    const opened = await desk.secondFactor(String(entered.body.session_token), desk.codeOf(person.secret));
    expect(opened.status).toBe(200);
  });

  test('works once, for an hour, and only the last link', async () => {
    const { staff_id } = await desk.aPerson();
    const expired = refused(410, 'reset_link_expired');
    const first = await reset(staff_id, 'password');
    const second = await reset(staff_id, 'password');
    expect(await choose(first.body.token)).toMatchObject(expired);
    const both = await Promise.all([choose(second.body.token), choose(second.body.token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410]);
    const late = await reset(staff_id, 'password');
    desk.pass(HOUR_MS);
    expect(await choose(late.body.token)).toMatchObject(expired);
    expect(await choose('reset_nonsense')).toMatchObject(expired);
  });

  test('is for the admin role, and for others than oneself', async () => {
    const { staff_id } = await desk.aPerson();
    expect(await reset(staff_id, 'password', await desk.session('auditor'))).toMatchObject(
      refused(403, 'forbidden'),
    );
    const self = await desk.aPersonWithApp();
    for (const what of ['password', 'second-factor'] as const)
      expect(await reset(self.staff_id, what, self.token)).toMatchObject(refused(409, 'not_for_oneself'));
    expect(await reset('01980000-0000-7000-8000-00000000dead', 'password')).toMatchObject(
      refused(404, 'member_not_found'),
    );
  });
});

describe('a reset of the second factor', () => {
  test('takes app, passkeys, recovery codes and sessions; the password stays, and a new factor must be added', async () => {
    const person = await desk.aPersonWithApp();
    expect((await reset(person.staff_id, 'second-factor')).status).toBe(201);
    expect((await desk.whoIs(person.token)).status).toBe(401);
    const entered = await desk.logIn(person.login);
    expect(entered.body.stage).toBe('enrolment');
    const token = String(entered.body.session_token);
    expect((await desk.whoIs(token)).body.second_factor).toMatchObject({
      authenticator: false,
      recovery_codes: 0,
    });
    expect((await desk.secondFactor(token, String(person.recovery[0]))).body.code).toBe(
      'second_factor_required',
    );
  });

  test('is another admin’s than the reset of the password, on the same day', async () => {
    const person = await desk.aPersonWithApp();
    expect((await reset(person.staff_id, 'password')).status).toBe(201);
    expect(await reset(person.staff_id, 'second-factor')).toMatchObject(refused(409, 'other_admin_needed'));
    expect((await reset(person.staff_id, 'second-factor', await desk.session())).status).toBe(201);

    const other = await desk.aPersonWithApp();
    expect((await reset(other.staff_id, 'second-factor')).status).toBe(201);
    expect(await reset(other.staff_id, 'password')).toMatchObject(refused(409, 'other_admin_needed'));
    desk.pass(DAY_MS);
    expect((await reset(other.staff_id, 'password', await desk.session())).status).toBe(201);
  });
});

test('a login or name that can be none is refused beside its field', async () => {
  const add = (login: string, name = 'N') =>
    desk.send('POST', desk.at('/staff'), {
      token: admin,
      body: { login, name, role: 'auditor', password: PASSWORD },
    });
  for (const login of ['ab', 'Upper', '공백 있음', 'x'.repeat(65)])
    expect(await add(login)).toMatchObject(refused(422, 'login_invalid'));
  expect(await add('somebody', 'visit evil.example')).toMatchObject(refused(422, 'name_invalid'));
});
