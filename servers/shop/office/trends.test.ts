import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../kit/clock.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';
import { expireCertificates } from '../certificates/expire-certificates.ts';
import { readTrends } from './trends.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());

const NOTHING = { issued_minor: 0, used_minor: 0, reversed_minor: 0, refunded_minor: 0, expired_minor: 0 };

test('days, stores and the period add up to the books', async () => {
  // 1 March, 09:00 in Korea.
  const terminal = await shop.terminal();
  const certificate = await shop.accepted(50_000, { expires_at: new Date(shop.now.getTime() + 2 * DAY_MS) });
  await shop.registered(20_000);
  // 15 hours later it is the next day in Korea, and still the same one elsewhere.
  shop.passTime(15 * HOUR_MS);
  const till = await shop.terminal();
  const token = await shop.opened(till);
  const sale = await shop.redeem(till, token, [
    { certificate_id: certificate.certificate_id, amount_minor: 30_000 },
  ]);
  const [line] = sale.body.lines as { redemption_id: string }[];
  const body = { amount_minor: 5_000 };
  await shop.signIn(till);
  await shop.call('POST', `/v1/redemptions/${line?.redemption_id}/reversal`, { token: till.token, body });
  shop.passTime(2 * DAY_MS);
  await expireCertificates(shop.context);

  const { from, until, currencies } = await readTrends(shop.context, 5);
  expect({ from, until }).toEqual({ from: '2026-02-28', until: '2026-03-04' });
  const [won] = currencies;
  expect(won?.days).toEqual([
    { day: '2026-02-28', ...NOTHING, outstanding_minor: 0 },
    { day: '2026-03-01', ...NOTHING, issued_minor: 70_000, outstanding_minor: 70_000 },
    { day: '2026-03-02', ...NOTHING, used_minor: 30_000, reversed_minor: 5_000, outstanding_minor: 45_000 },
    { day: '2026-03-03', ...NOTHING, outstanding_minor: 45_000 },
    { day: '2026-03-04', ...NOTHING, expired_minor: 25_000, outstanding_minor: 20_000 },
  ]);
  expect(won?.period).toEqual({
    ...NOTHING,
    issued_minor: 70_000,
    used_minor: 30_000,
    reversed_minor: 5_000,
    expired_minor: 25_000,
  });
  expect(won?.stores).toMatchObject([
    { store_id: till.store_id, uses: 1, used_minor: 30_000, reversed_minor: 5_000 },
    { store_id: terminal.store_id, uses: 0, used_minor: 0, reversed_minor: 0 },
  ]);
  const [books] = await conservation(shop.context.db);
  expect(won?.outstanding_minor).toBe(books?.outstanding_minor);
  expect(books).toMatchObject({ issued_minor: 70_000, redeemed_minor: 25_000, expired_minor: 25_000 });

  // A shorter period has the same days, although more happened before it.
  const short = await readTrends(shop.context, 2);
  expect(short.currencies[0]?.days).toEqual(won?.days.slice(-2));
});

test('a period has at most the days of a year', async () => {
  const token = await shop.staff('clerk');
  const ask = (days: string) => shop.call('GET', `/v1/office/trends?days=${days}`, { token });
  expect((await ask('1')).status).toBe(200);
  expect((await ask('367')).body.code).toBe('validation_failed');
});
