import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../kit/db/pool.ts';
import { newId } from '../../../kit/ids.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { type OlderDatabase, olderDatabase } from '../../../test/harness/older-database.ts';
import { eventOf, orderFact } from '../orders/order-events.ts';

const NOW = new Date('2026-12-01T00:00:00Z');

let database: OlderDatabase;
let opened: Database;
let older: Client;

/** As a process from before books a use: its row, and a fact that says the same. */
async function bookAsBefore(orderId: string, entryNo: number): Promise<void> {
  await older.query({
    name: 'book',
    text: `insert into certificate_uses (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name,
      evidence_message_id, at, batch_no)
      select * from unnest($1::uuid[], $2::bigint[], array['redeemed'], array[$3::uuid], array[1000::bigint], array[0::bigint],
        array['Main Street'], array[$4::uuid], array[$5::timestamptz], array[7::bigint])`,
    values: [`{${orderId}}`, `{${entryNo}}`, newId(), newId(), NOW],
  });
  const event = eventOf(orderId, 'accepted', 'accepted', { kind: 'used', detail: { entryNo } });
  await writeFact(opened.db, orderFact(event, NOW));
}

beforeAll(async () => {
  database = await olderDatabase('management', '755');
  await database.admin.query('grant usage on all sequences in schema public to seonmul_management');
  opened = openDatabase(database.url, { applicationName: 'migration-test' });
  older = new Client({ connectionString: database.url });
  await older.connect();
});
afterAll(async () => {
  await older.end();
  await opened.close();
  await database.drop();
});

test('what a process from before books, before the migration and after it, is in the history once', async () => {
  // The order that a use is of is not looked at here.
  await database.admin.query('alter table certificate_uses disable trigger all');
  const orderId = newId();
  // Facts are written by the program of now, which names a column of later.
  await database.admin.query('alter table journal add column restored_in bigint');
  await bookAsBefore(orderId, 2);
  await database.admin.query('alter table journal drop column restored_in');
  await database.migrate();
  await bookAsBefore(orderId, 3);
  const history = await opened.pool.query(
    'select kind, detail from order_events where order_id = $1 order by event_id',
    [orderId],
  );
  expect(history.rows).toEqual([
    { kind: 'used', detail: { entryNo: 2 } },
    { kind: 'used', detail: { entryNo: 3 } },
  ]);
});

test('looking for another kind of event reads no uses', async () => {
  const { rows } = await database.admin.query<{ 'QUERY PLAN': string }>(
    `explain (generic_plan) select 1 from order_events where order_id = $1::uuid and kind = 'certificate_expired'`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).not.toMatch(/certificate_uses/);
});
