import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../kit/db/pool.ts';
import { newId } from '../../../kit/ids.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { type OlderDatabase, olderDatabase } from '../../../test/harness/older-database.ts';
import { eventOf, orderFact } from '../orders/order-events.ts';

const [ORDER, CALL, LATER_CALL] = [newId(), newId(), newId()];
const NOW = new Date('2026-12-01T00:00:00Z');

let database: OlderDatabase;
let opened: Database;
let older: Client;

/** As a process from before inserts it: in the statement that stores a step, beside the call that it names. */
const RECORD = `
  with planned as (
    insert into calls (call_id, party, method, path, body, purpose, subject_id, next_attempt_at, created_at, traceparent)
    select $7::uuid, 'settlement', 'POST', '/', '{}', 'authorise', $2::uuid, $9::timestamptz, $9::timestamptz, ''),
  recorded as (
    insert into order_events (event_id, order_id, kind, state_before, state_after, detail, call_id, evidence_id, trace_id, at)
    select $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::jsonb, $7::uuid, null::uuid, $8::text, $9::timestamptz
    where $1::uuid is not null)
  select 1 as stored`;

const record = (
  kind: string,
  before: string | null,
  after: string,
  detail: Record<string, unknown>,
  call: string,
) =>
  older.query({
    name: 'record',
    text: RECORD,
    values: [newId(), ORDER, kind, before, after, JSON.stringify(detail), call, '0'.repeat(32), NOW],
  });

beforeAll(async () => {
  database = await olderDatabase('management', '700');
  // Nothing else is looked at of the order.
  await database.admin.query('alter table order_events drop constraint order_events_order_id_fkey');
  opened = openDatabase(database.url, { applicationName: 'migration-test' });
  older = new Client({ connectionString: database.url });
  await older.connect();
  await record('ordered', null, 'authorising', {}, CALL);
  await database.migrate();
});
afterAll(async () => {
  await older.end();
  await opened.close();
  await database.drop();
});

test('a process from before goes on, and an order’s history is one with what stands in the journal', async () => {
  await record('payment_declined', 'authorising', 'declined', { reason: 'insufficient_funds' }, LATER_CALL);
  const event = eventOf(ORDER, 'offered', 'accepted', { kind: 'accepted', detail: { n: 1 }, callId: CALL });
  await writeFact(opened.db, orderFact(event, NOW));
  const history =
    'select kind, state_before, state_after, detail, call_id from order_events where order_id = $1 order by event_id';
  const expected = [
    { kind: 'ordered', state_before: null, state_after: 'authorising', detail: {}, call_id: CALL },
    {
      kind: 'payment_declined',
      state_before: 'authorising',
      state_after: 'declined',
      detail: { reason: 'insufficient_funds' },
      call_id: LATER_CALL,
    },
    { kind: 'accepted', state_before: 'offered', state_after: 'accepted', detail: { n: 1 }, call_id: CALL },
  ];
  expect((await opened.pool.query(history, [ORDER])).rows).toEqual(expected);
  expect((await older.query(history, [ORDER])).rows).toEqual(expected);
});

test('looking for what an order has been through reads no more than that order’s facts', async () => {
  const { rows } = await database.admin.query<{ 'QUERY PLAN': string }>(
    `explain (generic_plan) select 1 from order_events where order_id = $1::uuid and kind = 'certificate_expired'`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/journal_rest_subject_id_substr/);
});
