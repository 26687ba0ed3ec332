import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { newId } from '../ids.ts';
import type { Evidence } from '../signing/index.ts';
import { type IncomingBatch, receiveBatch } from './inbox.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const MIGRATION = new URL('../db/migrations/070-inbox-batches.sql', import.meta.url);

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

function aBatch(batchNo: number, noticeCount = 1): IncomingBatch {
  const notices = Array.from({ length: noticeCount }, () => ({
    notice_id: newId(),
    kind: 'something_happened',
    occurred_at: NOW.toISOString(),
    trace_id: '0'.repeat(32),
    content: {},
  }));
  return { batch_no: batchNo, notices };
}

function receive(sender: string, batch: IncomingBatch) {
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
  return receiveBatch(opened.db, sender, batch, evidence, NOW, async () => {});
}

test('batches received before digests were stored are recognised by their messages', async () => {
  const taken = [aBatch(1, 2), aBatch(2)];
  for (const batch of taken) await receive('shop:b', batch);
  await owner.query('drop table inbox_batches');
  await owner.query(readFileSync(MIGRATION, 'utf8'));
  const { username } = new URL(database.url);
  await owner.query(`grant select, insert on inbox_batches to ${username}`);

  for (const batch of taken)
    expect(await receive('shop:b', batch)).toEqual({
      ok: true,
      value: { acknowledged_batch_no: batch.batch_no },
    });
  expect(await receive('shop:b', aBatch(2))).toMatchObject({ ok: false, code: 'batch_number_reused' });
});
