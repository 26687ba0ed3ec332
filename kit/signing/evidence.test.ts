import { afterAll, beforeAll, expect, test } from 'vitest';
import { aParty, handSign, NOW } from '../../test/builders/parties.ts';
import { verifyRequest } from '../../test/builders/verify-request.ts';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { HOUR_MS } from '../clock.ts';
import { type Database, openDatabase } from '../db/pool.ts';
import { sql } from '../db/sql.ts';
import type { Db } from '../db/transaction.ts';
import { KIT_FORGOTTEN } from '../forget.ts';
import { newId } from '../ids.ts';
import { storeEvidence, verifyEvidence } from './evidence.ts';
import { type StoredKey, storePartyKeys } from './keys.ts';
import { claimNonce } from './nonces.ts';
import { signRequest } from './request.ts';
import { signResponse, verifyResponse } from './response.ts';
import { EVIDENCE_COLUMNS, evidenceOf, type StoredEvidence } from './stored-body.ts';
import type { Evidence, Headers } from './types.ts';

const clock = () => NOW;
const url = 'http://shop.example/v1/peer/payments';
const body = Buffer.from('{"amount_minor":50000}');
const management = aParty('management', 'm1', { valid_until: '2026-06-01T00:00:00Z' });
const shop = aParty('shop', 's1');
const parties = [management.entry, shop.entry];

let database: TestDatabase;
let opened: Database;
let db: Db;

beforeAll(async () => {
  database = await testDatabase('settlement');
  opened = openDatabase(database.url, { applicationName: 'evidence.test' });
  db = opened.db;
  await storePartyKeys(db, parties, NOW);
});

afterAll(async () => {
  await opened.close();
  await database.drop();
});

async function received(headers: Headers): Promise<Evidence> {
  const verified = await verifyRequest({ method: 'POST', targetUri: url, headers, body, parties, clock });
  if (!verified.ok) throw new Error(verified.code);
  return verified.evidence;
}

const aRequest = () =>
  signRequest(management.key, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1', authorization: 'secret' },
    body,
    clock,
  });

/** The stored message and the stored keys. */
async function stored(evidence: Evidence): Promise<{ row: Evidence; keys: StoredKey[] }> {
  const id = await storeEvidence(db, evidence);
  const rows = await sql<StoredEvidence>`
    select ${EVIDENCE_COLUMNS} from signed_messages where message_id = ${id}`.execute(db);
  const keys =
    await sql<StoredKey>`select keyid, party, public_jwk, valid_from, valid_until from party_keys`.execute(
      db,
    );
  const [row] = rows.rows;
  if (row === undefined) throw new Error('The message was not stored.');
  return { row: evidenceOf(row), keys: keys.rows };
}

test('a stored request can be verified on its own, and no change goes unnoticed', async () => {
  const { row, keys } = await stored(await received(await aRequest()));
  expect(row.headers).not.toHaveProperty('authorization');
  expect(await verifyEvidence(row, keys)).toBe(true);
  const altered: Partial<Evidence>[] = [
    { body: Buffer.from('{"amount_minor":90000}') },
    { body: Buffer.alloc(0) },
    { method: 'PUT' },
    { target_uri: `${url}/1` },
    { party: 'shop' },
    { keyid: 's1' },
    { headers: { ...row.headers, 'idempotency-key': 'k-2' } },
    { status: 200 },
  ];
  for (const change of altered) expect(await verifyEvidence({ ...row, ...change }, keys)).toBe(false);
  expect(await verifyEvidence(row, [])).toBe(false);
});

test('a long body is kept compressed, and verified as it was signed; one from before is kept as it was', async () => {
  const long = Buffer.from(
    JSON.stringify({ notices: Array.from({ length: 200 }, (_, n) => ({ n, at: url })) }),
  );
  const headers = await signRequest(management.key, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: long,
    clock,
  });
  const verified = await verifyRequest({
    method: 'POST',
    targetUri: url,
    headers,
    body: long,
    parties,
    clock,
  });
  if (!verified.ok) throw new Error(verified.code);
  const { row, keys } = await stored(verified.evidence);
  expect(row.body).toEqual(long);
  expect(await verifyEvidence(row, keys)).toBe(true);
  const kept = await sql<{ message_id: string; bytes: number }>`
    select message_id, octet_length(body) as bytes from signed_messages where encoding = 'zstd'`.execute(db);
  expect(kept.rows).toHaveLength(1);
  expect(kept.rows[0]?.bytes).toBeLessThan(long.length / 4);

  const before = newId();
  await sql`
    insert into signed_messages (message_id, direction, party, keyid, method, target_uri, status, headers,
      request_headers, body, received_at)
    select ${before}, direction, party, keyid, method, target_uri, status, headers, request_headers, ${long}, received_at
    from signed_messages where message_id = ${kept.rows[0]?.message_id ?? null}`.execute(db);
  const old = await sql<StoredEvidence>`
    select ${EVIDENCE_COLUMNS} from signed_messages where message_id = ${before}`.execute(db);
  const [unchanged] = old.rows;
  expect(unchanged && (await verifyEvidence(evidenceOf(unchanged), keys))).toBe(true);
});

test('a stored response can be verified on its own, with the request that it answers', async () => {
  const request = { method: 'POST', url, headers: await aRequest() };
  const answer = Buffer.from('{"status":"captured"}');
  const head = { status: 200, headers: { 'content-type': 'application/json' } };
  const headers = await signResponse(shop.key, { ...head, body: answer, request, clock });
  const verified = await verifyResponse({
    ...head,
    headers,
    body: answer,
    request,
    expectedParty: 'shop',
    parties,
    clock,
  });
  if (!verified.ok) throw new Error(verified.code);
  const { row, keys } = await stored(verified.evidence);
  expect(row.request_headers).not.toHaveProperty('authorization');
  expect(await verifyEvidence(row, keys)).toBe(true);
  const other = await aRequest();
  expect(await verifyEvidence({ ...row, request_headers: other }, keys)).toBe(false);
  expect(await verifyEvidence({ ...row, status: 201 }, keys)).toBe(false);
  expect(await verifyEvidence({ ...row, body: Buffer.from('{}') }, keys)).toBe(false);
});

test('a message whose valid signature covers too little proves nothing', async () => {
  const created = `;created=${Math.floor(NOW.getTime() / 1000)}`;
  const bare = handSign(
    management.key,
    'sig1',
    [
      ['"@method"', 'POST'],
      ['"@target-uri"', url],
    ],
    `${created};keyid="m1";nonce="0123456789abcdef"`,
  );
  const real = await received(await aRequest());
  const forged = { ...real, headers: { ...real.headers, ...bare } };
  expect(await verifyEvidence(forged, [management.storedKey])).toBe(false);
});

test('extra components and an expiry do not prevent verification years later', async () => {
  const headers: Headers = {
    ...(await aRequest()),
    'x-request-id': '7',
    date: 'Sun, 01 Mar 2026 00:00:00 GMT',
  };
  const lines = ['content-type', 'content-digest', 'idempotency-key', 'x-request-id', 'date'].map(
    (name) => [`"${name}"`, headers[name] ?? ''] as const,
  );
  const seconds = Math.floor(NOW.getTime() / 1000);
  const signed = handSign(
    management.key,
    'theirs',
    [['"@method"', 'POST'], ['"@target-uri"', url], ...lines],
    `;created=${seconds};expires=${seconds + 5};keyid="m1";nonce="0123456789abcdef"`,
  );
  const { row, keys } = await stored(await received({ ...headers, ...signed }));
  expect(await verifyEvidence(row, keys)).toBe(true);
});

test('a message counts only if its key was valid when it was signed', async () => {
  const evidence = await received(await aRequest());
  const storedKeys = (valid_from: string, valid_until: string): StoredKey[] => [
    { ...management.storedKey, valid_from: new Date(valid_from), valid_until: new Date(valid_until) },
  ];
  expect(await verifyEvidence(evidence, storedKeys('2026-02-01', '2026-03-02'))).toBe(true);
  expect(await verifyEvidence(evidence, storedKeys('2026-02-01', '2026-02-02'))).toBe(false);
  expect(await verifyEvidence(evidence, storedKeys('2026-03-02', '2026-03-03'))).toBe(false);
});

test('a key id keeps its owner and key, and can only be shortened', async () => {
  const [entry] = parties;
  if (entry === undefined) throw new Error('There is no party.');
  const withKey = (change: object) => [{ ...entry, keys: entry.keys.map((key) => ({ ...key, ...change })) }];
  const store = (changed: typeof parties) => storePartyKeys(db, changed, NOW);
  await store(parties);
  await store(withKey({ valid_until: '2026-05-01T00:00:00Z' }));
  const other = aParty('management', 'm1').key.publicJwk;
  await expect(store(withKey({ public_jwk: other }))).rejects.toThrow('another owner or key');
  await expect(store([{ ...entry, party: 'shop' }])).rejects.toThrow('another owner or key');
  await expect(store(withKey({ valid_until: '2026-07-01T00:00:00Z' }))).rejects.toThrow('longer');
  await expect(store(withKey({ valid_until: undefined }))).rejects.toThrow('longer');
  await expect(store(withKey({ valid_from: '2025-07-01T00:00:00Z' }))).rejects.toThrow('longer');
});

test('a nonce can be claimed once, however many try at once, until it is deleted', async () => {
  const later = new Date(NOW.getTime() + 66_000);
  const claim = (keyid: string) => claimNonce(db, { keyid, nonce: 'n-1', expires: later });
  const claims = await Promise.all(Array.from({ length: 10 }, () => claim('m1')));
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await claim('s1')).toBe(true);
  const forget = async (now: Date) => {
    for (const each of KIT_FORGOTTEN) await each.forget(db, now);
  };
  await forget(NOW);
  expect(await claim('m1')).toBe(false);
  // A process whose clock is an hour ahead forgets nothing that the others would take again.
  await forget(new Date(later.getTime() + HOUR_MS));
  expect(await claim('m1')).toBe(false);
  await forget(new Date(later.getTime() + 4 * HOUR_MS));
  expect(await claim('m1')).toBe(true);
});

test.each(['signed_messages', 'party_keys'])(
  'the runtime role can neither change nor delete %s',
  async (table) => {
    await stored(await received(await aRequest()));
    const denied = /permission denied/;
    await expect(opened.pool.query(`delete from ${table}`)).rejects.toThrow(denied);
    await expect(opened.pool.query(`update ${table} set keyid = keyid`)).rejects.toThrow(denied);
  },
);
