import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { type Database, openDatabase } from '../../kit/db/pool.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import type { Limiter } from '../../kit/limits.ts';
import { RestoreGate } from '../../kit/restore/restore-gate.ts';
import { keyRingOf } from '../../kit/secrets.ts';
import { type Evidence, storePartyKeys } from '../../kit/signing/index.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { aParty } from './parties.ts';

/** Staff log in with their password alone, unless they have a second factor. */
export const STAFF_OPTIONAL = { staffSecondFactor: 'optional', staffIdle_minutes: 30 } as const;

/** The operator's clocks, as they are by default. */
export const TERMS = { peopleKeptDays: 365, evidenceKeptDays: 1_827, journalKeptDays: null } as const;

export const START = new Date('2026-03-01T00:00:00Z');

/** What every server's context begins with, on a database of its own and a clock that the test moves. */
export async function aBase(role: string) {
  const database: TestDatabase = await testDatabase(role);
  const opened = openDatabase(database.url, {
    applicationName: 'test',
    connectionsMax: 20,
  });
  const management = aParty('management', 'm1');
  const settlement = aParty('settlement', 's1');
  const own = aParty(role, `own-${role}`);
  const parties = [management.entry, settlement.entry];
  await storePartyKeys(opened.db, parties, START);
  const time = { now: START };
  const ring = { current: 'v1', keys: { v1: randomBytes(32).toString('base64') } };
  return {
    ...opened,
    ownerUrl: database.ownerUrl,
    time,
    clock: () => time.now,
    network: LOCAL_NETWORK,
    random: randomBytes,
    log: pino({ level: 'silent' }),
    publicUrl: `http://${role}.example`,
    signingKey: own.key,
    managementKey: management.key,
    parties,
    restoreGate: new RestoreGate(),
    secrets: { keyRing: (name: string) => keyRingOf('test', name, ring) },
    async drop() {
      await opened.close();
      await database.drop();
    },
  };
}

/** A signed request of management's, as the peer guard hands it to an operation. */
export function anEvidence(): Evidence {
  return {
    direction: 'received_request',
    party: 'management',
    keyid: 'm1',
    method: 'POST',
    target_uri: 'http://example/',
    status: null,
    headers: {},
    request_headers: null,
    body: Buffer.from('{}'),
    received_at: START,
  };
}

const NOWHERE = {
  ask: async () => {
    throw new Error('A limit that counts nothing asked the database.');
  },
};

/** A limit that counts nothing. */
export const noLimit: Limiter = {
  name: 'none',
  points: Number.POSITIVE_INFINITY,
  duration_s: 1,
  counter: () => ({
    ...{ executor: NOWHERE, name: 'none', key: 'none', own: false },
    clock: () => START,
    step_s: 0,
    room_s: 1,
  }),
  consume: async () => ({ ok: true }),
  clear: async () => {},
  usage: async () => ({ used: 0, reached: false, retry_after_s: 0 }),
};

/** Whether the runtime role is refused when it changes history. */
export async function isAppendOnly({ pool }: Pick<Database, 'pool'>, table: string): Promise<boolean> {
  const attempts = [pool.query(`delete from ${table}`), pool.query(`update ${table} set at = $1`, [START])];
  const refused = await Promise.all(
    attempts.map((attempt) =>
      attempt.then(
        () => false,
        (error: Error) => error.message.includes('permission denied'),
      ),
    ),
  );
  return refused.every(Boolean);
}
