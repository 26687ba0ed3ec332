import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import type { Evidence } from '../signing/index.ts';
import { receiveBatch } from './inbox.ts';

const NOW = new Date('2026-03-01T00:00:00Z');

let database: TestDatabase;
let opened: Database;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase('carrier');
  opened = openDatabase(database.url, { applicationName: 'inbox-test' });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    "insert into party_keys (keyid, party, public_jwk, valid_from, first_seen_at) values ('k1', 'shop', '{}', now(), now())",
  );
});
afterAll(async () => {
  await owner.end();
  await opened.close();
  await database.drop();
});

function receive(batchNo: number) {
  const batch = { batch_no: batchNo, notices: [{}], first_position: batchNo };
  const evidence: Evidence = {
    direction: 'received_request',
    party: 'shop',
    keyid: 'k1',
    method: 'POST',
    target_uri: 'http://receiver.test/v1/peer/notice-batches',
    status: null,
    headers: {},
    request_headers: null,
    body: Buffer.from(JSON.stringify(batch)),
    received_at: NOW,
  };
  return receiveBatch(opened.db, 'shop', batch, { epoch: undefined, evidence }, NOW);
}

async function position() {
  const { rows } = await owner.query('select last_batch_no::int as last from inbox_positions');
  return rows[0].last;
}

/** As if these had been received, all with the bytes of one that was. */
async function stored(first: number, last: number, like: number): Promise<void> {
  await owner.query(
    `insert into inbox_batches (sender, batch_no, digest, evidence_id, received_at, notice_count, first_position)
    select sender, n, digest, evidence_id, received_at, 1, n
    from inbox_batches, generate_series($1::int, $2::int) n where batch_no = $3`,
    [first, last, like],
  );
}

test('a batch that comes after thousands of later ones lets all of them through at once', async () => {
  await receive(2);
  await stored(3, 2_500, 2);
  expect(await position()).toBe(0);
  await receive(1);
  // Everything is stored and acknowledged, so the sender has nothing left to send.
  expect(await position()).toBe(2_500);
});

test('one that was stored before lets those after it through when it comes again', async () => {
  await receive(2_503);
  await stored(2_501, 2_502, 2_503);
  expect(await position()).toBe(2_500);
  await receive(2_503);
  expect(await position()).toBe(2_503);
});
