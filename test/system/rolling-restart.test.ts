import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import type { ServerDatabase } from '../../bin/stack/server-databases.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Client } from '../rolling/client.ts';
import { type Fleet, prepareFleet } from '../rolling/fleet.ts';
import { judge } from '../rolling/judge.ts';
import { prepare, startLoad } from '../rolling/load.ts';

const ROOT = join(import.meta.dirname, '../..');
const copies: TestDatabase[] = [];
let fleet: Fleet;

beforeAll(async () => {
  const databases = new Map<ServerRole, ServerDatabase>();
  for (const role of SERVER_ROLES) {
    const copy = await testDatabase(role);
    copies.push(copy);
    databases.set(role, { databaseUrl: copy.url, ownerDatabaseUrl: copy.ownerUrl });
  }
  fleet = await prepareFleet(databases);
  await fleet.seed(ROOT);
  await fleet.start(ROOT);
}, 1_800_000);
afterAll(async () => {
  await fleet?.stop();
  for (const copy of copies) await copy.drop();
});

test('the processes of each server are replaced under load, and nobody notices', async () => {
  const people = await prepare(fleet.world, fleet.urls);
  const client = new Client();
  const load = startLoad(client, people, fleet.urls);
  for (const role of SERVER_ROLES) expect(await fleet.roll(role, ROOT), role).toEqual([0, 0]);
  await load.end();
  await judge(fleet, client, load);
  expect(load.streams.ended).toBeGreaterThan(0);
}, 1_800_000);
