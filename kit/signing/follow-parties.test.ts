import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { aParty, NOW } from '../../test/builders/parties.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import type { Job } from '../jobs.ts';
import { createLogger } from '../log.ts';
import { type FollowedParties, followParties } from './follow-parties.ts';
import type { Party } from './keys.ts';

let own: TestDatabase;
let database: Database;
beforeAll(async () => {
  own = await testDatabase('shop');
  database = openDatabase(own.url, { applicationName: 'follow-parties' });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

let count = 0;
/** Key ids are kept for ever, so each test has its own. */
const party = (name: string) =>
  aParty(name, `${name}-${++count}`, { base_url: `https://${name}.example` }).entry;

let folder: string;
let file: string;
let followed: FollowedParties;
let job: Job;
let metrics: Registry;
const first = party('management');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-follow-'));
  file = join(folder, 'parties.json');
  put([first]);
  metrics = new Registry();
  const problemsOf = (list: readonly Party[]) =>
    list.some(({ base_url }) => base_url.startsWith('http:')) ? ['must be https.'] : [];
  followed = followParties(file, problemsOf);
  job = followed.job({ db: database.db, log: createLogger('shop', 'silent'), clock: () => NOW }, metrics);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As a program does that writes a file whole or not at all. */
function put(content: unknown): void {
  writeFileSync(`${file}.new`, typeof content === 'string' ? content : JSON.stringify(content));
  renameSync(`${file}.new`, file);
}

const names = () => followed.parties.map(({ party: name }) => name);
const isBroken = async () =>
  (await metrics.getSingleMetric('seonmul_parties_file_broken')?.get())?.values[0]?.value;

test('a party that is put into the file is permitted in the next round, by everybody who keeps the list', async () => {
  const { parties } = followed;
  put([first, party('settlement')]);
  expect(names()).toEqual(['management']);
  await job.round();
  expect(names()).toEqual(['management', 'settlement']);
  expect(followed.parties).toBe(parties);
  const { keyid = '' } = followed.parties[1]?.keys[0] ?? {};
  const stored = await sql<{ party: string }>`select party from party_keys where keyid = ${keyid}`.execute(
    database.db,
  );
  expect(stored.rows).toEqual([{ party: 'settlement' }]);
  put([first]);
  await job.round();
  expect(names()).toEqual(['management']);
});

test.each<[string, () => unknown]>([
  ['is not JSON', () => '[{"party":'],
  [
    'names an address that is refused here',
    () => [first, { ...party('settlement'), base_url: 'http://s.example' }],
  ],
  ['gives a key to another owner', () => [{ ...first, keys: first.keys, party: 'somebody' }]],
])('a file that %s changes nothing, until it is right again', async (_what, content) => {
  put([first, party('shop')]);
  await job.round();
  put(content());
  await job.round();
  expect(names()).toEqual(['management', 'shop']);
  expect(await isBroken()).toBe(1);
  put([first]);
  await job.round();
  expect(names()).toEqual(['management']);
  expect(await isBroken()).toBe(0);
});

test('a file that is gone changes nothing either', async () => {
  rmSync(file);
  await job.round();
  expect(names()).toEqual(['management']);
  expect(await isBroken()).toBe(1);
});
