import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { type Reply, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let terminal: TestTerminal;
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());

const get = (path: string): Promise<Reply> => shop.call('GET', path, { token: terminal.token });
const end = (key: string = newId(), by = terminal): Promise<Reply> =>
  shop.call('POST', '/v1/terminal/shifts', { token: by.token, key });

test('a shift ends once, the next begins there, and each has its own totals by clerk', async () => {
  expect((await end()).body.code).toBe('clerk_required');
  const clerk = await shop.signIn(terminal);
  const { certificate_id } = await shop.accepted(50_000);
  const sell = async (amount_minor: number) =>
    shop.redeem(terminal, await shop.opened(terminal), [{ certificate_id, amount_minor }]);
  await sell(10_000);
  shop.passTime(MINUTE_MS);
  const key = newId();
  const ended = await end(key);
  expect(ended).toMatchObject({ status: 201, body: { shift_no: 1 } });
  expect(await end(key)).toEqual(ended);
  shop.passTime(MINUTE_MS);
  await sell(7_000);
  const { shifts } = (await get('/v1/terminal/shifts')).body as { shifts: Record<string, string>[] };
  expect(shifts).toMatchObject([
    { shift_no: 2, begun_at: ended.body.ended_at, ended_at: null, ended_by: null },
    { shift_no: 1, begun_at: null, ended_at: ended.body.ended_at, ended_by: clerk.name },
  ]);
  const at = encodeURIComponent(String(ended.body.ended_at));
  const start = encodeURIComponent(new Date(0).toISOString());
  expect((await get(`/v1/day-report?since=${start}&until=${at}`)).body).toMatchObject({
    totals: [{ uses: 1, used_minor: 10_000 }],
    clerks: [{ clerk_name: clerk.name, used_minor: 10_000 }],
  });
  expect((await get(`/v1/day-report?since=${at}`)).body).toMatchObject({ totals: [{ used_minor: 7_000 }] });
});

test('terminals count their shifts apart, and two ends at once are two shifts', async () => {
  const other = await shop.terminal();
  await shop.signIn(other);
  const both = await Promise.all([end(newId(), other), end(newId(), other)]);
  expect(both.map(({ body }) => body.shift_no).sort()).toEqual([1, 2]);
});
