import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAMARA_PATHS } from '../../../contracts/carrier-camara.ts';
import { sql } from '../../../kit/db/sql.ts';
import { aCarrier } from '../../../test/builders/carrier.ts';
import { importSubscribers } from '../subscribers/import.ts';

let carrier: Awaited<ReturnType<typeof aCarrier>>;
beforeAll(async () => {
  carrier = await aCarrier();
  const csv = readFileSync('sandbox/demo/subscribers.csv', 'utf8');
  await importSubscribers(carrier.context, carrier.base.db, csv);
});
afterAll(() => carrier?.close());

test('today in Korea is not in the future, although the day has not begun in UTC', async () => {
  const realNow = carrier.base.time.now;
  carrier.base.time.now = new Date('2026-03-01T16:00:00Z');
  try {
    const token = await carrier.aToken('number-recycling:check');
    const check = (specifiedDate: string) =>
      carrier.post(CAMARA_PATHS.recycling, { phoneNumber: '+821098765432', specifiedDate }, token);
    expect((await check('2026-03-02')).json()).toEqual({ phoneNumberRecycled: false });
    expect((await check('2026-03-03')).json()).toMatchObject({ code: 'OUT_OF_RANGE' });
  } finally {
    carrier.base.time.now = realNow;
  }
});

test('an email address matches exactly but for case', async () => {
  const token = await carrier.aToken('kyc-match:match');
  const match = async (email: string) =>
    (await carrier.post(CAMARA_PATHS.match, { phoneNumber: '+821098765432', email }, token)).json();
  expect(await match('GilDong@Example.com')).toEqual({ emailMatch: 'true' });
  expect(await match('gil.dong@example.com')).toMatchObject({ emailMatch: 'false' });
});

test('every look-up is logged, and the runtime role can’t change the log', async () => {
  await carrier.post(
    CAMARA_PATHS.fillIn,
    { phoneNumber: '+821012345678' },
    await carrier.aToken('kyc-fill-in:name'),
  );
  const last = await sql`
    select client_id, ground, api, attributes, status, code from lookups
    where phone_number = '+821012345678' order by lookup_id desc limit 1`.execute(carrier.base.db);
  expect(last.rows).toEqual([
    {
      client_id: 'shop-client',
      ground: 'contract',
      api: 'kyc-fill-in',
      attributes: ['name'],
      status: 200,
      code: 'OK',
    },
  ]);
  await expect(carrier.base.pool.query('delete from lookups')).rejects.toThrow('permission denied');
});
