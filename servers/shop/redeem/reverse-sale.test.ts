import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import {
  type Certificate,
  CLERK_PIN,
  type Reply,
  type TestClerk,
  TestShop,
  type TestTerminal,
} from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

let shop: TestShop;
let terminal: TestTerminal;
let clerk: TestClerk;
let second: TestClerk;
let certificates: Certificate[];

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
  second = await shop.clerk('박서준');
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});
beforeEach(async () => {
  certificates = [await shop.accepted(80_000), await shop.accepted(60_000)];
  clerk = await shop.signIn(terminal);
});

/** A sale of these amounts on the two certificates; the redemptions, in that order. */
async function sold(...amounts: number[]): Promise<string[]> {
  const lines = amounts.flatMap((amount_minor, index) => {
    const certificate_id = certificates[index]?.certificate_id ?? '';
    return amount_minor > 0 ? [{ certificate_id, amount_minor }] : [];
  });
  const reply = await shop.redeem(terminal, await shop.opened(terminal), lines);
  return (reply.body.lines as { redemption_id: string }[]).map(({ redemption_id }) => redemption_id);
}

type Asked = { reason?: string; approval_id?: string; amount_minor?: number };

function reverseSale(use = '', body: Asked = {}, by = terminal, key: string = newId()): Promise<Reply> {
  return shop.call('POST', `/v1/redemptions/${use}/sale-reversal`, { token: by.token, body, key });
}
function reverse(use = '', body: Asked = {}): Promise<Reply> {
  return shop.call('POST', `/v1/redemptions/${use}/reversal`, { token: terminal.token, body, key: newId() });
}
function approve(use = '', { clerk_number } = second, pin = CLERK_PIN): Promise<Reply> {
  const body = { clerk_number, pin };
  return shop.call('POST', `/v1/redemptions/${use}/reversal-approvals`, { token: terminal.token, body });
}
const balances = () => Promise.all(certificates.map((each) => shop.balance(each)));

describe('a whole sale', () => {
  test('is reversed as one, on all of its certificates, with a reason, and once', async () => {
    const [use] = await sold(50_000, 40_000);
    const key = newId();
    const first = await reverseSale(use, { reason: 'goods_returned' }, terminal, key);
    expect(first).toMatchObject({ status: 201, body: { reversals: [{}, {}] } });
    expect(await reverseSale(use, { reason: 'goods_returned' }, terminal, key)).toEqual(first);
    expect(await balances()).toEqual([80_000, 60_000]);
    expect((await reverseSale(use)).body.code).toBe('already_reversed');
    const { body } = await shop.call('GET', '/v1/redemptions?limit=2', { token: terminal.token });
    const reversals = [{ clerk_name: clerk.name, second_clerk_name: null, reason: 'goods_returned' }];
    expect(body.redemptions).toMatchObject([{ reversals }, { reversals }]);
  });

  test('takes what is left after a part', async () => {
    const [use, other] = await sold(50_000, 40_000);
    expect((await reverse(other, { amount_minor: 15_000 })).status).toBe(201);
    expect(await reverseSale(use)).toMatchObject({ status: 201 });
    expect(await balances()).toEqual([80_000, 60_000]);
  });

  test('is left alone when one of its certificates has expired', async () => {
    const [use] = await sold(50_000, 40_000);
    await sql`update certificates set state = 'expired' where certificate_id = ${certificates[1]?.certificate_id}`.execute(
      shop.context.db,
    );
    expect((await reverseSale(use)).body.code).toBe('reversal_not_allowed');
    expect(await balances()).toEqual([30_000, 20_000]);
    await sql`update certificates set state = 'active' where certificate_id = ${certificates[1]?.certificate_id}`.execute(
      shop.context.db,
    );
  });

  test('is reversed only in its store, and by somebody', async () => {
    const [use] = await sold(50_000);
    const elsewhere = await shop.terminal();
    expect((await reverseSale(use, {}, elsewhere)).body.code).toBe('clerk_required');
    await shop.signIn(elsewhere);
    expect((await reverseSale(use, {}, elsewhere)).body.code).toBe('redemption_not_found');
  });
});

describe('beyond what one clerk reverses alone', () => {
  test('a second clerk has to agree, at this terminal and about this sale', async () => {
    const [use] = await sold(70_000, 40_000);
    const refused = await reverseSale(use);
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'second_person_needed', alone_max_minor: 100_000 },
    });
    expect(await balances()).toEqual([10_000, 20_000]);
    expect((await approve(use, clerk)).body.code).toBe('second_person_same');
    const wrong = await approve(use, second, '999111');
    expect(wrong.body).toMatchObject({ code: 'clerk_pin_wrong', attempts_left: 4 });
    const approved = await approve(use);
    expect(approved).toMatchObject({ status: 201, body: { clerk_name: second.name } });
    const approval_id = String(approved.body.approval_id);
    expect(await reverseSale(use, { approval_id, reason: 'other' })).toMatchObject({ status: 201 });
    const kept = await sql<{ second_clerk_id: string }>`
      select second_clerk_id from reversal_reasons where reversal_id in (
        select reversal_id from reversals where redemption_id = ${use})`.execute(shop.context.db);
    expect(kept.rows).toEqual([{ second_clerk_id: second.clerk_id }]);
  });

  test('parts of a sale add up', async () => {
    const [use, other] = await sold(70_000, 40_000);
    expect((await reverse(use)).status).toBe(201);
    expect((await reverse(other, { amount_minor: 30_001 })).body.code).toBe('second_person_needed');
    expect((await reverse(other, { amount_minor: 30_000 })).status).toBe(201);
  });

  test('what was agreed to about another sale, or too long ago, is no consent', async () => {
    const [use] = await sold(60_000, 50_000);
    const [another] = await sold(10_000);
    const elsewhere = String((await approve(another)).body.approval_id);
    expect((await reverseSale(use, { approval_id: elsewhere })).body.code).toBe('second_person_needed');
    const approval_id = String((await approve(use)).body.approval_id);
    shop.passTime(6 * MINUTE_MS);
    expect((await reverseSale(use, { approval_id })).body.code).toBe('second_person_needed');
  });
});

test('a wrong PIN at a till says how many attempts are left, whether there is a certificate or not', async () => {
  const at = await shop.terminal();
  for (const phone of ['010-1234-9999', '010-4321-8888']) {
    const left = [];
    for (let n = 0; n < 2; n++) {
      const { body } = await shop.verify(at, { phone, pin: '000999' });
      left.push([
        body.code,
        body.attempts_left,
        String(body.detail).includes(`${String(body.attempts_left)}번`),
      ]);
    }
    expect(left).toEqual([
      ['pin_or_phone_wrong', 4, true],
      ['pin_or_phone_wrong', 3, true],
    ]);
  }
});
