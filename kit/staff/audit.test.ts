import { afterAll, beforeAll, expect, test } from 'vitest';
import { aStaffDesk } from '../../test/builders/staff-desk.ts';
import { DAY_MS } from '../clock.ts';
import { recordAudit } from './audit.ts';

let desk: Awaited<ReturnType<typeof aStaffDesk>>;
let token: string;
beforeAll(async () => {
  desk = await aStaffDesk();
  token = await desk.session();
});
afterAll(() => desk?.close());

async function trail(query: string): Promise<string[]> {
  const { body } = await desk.send('GET', desk.at(`/audit-trail?limit=200&${query}`), { token });
  return (body.lines as { action: string }[]).map(({ action }) => action);
}

test('the trail without one’s own reading keeps one’s changes, and what others read', async () => {
  await desk.send('GET', desk.at('/books'), { token });
  await desk.send('POST', desk.at('/me/authenticators'), { token });
  const other = await desk.session();
  await desk.send('GET', desk.at('/staff'), { token: other });
  expect(await trail('')).toEqual(
    expect.arrayContaining(['GET /v1/staff/books', 'GET /v1/staff/audit-trail']),
  );
  const without = await trail('without_own_readings=true');
  expect(without).toContain('POST /v1/staff/me/authenticators');
  expect(without).toContain('GET /v1/staff/staff');
  expect(without).not.toContain('GET /v1/staff/books');
  expect(without).not.toContain('GET /v1/staff/audit-trail');
});

test('it is filtered by person, action and time', async () => {
  const { context } = desk;
  const { login, staff_id } = await desk.aPerson();
  await recordAudit(context, context.db, { staff_id, action: 'add_shop', subject: {} });
  const at = context.clock().getTime();
  const iso = (ms: number) => new Date(ms).toISOString();
  expect(await trail(`login=${login}`)).toEqual(['add_shop']);
  expect(await trail(`login=${login}&action=ADD`)).toEqual(['add_shop']);
  expect(await trail(`login=${login}&action=%25`)).toEqual([]);
  expect(await trail(`login=${login}&from=${iso(at)}&until=${iso(at + 1)}`)).toEqual(['add_shop']);
  expect(await trail(`login=${login}&from=${iso(at + 1)}`)).toEqual([]);
  expect(await trail(`login=${login}&until=${iso(at - DAY_MS)}`)).toEqual([]);
  const { body } = await desk.send('GET', desk.at('/audit-trail?from=2026-02-30T00:00:00Z'), { token });
  expect(body).toMatchObject({ code: 'validation_failed' });
});
