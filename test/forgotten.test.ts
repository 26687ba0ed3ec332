import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../bin/stack/roles.ts';
import { addMs, DAY_MS } from '../kit/clock.ts';
import { type Database, openDatabase } from '../kit/db/pool.ts';
import { FORGET_MAX, type Forgotten, KIT_FORGOTTEN } from '../kit/forget.ts';
import { CAMARA_FORGOTTEN } from '../servers/carrier/camara/forgotten.ts';
import { CONTACTS_FORGOTTEN } from '../servers/management/contacts/contact-codes.ts';
import { MEMBERS_FORGOTTEN } from '../servers/management/members/forgotten.ts';
import { MEMBERS_FORGOTTEN as SHOP_MEMBERS_FORGOTTEN } from '../servers/shop/members/forgotten.ts';
import { OPENING_FORGOTTEN } from '../servers/shop/opening/forgotten.ts';
import { TILLS_FORGOTTEN } from '../servers/shop/tills/forgotten.ts';
import { type TestDatabase, testDatabase } from './harness/database.ts';

const FORGOTTEN: Record<ServerRole, readonly Forgotten[]> = {
  management: [...KIT_FORGOTTEN, ...CONTACTS_FORGOTTEN, ...MEMBERS_FORGOTTEN],
  settlement: KIT_FORGOTTEN,
  carrier: [...KIT_FORGOTTEN, ...CAMARA_FORGOTTEN],
  shop: [...KIT_FORGOTTEN, ...OPENING_FORGOTTEN, ...SHOP_MEMBERS_FORGOTTEN, ...TILLS_FORGOTTEN],
};

/** Tables whose rows expire and stay, because what happened is history, or because strangers can add none. */
const KEPT: Record<ServerRole, Readonly<Record<string, string>>> = {
  management: {
    telephone_invitations: 'whom staff invited',
    member_request_codes: 'go with their requests',
  },
  settlement: { payment_method_setups: 'asked for by a party, with its signed request' },
  carrier: {},
  shop: {
    certificates: 'certificates',
    hand_overs: 'what holders did',
    holds: 'what holders did',
    messages: 'what somebody was told',
    terminal_enrolments: 'one a terminal',
  },
};
/** Emptied by `deleteEmptyCounters`, which has a test of its own. */
const LIMITS = ['rate_limits'];
/** What staff did to each other and to programs. */
const STAFF_HISTORY = ['staff_resets', 'service_tokens'];

const OLD = new Date('2026-01-01T00:00:00Z');
const LONG_AFTER = addMs(OLD, 365 * DAY_MS);

const A_MEMBER = `
  insert into members (member_id, name, password_hash, phone_pin_hash, locale, preferred_channel, email, mobile, created_at)
  select gen_random_uuid(), 'x', 'x', 'x', 'ko', 'sms', 'x', 'x', '2090-01-01' returning member_id`;
const A_SHOP_MEMBER = `
  insert into members (member_id, member_no, name, phone, origin, created_at)
  select gen_random_uuid(), gen_random_uuid()::text, 'x', gen_random_uuid()::text, 'added', now() returning member_id`;
const A_TERMINAL = `
  insert into terminals (terminal_id, store_id, name, created_at) select gen_random_uuid(), store_id, 'x', now() from store
  returning terminal_id`;
const A_STORE = `
  insert into stores (store_id, name_ko, name_en, created_at) select gen_random_uuid(), 'x', 'x', now() returning store_id`;
/** Of `role`, which the server knows. */
const kitFill = (role: string) => ({
  staff_sessions: `
    with someone as (insert into staff (staff_id, login, name, role, password_hash, created_at)
      select gen_random_uuid(), gen_random_uuid()::text, 'x', '${role}', 'x', now() returning staff_id)
    insert into staff_sessions (session_id, staff_id, token_digest, created_at, expires_at, last_seen_at, proved_at)
    select gen_random_uuid(), staff_id, gen_random_uuid()::text::bytea, $1::timestamptz, $1, $1, $1
    from someone, generate_series(1, $2::int)`,
  staff_passkey_challenges: `
    insert into staff_passkey_challenges (challenge_digest, created_at, expires_at)
    select sha256(gen_random_uuid()::text::bytea), $1::timestamptz - interval '1 h', $1 from generate_series(1, $2::int)`,
  staff_known_browsers: `
    with someone as (insert into staff (staff_id, login, name, role, password_hash, created_at)
      select gen_random_uuid(), gen_random_uuid()::text, 'x', '${role}', 'x', now() returning staff_id)
    insert into staff_known_browsers (token_digest, staff_id, created_at, expires_at)
    select gen_random_uuid()::text::bytea, staff_id, $1::timestamptz - interval '1 h', $1
    from someone, generate_series(1, $2::int)`,
  peer_nonces: `
    insert into peer_nonces (keyid, nonce, expires_at)
    select 'k', gen_random_uuid()::text, $1::timestamptz from generate_series(1, $2::int)`,
  idempotency_keys: `
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until)
    select 'registration', gen_random_uuid()::text, '', gen_random_uuid(), $1::timestamptz, $1
    from generate_series(1, $2::int)`,
});

/** Adds $2 rows that expired, or were made, at $1. */
const FILL: Record<ServerRole, Record<string, string>> = {
  management: {
    ...kitFill('operator'),
    contact_codes: `
      insert into contact_codes (code_id, purpose, subject, phone, sent_by, digest, created_at, expires_at)
      select gen_random_uuid(), 'accept_offer', 'x', 'x', 'text', '', $1::timestamptz, $1 from generate_series(1, $2::int)`,
    verification_codes: `
      with someone as (${A_MEMBER})
      insert into verification_codes (code_id, member_id, channel, digest, created_at, expires_at)
      select gen_random_uuid(), member_id, 'sms', '', $1::timestamptz, $1 from someone, generate_series(1, $2::int)`,
    members: `
      insert into members (member_id, name, password_hash, phone_pin_hash, locale, preferred_channel, email, mobile, created_at)
      select gen_random_uuid(), 'x', 'x', 'x', 'ko', 'sms', 'x', 'x', $1::timestamptz from generate_series(1, $2::int)`,
    member_sessions: `
      with someone as (${A_MEMBER})
      insert into member_sessions (session_id, member_id, token_digest, line, created_at, expires_at, proved_at,
        last_used_at)
      select gen_random_uuid(), member_id, gen_random_uuid()::text::bytea, 'web', $1::timestamptz, $1, $1, $1
      from someone, generate_series(1, $2::int)`,
    member_requests: `
      insert into member_requests (request_id, purpose, created_at, expires_at)
      select gen_random_uuid(), 'log_in', $1::timestamptz, $1 from generate_series(1, $2::int)`,
    known_places: `
      with someone as (${A_MEMBER})
      insert into known_places (member_id, place_digest, last_used_at)
      select member_id, gen_random_uuid()::text::bytea, $1::timestamptz from someone, generate_series(1, $2::int)`,
    passkey_challenges: `
      insert into passkey_challenges (challenge_digest, created_at, expires_at)
      select sha256(gen_random_uuid()::text::bytea), $1::timestamptz - interval '1 h', $1 from generate_series(1, $2::int)`,
  },
  settlement: kitFill('treasurer'),
  carrier: {
    ...kitFill('operator'),
    used_assertions: `
      insert into used_assertions (client_id, jti, expires_at)
      select 'c', gen_random_uuid()::text, $1::timestamptz from generate_series(1, $2::int)`,
  },
  shop: {
    ...kitFill('owner'),
    phone_codes: `
      insert into phone_codes (code_id, purpose, subject, phone, code_digest, expires_at, created_at)
      select gen_random_uuid(), 'unlock', 'x', 'x', '', $1::timestamptz, $1 from generate_series(1, $2::int)`,
    verifications: `
      insert into verifications (verification_id, token_digest, phone, expires_at, created_at)
      select gen_random_uuid(), gen_random_uuid()::text::bytea, 'x', $1::timestamptz, $1 from generate_series(1, $2::int)`,
    member_registrations: `
      insert into member_registrations (registration_id, name, phone, locale, expires_at)
      select gen_random_uuid(), 'x', 'x', 'ko', $1::timestamptz from generate_series(1, $2::int)`,
    member_sessions: `
      with someone as (${A_SHOP_MEMBER})
      insert into member_sessions (session_id, member_id, token_digest, created_at, expires_at)
      select gen_random_uuid(), member_id, gen_random_uuid()::text::bytea, $1::timestamptz, $1
      from someone, generate_series(1, $2::int)`,
    terminal_challenges: `
      with store as (${A_STORE}), terminal as (${A_TERMINAL})
      insert into terminal_challenges (challenge, terminal_id, expires_at)
      select gen_random_uuid()::text, terminal_id, $1::timestamptz from terminal, generate_series(1, $2::int)`,
    terminal_sessions: `
      with store as (${A_STORE}), terminal as (${A_TERMINAL})
      insert into terminal_sessions (session_id, terminal_id, token_digest, created_at, expires_at)
      select gen_random_uuid(), terminal_id, gen_random_uuid()::text::bytea, $1::timestamptz, $1
      from terminal, generate_series(1, $2::int)`,
  },
};

describe.each(SERVER_ROLES)('%s', (role) => {
  let database: TestDatabase;
  let opened: Database;
  beforeAll(async () => {
    database = await testDatabase(role);
    opened = openDatabase(database.url, { applicationName: 'forgotten.test' });
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });
  const rowsOf = async (table: string) =>
    Number((await opened.pool.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

  test('has no table that grows for ever with rows that have expired', async () => {
    const { rows } = await opened.pool.query<{ table_name: string }>(`
      select distinct table_name from information_schema.columns
      where table_schema = 'public' and column_name in ('expires_at', 'expire', 'empties_at') order by 1`);
    const known = [
      ...FORGOTTEN[role].map(({ table }) => table),
      ...Object.keys(KEPT[role]),
      ...LIMITS,
      ...STAFF_HISTORY,
    ];
    expect(known).toEqual(expect.arrayContaining(rows.map(({ table_name }) => table_name)));
  });

  test('keeps the keys of those it knows for good', async () => {
    await opened.pool.query(
      `insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until)
       values ('member:1', 'k', '', gen_random_uuid(), $1::timestamptz, $1)`,
      [OLD],
    );
    for (const { forget } of KIT_FORGOTTEN) await forget(opened.db, LONG_AFTER);
    expect(await rowsOf('idempotency_keys')).toBe(1);
  });

  test.each(FORGOTTEN[role].map((each) => [each.table, each] as const))(
    'forgets rows of %s a batch at a time, and no new ones',
    async (table, { forget }) => {
      const fill = FILL[role][table];
      if (fill === undefined) throw new Error(`The test does not know how to fill ${table}.`);
      await opened.pool.query(fill, [OLD, FORGET_MAX + 1]);
      await opened.pool.query(fill, [LONG_AFTER, 1]);
      const before = await rowsOf(table);
      expect(await forget(opened.db, OLD)).toBe(0);
      expect(await forget(opened.db, LONG_AFTER)).toBe(FORGET_MAX);
      expect(await forget(opened.db, LONG_AFTER)).toBe(1);
      expect(await forget(opened.db, LONG_AFTER)).toBe(0);
      expect(await rowsOf(table)).toBe(before - FORGET_MAX - 1);
    },
  );
});
