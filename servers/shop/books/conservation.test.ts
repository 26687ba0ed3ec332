import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import { expireCertificates } from '../certificates/expire-certificates.ts';
import { conservation } from './conservation.ts';

let shop: TestShop;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());

test('what is left of an expired certificate is no longer outstanding', async () => {
  const [terminal, certificate] = [await shop.terminal(), await shop.accepted(50_000)];
  const opened = await shop.opened(terminal);
  await shop.redeem(terminal, opened, [{ certificate_id: certificate.certificate_id, amount_minor: 20_000 }]);
  shop.passTime(366 * DAY_MS);
  const late = await shop.verify(await shop.terminal());
  expect(late.body.code).toBe('certificate_expired');
  while ((await expireCertificates(shop.context)) > 0);
  expect(await shop.balance(certificate)).toBe(0);
  expect(await conservation(shop.context.db)).toMatchObject([
    {
      issued_minor: 50_000,
      outstanding_minor: 0,
      redeemed_minor: 20_000,
      expired_minor: 30_000,
      differences: [],
    },
  ]);
});

describe('the books', () => {
  const HISTORY = [
    'journal',
    'journal_ids',
    'certificate_entries_before',
    'redemptions_before',
    'reversals_before',
    'issues_before',
    'member_lookups',
    'payment_relays',
    'cash_events',
    'audit_trail',
    'signed_messages',
    'ledger_transfers',
    'ledger_entries',
    'verified_certificates',
  ];
  test.each(HISTORY)('%s: the server can neither change nor delete rows', async (table) => {
    const { pool } = shop.context;
    await expect(pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    const column = await pool.query(
      'select column_name from information_schema.columns where table_name = $1 limit 1',
      [table],
    );
    const name = column.rows[0]?.column_name;
    await expect(pool.query(`update ${table} set ${name} = ${name}`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  test.each([
    ['a balance', `update certificate_balances set balance_minor = balance_minor + 1`],
    ['an amount', `update certificates set amount_minor = amount_minor + 1`],
    ['a lost reversal', `delete from journal where kind = 'redemption_reversed'`],
    [
      'a lost transfer',
      `delete from ledger_transfers where transfer_id = (select transfer_id from ledger_transfers limit 1)`,
    ],
  ])('show a difference after tampering with %s', async (_what, tampering) => {
    const other = await TestShop.open();
    const till = await other.terminal();
    const { certificate_id } = await other.accepted(9_000);
    const sale = await other.redeem(till, await other.opened(till), [
      { certificate_id, amount_minor: 4_000 },
    ]);
    const [line] = sale.body.lines as { redemption_id: string }[];
    await other.signIn(till);
    await other.call('POST', `/v1/redemptions/${line?.redemption_id}/reversal`, { token: till.token });
    expect((await conservation(other.context.db))[0]?.differences).toEqual([]);
    const owner = new Client({ connectionString: other.ownerUrl });
    await owner.connect();
    await owner.query(tampering);
    await owner.end();
    expect((await conservation(other.context.db))[0]?.differences).not.toEqual([]);
    await other.close();
  });

  test.each([
    ['entry_adds_up', `update journal set after_minor = after_minor + 1`],
    ['balance_not_negative', `update certificate_balances set balance_minor = -1, held_minor = 0`],
    ['hold_within_balance', `update certificate_balances set held_minor = balance_minor + 1`],
    [
      'reversal_within_original',
      `update journal set reversed_minor = original_minor + 1 where kind = 'redemption_reversed'`,
    ],
  ])('are held to %s by a constraint', async (constraint, statement) => {
    await redeemAndReverse(shop);
    const owner = new Client({ connectionString: shop.ownerUrl });
    await owner.connect();
    await expect(owner.query(statement)).rejects.toMatchObject({ constraint });
    await owner.end();
  });
});

async function redeemAndReverse(at: TestShop): Promise<void> {
  const till = await at.terminal();
  const { certificate_id } = await at.accepted(9_000);
  const sale = await at.redeem(till, await at.opened(till), [{ certificate_id, amount_minor: 4_000 }]);
  const [line] = sale.body.lines as { redemption_id: string }[];
  await at.signIn(till);
  await at.call('POST', `/v1/redemptions/${line?.redemption_id}/reversal`, { token: till.token });
}
