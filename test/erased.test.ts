import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerRole } from '../bin/stack/roles.ts';
import { addMs, DAY_MS, HOUR_MS } from '../kit/clock.ts';
import { type Database, openDatabase } from '../kit/db/pool.ts';
import { type Erased, KIT_ERASED } from '../kit/erase.ts';
import { FORGET_MAX } from '../kit/forget.ts';
import { LOOK_UPS_ERASED } from '../servers/carrier/look-ups/forgotten.ts';
import { INVITATIONS_ERASED } from '../servers/management/members/forgotten.ts';
import { MESSAGES_ERASED } from '../servers/management/messages/forgotten.ts';
import { LOOK_UPS_ERASED as NAMES_ERASED } from '../servers/management/orders/forgotten.ts';
import { CALLS_ERASED } from '../servers/management/voice/forgotten.ts';
import { LOOK_UPS_ERASED as SHOP_LOOK_UPS_ERASED } from '../servers/shop/members/forgotten.ts';
import { OPENINGS_ERASED } from '../servers/shop/opening/forgotten.ts';
import { TERMS } from './builders/base.ts';
import { type TestDatabase, testDatabase } from './harness/database.ts';

/** What must be gone. */
const PHONE = '+821033334444';
const OLD = new Date('2020-01-01T00:00:00Z');
const TERM_MS = { people: TERMS.peopleKeptDays * DAY_MS, evidence: TERMS.evidenceKeptDays * DAY_MS };

type Case = { role: ServerRole; erased: Erased | undefined; fill: string; term: keyof typeof TERM_MS };

const A_SIGNED_MESSAGE = `
  insert into signed_messages (message_id, direction, party, keyid, method, target_uri, headers, body, received_at)
  select gen_random_uuid(), 'received_request', 'x', 'k', 'POST', '/', '{"content-digest":"x"}', '${PHONE}', $1::timestamptz
  from generate_series(1, $2::int)`;

/** `fill` adds $2 rows that were over at $1 and name the phone. */
const CASES: readonly Case[] = [
  { role: 'carrier', erased: KIT_ERASED[0], term: 'evidence', fill: A_SIGNED_MESSAGE },
  {
    ...{ role: 'carrier', erased: KIT_ERASED[1], term: 'evidence' },
    fill: `
      insert into calls (call_id, party, method, path, body, purpose, subject_id, state, next_attempt_at, created_at,
        settled_at, status, answer, traceparent)
      select gen_random_uuid(), 'x', 'POST', '/', '${PHONE}', 'x', gen_random_uuid(), 'done', $1::timestamptz, $1, $1, 200,
        '${PHONE}', 'x'
      from generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'carrier', erased: KIT_ERASED[2], term: 'people' },
    fill: `
      insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until, status, content_type,
        body, answered_at)
      select 'member:1', gen_random_uuid()::text, 'x', gen_random_uuid(), $1::timestamptz, $1, 200, 'x', '${PHONE}', $1
      from generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'carrier', erased: KIT_ERASED[3], term: 'evidence' },
    fill: `
      with someone as (insert into staff (staff_id, login, name, role, password_hash, created_at)
        select gen_random_uuid(), gen_random_uuid()::text, 'x', 'operator', 'x', now() returning staff_id)
      insert into staff_notes (note_id, subject_id, staff_id, action, text, at)
      select gen_random_uuid(), gen_random_uuid(), staff_id, 'note', '${PHONE}', $1::timestamptz
      from someone, generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'carrier', erased: LOOK_UPS_ERASED, term: 'people' },
    fill: `
      insert into lookups (lookup_id, client_id, ground, api, phone_number, attributes, status, code, trace_id, at)
      select gen_random_uuid(), 'x', 'x', 'x', '${PHONE}', '{}', 200, 'x', 'x', $1::timestamptz
      from generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'shop', erased: SHOP_LOOK_UPS_ERASED, term: 'people' },
    fill: `
      with proof as (${A_SIGNED_MESSAGE} returning message_id)
      insert into member_lookups (lookup_id, party, order_id, phone, found, evidence_id, at)
      select gen_random_uuid(), 'x', gen_random_uuid(), '${PHONE}', true, message_id, $1 from proof`,
  },
  {
    ...{ role: 'shop', erased: OPENINGS_ERASED, term: 'people' },
    fill: `
      with store as (insert into stores (store_id, name_ko, name_en, created_at)
          select gen_random_uuid(), 'x', 'x', now() returning store_id),
        terminal as (insert into terminals (terminal_id, store_id, name, created_at)
          select gen_random_uuid(), store_id, 'x', now() from store returning terminal_id),
        clerk as (insert into clerks (clerk_id, clerk_number, name, created_at)
          select gen_random_uuid(), (random() * 1e9)::bigint, 'x', now() returning clerk_id)
      insert into clerk_openings (opening_id, phone, terminal_id, clerk_id, proof, at)
      select gen_random_uuid(), '${PHONE}', terminal_id, clerk_id, 'passport', $1::timestamptz
      from terminal, clerk, generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'management', erased: NAMES_ERASED, term: 'people' },
    fill: `
      with proof as (${A_SIGNED_MESSAGE} returning message_id)
      insert into calls (call_id, party, method, path, body, purpose, subject_id, state, next_attempt_at, created_at,
        settled_at, status, answer, evidence_id, traceparent)
      select gen_random_uuid(), 'x', 'POST', '/', '${PHONE}', 'look_up_member', gen_random_uuid(), 'done', $1::timestamptz, $1, $1,
        200, '${PHONE}', message_id, 'x'
      from proof`,
  },
  {
    ...{ role: 'management', erased: MESSAGES_ERASED, term: 'people' },
    fill: `
      insert into messages (message_id, subject_id, channel, address, fallback_address, locale, kind, vars, state, due_at,
        created_at)
      select gen_random_uuid(), gen_random_uuid(), 'sms', '${PHONE}', '${PHONE}', 'ko', 'x', '{"to":"${PHONE}"}', 'sent',
        $1::timestamptz, $1
      from generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'management', erased: CALLS_ERASED[0], term: 'people' },
    fill: `
      insert into voice_calls (call_id, line, direction, external_id, phone, state, turn, turn_no, turn_at, started_at,
        ended_at)
      select gen_random_uuid(), 'sandbox', 'in', gen_random_uuid()::text, '${PHONE}', '{"phone":"${PHONE}"}',
        '{"said":"${PHONE}"}', 1, $1::timestamptz, $1, $1
      from generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'management', erased: CALLS_ERASED[1], term: 'people' },
    fill: `
      insert into voice_dials (dial_id, phone, state, asked_for, due_at, created_at, purpose)
      select gen_random_uuid(), '${PHONE}', 'done', false, $1::timestamptz, $1, 'news' from generate_series(1, $2::int)`,
  },
  {
    ...{ role: 'management', erased: INVITATIONS_ERASED, term: 'people' },
    fill: `
      with someone as (insert into staff (staff_id, login, name, role, password_hash, created_at)
        select gen_random_uuid(), gen_random_uuid()::text, 'x', 'operator', 'x', now() returning staff_id)
      insert into telephone_invitations (invitation_id, phone, name, staff_id, created_at, expires_at)
      select gen_random_uuid(), '${PHONE}', '${PHONE}', staff_id, $1::timestamptz - interval '1 day', $1
      from someone, generate_series(1, $2::int)`,
  },
];

describe.each(['management', 'shop', 'carrier'] as const)('%s', (role) => {
  let database: TestDatabase;
  let opened: Database;
  beforeAll(async () => {
    database = await testDatabase(role);
    opened = openDatabase(database.url, { applicationName: 'erased.test' });
    await opened.pool.query(`
      insert into party_keys (keyid, party, public_jwk, valid_from, first_seen_at) values ('k', 'x', '{}', now(), now())`);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });
  const naming = async (table: string) => {
    const found = await opened.pool.query<{ naming: string; rows: string }>(
      `select count(*) filter (where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%') as naming,
         count(*) as rows from ${table} t`,
      [PHONE, Buffer.from(PHONE).toString('hex')],
    );
    return { naming: Number(found.rows[0]?.naming), rows: Number(found.rows[0]?.rows) };
  };

  test.each(
    CASES.filter((each) => each.role === role).map((each) => [each.erased?.tables[0], each] as const),
  )(
    'rows of %s stay and forget people, a batch at a time, when their time has come',
    async (table = '', { erased, fill, term }) => {
      const { naming: before, rows } = await naming(table);
      const due = addMs(OLD, TERM_MS[term]);
      await opened.pool.query(fill, [OLD, FORGET_MAX + 1]);
      await opened.pool.query(fill, [addMs(OLD, 10 * DAY_MS), 1]);
      const erase = (now: Date) => erased?.erase(opened.db, now, TERMS);
      expect(await erase(addMs(due, -HOUR_MS))).toBe(0);
      const now = addMs(due, HOUR_MS);
      // Two processes at once pass over what the other one is at.
      const both = await Promise.all([erase(now), erase(now)]);
      for (const rows of both) expect(rows).toBeLessThanOrEqual(FORGET_MAX);
      const left = (await erase(now)) ?? 0;
      expect((both[0] ?? 0) + (both[1] ?? 0) + left).toBe(FORGET_MAX + 1);
      expect(await erase(now)).toBe(0);
      expect(await naming(table)).toEqual({ naming: before + 1, rows: rows + FORGET_MAX + 2 });
      expect(await erase(addMs(now, 11 * DAY_MS))).toBe(1);
    },
  );

  test('nobody can make it forget what is younger than the owner of the database allows', async () => {
    const fill = CASES.filter((each) => each.role === role).map((each) => each.fill);
    const recent = addMs(new Date(), -20 * DAY_MS);
    for (const statement of fill) await opened.pool.query(statement, [recent, 1]);
    const farAhead = addMs(new Date(), 36_500 * DAY_MS);
    for (const { erased } of CASES.filter((each) => each.role === role)) {
      await erased?.erase(opened.db, farAhead, TERMS);
      expect((await naming(erased?.tables[0] ?? '')).naming).toBe(1);
    }
    await expect(opened.pool.query("update least_kept set people = interval '0'")).rejects.toMatchObject({
      code: '42501',
    });
  });
});
