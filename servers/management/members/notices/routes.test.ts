import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../../kit/http/app.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { createManagementApp } from '../../app.ts';
import { readProfile } from '../member-profile.ts';
import { unsubscribeLink } from './unsubscribe-link.ts';

let management: TestManagement;
let app: App;
let path: string;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  const link = unsubscribeLink(management.context, { member_id: MEMBER_ID, notice: 'certificate_used' });
  path = new URL(link).pathname;
});
afterAll(async () => {
  await app.close();
  await management.close();
});

async function isOn(): Promise<boolean | undefined> {
  const profile = await readProfile(management.context.db, MEMBER_ID, 'web');
  return profile.ok ? profile.value.notices.certificate_used : undefined;
}

const MULTIPART = [
  '--x',
  'Content-Disposition: form-data; name="List-Unsubscribe"',
  '',
  'One-Click',
  '--x--',
  '',
].join('\r\n');

test('looking at the link changes nothing', async () => {
  const page = await app.inject({ method: 'GET', url: path });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain(`action="${path}"`);
  expect(await isOn()).toBe(true);
});

test.each([
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  ['multipart/form-data; boundary=x', MULTIPART],
])('one request of a mail program turns the notice off, as %s', async (type, payload) => {
  for (let time = 0; time < 2; time++) {
    const done = await app.inject({ method: 'POST', url: path, headers: { 'content-type': type }, payload });
    expect(done.statusCode).toBe(200);
    expect(await isOn()).toBe(false);
  }
  expect((await app.inject({ method: 'GET', url: path })).body).toContain(`action="${path}/on"`);
  await app.inject({ method: 'POST', url: `${path}/on`, headers: { 'content-type': type }, payload });
  expect(await isOn()).toBe(true);
});

test('a link that was altered does nothing', async () => {
  const other = path.replace('certificate_used', 'gift_accepted');
  for (const method of ['GET', 'POST'] as const) {
    const page = await app.inject({ method, url: other });
    expect(page.statusCode).toBe(404);
    expect(page.headers['content-type']).toContain('text/html');
  }
  expect(await isOn()).toBe(true);
});
