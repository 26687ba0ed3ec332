import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../kit/db/pool.ts';
import { newId } from '../../../kit/ids.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { type OlderDatabase, olderDatabase } from '../../../test/harness/older-database.ts';
import { paymentFact } from '../payments/payment.ts';

const [PAYMENT, ORDER] = [newId(), newId()];
const NOW = new Date('2026-12-01T00:00:00Z');

let database: OlderDatabase;
let opened: Database;
let older: Client;

/** As a process from before inserts it. */
const RECORD = `
  insert into payment_events
    (event_id, payment_id, kind, status_before, status_after, amount_minor, reason, evidence_id, trace_id, at)
  values ($1, $2, $3, $4, $5, $6, null, null, $7, $8)`;

const record = (kind: string, before: string | null, after: string, amountMinor: number | null) =>
  older.query({
    name: 'record',
    text: RECORD,
    values: [newId(), PAYMENT, kind, before, after, amountMinor, '0'.repeat(32), NOW],
  });

beforeAll(async () => {
  database = await olderDatabase('settlement', '700');
  await database.admin.query(`
    insert into payment_orders (payer_party, order_id) values ('management', '${ORDER}');
    insert into payments (payment_id, payer_party, order_id, payee, amount_minor, captured_minor, currency, status, created_at)
    values ('${PAYMENT}', 'management', '${ORDER}', 'shop:haneul', 5000, 4000, 'KRW', 'captured', now())`);
  opened = openDatabase(database.url, { applicationName: 'migration-test' });
  older = new Client({ connectionString: database.url });
  await older.connect();
  await record('authorise', null, 'processing', 5_000);
  await database.migrate();
});
afterAll(async () => {
  await older.end();
  await opened.close();
  await database.drop();
});

test('a process from before goes on, and a payment’s history is one with what stands in the journal', async () => {
  await record('answer', 'processing', 'authorised', null);
  const payment = {
    payment_id: PAYMENT,
    payer_party: 'management',
    order_id: ORDER,
    payee: 'shop:haneul',
    currency: 'KRW',
    status: 'authorised',
  } as const;
  const entry = { entry_no: 1n, before_minor: 0n, delta_minor: 4_000n, after_minor: 4_000n };
  await writeFact(opened.db, paymentFact(payment, { kind: 'capture', status: 'captured', entry }, NOW));
  const history =
    'select kind, status_before, status_after, amount_minor from payment_events order by event_id';
  const expected = [
    { kind: 'authorise', status_before: null, status_after: 'processing', amount_minor: 5_000n },
    { kind: 'answer', status_before: 'processing', status_after: 'authorised', amount_minor: null },
    { kind: 'capture', status_before: 'authorised', status_after: 'captured', amount_minor: 4_000n },
  ];
  expect((await opened.pool.query(history)).rows).toEqual(expected);
  expect((await older.query(history)).rows).toEqual(expected);
});

test('the database refuses a capture or refund that is no entry, or that goes the wrong way', async () => {
  const insert = (kind: string, entry: string) =>
    opened.pool.query(
      `insert into journal (at, party, kind, fact_id, subject_id, currency, trace_id, body, entry_no, before_minor,
         delta_minor, after_minor)
       values (now(), 'settlement', $1, gen_random_uuid(), $2, 'KRW', '', '{}', ${entry})`,
      [kind, PAYMENT],
    );
  await expect(insert('payment_capture', 'null, null, null, null')).rejects.toThrow('capture_comes_in');
  await expect(insert('payment_capture', '1, 0, -1, -1')).rejects.toThrow('capture_comes_in');
  await expect(insert('payment_refund', '2, 4000, 1, 4001')).rejects.toThrow('refund_goes_out');
  await expect(insert('payment_refund', '2, 4000, -4001, -1')).rejects.toThrow('refund_goes_out');
  await expect(insert('payment_refund', '2, 4000, -4000, 1')).rejects.toThrow('entry_adds_up');
});
