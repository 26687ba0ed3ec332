import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { constraintOf } from '../../../kit/db/sqlstate.ts';
import { sql } from '../../../kit/db/sql.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import type { RedeemOperation } from './redeem-operation.ts';
import { redeemBatch } from './redeem-statement.ts';

let shop: TestShop;
let terminal: TestTerminal;
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());

function sale(certificate_id: string, key: string): RedeemOperation {
  const { terminal_id, store_id } = terminal;
  const scope = `terminal:${terminal_id}`;
  const saleId = derivedId(scope, key);
  const line = { certificate_id, amount_minor: 1n, pin_version: 1, handed_over: false };
  return {
    ...{ scope, key, saleId, fingerprint: Buffer.alloc(32, 1), request: undefined as never },
    till: { terminal_id, store_id, store_name: '종로점', clerk_id: null },
    ...{ isOpen: true, saleReference: 'till-1', traceId: '0'.repeat(32) },
    lines: [{ ...line, redemption_id: derivedId(saleId, '0') }],
  };
}

test('a statement that began before another process’s sale with its key is told so by the id of the fact', async () => {
  const { db, signingKey } = shop.context;
  const at = { now: shop.now, own: signingKey.party };
  const [one, other] = [await shop.accepted(50_000), await shop.accepted(50_000)];
  const found = await sql<{ pin_version: number }>`
    select pin_version from certificate_balances where certificate_id = ${one.certificate_id}`.execute(db);
  const { pin_version = 0 } = found.rows[0] ?? {};
  const withVersion = (operation: RedeemOperation) => ({
    ...operation,
    lines: operation.lines.map((line) => ({ ...line, pin_version })),
  });
  const key = randomUUID();
  const late = db.transaction(async (tx) => {
    await sql`select 1`.execute(tx);
    const [made] = await redeemBatch(db, [withVersion(sale(one.certificate_id, key))], at);
    expect(made?.outcome).toBe('done');
    // It sees nothing of the sale that was just made, as a statement that began a moment earlier.
    await redeemBatch(tx, [withVersion(sale(other.certificate_id, key))], at);
  }, 'isolation level repeatable read');
  // `decide` in redeem.ts begins again only for this one.
  expect(await late.catch(constraintOf)).toBe('journal_ids_pkey');
});

test('one key sent to two processes at the same moment gets one answer from both', async () => {
  const other = await shop.anotherProcess();
  const phone = '+821055550001';
  const { certificate_id } = await shop.accepted(50_000, { phone });
  const verified = await shop.verify(terminal, { phone });
  const body = {
    verification_token: verified.body.verification_token,
    sale_reference: 'till-1',
    lines: [{ certificate_id, amount_minor: 1 }],
  };
  const answers: string[] = [];
  for (let round = 0; round < 200; round++) {
    const key = randomUUID();
    const both = await Promise.all(
      [shop.app, other.app].map((app) => shop.call('POST', '/v1/redemptions', { token: terminal.token, key, body, app })),
    );
    answers.push(both.map(({ status }) => status).join(' '), both[0]?.raw === both[1]?.raw ? 'same' : 'differ');
  }
  await other.close();
  expect(new Set(answers)).toEqual(new Set(['201 201', 'same']));
}, 60_000);
