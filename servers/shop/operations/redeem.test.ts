import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAppendOnly } from '../../../test/builders/base.ts';
import { aShop } from '../../../test/builders/shop.ts';
import { conservation } from './certificates.ts';
import { redeem } from './redeem.ts';
import { RedeemBatcher } from './redeem-batcher.ts';
import { reverse } from './reverse.ts';
import { verify } from './verify.ts';

let shop: Awaited<ReturnType<typeof aShop>>;
const PHONE = '010-9876-5432';

beforeAll(async () => {
  shop = await aShop();
});
afterAll(() => shop?.base.drop());

/** As much of a request as an operation looks at. */
function aRequest(key: string = randomUUID(), body = key): FastifyRequest {
  const request = {
    headers: { 'idempotency-key': key },
    method: 'POST',
    url: '/v1/redemptions',
    rawBody: Buffer.from(body),
  };
  return request as unknown as FastifyRequest;
}

async function verifiedToken(pin = '739258'): Promise<string> {
  const verified = await verify(
    shop.context,
    { phone: PHONE, pin },
    { terminal_id: shop.till.terminal_id, key: 'till' },
  );
  if (!verified.ok) throw new Error(verified.code);
  return verified.value.verification_token;
}

async function sell(token: string, lines: [id: string, amount: number][], request = aRequest()) {
  const input = {
    verification_token: token,
    sale_reference: 'r-1',
    lines: lines.map(([certificate_id, amount_minor]) => ({ certificate_id, amount_minor })),
  };
  const answer = await redeem(shop.context, request, shop.till, input);
  return { status: answer.status, ...JSON.parse(answer.body), raw: answer.body };
}

async function balanceOf(id: string): Promise<bigint | undefined> {
  const found = await sql<{ balance_minor: bigint }>`
    select balance_minor from certificate_balances where certificate_id = ${id}`.execute(shop.base.db);
  return found.rows[0]?.balance_minor;
}

describe('redeem', () => {
  test('refuses in the order that is documented', async () => {
    const id = await shop.accepted(10_000);
    const token = await verifiedToken();
    const registered = await shop.registered(5_000);
    expect((await sell('verified_unknown_token', [[id, 20_000]])).code).toBe('verification_expired');
    expect((await sell(token, [[registered, 20_000]])).code).toBe('certificate_not_found');
    await sql`update certificates set locked_at = now() where certificate_id = ${id}`.execute(shop.base.db);
    expect((await sell(token, [[id, 20_000]])).code).toBe('certificate_not_active');
    await sql`update certificates set locked_at = null where certificate_id = ${id}`.execute(shop.base.db);
    expect((await sell(token, [[id, 20_000]])).code).toBe('insufficient_balance');
    expect((await sell(token, [[id, 10_000]])).status).toBe(201);
  });

  test('moves all lines of a sale or none', async () => {
    const [a, b] = [await shop.accepted(10_000), await shop.accepted(1_000)];
    const token = await verifiedToken();
    expect(
      (
        await sell(token, [
          [a, 5_000],
          [b, 2_000],
        ])
      ).code,
    ).toBe('insufficient_balance');
    expect(await balanceOf(a)).toBe(10_000n);
    expect(
      (
        await sell(token, [
          [a, 5_000],
          [b, 1_000],
        ])
      ).status,
    ).toBe(201);
    expect([await balanceOf(a), await balanceOf(b)]).toEqual([5_000n, 0n]);
  });

  test('answers a retry byte for byte, and refuses the key for another sale', async () => {
    const id = await shop.accepted(10_000);
    const token = await verifiedToken();
    const first = await sell(token, [[id, 4_000]], aRequest('key-1'));
    const again = await sell(token, [[id, 4_000]], aRequest('key-1'));
    expect(again.raw).toBe(first.raw);
    expect(await balanceOf(id)).toBe(6_000n);
    await expect(sell(token, [[id, 5_000]], aRequest('key-1', 'other'))).rejects.toThrow(
      'idempotency_key_reused',
    );
  });

  test('lets fifty tills at once take no more than there is', async () => {
    const id = await shop.accepted(10_000);
    const token = await verifiedToken();
    const answers = await Promise.all(Array.from({ length: 50 }, () => sell(token, [[id, 700]])));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(14);
    expect(answers.filter(({ code }) => code === 'insufficient_balance')).toHaveLength(36);
    expect(await balanceOf(id)).toBe(200n);
  });

  test('does not deadlock when sales of two processes overlap', async () => {
    const ids = await Promise.all([shop.accepted(100_000), shop.accepted(100_000), shop.accepted(100_000)]);
    const token = await verifiedToken();
    const other = { ...shop.context, redemptions: new RedeemBatcher(shop.base) };
    const sales = Array.from({ length: 60 }, (_, n) => {
      const order = n % 2 === 0 ? ids : [...ids].reverse();
      const input = {
        verification_token: token,
        sale_reference: 'x',
        lines: order.map((certificate_id) => ({ certificate_id, amount_minor: 10 })),
      };
      return redeem(n % 3 === 0 ? other : shop.context, aRequest(), shop.till, input);
    });
    expect((await Promise.all(sales)).every(({ status }) => status === 201)).toBe(true);
    for (const id of ids) expect(await balanceOf(id)).toBe(99_400n);
  });

  test('leaves nothing when the transaction is lost, and the retry then sells once', async () => {
    const id = await shop.accepted(3_000);
    const token = await verifiedToken();
    const broken = { ...shop.till, store_id: randomUUID() };
    const input = {
      verification_token: token,
      sale_reference: 'c',
      lines: [{ certificate_id: id, amount_minor: 3_000 }],
    };
    // The store does not exist, so the statement fails after it has debited: nothing of it may remain.
    await expect(redeem(shop.context, aRequest('crash'), broken, input)).rejects.toThrow();
    expect(await balanceOf(id)).toBe(3_000n);
    expect((await sell(token, [[id, 3_000]], aRequest('crash'))).status).toBe(201);
    expect(await balanceOf(id)).toBe(0n);
  });

  test('is taken back once, by a reversal', async () => {
    const id = await shop.accepted(8_000);
    const sale = await sell(await verifiedToken(), [[id, 8_000]]);
    const [line] = sale.lines;
    const reversals = await Promise.all(
      [randomUUID(), randomUUID()].map((reversalId) =>
        shop.base.db
          .transaction()
          .execute((tx) => reverse(shop.context, tx, shop.till, reversalId, line.redemption_id)),
      ),
    );
    expect(reversals.filter(({ ok }) => ok)).toHaveLength(1);
    expect(reversals.find(({ ok }) => !ok)).toMatchObject({ code: 'already_reversed' });
    expect(await balanceOf(id)).toBe(8_000n);
  });

  test('queues a notice for each use, in the order of each certificate’s history', async () => {
    const id = await shop.accepted(5_000);
    const token = await verifiedToken();
    await Promise.all([1, 2, 3, 4, 5].map(() => sell(token, [[id, 1_000]])));
    const queued = await sql<{ entry_no: number }>`
      select (content ->> 'entry_no')::int as entry_no from notice_queue
      where content ->> 'certificate_id' = ${id} order by position`.execute(shop.base.db);
    expect(queued.rows.map(({ entry_no }) => entry_no)).toEqual([2, 3, 4, 5, 6]);
  });

  test('leaves books that add up and a history that the runtime role can’t change', async () => {
    expect((await conservation(shop.base.db)).map(({ holds }) => holds)).toEqual([true]);
    for (const table of ['certificate_entries', 'redemptions', 'reversals', 'issues', 'member_lookups']) {
      expect([table, await isAppendOnly(shop.base.db, table)]).toEqual([table, true]);
    }
  });
});

describe('verify', () => {
  test('gives one answer for an unknown number, no certificate and a wrong PIN, and locks after five failures', async () => {
    const own = await aShop();
    try {
      const id = await own.accepted(1_000);
      const attempt = (phone: string, pin: string) =>
        verify(own.context, { phone, pin }, { terminal_id: null, key: 'x' });
      expect(await attempt('010-0000-1111', '739258')).toMatchObject({ code: 'pin_or_phone_wrong' });
      expect(await attempt('no number', '739258')).toMatchObject({ code: 'pin_or_phone_wrong' });
      for (let n = 0; n < 5; n++)
        expect(await attempt(PHONE, '111222')).toMatchObject({ code: 'pin_or_phone_wrong' });
      expect(await attempt(PHONE, '739258')).toMatchObject({ code: 'certificate_locked' });
      const locked = await sql<{ locked: boolean }>`
        select locked_at is not null as locked from certificates where certificate_id = ${id}`.execute(
        own.base.db,
      );
      expect(locked.rows).toEqual([{ locked: true }]);
    } finally {
      await own.base.drop();
    }
  });

  test('forgets earlier failures when the right PIN comes', async () => {
    const own = await aShop();
    try {
      await own.accepted(1_000);
      const attempt = (pin: string) =>
        verify(own.context, { phone: PHONE, pin }, { terminal_id: null, key: 'x' });
      for (let round = 0; round < 3; round++) {
        for (let n = 0; n < 4; n++) expect((await attempt('111222')).ok).toBe(false);
        expect((await attempt('739258')).ok).toBe(true);
      }
    } finally {
      await own.base.drop();
    }
  });
});
