import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import { eventually, expectAnswer } from '../../bin/walkthrough/doors.ts';
import { playMainJob } from '../../bin/walkthrough/main-job.ts';
import { addTerminal, enrolTerminal, logIn } from '../../bin/walkthrough/people.ts';
import { VARIANTS } from '../../bin/walkthrough/variants.ts';
import { DAY_MS } from '../../kit/clock.ts';
import { evidenceOf, type StoredEvidence } from '../../kit/signing/stored-body.ts';
import { keepNothing } from '../builders/keep-nothing.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem(undefined, { EVIDENCE_KEPT_DAYS: '400' });
});
afterAll(() => system?.stop());

/** Of whom something was said: the buyer who closes their account, and the recipients. */
const PEOPLE =
  /김하늘|haneul@example[.]com|12345678|홍길동|98765432|박서연|33334444|최지우|44445555|강영자|313334444|남궁민수|minsu@example[.]com/;

/** The tables of each server, and its signed texts, that say something of these people. */
async function whereNamed(people: RegExp): Promise<Record<ServerRole, string[]>> {
  const named: [ServerRole, string[]][] = [];
  for (const role of SERVER_ROLES) named.push([role, await tablesNaming(role, people)]);
  return Object.fromEntries(named) as Record<ServerRole, string[]>;
}

async function tablesNaming(role: ServerRole, people: RegExp): Promise<string[]> {
  const client = new pg.Client(system.stack.environments.get(role)?.OWNER_DATABASE_URL);
  await client.connect();
  const tables = await client.query<{ name: string }>(`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await client.query<{ row: string }>(`select t::text as row from "${name}" t`);
    const texts = name === 'signed_messages' ? await signedTexts(client) : [];
    if ([...rows.rows.map(({ row }) => row), ...texts].some((text) => people.test(text))) found.push(name);
  }
  await client.end();
  return found;
}

async function signedTexts(client: pg.Client): Promise<string[]> {
  const signed = await client.query<StoredEvidence>('select body, encoding from signed_messages');
  return signed.rows.map((row) => evidenceOf(row).body.toString());
}

/** The jobs that forget of four servers, on a busy machine. */
const FORGOTTEN_MS_MAX = 240_000;

const pass = async (days: number) =>
  expectAnswer('the clock', await system.world.sandbox.put('/v1/clock', { advance_ms: days * DAY_MS }), 200);

test('once the clocks have run out, nothing is left of people in any row, text or answer of four servers', async () => {
  for (const role of SERVER_ROLES)
    await keepNothing(system.stack.environments.get(role)?.OWNER_DATABASE_URL ?? '');
  const terminal = await enrolTerminal(system.world, await addTerminal(system.world));
  const played = await playMainJob(system.world, terminal, () => {});
  for (const { play } of VARIANTS) await play({ world: system.world, terminal, ...played });

  const before = await whereNamed(PEOPLE);
  expect(before.management).toEqual(
    expect.arrayContaining(['orders', 'calls', 'idempotency_keys', 'messages']),
  );
  expect(before.shop).toEqual(expect.arrayContaining(['certificates', 'signed_messages', 'member_lookups']));
  expect(before.carrier).toContain('lookups');
  // What books and proofs are made of names nobody from the first.
  const books = /^(journal|ledger|inbox|notice|certificate_uses|order_events|payment|payouts)/;
  expect(
    Object.values(before)
      .flat()
      .filter((table) => books.test(table)),
  ).toEqual([]);

  const buyer = await logIn(system.world);
  expectAnswer('the closing', await buyer.door.post('/v1/members/me/closing'), 200);
  // Certificates expire; their notices reach management; then all clocks run out.
  await pass(1_900);
  await eventually('every certificate to expire', async () => {
    const client = new pg.Client(system.stack.environments.get('management')?.OWNER_DATABASE_URL);
    await client.connect();
    const left = await client.query(`
      select 1 from ledger_accounts a join ledger_balances b using (account_id)
      where a.code = 'certificate' and b.balance_minor > 0`);
    await client.end();
    return left.rows.length === 0 ? true : undefined;
  });
  await pass(500);
  await expect
    .poll(() => whereNamed(PEOPLE), { interval: 500, timeout: FORGOTTEN_MS_MAX })
    .toEqual({
      management: [],
      settlement: [],
      // Who is a member of the shop, or has a number, still does.
      carrier: ['subscribers'],
      shop: ['members'],
    });
});
