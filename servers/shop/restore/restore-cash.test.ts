import { afterAll, beforeAll, expect, test } from 'vitest';
import { cashMethodAt } from '../../../contracts/cash.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import type { MadeCall } from './made-calls.ts';
import { repeatIn } from './repeat-calls.ts';

let shop: TestShop;
let terminal: TestTerminal;
/** Some message of management's. */
let evidence: Evidence;
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
  await shop.registered(1_000);
  const found = await sql<Pick<Evidence, 'method' | 'target_uri' | 'keyid' | 'headers'>>`
    select method, target_uri, keyid, headers from signed_messages limit 1`.execute(shop.context.db);
  const [message] = found.rows;
  if (message === undefined) throw new Error('Nothing was signed.');
  evidence = {
    ...message,
    ...{ direction: 'received_request', party: 'management', status: null, request_headers: null },
    ...{ body: Buffer.alloc(0), received_at: shop.now },
  };
});
afterAll(() => shop.close());

const PATH = '/v1/peer/payments';
const order_id = newId();
const payment_id = newId();

function made(path: string, body: object, answer: object, status = 200): MadeCall {
  const settled_at = shop.now.toISOString();
  return {
    party: 'management',
    action: 'relay',
    certificateId: '',
    call: {
      ...{ call_id: newId(), method: 'POST', path, body: JSON.stringify(body), settled_at },
      ...{ status, answer: JSON.stringify(answer) },
    },
    evidence,
  };
}
const payment = (status: string, more: object = {}) => ({
  ...{ payment_id, order_id, status, amount_minor: 30_000, captured_minor: 0, refunded_minor: 0 },
  ...{ currency: 'KRW', ...more },
});
const again = (call: MadeCall) => inTransaction(shop.context.db, (tx) => repeatIn(shop.context, tx, call));

test('cash is booked again as management was answered, and is to be returned if it was refunded', async () => {
  const body = {
    ...{ order_id, payer_reference: newId(), payment_method_id: cashMethodAt(terminal.terminal_id) },
    ...{ payee: 'shop:haneul', amount_minor: 30_000, currency: 'KRW' },
  };
  const asked = made(PATH, body, payment('processing'), 201);
  expect(await again(asked)).toBe(true);
  const verb = (name: string) => `${PATH}/by-order/${order_id}/${name}`;
  const receipt = { approval_number: '12345678' };
  const captured = payment('captured', { captured_minor: 30_000, ...receipt });
  const refunded = payment('refunded', { captured_minor: 30_000, refunded_minor: 30_000, ...receipt });
  expect(await again(made(verb('captures'), { amount_minor: 30_000 }, captured))).toBe(true);
  expect(await again(made(verb('refunds'), { amount_minor: 30_000, reason: 'refused' }, refunded))).toBe(
    true,
  );
  const events = await sql<{ kind: string; is_restored: boolean }>`
    select kind, is_restored from cash_events where order_id = ${order_id}`.execute(shop.context.db);
  expect(events.rows).toEqual(
    expect.arrayContaining([
      { kind: 'taken', is_restored: true },
      { kind: 'captured', is_restored: false },
      { kind: 'refunded', is_restored: false },
    ]),
  );
  await shop.signIn(terminal);
  const owed = await shop.call('GET', '/v1/terminal/cash-to-return', { token: terminal.token });
  expect(owed.body).toMatchObject({ owed: [{ order_id, amount_minor: 30_000 }] });
  // A retry of the call is answered as then.
  const retried = await shop.peer('POST', PATH, body, asked.call.call_id);
  expect(retried).toMatchObject({ status: 201, body: { payment_id, status: 'processing' } });
});

test('cash at a terminal that is not there is named', async () => {
  const body = {
    ...{ order_id: newId(), payer_reference: newId(), payment_method_id: cashMethodAt(newId()) },
    ...{ payee: 'shop:haneul', amount_minor: 30_000, currency: 'KRW' },
  };
  expect(await again(made(PATH, body, { ...payment('processing'), order_id: body.order_id }, 201))).toBe(
    false,
  );
});
