import { afterAll, beforeAll, expect, test } from 'vitest';
import { aStaffDesk } from '../../test/builders/staff-desk.ts';
import { newId } from '../ids.ts';

let desk: Awaited<ReturnType<typeof aStaffDesk>>;
let [mine, other]: string[] = [];
beforeAll(async () => {
  desk = await aStaffDesk();
  [mine, other] = [await desk.session(), await desk.session()];
});
afterAll(() => desk?.close());

const listed = async (token = mine, list = 'payments') => {
  const { body } = await desk.send('GET', desk.at(`/me/views?list=${list}`), { token: token ?? '' });
  return body.views as { view_id: string; name: string; filters: object }[];
};
const save = (name: string, filters: object, { token = mine, list = 'payments', key = newId() } = {}) =>
  desk.send('POST', desk.at('/me/views'), { token: token ?? '', body: { list, name, filters }, key });

test('a view is one’s own, of one list, and replaced by one of the same name', async () => {
  expect(await save(' Declined ', { state: 'declined' })).toMatchObject({
    ...{ status: 200, body: { name: 'Declined', filters: { state: 'declined' } } },
  });
  await save('Captured', { state: 'captured', day: '2026-03-04' });
  await save('Declined', { state: 'declined', day: '2026-03-05' });
  expect(await listed()).toMatchObject([
    { name: 'Captured', filters: { state: 'captured', day: '2026-03-04' } },
    { name: 'Declined', filters: { state: 'declined', day: '2026-03-05' } },
  ]);
  expect(await listed(other)).toEqual([]);
  expect(await listed(mine, 'payouts')).toEqual([]);
});

test('a view is deleted by whoever saved it', async () => {
  await save('Gone', { state: 'voided' });
  const view = (await listed()).find(({ name }) => name === 'Gone');
  const path = desk.at(`/me/views/${view?.view_id}`);
  expect((await desk.send('DELETE', path, { token: other ?? '' })).status).toBe(204);
  expect((await listed()).map(({ name }) => name)).toContain('Gone');
  expect((await desk.send('DELETE', path, { token: mine ?? '' })).status).toBe(204);
  expect((await listed()).map(({ name }) => name)).not.toContain('Gone');
});

test.each([
  ['what was searched for', { query: '010-1234-5678' }],
  ['a phone number', { phone: '010-1234-5678' }],
  ['a filter of no name', { '': 'x' }],
  ['a filter without a value', { state: '' }],
])('%s is not kept', async (_what, filters) => {
  expect(await save('x', filters)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
});

test('somebody keeps a hundred of a list', async () => {
  const token = await desk.session();
  for (let no = 0; no < 100; no++)
    expect((await save(`v${no}`, { no: `${no}` }, { token })).status).toBe(200);
  expect(await save('one more', { no: '100' }, { token })).toMatchObject({
    ...{ status: 409, body: { code: 'views_limit' } },
  });
  expect((await save('v7', { no: 'another' }, { token })).status).toBe(200);
  expect((await save('one more', { no: '1' }, { token, list: 'payouts' })).status).toBe(200);
});
