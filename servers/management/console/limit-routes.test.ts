import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { consoleCodesEn } from '../../../kit/words/operator/codes.en.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';

let management: TestManagement;
let app: App;
let operator: Door;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  operator = aDoor(app, await aStaffSession(management, 'operator'));
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const NUMBER = '2985091195';
const limitOf = async (query: string, name: string) => {
  const { body } = await operator('GET', `/v1/staff/limits/standing?query=${encodeURIComponent(query)}`);
  return (body.limits as { name: string }[]).find((limit) => limit.name === name);
};
const lift = (query: string, name: string) => operator('POST', '/v1/staff/limits/lifts', { query, name });
const logIn = () =>
  aDoor(app)('POST', '/v1/sessions', { member_number: NUMBER, password: 'wrong-and-wrong' });

test('a member at whom strangers guess is found by number, phone or mail, and asked for no code again', async () => {
  for (let attempt = 0; attempt < 10; attempt++) expect(await logIn()).toMatchObject({ status: 401 });
  expect(await logIn()).toMatchObject({ status: 202 });
  for (const query of [NUMBER, '298-509-1195', '010-1234-5678', 'haneul@example.com']) {
    expect(await limitOf(query, 'log_in_by_member')).toMatchObject({
      points: 10,
      duration_s: 900,
      counted_by: 'member',
      used: 10,
      reached: true,
      retry_after_s: expect.any(Number),
    });
  }
  const { body } = await operator('GET', '/v1/staff/limits');
  expect(body.limits).toContainEqual(expect.objectContaining({ name: 'log_in_by_member', reached_by: 1 }));
  const lifted = await lift('010-1234-5678', 'log_in_by_member');
  expect(lifted).toMatchObject({ status: 200, body: { person: { kind: 'member', shown: '김*늘' } } });
  expect(await limitOf(NUMBER, 'log_in_by_member')).toMatchObject({ used: 0, reached: false });
  expect(await logIn()).toMatchObject({ status: 401 });
  const trail = await sql`
    select action, subject from audit_trail where action like '%lift%' order by audit_id`.execute(
    management.context.db,
  );
  expect(trail.rows).toMatchObject([
    { action: 'ask_to_lift_limit', subject: { subject_id: 'log_in_by_member' } },
    {
      action: 'lift_limit',
      subject: { subject_kind: 'member', subject_id: MEMBER_ID, limit: 'log_in_by_member' },
    },
  ]);
  expect(JSON.stringify(trail.rows)).not.toContain('5678');
});

test('resetting one limit leaves the others', async () => {
  const { readBackByMember, textByPhone } = management.context.limits;
  await readBackByMember.consume(MEMBER_ID);
  await textByPhone.consume('+821012345678');
  await lift(NUMBER, 'text_by_phone');
  expect(await limitOf(NUMBER, 'text_by_phone')).toMatchObject({ used: 0 });
  expect(await limitOf(NUMBER, 'read_back_by_member')).toMatchObject({ used: 1, reached: false });
});

test('an unknown phone, a network address and a login have their own limits', async () => {
  await management.context.limits.textByPhone.consume('+821077778888');
  expect(await limitOf('010-7777-8888', 'text_by_phone')).toMatchObject({ used: 1 });
  expect(await limitOf('010-7777-8888', 'read_back_by_member')).toBeUndefined();
  expect(await limitOf('127.0.0.1', 'log_in_by_address')).toMatchObject({ used: expect.any(Number) });
  await aDoor(app)('POST', '/v1/staff/sessions', { login: 'nobody', password: 'wrong-and-wrong' });
  expect(await limitOf('nobody', 'staff_by_login')).toMatchObject({ used: 1 });
  expect(await lift('010-7777-8888', 'read_back_by_member')).toMatchObject({ status: 404 });
  expect(await lift('010-7777-8888', 'nothing_by_phone')).toMatchObject({ status: 404 });
});

test('an address is found as it is counted: one of a household stands for all of it', async () => {
  await app.inject({
    method: 'POST',
    url: '/v1/staff/sessions',
    remoteAddress: '2001:db8:1:2::3',
    payload: { login: 'nobody', password: 'wrong-and-wrong' },
  });
  expect(await limitOf('2001:db8:1:2:ffff::9', 'staff_by_address')).toMatchObject({ used: 1 });
  expect(await limitOf('2001:db8:1:3::3', 'staff_by_address')).toMatchObject({ used: 0 });
});

test('all staff can list the limits; only the operator can look up a person and reset theirs', async () => {
  for (const role of ['support', 'auditor']) {
    const door = aDoor(app, await aStaffSession(management, role));
    expect(await door('GET', '/v1/staff/limits')).toMatchObject({ status: 200 });
    expect(await door('GET', `/v1/staff/limits/standing?query=${NUMBER}`)).toMatchObject({ status: 403 });
    const body = { query: NUMBER, name: 'log_in_by_member' };
    expect(await door('POST', '/v1/staff/limits/lifts', body)).toMatchObject({ status: 403 });
  }
});

test('every limit has a name in the console', async () => {
  const { body } = await operator('GET', '/v1/staff/limits');
  const listed = (body.limits as { name: string }[]).map(({ name }) => `limit.${name}`);
  expect(Object.keys(consoleCodesEn)).toEqual(expect.arrayContaining(listed));
});
