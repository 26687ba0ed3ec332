import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../bin/stack/roles.ts';
import { addMs, DAY_MS, HOUR_MS } from '../kit/clock.ts';
import { type Database, openDatabase } from '../kit/db/pool.ts';
import { type Erased, KIT_ERASED } from '../kit/erase.ts';
import { FORGET_MAX, type Forgotten, KIT_FORGOTTEN } from '../kit/forget.ts';
import { type Kept, KIT_PERSONAL, KIT_RETENTION, type Personal, type Retention } from '../kit/retention.ts';
import { CAMARA_FORGOTTEN } from '../servers/carrier/camara/forgotten.ts';
import { CARRIER_PERSONAL, CARRIER_RETENTION } from '../servers/carrier/db/retention.ts';
import { LOOK_UPS_ERASED } from '../servers/carrier/look-ups/forgotten.ts';
import { CONTACTS_FORGOTTEN } from '../servers/management/contacts/contact-codes.ts';
import { MANAGEMENT_PERSONAL, MANAGEMENT_RETENTION } from '../servers/management/db/retention.ts';
import { INVITATIONS_ERASED, MEMBERS_FORGOTTEN } from '../servers/management/members/forgotten.ts';
import { MESSAGES_ERASED } from '../servers/management/messages/forgotten.ts';
import {
  GIFTS_ERASED,
  LOCALES_ERASED,
  LOOK_UPS_ERASED as NAMES_ERASED,
} from '../servers/management/orders/forgotten.ts';
import { PEOPLE_FORGOTTEN } from '../servers/management/orders/people/forgotten.ts';
import { dialoguesForgotten } from '../servers/management/text/forgotten.ts';
import { CALLS_ERASED } from '../servers/management/voice/forgotten.ts';
import { SETTLEMENT_PERSONAL, SETTLEMENT_RETENTION } from '../servers/settlement/db/retention.ts';
import { CERTIFICATES_ERASED } from '../servers/shop/certificates/forgotten.ts';
import { clerksForgotten } from '../servers/shop/clerks/forgotten.ts';
import { MESSAGES_KEPT_DAYS } from '../servers/shop/config.ts';
import { SHOP_PERSONAL, SHOP_RETENTION } from '../servers/shop/db/retention.ts';
import {
  LOOK_UPS_ERASED as SHOP_LOOK_UPS_ERASED,
  MEMBERS_FORGOTTEN as SHOP_MEMBERS_FORGOTTEN,
} from '../servers/shop/members/forgotten.ts';
import { messagesForgotten } from '../servers/shop/messages/forgotten.ts';
import { OPENING_FORGOTTEN, OPENINGS_ERASED } from '../servers/shop/opening/forgotten.ts';
import { TILLS_FORGOTTEN } from '../servers/shop/tills/forgotten.ts';
import { TERMS } from './builders/base.ts';
import { type TestDatabase, testDatabase } from './harness/database.ts';

const FORGOTTEN: Record<ServerRole, readonly Forgotten[]> = {
  management: [
    ...KIT_FORGOTTEN,
    ...CONTACTS_FORGOTTEN,
    ...MEMBERS_FORGOTTEN,
    ...PEOPLE_FORGOTTEN,
    ...dialoguesForgotten(TERMS.peopleKeptDays),
  ],
  settlement: KIT_FORGOTTEN,
  carrier: [...KIT_FORGOTTEN, ...CAMARA_FORGOTTEN],
  shop: [
    ...KIT_FORGOTTEN,
    ...OPENING_FORGOTTEN,
    ...SHOP_MEMBERS_FORGOTTEN,
    ...TILLS_FORGOTTEN,
    ...messagesForgotten(MESSAGES_KEPT_DAYS),
    ...clerksForgotten(TERMS.peopleKeptDays),
  ],
};

const RETENTION: Record<ServerRole, Retention> = {
  management: { ...KIT_RETENTION, ...MANAGEMENT_RETENTION },
  settlement: { ...KIT_RETENTION, ...SETTLEMENT_RETENTION },
  carrier: { ...KIT_RETENTION, ...CARRIER_RETENTION },
  shop: { ...KIT_RETENTION, ...SHOP_RETENTION },
};

const ERASED: Record<ServerRole, readonly Erased[]> = {
  management: [
    ...KIT_ERASED,
    GIFTS_ERASED,
    LOCALES_ERASED,
    NAMES_ERASED,
    MESSAGES_ERASED,
    ...CALLS_ERASED,
    INVITATIONS_ERASED,
  ],
  settlement: KIT_ERASED,
  carrier: [...KIT_ERASED, LOOK_UPS_ERASED],
  shop: [...KIT_ERASED, CERTIFICATES_ERASED, SHOP_LOOK_UPS_ERASED, OPENINGS_ERASED],
};

const PERSONAL: Record<ServerRole, Personal> = {
  management: { ...KIT_PERSONAL, ...MANAGEMENT_PERSONAL },
  settlement: { ...KIT_PERSONAL, ...SETTLEMENT_PERSONAL },
  carrier: { ...KIT_PERSONAL, ...CARRIER_PERSONAL },
  shop: { ...KIT_PERSONAL, ...SHOP_PERSONAL },
};

/** Columns that sound as if they held what is about a person, by their names' endings. */
const SOUNDS_PERSONAL =
  '(^|_)(name|name_ko|name_en|phone|phone_number|mobile|landline|e?mail|address|addresses|birthdate|gender|postal_code|locality|contact|body|content|content_sealed|vars|vars_sealed|identity_sealed|answer|detail|subject|turn|browser|area|text|message|refusal_word)$|^reference$';

/** For how many days a table's rows are kept, where they are forgotten by their age. */
function daysOf(kept: Kept): number | undefined {
  const [, count, unit] = /^([0-9]+) (days|hours): /.exec(kept) ?? [];
  return count === undefined ? undefined : Number(count) / (unit === 'hours' ? 24 : 1);
}

const OLD = new Date('2026-01-01T00:00:00Z');
const LONG_AFTER = addMs(OLD, 400 * DAY_MS);

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
  job_claims: `
    insert into job_claims (job, subject_id, party, claim_id, claimed_until)
    select 'x', gen_random_uuid()::text, 'x', gen_random_uuid(), $1::timestamptz from generate_series(1, $2::int)`,
  peer_nonces: `
    insert into peer_nonces (keyid, nonce, expires_at)
    select 'k', gen_random_uuid()::text, $1::timestamptz from generate_series(1, $2::int)`,
  idempotency_keys: `
    insert into idempotency_keys (scope, key, fingerprint, resource_id, claimed_at, claimed_until)
    select 'registration', gen_random_uuid()::text, '', gen_random_uuid(), $1::timestamptz, $1
    from generate_series(1, $2::int)`,
  text_submissions: `
    insert into text_submissions (submission_id, message_id, provider, phone, sender, state, begun_at)
    select gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'x', 'ended', $1::timestamptz from generate_series(1, $2::int)`,
  texts_heard: `
    insert into texts_heard (provider, provider_message_id, claimed_until)
    select 'x', gen_random_uuid()::text, $1::timestamptz from generate_series(1, $2::int)`,
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
    text_dialogues: `
      insert into text_dialogues (phone, state, updated_at)
      select gen_random_uuid()::text, '{"at":"idle"}', $1::timestamptz from generate_series(1, $2::int)`,
    known_places: `
      with someone as (${A_MEMBER})
      insert into known_places (member_id, place_digest, last_used_at)
      select member_id, gen_random_uuid()::text::bytea, $1::timestamptz from someone, generate_series(1, $2::int)`,
    kept_people: `
      with someone as (${A_MEMBER})
      insert into kept_people (kept_id, member_id, address, is_favourite, looked_at)
      select gen_random_uuid(), member_id, gen_random_uuid()::text, true, $1::timestamptz
      from someone, generate_series(1, $2::int)`,
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
    clerk_sessions: `
      with store as (${A_STORE}), terminal as (${A_TERMINAL}),
        clerk as (insert into clerks (clerk_id, clerk_number, name, created_at)
          select gen_random_uuid(), (random() * 1e9)::bigint, 'x', now() returning clerk_id)
      insert into clerk_sessions (session_id, clerk_id, terminal_id, signed_in_by, created_at, used_at, ended_at)
      select gen_random_uuid(), clerk_id, terminal_id, 'pin', $1::timestamptz, $1, $1
      from terminal, clerk, generate_series(1, $2::int)`,
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
    messages: `
      insert into messages (message_id, phone, state, due_at, created_at)
      select gen_random_uuid(), 'x', 'sent', $1::timestamptz, $1 from generate_series(1, $2::int)`,
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

  test('says of every table how long its rows are kept and why, and of no other', async () => {
    const { rows } = await opened.pool.query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`);
    expect(Object.keys(RETENTION[role]).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test('forgets what it says it forgets', () => {
    const said = Object.entries(RETENTION[role]).filter(([, kept]) => daysOf(kept) !== undefined);
    expect(said.map(([table]) => table).sort()).toEqual(FORGOTTEN[role].map(({ table }) => table).sort());
  });

  test('says what each table says of people, by column, and until when', async () => {
    const { rows } = await opened.pool.query<{ column: string }>(
      `select c.relname || ' ' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and a.attnum > 0 and a.attname ~ $1 and format_type(a.atttypid, null) ~ '^(text|jsonb|bytea|date)'`,
      [SOUNDS_PERSONAL],
    );
    const named = Object.entries(PERSONAL[role]).flatMap(([table, { columns }]) =>
      columns.split(' ').map((column) => `${table} ${column}`),
    );
    expect(rows.map(({ column }) => column).filter((column) => !named.includes(column))).toEqual([]);
    const known = await opened.pool.query<{ column: string }>(`
      select c.relname || ' ' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0`);
    const columns = new Set(known.rows.map(({ column }) => column));
    expect(named.filter((column) => !columns.has(column))).toEqual([]);
  });

  test('erases what it says it erases, and tells privacy officers', () => {
    const page = readFileSync('docs/retention.md', 'utf8');
    const said = Object.entries(PERSONAL[role]).filter(
      ([table, { until }]) =>
        until.includes('KEPT_DAYS') && daysOf(RETENTION[role][table] ?? 'while unknown') === undefined,
    );
    const rowsGo = ['closed_members'];
    const erased = ERASED[role].flatMap(({ tables }) => tables);
    for (const [table] of said) expect([...erased, ...rowsGo]).toContain(table);
    for (const table of erased) expect(PERSONAL[role][table]?.until).toContain('KEPT_DAYS');
    expect(Object.keys(PERSONAL[role]).filter((table) => !page.includes(`\`${table}\``))).toEqual([]);
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

  test.each(FORGOTTEN[role].map((each) => [each.table, each] as const))(
    'forgets rows of %s after as long as it says',
    async (table, { forget }) => {
      const days = daysOf(RETENTION[role][table] ?? 'while unknown') ?? Number.NaN;
      await opened.pool.query(FILL[role][table] ?? '', [OLD, 1]);
      const due = addMs(OLD, days * DAY_MS);
      if (days > 0) expect(await forget(opened.db, addMs(due, -HOUR_MS))).toBe(0);
      expect(await forget(opened.db, addMs(due, HOUR_MS))).toBe(1);
    },
  );
});
