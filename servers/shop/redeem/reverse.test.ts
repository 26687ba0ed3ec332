import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import {
  type Certificate,
  type Reply,
  TestShop,
  type TestTerminal,
} from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';
import { expireHolds } from './holds.ts';

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
  await shop.signIn(terminal);
  opened = await shop.opened(terminal);
});

async function redeemed(amount_minor: number): Promise<string> {
  const { certificate_id } = certificate;
  const reply = await shop.redeem(terminal, opened, [{ certificate_id, amount_minor }]);
  return (reply.body.lines as { redemption_id: string }[])[0]?.redemption_id ?? '';
}

function reverse(
  redemptionId: string,
  amount_minor?: number,
  by = terminal,
  key: string = newId(),
): Promise<Reply> {
  const body = amount_minor === undefined ? undefined : { amount_minor };
  return shop.call('POST', `/v1/redemptions/${redemptionId}/reversal`, { token: by.token, body, key });
}

describe('a reversal', () => {
  test('is possible in parts, up to the full amount', async () => {
    const use = await redeemed(30_000);
    expect(await reverse(use, 10_000)).toMatchObject({ status: 201, body: { balance_minor: 30_000 } });
    expect(await reverse(use, 20_001)).toMatchObject({
      status: 409,
      body: { code: 'reversal_not_allowed', reversible_minor: 20_000 },
    });
    expect(await reverse(use)).toMatchObject({
      status: 201,
      body: { amount_minor: 20_000, balance_minor: 50_000 },
    });
    expect(await reverse(use)).toMatchObject({ status: 409, body: { code: 'already_reversed' } });
  });

  test('is only for the store where it was redeemed, and for staff', async () => {
    const use = await redeemed(30_000);
    const elsewhere = await shop.terminal();
    await shop.signIn(elsewhere);
    expect((await reverse(use, 1, elsewhere)).body.code).toBe('redemption_not_found');
    const path = `/v1/office/redemptions/${use}/reversal`;
    expect((await shop.call('POST', path, { token: await shop.staff('auditor') })).status).toBe(403);
    expect((await shop.call('POST', path, { token: await shop.staff('clerk') })).status).toBe(201);
  });

  test('gets the same response on a retry; of ten concurrent ones one succeeds', async () => {
    const use = await redeemed(30_000);
    const key = newId();
    const first = await reverse(use, 1_000, terminal, key);
    expect(await reverse(use, 1_000, terminal, key)).toEqual(first);
    const replies = await Promise.all(Array.from({ length: 10 }, () => reverse(use)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await shop.balance(certificate)).toBe(50_000);
  });
});

describe('a hold', () => {
  const hold = (amount_minor: number) =>
    shop.call('POST', '/v1/holds', {
      token: terminal.token,
      body: {
        verification_token: opened,
        certificate_id: certificate.certificate_id,
        amount_minor,
        sale_reference: 'h',
      },
    });
  const end = (reply: Reply, verb: string, body?: unknown, key: string = newId()) =>
    shop.call('POST', `/v1/holds/${String(reply.body.hold_id)}/${verb}`, {
      token: terminal.token,
      body,
      key,
    });

  test('is captured in part, and the rest is released', async () => {
    const held = await hold(40_000);
    expect((await hold(10_001)).body.code).toBe('insufficient_balance');
    expect((await end(held, 'confirmation', { amount_minor: 40_001 })).body.code).toBe(
      'insufficient_balance',
    );
    const key = newId();
    const confirmed = await end(held, 'confirmation', { amount_minor: 15_000 }, key);
    expect(confirmed).toMatchObject({ status: 200, body: { balance_minor: 35_000 } });
    expect(await end(held, 'confirmation', { amount_minor: 15_000 }, key)).toEqual(confirmed);
    expect((await end(held, 'confirmation')).body.code).toBe('wrong_state');
    expect((await end(held, 'release')).body.code).toBe('wrong_state');
    expect((await hold(35_000)).status).toBe(201);
  });

  test('is released, or expires', async () => {
    const first = await hold(50_000);
    expect((await end(first, 'release')).body).toMatchObject({ state: 'released' });
    expect((await end(first, 'release')).status).toBe(200);
    const second = await hold(50_000);
    shop.passTime(16 * MINUTE_MS);
    expect((await end(second, 'confirmation')).body.code).toBe('hold_expired');
    expect(await expireHolds(shop.context)).toBeGreaterThan(0);
    opened = await shop.opened(terminal);
    expect((await hold(50_000)).status).toBe(201);
  });

  test('captured and released concurrently is one of the two', async () => {
    const held = await hold(50_000);
    const replies = await Promise.all([end(held, 'confirmation'), end(held, 'release')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
