import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from './pool.ts';
import { ROLE_SETTINGS, settleRole, wrongRoleSettings } from './role-settings.ts';

const role = `test_settings_${randomBytes(6).toString('hex')}`;
const url = new URL(inject('postgres').adminUrl);
let admin: Client;
beforeAll(async () => {
  admin = new Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create role ${role} login password 'secret'`);
  Object.assign(url, { username: role, password: 'secret' });
});
afterAll(async () => {
  await admin.query(`drop role ${role}`);
  await admin.end();
});

async function whatIsWrong(): Promise<string | undefined> {
  const database = openDatabase(url.href, { applicationName: 'test' });
  try {
    return await wrongRoleSettings(database.db);
  } finally {
    await database.close();
  }
}

test('a role without its settings is told apart, and gives them to itself', async () => {
  const wrong = await whatIsWrong();
  for (const name of Object.keys(ROLE_SETTINGS)) expect(wrong).toContain(`${name} = `);
  await settleRole(url.href);
  expect(await whatIsWrong()).toBeUndefined();
});

test('one that differs is named, and set again', async () => {
  await admin.query(`alter role ${role} set statement_timeout = 0`);
  expect(await whatIsWrong()).toMatch(new RegExp(`role ${role} works with statement_timeout = 0;`));
  await settleRole(url.href);
  expect(await whatIsWrong()).toBeUndefined();
});
