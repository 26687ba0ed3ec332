import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { NOBODY_HASH } from '../passwords.ts';
import { addByCommand } from './add-by-command.ts';
import { readAuditTrail } from './audit.ts';
import { listStaff } from './staff.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const OWNER = { login: 'minji', name: '김민지', role: 'owner', password: 'seven-lakes-under-snow' };
let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await testDatabase('shop');
  database = openDatabase(own.url, { applicationName: 'add-by-command' });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

const add = (changed: Partial<Omit<typeof OWNER, 'password'>> & { password?: string | null } = {}) =>
  addByCommand({ db: database.db, clock: () => NOW, random: randomBytes }, { ...OWNER, ...changed });
const logins = async () => (await listStaff({ db: database.db } as never)).map(({ login }) => login);

test.each([
  ['a login with spaces', { login: 'min ji' }, 'login_invalid'],
  ['a link for a name', { name: 'http://x.example' }, 'name_invalid'],
  ['a password that is guessed at once', { password: 'password1234' }, 'password_too_weak'],
])('nobody is added with %s', async (_what, changed, code) => {
  expect(await add(changed)).toMatchObject({ ok: false, code });
  expect(await logins()).toEqual([]);
});

test('the first administrator is added once, and the audit trail says how', async () => {
  expect(await add()).toMatchObject({ ok: true, value: { login: 'minji', role: 'owner' } });
  expect(await add()).toMatchObject({ ok: false, code: 'member_exists' });
  expect(await logins()).toEqual(['minji']);
  const trail = await readAuditTrail(database.db, { limit: 9 });
  expect(trail).toMatchObject([
    { staff_login: 'minji', action: 'added_by_command', subject: { login: 'minji', role: 'owner' } },
  ]);
  expect(JSON.stringify(trail)).not.toContain(OWNER.password);
});

test('without a password, a link that works once within an hour is made by nobody on the staff', async () => {
  const added = await add({ login: 'jisu', password: null });
  const link = added.ok ? added.value.link : null;
  expect(link).toEqual({
    token: expect.stringMatching(/^reset_/),
    expires_at: '2026-03-01T01:00:00.000Z',
  });
  const { rows } = await database.pool.query(
    `select kind, made_by, password_hash from staff_resets join staff using (staff_id) where login = 'jisu'`,
  );
  expect(rows).toEqual([{ kind: 'password', made_by: null, password_hash: NOBODY_HASH }]);
});
