import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { type Certificate, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

let shop: TestShop;
let terminal: TestTerminal;
let certificate: Certificate;
let opened: string;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});
beforeEach(async () => {
  certificate = await shop.accepted(50_000);
  opened = await shop.opened(terminal);
});

const line = (amount_minor: number, { certificate_id } = certificate) => ({ certificate_id, amount_minor });

test('a certificate is redeemed in part, then in full, and then is empty', async () => {
  const first = await shop.redeem(terminal, opened, [line(20_000)]);
  expect(first).toMatchObject({
    status: 201,
    body: { lines: [{ amount_minor: 20_000, balance_minor: 30_000 }] },
  });
  expect((await shop.redeem(terminal, opened, [line(30_000)])).body.lines).toMatchObject([
    { balance_minor: 0 },
  ]);
  expect(await shop.redeem(terminal, opened, [line(1)])).toMatchObject({
    status: 422,
    body: { code: 'insufficient_balance' },
  });
  const told = await sql<{ content: Record<string, unknown> }>`
    select body::jsonb as content from journal
    where subject_id = ${certificate.certificate_id} and kind = 'certificate_redeemed' order by seq`.execute(
    shop.context.db,
  );
  expect(
    told.rows.map(({ content }) => [content.entry_no, content.amount_minor, content.balance_minor]),
  ).toEqual([
    [2, 20_000, 30_000],
    [3, 30_000, 0],
  ]);
});

test('several certificates in one sale are redeemed all or nothing', async () => {
  const second = await shop.accepted(10_000);
  const both = await shop.opened(terminal);
  const tooMuch = await shop.redeem(terminal, both, [line(50_000), line(10_001, second)]);
  expect(tooMuch).toMatchObject({ status: 422, body: { code: 'insufficient_balance' } });
  expect([await shop.balance(certificate), await shop.balance(second)]).toEqual([50_000, 10_000]);
  const sale = await shop.redeem(terminal, both, [line(50_000), line(10_000, second)]);
  expect(sale.status).toBe(201);
  expect([await shop.balance(certificate), await shop.balance(second)]).toEqual([0, 0]);
});

describe('refusals in order', () => {
  test.each([
    [
      'verification_expired',
      'an unknown token',
      async () => ['verified_0000000000000', [line(99_999)]] as const,
    ],
    [
      'verification_expired',
      'a token of another terminal',
      async () => [await shop.opened(await shop.terminal()), [line(99_999)]] as const,
    ],
    [
      'certificate_not_found',
      'a certificate that was not opened',
      async () => {
        const other = await shop.accepted(5_000, { phone: '+821055550000' });
        return [opened, [line(99_999, other)]] as const;
      },
    ],
    ['insufficient_balance', 'more than is left', async () => [opened, [line(50_001)]] as const],
  ])('%s: %s', async (code, _what, prepare) => {
    const [token, lines] = await prepare();
    const reply = await shop.redeem(terminal, token, [...lines]);
    expect(reply.body.code).toBe(code);
    expect(await shop.balance(certificate)).toBe(50_000);
  });

  test('an expired verification', async () => {
    shop.passTime(6 * MINUTE_MS);
    const reply = await shop.redeem(terminal, opened, [line(1)]);
    expect(reply).toMatchObject({ status: 401, body: { code: 'verification_expired' } });
  });

  test.each([0, -1, 1.5, 2 ** 53, '100', null])('the amount %j', async (amount) => {
    const body = {
      verification_token: opened,
      sale_reference: 's',
      lines: [{ ...line(1), amount_minor: amount }],
    };
    const reply = await shop.call('POST', '/v1/redemptions', { token: terminal.token, body });
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });

  test('one certificate twice in a sale', async () => {
    expect((await shop.redeem(terminal, opened, [line(1), line(1)])).status).toBe(400);
  });
});

describe('the same key', () => {
  test('gets the same response, byte for byte, and is used once', async () => {
    const key = newId();
    const first = await shop.redeem(terminal, opened, [line(7_000)], { key });
    const again = await shop.redeem(terminal, opened, [line(7_000)], { key });
    expect(again).toEqual(first);
    expect(await shop.balance(certificate)).toBe(43_000);
  });

  test('sent concurrently to two processes is used once', async () => {
    const other = await shop.anotherProcess();
    const key = newId();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        shop.redeem(terminal, opened, [line(7_000)], { key, app: n % 2 === 0 ? shop.app : other.app }),
      ),
    );
    await other.close();
    expect(new Set(replies.map(({ raw }) => raw)).size).toBe(1);
    expect(await shop.balance(certificate)).toBe(43_000);
  });

  test('with another request is refused', async () => {
    const key = newId();
    await shop.redeem(terminal, opened, [line(7_000)], { key });
    const other = await shop.redeem(terminal, opened, [line(8_000)], { key });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    expect(await shop.balance(certificate)).toBe(43_000);
  });

  test('gets the same refusal again', async () => {
    const key = newId();
    const first = await shop.redeem(terminal, opened, [line(60_000)], { key });
    expect(await shop.redeem(terminal, opened, [line(60_000)], { key })).toEqual(first);
  });
});

describe('concurrently', () => {
  test('fifty sales on one certificate in two processes take no more than its balance', async () => {
    const other = await shop.anotherProcess();
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        shop.redeem(terminal, opened, [line(3_000)], { app: n % 2 === 0 ? shop.app : other.app }),
      ),
    );
    await other.close();
    const codes = replies.map(({ status, body }) => (status === 201 ? 'done' : body.code));
    expect(codes.filter((code) => code === 'done')).toHaveLength(16);
    expect(codes.filter((code) => code === 'insufficient_balance')).toHaveLength(34);
    expect(await shop.balance(certificate)).toBe(2_000);
  });

  test('sales over overlapping certificates in two processes all succeed', async () => {
    const certificates = await Promise.all(Array.from({ length: 6 }, () => shop.accepted(1_000_000)));
    const all = await shop.opened(terminal);
    const other = await shop.anotherProcess();
    const replies = await Promise.all(
      Array.from({ length: 80 }, (_, n) => {
        // Each has three of them, in the opposite order to its neighbour.
        const picked = [0, 1, 3]
          .map((step) => certificates[(n + step) % 6])
          .filter((found) => found !== undefined);
        const lines = (n % 2 === 0 ? picked : picked.reverse()).map((found) => line(100, found));
        return shop.redeem(terminal, all, lines, { app: n % 2 === 0 ? shop.app : other.app });
      }),
    );
    await other.close();
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 80 }, () => 201));
    const left = await Promise.all(certificates.map((found) => shop.balance(found)));
    expect(left.reduce((sum, balance) => sum + balance, 0)).toBe(6_000_000 - 80 * 300);
  });

  test('a refused sale fails no other sale in its batch', async () => {
    const second = await shop.accepted(10_000);
    const both = await shop.opened(terminal);
    const [good, bad] = await Promise.all([
      shop.redeem(terminal, both, [line(1_000)]),
      shop.redeem(terminal, both, [line(99_000, second)]),
    ]);
    expect([good.status, bad.status]).toEqual([201, 422]);
  });
});

describe('a crash', () => {
  test('before the commit leaves no trace, and the retry redeems once', async () => {
    const key = newId();
    const naming = await breakOnce('journal_ids');
    expect((await shop.redeem(terminal, opened, [line(5_000)], { key })).status).toBe(500);
    expect(await shop.balance(certificate)).toBe(50_000);
    await naming.mend();
    expect((await shop.redeem(terminal, opened, [line(5_000)], { key })).status).toBe(201);
    expect(await shop.balance(certificate)).toBe(45_000);
  });
});

/** Makes the last statement of the transaction fail, until it is mended. */
async function breakOnce(table: string): Promise<{ mend(): Promise<void> }> {
  const owner = new Client({ connectionString: shop.ownerUrl });
  await owner.connect();
  await owner.query(`alter table ${table} add constraint broken check (seq is null) not valid`);
  return {
    async mend() {
      await owner.query(`alter table ${table} drop constraint broken`);
      await owner.end();
    },
  };
}
