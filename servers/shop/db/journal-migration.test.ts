import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR_MS } from '../../../kit/clock.ts';
import { type Database, openDatabase } from '../../../kit/db/pool.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { rangeSenderOf, sequencerOf, tellOf } from '../../../test/builders/journal.ts';
import { aParty, NOW } from '../../../test/builders/parties.ts';
import { type Asked, PeerStub } from '../../../test/builders/peer-stub.ts';
import { type OlderDatabase, olderDatabase } from '../../../test/harness/older-database.ts';
import { conservation } from '../books/conservation.ts';
import { moveBalance } from '../certificates/certificates.ts';

const [CERTIFICATE, ORDER, STORE, TERMINAL, CLERK] = [newId(), newId(), newId(), newId(), newId()];
const [REDEMPTION, SECOND, REVERSAL, ISSUE] = [newId(), newId(), newId(), newId()];
const BATCHES = [1, 2].map((no) => `{"batch_no":${no},"notices":[{"notice_id":"${newId()}","n":${no}}]}`);

let database: OlderDatabase;
let opened: Database;
let older: Client;

/** What a process from before the journal inserts, in its own words. */
const ENTER = `
  with moved as (
    update certificate_balances set balance_minor = balance_minor + $2, entry_no = entry_no + 1
    where certificate_id = $1 returning certificate_id, entry_no, balance_minor)
  insert into certificate_entries
    (certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at)
  select certificate_id, entry_no, $3, balance_minor - $2, $2, balance_minor, $4, now()
  from moved returning entry_no, after_minor`;
const REDEEM = `
  insert into redemptions (redemption_id, sale_id, certificate_id, amount_minor, currency, channel, store_id, terminal_id,
    sale_reference, entry_no, at)
  values ($1, gen_random_uuid(), $2, $3, 'KRW', 'store', $4, $5, 'till-1', $6, now())`;
const REVERSE = `
  insert into reversals (reversal_id, redemption_id, part_no, amount_minor, reversed_before_minor, reversed_after_minor,
    used_minor, terminal_id, clerk_id, entry_no, at)
  values ($1, $2, $3, $4, 0, $4, $5, $6, $7, $8, now())`;
const QUEUE = `
  insert into notice_queue (party, notice_id, kind, content, trace_id, created_at)
  values ('management', $1, 'certificate_redeemed', $2, $3, $4)`;

async function enter(
  kind: string,
  delta: number,
  reference: string,
): Promise<{ entry_no: bigint; after_minor: bigint }> {
  const { rows } = await older.query({
    name: 'enter',
    text: ENTER,
    values: [CERTIFICATE, delta, kind, reference],
  });
  return rows[0];
}

beforeAll(async () => {
  database = await olderDatabase('shop', '600');
  const { admin } = database;
  await admin.query(`
    insert into stores (store_id, name_ko, name_en, created_at) values ('${STORE}', '종로점', 'Jongno', now());
    insert into terminals (terminal_id, store_id, name, created_at) values ('${TERMINAL}', '${STORE}', 'Till 1', now());
    insert into clerks (clerk_id, clerk_number, name, created_at) values ('${CLERK}', 1, '박준호', now());
    insert into certificates (certificate_id, order_id, operator, buyer_name, buyer_member_number, recipient_name,
      amount_minor, currency, state, expires_at, registered_at, registered_evidence_id, phone, pin_digest, number_digest)
    values ('${CERTIFICATE}', '${ORDER}', 'management', 'A', '1', 'B', 50000, 'KRW', 'active', now() + interval '1 year',
      now(), gen_random_uuid(), '+821000000000', 'x', 'y');
    insert into certificate_balances (certificate_id, balance_minor, entry_no) values ('${CERTIFICATE}', 50000, 1);
    insert into certificate_entries (certificate_id, entry_no, kind, before_minor, delta_minor, after_minor, reference_id, at)
    values ('${CERTIFICATE}', 1, 'registered', 0, 50000, 50000, '${ORDER}', now());
    insert into notice_recipients (party, last_batch_no) values ('management', 2);
  `);
  await admin.query(
    `insert into notice_batches (party, batch_no, batch_id, notice_count, body, created_at, attempts, next_attempt_at, acknowledged_at)
     values ('management', 1, gen_random_uuid(), 3, $1, $3, 1, $3, $3), ('management', 2, gen_random_uuid(), 1, $2, $3, 1, $3, null)`,
    [...BATCHES, NOW],
  );
  opened = openDatabase(database.url, { applicationName: 'migration-test' });
  older = new Client({ connectionString: database.url });
  await older.connect();
  expect(await enter('redeemed', -4_000, REDEMPTION)).toEqual({ entry_no: 2n, after_minor: 46_000n });
  await older.query(REDEEM, [REDEMPTION, CERTIFICATE, 4_000, STORE, TERMINAL, 2]);
  await enter('reversed', 1_000, REVERSAL);
  await older.query(REVERSE, [REVERSAL, REDEMPTION, 1, 1_000, 4_000, TERMINAL, CLERK, 3]);
  await older.query(
    `insert into issues (issue_id, certificate_id, terminal_id, print_no, at) values ($1, $2, $3, 1, now())`,
    [ISSUE, CERTIFICATE, TERMINAL],
  );
  for (const n of [1, 2])
    await older.query(QUEUE, [
      newId(),
      { store_name: '"종로점"\n', n, handed_over: false },
      '0'.repeat(32),
      NOW,
    ]);
  await database.migrate();
});
afterAll(async () => {
  await older.end();
  await opened.close();
  await database.drop();
});

const rowsOf = async (text: string) => (await opened.pool.query(text)).rows;

test('what was there reads as it did', async () => {
  expect(
    await rowsOf('select entry_no, kind, after_minor, store_id from certificate_entries order by entry_no'),
  ).toEqual([
    { entry_no: 1n, kind: 'registered', after_minor: 50_000n, store_id: null },
    { entry_no: 2n, kind: 'redeemed', after_minor: 46_000n, store_id: STORE },
    { entry_no: 3n, kind: 'reversed', after_minor: 47_000n, store_id: STORE },
  ]);
  expect(await rowsOf('select redemption_id, amount_minor from redemptions')).toEqual([
    { redemption_id: REDEMPTION, amount_minor: 4_000n },
  ]);
  expect(await rowsOf('select reversal_id, certificate_id, store_id, currency from reversals')).toEqual([
    { reversal_id: REVERSAL, certificate_id: CERTIFICATE, store_id: STORE, currency: 'KRW' },
  ]);
  expect(await rowsOf('select issue_id, print_no from issues')).toEqual([{ issue_id: ISSUE, print_no: 1 }]);
});

test('a process from before goes on, and both read the other’s rows', async () => {
  expect(await enter('redeemed', -5_000, SECOND)).toEqual({ entry_no: 4n, after_minor: 42_000n });
  await older.query(REDEEM, [SECOND, CERTIFICATE, 5_000, STORE, TERMINAL, 4]);
  await older.query(QUEUE, [newId(), { n: 3 }, '0'.repeat(32), NOW]);
  // A new process redeems, and the older one reverses that.
  const redeemed = newId();
  await opened.db.transaction(async (tx) => {
    const { entry_no, after_minor } = await moveBalance(tx, CERTIFICATE, -2_000n);
    await sql`
      with written as (
        insert into journal (at, party, kind, fact_id, parent_id, subject_id, entry_no, before_minor, delta_minor, after_minor,
          currency, store_id, terminal_id, reference, trace_id, body)
        values (now(), 'management', 'certificate_redeemed', ${redeemed}, ${newId()}, ${CERTIFICATE}, ${entry_no},
          ${after_minor + 2_000n}, -2000, ${after_minor}, 'KRW', ${STORE}, ${TERMINAL}, 'till-2', '0', '{"n":4}')
        returning fact_id, at, seq)
      insert into journal_ids (fact_id, at, seq) select fact_id, at, seq from written`.execute(tx);
  });
  await enter('reversed', 2_000, newId());
  await older.query(REVERSE, [newId(), redeemed, 1, 2_000, 2_000, TERMINAL, CLERK, 6]);

  const entries = await rowsOf('select entry_no, after_minor from certificate_entries order by entry_no');
  expect(entries.map(({ after_minor }) => after_minor)).toEqual([
    50_000n,
    46_000n,
    47_000n,
    42_000n,
    40_000n,
    42_000n,
  ]);
  expect(
    await rowsOf('select amount_minor from redemptions_by_id order by at, amount_minor desc'),
  ).toHaveLength(3);
  expect(
    await rowsOf(
      `select sum(amount_minor)::bigint as sum, count(distinct certificate_id) as certificates from reversals`,
    ),
  ).toEqual([{ sum: 3_000n, certificates: 1n }]);
  const [books] = await conservation(opened.db);
  // The fixture has no ledger; all else agrees.
  expect(books).toMatchObject({ outstanding_minor: 42_000, redeemed_minor: 8_000 });
  expect(books?.differences.filter((name) => !name.startsWith('ledger_'))).toEqual([]);
});

test('queued notices and unacknowledged batches are sent, in order, and lost ones again', async () => {
  const management = await PeerStub.open();
  const { key, entry } = aParty('management', 'm1', { base_url: management.url });
  const shop = aParty('shop', 's1');
  management.signer = { key, clock: () => now };
  let now = new Date(NOW.getTime() + HOUR_MS);
  const context = { db: opened.db, clock: () => now, signingKey: shop.key, parties: [entry] };
  await database.admin.query(`
    insert into party_keys (keyid, party, public_jwk, valid_from, first_seen_at)
    values ('m1', 'management', '{}', now(), now())`);
  const taken: string[] = [];
  const bodyOf = ({ body }: Asked) => JSON.stringify(body);
  management.answer = (asked) => {
    const { batch_no } = asked.body as { batch_no: number };
    const expected_batch_no = `${taken.length + 1}`;
    if (batch_no > taken.length + 1)
      return { status: 409, body: { code: 'notice_out_of_order', expected_batch_no } };
    taken[batch_no - 1] = bodyOf(asked);
    return { status: 200, body: { acknowledged_batch_no: batch_no } };
  };
  // Restored from a backup before the first batch.
  const sequencer = sequencerOf(context);
  const sender = rangeSenderOf(context, () => {});
  await sequencer.fixOrder();
  for (let round = 0; round < 10; round++) {
    await sender.sendDue();
    now = new Date(now.getTime() + HOUR_MS);
  }
  expect(taken.slice(0, 2)).toEqual(BATCHES);
  const third = JSON.parse(taken[2] ?? '');
  expect(third).toMatchObject({
    batch_no: 3,
    first_position: 5,
    previous_digest: createHash('sha256')
      .update(BATCHES[1] ?? '')
      .digest('hex'),
  });
  expect(third.notices.map(({ content }: { content: { n: number } }) => content.n)).toEqual([1, 2, 3, 4]);
  expect(taken[2]).toContain('"content":{"handed_over":false,"n":1,"store_name":"\\"종로점\\"\\n"}');
  await tellOf(opened.db, 1, { at: now });
  await sequencer.fixOrder();
  await sender.sendDue();
  expect(JSON.parse(taken[3] ?? '')).toMatchObject({ batch_no: 4, first_position: 9 });
  await management.close();
});
