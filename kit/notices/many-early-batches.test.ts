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
  return receiveBatch(opened.db, 'shop', batch, evidence, NOW);
}

async function position() {
  const { rows } = await owner.query('select last_batch_no::int as last from inbox_positions');
  return rows[0].last;
}

test('a batch that comes after a thousand later ones lets all of them through, at the latest when they come again', async () => {
  for (let batchNo = 2; batchNo <= 1_200; batchNo++) await receive(batchNo);
  await receive(1);
  // Everything is stored and acknowledged, so the sender has nothing left to send but what is asked for again.
  for (let batchNo = 1_001; batchNo <= 1_201; batchNo++) await receive(batchNo);
  expect(await position()).toBe(1_201);
}, 60_000);
