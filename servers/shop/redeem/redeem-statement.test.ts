import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { canonicalJson } from '../../../kit/journal/canonical-json.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { type Certificate, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';
import type { RedeemOperation } from './redeem-operation.ts';
import { redeemBatch } from './redeem-statement.ts';
import { writeRefusals } from './refused-sales.ts';

let shop: TestShop;
let terminal: TestTerminal;
let one: Certificate;
let other: Certificate;
let pin_version: number;

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
  [one, other] = [await shop.accepted(50_000), await shop.accepted(50_000)];
  const found = await sql<{ pin_version: number }>`
    select pin_version from certificate_balances where certificate_id = ${one.certificate_id}`.execute(
    shop.context.db,
  );
  pin_version = found.rows[0]?.pin_version ?? 0;
});

type Part = readonly [certificate: Certificate, amount_minor: number];

function sale(parts: readonly Part[], changes: Partial<RedeemOperation> = {}): RedeemOperation {
  const { terminal_id } = terminal;
  const scope = `terminal:${terminal_id}`;
  const key = changes.key ?? randomUUID();
  const saleId = derivedId(scope, key);
  return {
    ...{ scope, key, saleId },
    fingerprint: Buffer.alloc(32, 1),
    request: undefined as never,
    ...{ terminal_id, session: tokenDigest(terminal.token) },
    isOpen: true,
    saleReference: 'till-1',
    traceId: '0'.repeat(32),
    lines: parts.map(([{ certificate_id }, amount], line_no) => ({
      redemption_id: derivedId(saleId, `${line_no}`),
      certificate_id,
      amount_minor: BigInt(amount),
      pin_version,
      handed_over: false,
    })),
    ...changes,
  };
}

async function batch(...operations: RedeemOperation[]): Promise<string[]> {
  const lines = await redeemBatch(shop.context.db, operations, shop.now);
  return operations.map((_, no) =>
    lines
      .filter(({ op_no }) => op_no === no)
      .map(({ outcome, after_minor }) => (outcome === 'done' ? `${after_minor}` : outcome))
      .join(' '),
  );
}

async function asOwner(text: string, values: unknown[]): Promise<void> {
  const owner = new Client({ connectionString: shop.ownerUrl });
  await owner.connect();
  await owner.query(text, values);
  await owner.end();
}

test('several sales of one certificate are taken in order, each from what the one before left', async () => {
  expect(await batch(sale([[one, 10_000]]), sale([[one, 20_000]]), sale([[one, 20_000]]))).toEqual([
    '40000',
    '20000',
    '0',
  ]);
  const entries = await sql<{ entry_no: bigint; before_minor: bigint; after_minor: bigint }>`
    select entry_no, before_minor, after_minor from certificate_entries
    where certificate_id = ${one.certificate_id} and kind = 'redeemed' order by entry_no`.execute(
    shop.context.db,
  );
  expect(
    entries.rows.map(({ entry_no, before_minor, after_minor }) => [entry_no, before_minor, after_minor]),
  ).toEqual([
    [2n, 50_000n, 40_000n],
    [3n, 40_000n, 20_000n],
    [4n, 20_000n, 0n],
  ]);
});

test('a sale that its neighbours leave too little for is put back, and refused only by itself', async () => {
  const late = sale([[one, 30_000]]);
  const later = sale([[one, 1_000]]);
  expect(await batch(sale([[one, 30_000]]), late, later)).toEqual(['20000', 'again', 'again']);
  expect(await batch(late, later)).toEqual(['insufficient_balance', '19000']);
});

test('a refused sale takes nothing from its neighbours', async () => {
  expect(await batch(sale([[one, 60_000]]), sale([[one, 50_000]]))).toEqual(['insufficient_balance', '0']);
});

test('a sale of several certificates is made with all its lines or none', async () => {
  const both = (a: number, b: number) =>
    sale([
      [one, a],
      [other, b],
    ]);
  expect(await batch(both(30_000, 20_000), both(30_000, 10_000), sale([[other, 5_000]]))).toEqual([
    '20000 30000',
    'again again',
    '25000',
  ]);
  expect(await batch(both(20_001, 1), both(20_000, 25_000))).toEqual(['insufficient_balance again', '0 0']);
});

test('a certificate that somebody else has locked holds up no other', async () => {
  const token = await shop.opened(terminal);
  const locker = new Client({ connectionString: shop.ownerUrl });
  locker.on('error', () => {});
  await locker.connect();
  await locker.query('start transaction');
  await locker.query('select from certificate_balances where certificate_id = $1 for update', [
    one.certificate_id,
  ]);
  const sell = ({ certificate_id }: Certificate) =>
    shop.redeem(terminal, token, [{ certificate_id, amount_minor: 100 }]);
  let isAnswered = false;
  const waiting = sell(one).finally(() => {
    isAnswered = true;
  });
  expect((await sell(other)).status).toBe(201);
  expect((await sell(other)).status).toBe(201);
  expect(isAnswered).toBe(false);
  await locker.query('rollback');
  await locker.end();
  expect((await waiting).status).toBe(201);
});

test('what is told of a sale has the canonical form', async () => {
  await asOwner('update stores set name_ko = \'종로 "1호"\\ 점\u007f\' where store_id = $1', [
    terminal.store_id,
  ]);
  const operation = sale([[one, 10_000]]);
  await batch(operation);
  const written = await sql<{ body: string }>`
    select body from journal where parent_id = ${operation.saleId}`.execute(shop.context.db);
  const body = written.rows[0]?.body ?? '';
  expect(canonicalJson(JSON.parse(body))).toBe(body);
  expect(JSON.parse(body)).toEqual({
    amount_minor: 10_000,
    balance_minor: 40_000,
    certificate_id: one.certificate_id,
    channel: 'store',
    currency: 'KRW',
    entry_no: 2,
    handed_over: false,
    order_id: one.order_id,
    redemption_id: operation.lines[0]?.redemption_id,
    store_id: terminal.store_id,
    store_name: '종로 "1호"\\ 점\u007f',
  });
});

test.each([
  [
    'has ended',
    'update terminal_sessions set ended_at = created_at where terminal_id = $1',
    'unauthenticated',
  ],
  [
    'has expired',
    'update terminal_sessions set expires_at = created_at where terminal_id = $1',
    'session_expired',
  ],
  [
    'is a blocked terminal’s',
    'update terminals set blocked_at = created_at where terminal_id = $1',
    'unauthenticated',
  ],
])('a session that %s sells nothing', async (_, text, code) => {
  const till = await shop.terminal();
  const token = await shop.opened(till);
  await asOwner(text, [till.terminal_id]);
  const { certificate_id } = one;
  const sold = await shop.redeem(till, token, [{ certificate_id, amount_minor: 100 }]);
  expect([sold.status, sold.body.code]).toEqual([401, code]);
  expect(await shop.balance(one)).toBe(50_000);
});

test('the ledger gets one transfer a store and batch', async () => {
  const before = await shop.count('ledger_transfers');
  await batch(sale([[one, 10_000]]), sale([[one, 20_000]]), sale([[other, 5_000]]));
  expect(await shop.count('ledger_transfers')).toBe(before + 1);
});

describe('a key', () => {
  const issueWith = async (key: string) => {
    const body = { verification_token: await shop.opened(terminal), certificate_id: one.certificate_id };
    return shop.call('POST', '/v1/issues', { token: terminal.token, body, key });
  };
  const redeemWith = async (key: string, token?: string) =>
    shop.redeem(
      terminal,
      token ?? (await shop.opened(terminal)),
      [{ certificate_id: one.certificate_id, amount_minor: 100 }],
      { key },
    );
  const keep = (key: string, fingerprint: Buffer, body: string) =>
    sql`
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status, content_type,
      body, answered_at)
    values (${`terminal:${terminal.terminal_id}`}, ${key}, ${fingerprint}, ${newId()}, ${shop.now}, ${shop.now}, 201,
      'application/json; charset=utf-8', ${body}, ${shop.now})`.execute(shop.context.db);
  const fingerprintOf = (body: object) =>
    createHash('sha256')
      .update(`POST /v1/redemptions\n${JSON.stringify(body)}`)
      .digest();

  test('of a sale is used for nothing else, and the other way round', async () => {
    const [first, second] = [newId(), newId()];
    expect((await redeemWith(first)).status).toBe(201);
    expect((await issueWith(first)).body.code).toBe('idempotency_key_reused');
    expect((await issueWith(second)).status).toBe(201);
    expect((await redeemWith(second)).body.code).toBe('idempotency_key_reused');
  });

  test('of a sale is refused to a process of the version before, which would make it again', async () => {
    const key = newId();
    await redeemWith(key);
    await expect(keep(key, Buffer.alloc(32), '{}')).rejects.toMatchObject({ constraint: 'key_of_a_sale' });
  });

  test('that was used before the journal gets the answer that was kept then', async () => {
    const [key, verification_token] = [newId(), await shop.opened(terminal)];
    const lines = [{ certificate_id: one.certificate_id, amount_minor: 100 }];
    const body = { verification_token, sale_reference: 'till-1', lines };
    await keep(key, fingerprintOf(body), '{"kept":true}');
    expect(await redeemWith(key, verification_token)).toMatchObject({ status: 201, raw: '{"kept":true}' });
    expect(await shop.balance(one)).toBe(50_000);
  });

  test('of a refused sale whose answer was lost in a crash gets that refusal, whatever is left by then', async () => {
    const [key, verification_token] = [newId(), await shop.opened(terminal)];
    const lines = [{ certificate_id: one.certificate_id, amount_minor: 100 }];
    const fingerprint = fingerprintOf({ verification_token, sale_reference: 'till-1', lines });
    const operation = sale([[one, 60_000]], { key, fingerprint });
    expect(await batch(operation)).toEqual(['insufficient_balance']);
    const { certificate_id } = one;
    const refused = { operation, code: 'insufficient_balance', certificate_id } as const;
    const { db, signingKey } = shop.context;
    await writeRefusals(db, [refused], { now: shop.now, own: signingKey.party });
    const [again, later] = [
      await redeemWith(key, verification_token),
      await redeemWith(key, verification_token),
    ];
    expect(again).toMatchObject({ status: 422, body: { code: 'insufficient_balance' } });
    expect(later).toEqual(again);
    expect(await shop.balance(one)).toBe(50_000);
  });

  test('sent several times at once makes one sale, and with different bodies refuses the others', async () => {
    const token = await shop.opened(terminal);
    const key = newId();
    const replies = await Promise.all(
      [100, 100, 200, 100, 200].map((amount_minor) =>
        shop.redeem(terminal, token, [{ certificate_id: one.certificate_id, amount_minor }], { key }),
      ),
    );
    const made = new Set(replies.filter(({ status }) => status === 201).map(({ raw }) => raw));
    expect(made.size).toBe(1);
    expect(
      replies.every(({ status, body }) => status === 201 || body.code === 'idempotency_key_reused'),
    ).toBe(true);
    expect(await shop.balance(one)).toBeGreaterThanOrEqual(49_800);
  });
});
