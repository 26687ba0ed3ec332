import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { keepNothing } from '../../../test/builders/keep-nothing.ts';
import { aShop } from '../../../test/builders/shop.ts';
import { conservation } from '../books/conservation.ts';
import { findOpenable } from '../opening/openable.ts';
import { expireCertificates } from './expire-certificates.ts';
import { CERTIFICATES_ERASED } from './forgotten.ts';

let shop: Awaited<ReturnType<typeof aShop>>;
beforeAll(async () => {
  shop = await aShop();
  await keepNothing(shop.base.ownerUrl);
});
afterAll(() => shop.base.drop());

const at = (day: string) => {
  shop.base.time.now = new Date(day);
};
async function erase(): Promise<number> {
  const { db, clock, settings } = shop.context;
  let looked = 0;
  for (let rows = 1; rows > 0; looked += rows) rows = await CERTIFICATES_ERASED.erase(db, clock(), settings);
  return looked;
}
const peopleOf = async (certificateId: string) => {
  const found = await sql<{ buyer_name: string; recipient_name: string; phone: string | null }>`
    select buyer_name, recipient_name, phone from certificates where certificate_id = ${certificateId}`.execute(
    shop.context.db,
  );
  return found.rows[0];
};
const byPhone = () => findOpenable(shop.context, { phone: '+821098765432' });

test('a certificate forgets its people a year after nothing was left of it, and the books still balance', async () => {
  const expired = await shop.accepted(30_000);
  await shop.registered(10_000);
  const named = { buyer_name: '김하늘', recipient_name: '홍길동', phone: '+821098765432' };
  at('2027-06-01');
  expect(await erase()).toBe(2);
  expect(await erase()).toBe(0);
  // Its last day was the end of 2030.
  at('2031-02-01');
  await expireCertificates(shop.context);
  expect(await peopleOf(expired)).toEqual(named);
  at('2032-01-15');
  await erase();
  expect(await peopleOf(expired)).toEqual(named);
  expect((await byPhone()).length).toBe(1);

  at(addMs(new Date('2032-02-01'), 2 * DAY_MS).toISOString());
  expect(await erase()).toBe(1);
  expect(await peopleOf(expired)).toEqual({ buyer_name: '', recipient_name: '', phone: '' });
  expect(await byPhone()).toEqual([]);
  expect(await findOpenable(shop.context, { phone: '' })).toEqual([]);
  expect((await conservation(shop.context.db)).map(({ differences }) => differences)).toEqual([[]]);
});
