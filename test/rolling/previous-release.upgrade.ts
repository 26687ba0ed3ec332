import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Postgres, startPostgres } from '../../bin/stack/postgres.ts';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import type { ServerDatabase } from '../../bin/stack/server-databases.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { freePort } from '../harness/free-port.ts';
import { Client } from './client.ts';
import { type Fleet, prepareFleet } from './fleet.ts';
import { judge } from './judge.ts';
import { prepare, startLoad } from './load.ts';
import { changedMigrations, previousCommit, previousRelease } from './previous.ts';

const HERE = join(import.meta.dirname, '../..');
/** Who is asked before whoever asks, so that nobody asks for what the other doesn't know yet (docs/production/upgrade.md). */
const ORDER = ['carrier', 'settlement', 'shop', 'management'] as const satisfies readonly ServerRole[];
const postgresDir = temporaryDataDir('previous');
let previous: string;
let postgres: Postgres;
let fleet: Fleet;

beforeAll(async () => {
  previous = await previousRelease(process.env.SEONMUL_PREVIOUS ?? '', console.log);
  postgres = await startPostgres(postgresDir, await freePort(), { durable: false });
  const databases = new Map<ServerRole, ServerDatabase>();
  for (const role of SERVER_ROLES) databases.set(role, await postgres.ensureServerDatabase(role));
  fleet = await prepareFleet(databases);
  for (const role of SERVER_ROLES) await fleet.migrate(role, previous);
  await fleet.seed(previous);
  await fleet.start(previous);
});
afterAll(async () => {
  await fleet?.stop();
  await postgres?.stop();
  removeDataDir(postgresDir);
});

test('the previous release’s migrations are what they were', async () => {
  expect(await changedMigrations()).toEqual([]);
});

test('each server is upgraded under load, rolled back, and upgraded again', async () => {
  const people = await prepare(fleet.world, fleet.urls);
  const client = new Client();
  const load = startLoad(client, people, fleet.urls);
  for (const role of ORDER) {
    // Beside the processes of the previous release, which go on with the new schema.
    await fleet.migrate(role, HERE);
    await fleet.roll(role, HERE);
  }
  // Rolled back is the code; the schema stays.
  for (const role of ORDER.toReversed()) expect(await fleet.roll(role, previous), role).toEqual([0, 0]);
  for (const role of ORDER) await fleet.roll(role, HERE);
  await load.end();
  console.log(
    `from ${previousCommit().slice(0, 8)}: ${client.record.length} requests, ${load.orders()} orders, ${load.sold()} sales; asked again after`,
    client.retries,
  );
  await judge(fleet, client, load);
});
