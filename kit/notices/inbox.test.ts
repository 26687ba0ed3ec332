import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { newId } from '../ids.ts';
import type { Epoch } from '../journal/epoch.ts';
import type { Evidence } from '../signing/index.ts';
import { type IncomingBatch, receiveBatch } from './inbox.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const migration = (name: string) =>
  readFileSync(new URL(`../db/migrations/${name}.sql`, import.meta.url), 'utf8');

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

/** For a sender that names its epoch. */
const OWN = { epoch_no: 1, epoch_id: expect.stringMatching(/^[0-9a-f-]{36}$/) };

/** As a sender has it that sends several at once. */
const inAnyOrder = (batchNo: number): IncomingBatch => ({ ...aBatch(batchNo), first_position: batchNo });

function receive(sender: string, batch: IncomingBatch, epoch?: Epoch) {
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
  return receiveBatch(opened.db, sender, batch, { epoch, evidence }, NOW);
}

const acknowledged = (batch: IncomingBatch, more: object = {}) => ({
  ok: true,
  value: {
    acknowledgement: {
      acknowledged_batch_no: batch.batch_no,
      ...more,
    },
    broken: [],
  },
});

const digestOf = (batch: IncomingBatch) => createHash('sha256').update(JSON.stringify(batch)).digest('hex');

async function breaksOf(sender: string) {
  const found = await owner.query(
    `select batch_no::int, encode(held_digest, 'hex') as held, encode(named_digest, 'hex') as named,
       expected_position::int, named_position::int
     from inbox_breaks where sender = $1 and reason = 'does_not_follow' order by batch_no`,
    [sender],
  );
  return found.rows;
}

/** What staff see of a sender's stream, with the body that was kept of what was refused. */
async function recorded(sender: string) {
  const found = await owner.query<{ batch_no: number; reason: string; body: Buffer | null }>(
    `select batch_no::int, reason, body from inbox_breaks left join signed_messages on message_id = refused_evidence_id
     where sender = $1 order by break_no`,
    [sender],
  );
  return found.rows.map(({ body, ...row }) => ({ ...row, refused: body && JSON.parse(body.toString()) }));
}

async function position(sender: string) {
  const found = await owner.query(
    `select p.last_batch_no::int as stored, s.applied_batch_no::int as applied
     from inbox_positions p join inbox_senders s using (sender) where sender = $1`,
    [sender],
  );
  return found.rows[0];
}

/** What a process of the version before this one does with a batch: it has applied it when it commits. */
async function receivedBefore(sender: string, batchNo: number): Promise<void> {
  await owner.query('insert into inbox_positions values ($1, 0) on conflict do nothing', [sender]);
  await owner.query(
    `insert into inbox_batches (sender, batch_no, digest, evidence_id, received_at)
     select $1, $2, '\\x00', message_id, now() from signed_messages limit 1`,
    [sender, batchNo],
  );
  await owner.query('update inbox_positions set last_batch_no = $2 where sender = $1', [sender, batchNo]);
}

test('batches of a sender that sends several at once are stored in any order; it hears which one is missing', async () => {
  const [first, second, third, fourth] = [inAnyOrder(1), inAnyOrder(2), inAnyOrder(3), inAnyOrder(4)];
  expect(await receive('shop:a', third)).toEqual(acknowledged(third, { expected_batch_no: '1' }));
  expect(await receive('shop:a', first)).toEqual(acknowledged(first));
  expect(await receive('shop:a', third)).toEqual(acknowledged(third, { expected_batch_no: '2' }));
  expect(await receive('shop:a', fourth)).toEqual(acknowledged(fourth, { expected_batch_no: '2' }));
  expect(await position('shop:a')).toEqual({ stored: 1, applied: 0 });
  expect(await receive('shop:a', second)).toEqual(acknowledged(second));
  expect(await position('shop:a')).toEqual({ stored: 4, applied: 0 });
  expect(await receive('shop:a', third)).toEqual(acknowledged(third));
  expect(await receive('shop:a', inAnyOrder(3))).toMatchObject({ ok: false, code: 'batch_number_reused' });
});

test('each batch is compared with the one before it, in whatever order they arrive', async () => {
  const sender = 'shop:d';
  const first = { ...aBatch(1, 2), first_position: 1 };
  const second = { ...aBatch(2, 3), first_position: 3, previous_digest: digestOf(first) };
  const third = { ...aBatch(3), first_position: 6, previous_digest: digestOf(second) };
  for (const batch of [third, second, first])
    expect(await receive(sender, batch)).toMatchObject({ ok: true, value: { broken: [] } });
  expect(await breaksOf(sender)).toEqual([]);

  // Restored from a backup, the sender goes on from another batch 3 than the one that is held.
  const otherThird = { ...aBatch(3, 2), first_position: 6, previous_digest: digestOf(second) };
  expect(await receive(sender, otherThird)).toMatchObject({ ok: false, code: 'batch_number_reused' });
  const fourth = { ...aBatch(4), first_position: 8, previous_digest: digestOf(otherThird) };
  const fifth = { ...aBatch(5), first_position: 9, previous_digest: digestOf(fourth) };
  expect(await receive(sender, fifth)).toMatchObject({ ok: true, value: { broken: [] } });
  expect(await receive(sender, fourth)).toMatchObject({ ok: true, value: { broken: [4n] } });
  expect(await receive(sender, fourth)).toMatchObject({ ok: true, value: { broken: [] } });
  expect(await position(sender)).toMatchObject({ stored: 5 });
  expect(await breaksOf(sender)).toEqual([
    {
      batch_no: 4,
      held: digestOf(third),
      named: digestOf(otherThird),
      expected_position: 7,
      named_position: 8,
    },
  ]);
});

test('a position that is not the next one is a break, and what says nothing of its place is none', async () => {
  const sender = 'shop:e';
  await receive(sender, { ...aBatch(1, 2), first_position: 1 });
  await receive(sender, aBatch(2));
  await receive(sender, { ...aBatch(3), first_position: 4, previous_digest: 'none' });
  expect(await breaksOf(sender)).toEqual([]);
  await receive(sender, { ...aBatch(4), first_position: 6 });
  expect(await breaksOf(sender)).toMatchObject([{ batch_no: 4, expected_position: 5, named_position: 6 }]);
});

test('a number that was used for something else is refused, and what was refused is kept, once', async () => {
  const sender = 'shop:f';
  const [first, second, third] = [inAnyOrder(1), inAnyOrder(2), inAnyOrder(3)];
  for (const batch of [first, second]) await receive(sender, batch);
  const reused = inAnyOrder(2);
  const refused = {
    ok: false,
    code: 'batch_number_reused',
    extra: { expected_batch_no: '3', taken_digest: digestOf(second).slice(0, 12) },
  };
  expect(await receive(sender, reused)).toMatchObject(refused);
  expect(await receive(sender, reused)).toMatchObject(refused);
  expect(await recorded(sender)).toEqual([{ batch_no: 2, reason: 'number_reused', refused: reused }]);
  expect(await position(sender)).toMatchObject({ stored: 2 });
  expect(await receive(sender, third)).toEqual(acknowledged(third));
});

test('a sender that begins a later epoch is recorded; a copy of it from before is refused, and what it sent kept', async () => {
  const sender = 'shop:g';
  const [before, after, beside] = [
    { epoch_no: 1n, epoch_id: newId() },
    { epoch_no: 2n, epoch_id: newId() },
    { epoch_no: 2n, epoch_id: newId() },
  ];
  const [first, second, third] = [inAnyOrder(1), inAnyOrder(2), inAnyOrder(3)];
  expect(await receive(sender, first, before)).toEqual(acknowledged(first, OWN));
  expect(await receive(sender, second, after)).toMatchObject({ ok: true, value: { broken: [2n] } });
  for (const epoch of [before, beside])
    expect(await receive(sender, third, epoch)).toMatchObject({
      ok: false,
      code: 'epoch_passed',
      extra: { epoch_no: '2', expected_batch_no: '3' },
    });
  expect(await recorded(sender)).toEqual([
    { batch_no: 2, reason: 'new_epoch', refused: null },
    { batch_no: 3, reason: 'epoch_passed', refused: third },
  ]);
  expect(await receive(sender, third, after)).toEqual(acknowledged(third, OWN));
});

test('a sender of the version before, which names no epoch, is heard as before', async () => {
  const sender = 'shop:h';
  await receive(sender, inAnyOrder(1), { epoch_no: 4n, epoch_id: newId() });
  const second = inAnyOrder(2);
  expect(await receive(sender, second)).toEqual(acknowledged(second));
  expect(await recorded(sender)).toEqual([]);
});

test('while processes of the version before still run, a batch they apply waits for those before it', async () => {
  const sender = 'shop:c';
  await receivedBefore(sender, 1);
  expect(await position(sender)).toEqual({ stored: 1, applied: 1 });
  const second = aBatch(2);
  expect(await receive(sender, second)).toEqual(acknowledged(second));
  await expect(receivedBefore(sender, 3)).rejects.toMatchObject({ code: '40001' });
  await owner.query('update inbox_senders set applied_batch_no = 2 where sender = $1', [sender]);
  await receivedBefore(sender, 3);
  expect(await position(sender)).toEqual({ stored: 3, applied: 3 });
});

test('batches received before digests were stored are recognised by their messages', async () => {
  const taken = [aBatch(1, 2), aBatch(2)];
  for (const batch of taken) await receive('shop:b', batch);
  // As it was then: a row for each notice, and none for a batch.
  for (const { batch_no, notices } of taken)
    for (const notice of notices)
      await owner.query(
        `insert into inbox (sender, message_id, batch_no, kind, content, evidence_id, received_at)
         select 'shop:b', $1, $2, 'something_happened', '{}', evidence_id, received_at from inbox_batches
         where sender = 'shop:b' and batch_no = $2`,
        [Object(notice).notice_id, batch_no],
      );
  await owner.query('drop table inbox_batches cascade');
  await owner.query(migration('070-inbox-batches'));
  await owner.query(
    'alter table inbox_batches add column notice_count integer, add column first_position bigint, add column previous_digest bytea',
  );
  const { username } = new URL(database.url);
  await owner.query(`grant select, insert on inbox_batches to ${username}`);

  for (const batch of taken) expect(await receive('shop:b', batch)).toEqual(acknowledged(batch));
  expect(await receive('shop:b', aBatch(2))).toMatchObject({ ok: false, code: 'batch_number_reused' });
});
