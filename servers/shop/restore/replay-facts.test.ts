import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import type { IncomingNotice } from '../../../kit/notices/stored-notices.ts';
import { aReversalOf, aUseOf } from '../../../test/builders/notices.ts';
import { type Certificate, TestShop } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';
import { DisputeCalls } from './dispute-calls.ts';
import { replayFacts } from './replay-facts.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await TestShop.open();
});
afterEach(() => shop.close());

type Content = Record<string, unknown>;

function aFact(kind: string, content: Content): IncomingNotice {
  const id = content.reversal_id ?? content.redemption_id ?? newId();
  const occurred_at = shop.now.toISOString();
  return { notice_id: String(id), kind, occurred_at, trace_id: '0'.repeat(32), content };
}

async function replay(...facts: IncomingNotice[]): Promise<void> {
  const { context } = shop;
  await inTransaction(context.db, (tx) =>
    replayFacts({ context, disputes: new DisputeCalls(context) }, tx, 'management', facts, 1n),
  );
  const [books] = await conservation(context.db);
  expect(books?.differences).toEqual([]);
}

/** As the shop told it: the certificate's id is not its order's. */
function aUse(
  { certificate_id, order_id }: Certificate,
  ...use: [number, number, number, Content?]
): Content {
  return { ...aUseOf(order_id, ...use), certificate_id };
}

async function findings(): Promise<string[]> {
  const found = await sql<{ kind: string }>`select kind from restore_findings order by finding_no`.execute(
    shop.context.db,
  );
  return found.rows.map(({ kind }) => kind);
}

test('a use and its reversal are booked as they were told, in a store that is added by its name', async () => {
  const certificate = await shop.accepted(50_000);
  const use = aUse(certificate, 20_000, 30_000, 2);
  await replay(
    aFact('certificate_redeemed', use),
    aFact('redemption_reversed', aReversalOf(use, 5_000, 35_000, 3)),
  );
  expect(await shop.balance(certificate)).toBe(35_000);
  expect(await findings()).toEqual(['store_known_by_name']);
  const uses = await sql<{ channel: string; store: string }>`
    select channel, s.name_ko as store from redemptions join stores s using (store_id)`.execute(
    shop.context.db,
  );
  expect(uses.rows).toEqual([{ channel: 'store', store: use.store_name }]);
  const owner = await shop.staff('owner');
  const seen = await shop.call('GET', `/v1/office/certificates/${certificate.certificate_id}`, {
    token: owner,
  });
  expect(seen).toMatchObject({ status: 200 });
  // What is left of it can be reversed, and no more.
  const reversal = `/v1/office/redemptions/${use.redemption_id}/reversal`;
  const tooMuch = await shop.call('POST', reversal, { token: owner, body: { amount_minor: 15_001 } });
  expect(tooMuch.body.code).toBe('reversal_not_allowed');
});

test('an entry of which nobody was told is named, and leaves no hole in the history', async () => {
  const certificate = await shop.accepted(50_000);
  await replay(aFact('certificate_redeemed', aUse(certificate, 1_000, 49_000, 4, { handed_over: true })));
  expect(await findings()).toEqual(['store_known_by_name', 'entry_not_restored', 'hand_over_not_restored']);
  const entries = await sql<{ kind: string }>`
    select kind from certificate_entries where certificate_id = ${certificate.certificate_id}
    order by entry_no`.execute(shop.context.db);
  expect(entries.rows.map(({ kind }) => kind)).toEqual([
    'registered',
    'not_restored',
    'not_restored',
    'redeemed',
  ]);
});

test('what does not fit moves nothing, and is kept and named', async () => {
  const certificate = await shop.accepted(50_000);
  const unknown = { ...certificate, certificate_id: newId() };
  const use = aUse(certificate, 50_001, 0, 2);
  const reversal = aReversalOf(aUse(certificate, 1_000, 0, 2), 1_000, 50_000, 2);
  const facts = [
    aFact('certificate_redeemed', aUse(unknown, 1_000, 0, 2)),
    aFact('certificate_redeemed', use),
    aFact('redemption_reversed', reversal),
    aFact('certificate_polished', { certificate_id: certificate.certificate_id }),
  ];
  await replay(...facts);
  expect(await shop.balance(certificate)).toBe(50_000);
  expect(await findings()).toEqual([
    'certificate_unknown',
    'store_known_by_name',
    'used_more_than_left',
    'reversal_without_use',
    'kind_unknown',
  ]);
  const kept = await sql<{ n: bigint }>`
    select count(*) as n from journal where fact_id = any(${facts.map(({ notice_id }) => notice_id)}::uuid[])`.execute(
    shop.context.db,
  );
  expect(kept.rows[0]?.n).toBe(4n);
});

test('a hold of before the backup that was confirmed since is confirmed; one that stands in the way is released', async () => {
  const terminal = await shop.terminal();
  const certificate = await shop.accepted(50_000);
  const { certificate_id } = certificate;
  const place = async (amount_minor: number) => {
    const verification_token = await shop.opened(terminal);
    const body = { verification_token, certificate_id, amount_minor, sale_reference: 'till-7' };
    const held = await shop.call('POST', '/v1/holds', { token: terminal.token, body });
    expect(held.status).toBe(201);
    return String(held.body.hold_id);
  };
  const [confirmed, open] = [await place(20_000), await place(25_000)];
  const redemption_id = derivedId('certificate_redeemed', confirmed);
  await replay(
    aFact('certificate_redeemed', aUse(certificate, 15_000, 35_000, 2, { redemption_id })),
    aFact('certificate_redeemed', aUse(certificate, 30_000, 5_000, 3)),
  );
  const holds = await sql<{ hold_id: string; state: string; redemption_id: string | null }>`
    select hold_id, state, redemption_id from holds order by amount_minor`.execute(shop.context.db);
  expect(holds.rows).toEqual([
    { hold_id: confirmed, state: 'confirmed', redemption_id },
    { hold_id: open, state: 'released', redemption_id: null },
  ]);
  const sale = await sql<{ sale_reference: string }>`
    select sale_reference from redemptions where redemption_id = ${redemption_id}`.execute(shop.context.db);
  expect(sale.rows).toEqual([{ sale_reference: 'till-7' }]);
});

test('a till that repeats a sale of the lost time is answered as then, and sells nothing twice', async () => {
  const terminal = await shop.terminal();
  const certificate = await shop.accepted(50_000);
  const { certificate_id } = certificate;
  const key = newId();
  const scope = `terminal:${terminal.terminal_id}`;
  const redemption_id = derivedId(derivedId(scope, key), '0');
  await replay(aFact('certificate_redeemed', aUse(certificate, 20_000, 30_000, 2, { redemption_id })));
  const token = await shop.opened(terminal);
  const again = await shop.redeem(terminal, token, [{ certificate_id, amount_minor: 20_000 }], { key });
  expect(again).toMatchObject({ status: 201, body: { lines: [{ redemption_id, balance_minor: 30_000 }] } });
  const other = await shop.redeem(terminal, token, [{ certificate_id, amount_minor: 1 }], { key });
  expect(other.body.code).toBe('idempotency_key_reused');
  expect(await shop.balance(certificate)).toBe(30_000);
});
