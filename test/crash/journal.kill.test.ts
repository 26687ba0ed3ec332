import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { addMs, MINUTE_MS, systemClock } from '../../kit/clock.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { sql } from '../../kit/db/sql.ts';
import { rangeSenderOf, sequencerOf } from '../builders/journal.ts';
import { aParty } from '../builders/parties.ts';
import { PeerStub } from '../builders/peer-stub.ts';
import { checkOrder } from '../builders/told.ts';
import { testDatabase } from '../harness/database.ts';
import type { Told } from './telling-process.ts';

const KILLS = 6;

type Batch = { batch_no: number; first_position: number; notices: { notice_id: string }[] };

test('processes that are killed while they write, put in order and send lose nothing and double nothing', async () => {
  const database = await testDatabase('shop');
  const { db, pool, close } = openDatabase(database.url, { applicationName: 'kill-test' });
  const receiver = await PeerStub.open();
  const shop = aParty('shop', 's1');
  const management = aParty('management', 'm1', { base_url: receiver.url });
  receiver.signer = { key: management.key, clock: systemClock };
  await pool.query(
    `insert into party_keys (keyid, party, public_jwk, valid_from, first_seen_at) values ('m1', 'management', '{}', now(), now())`,
  );
  const bytes = new Map<number, string>();
  const batches = new Map<number, Batch>();
  receiver.answer = ({ body }) => {
    const batch = body as Batch;
    const text = JSON.stringify(body);
    // The same number has the same bytes for ever.
    expect(bytes.get(batch.batch_no) ?? text).toBe(text);
    bytes.set(batch.batch_no, text);
    batches.set(batch.batch_no, batch);
    return { status: 200, body: { acknowledged_batch_no: batch.batch_no } };
  };
  const told: Told = {
    databaseUrl: database.url,
    privateKey: shop.key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    keyid: shop.key.keyid,
    publicJwk: shop.key.publicJwk,
    party: management.entry,
  };
  const start = (): ChildProcess =>
    spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'telling-process.ts')],
      { env: { ...process.env, TOLD: JSON.stringify(told) }, stdio: 'inherit' },
    );
  for (let kill = 0; kill < KILLS; kill++) {
    const before = batches.size;
    const child = start();
    while (batches.size < before + 3) {
      expect(child.exitCode).toBeNull();
      await pause(20);
    }
    await pause(kill * 13);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  // A last process finds a lease and claims that are over.
  const clock = () => addMs(systemClock(), MINUTE_MS);
  receiver.signer = { key: management.key, clock };
  const context = { db, clock, signingKey: shop.key, parties: [management.entry] };
  const sequencer = sequencerOf(context);
  const sender = rangeSenderOf(context, () => expect.unreachable('no range is refused'));
  while ((await sequencer.fixOrder()) > 0);
  while ((await sender.sendDue()) > 0);
  const written = await checkOrder(db);
  const inOrder = [...batches.values()].sort((a, b) => a.batch_no - b.batch_no);
  expect(inOrder.map(({ batch_no }) => batch_no)).toEqual(inOrder.map((_batch, at) => at + 1));
  const facts = inOrder.flatMap(({ notices }) => notices.map(({ notice_id }) => notice_id));
  expect(new Set(facts).size).toBe(facts.length);
  expect(facts).toHaveLength(written);
  const stored = await sql<{ fact_id: string }>`select fact_id from journal`.execute(db);
  expect(new Set(facts)).toEqual(new Set(stored.rows.map(({ fact_id }) => fact_id)));
  await receiver.close();
  await close();
  await database.drop();
}, 180_000);
