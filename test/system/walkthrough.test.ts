import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { eventually, expectAnswer } from '../../bin/walkthrough/doors.ts';
import { playMainJob } from '../../bin/walkthrough/main-job.ts';
import {
  addTerminal,
  type Buyer,
  enrolTerminal,
  logIn,
  type Terminal,
} from '../../bin/walkthrough/people.ts';
import { playProviders } from '../../bin/walkthrough/providers.ts';
import { VARIANTS } from '../../bin/walkthrough/variants.ts';
import { DAY_MS } from '../../kit/clock.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import type { Executor } from '../../kit/db/transaction.ts';
import { conservation as managementBooks } from '../../servers/management/books/conservation.ts';
import { conservation as settlementBooks } from '../../servers/settlement/books/conservation.ts';
import { conservation as shopBooks } from '../../servers/shop/books/conservation.ts';
import { keepNothing } from '../builders/keep-nothing.ts';
import { ComparedBooks } from './compared-books.ts';
import { type System, startSystem } from './system.ts';
import { whereNamed } from './where-named.ts';

let system: System;
let terminal: Terminal;
let played: { buyer: Buyer; card: string };
const steps: string[] = [];

beforeAll(async () => {
  system = await startSystem(undefined, { EVIDENCE_KEPT_DAYS: '400' });
  for (const role of SERVER_ROLES)
    await keepNothing(system.stack.environments.get(role)?.OWNER_DATABASE_URL ?? '');
  terminal = await enrolTerminal(system.world, await addTerminal(system.world));
});
afterAll(() => system?.stop());

/** Of whom something was said: the buyer who closes their account, and the recipients. */
const PEOPLE =
  /김하늘|haneul@example[.]com|12345678|홍길동|98765432|박서연|33334444|최지우|44445555|강영자|313334444|남궁민수|minsu@example[.]com/;

/** The jobs that forget of four servers, on a busy machine. */
const FORGOTTEN_MS_MAX = 800_000;

const pass = async (days: number) =>
  expectAnswer('the clock', await system.world.sandbox.put('/v1/clock', { advance_ms: days * DAY_MS }), 200);

/** Days go on meanwhile: a call that nobody takes ends some minutes later, and is tried again the day after. */
async function nextDays() {
  await pass(20);
  return whereNamed(system, PEOPLE);
}

describe('the main job on real processes', () => {
  test('goes through every step of the flow charts', async () => {
    played = await playMainJob(system.world, terminal, (step) => steps.push(step));
    const numbered = (word: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
    expect(steps).toEqual([...numbered('Purchase', 13), ...numbered('Receipt', 10)]);
  });

  test.each(VARIANTS)('$name', async ({ play }) => {
    expect(await play({ world: system.world, terminal, ...played })).not.toBe('');
  });

  test('pays through each payment provider', async () => {
    const told: string[] = [];
    await playProviders(system, async (name, play) => {
      expect(await play(), name).not.toBe('');
      told.push(name);
    });
    expect(told).toContain('purchase through Stripe');
  });

  test('leaves books that balance and agree with each other', async () => {
    const shop = await books(system, 'shop', shopBooks);
    const management = await books(system, 'management', managementBooks);
    const settlement = await books(system, 'settlement', settlementBooks);
    expect(shop.map(({ differences }) => differences)).toEqual([[]]);
    expect(management.map(({ holds }) => holds)).toEqual([true]);
    expect(settlement.map(({ holds }) => holds)).toEqual([true]);
    expect(management[0]?.issued_minor).toBe(BigInt(shop[0]?.issued_minor ?? -1));
    expect(management[0]?.redeemed_minor).toBe(BigInt(shop[0]?.redeemed_minor ?? -1));
    expect(management[0]?.outstanding_minor).toBe(BigInt(shop[0]?.outstanding_minor ?? -1));
    expect(settlement[0]?.captured_minor).toBe(management[0]?.issued_minor);
    expect(settlement[0]?.refunded_minor).toBe(management[0]?.refunded_minor);
  });

  test('leaves books of different servers that agree, and an edited row is found by the hour of its order', async () => {
    const books = await ComparedBooks.of(system);
    expect(await books.differences()).toEqual([]);
    expect(Object.keys(await books.compared())).toEqual(['settlement', 'shop:haneul']);
    await books.moveBalance(1);
    expect(await books.differences()).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\dZ balances KRW: \d+ \(\d+\) here, \d+ \(\d+\) there$/),
    ]);
    await books.moveBalance(-1);
    expect(await books.differences()).toEqual([]);
    await books.end();
  });

  test('leaves no PIN, certificate number or whole phone number in any log', () => {
    const secrets = [
      '739258',
      '804173',
      '598317',
      '598318',
      '481620',
      '902745',
      'sky-and-sea',
      '4242424242424242',
    ];
    const personal = [
      '98765432',
      '33334444',
      '44445555',
      '12345678',
      '홍길동',
      '김하늘',
      'haneul@example.com',
    ];
    for (const name of ['management', 'settlement', 'carrier', 'shop']) {
      const log = readFileSync(`${system.dataDir}/logs/${name}.log`, 'utf8');
      expect(log.length).toBeGreaterThan(100);
      expect([...secrets, ...personal].filter((text) => log.includes(text))).toEqual([]);
    }
  });

  test('once the clocks have run out, nothing is left of people in any row, text or answer of four servers', async () => {
    const before = await whereNamed(system, PEOPLE);
    expect(before.management).toEqual(
      expect.arrayContaining(['orders', 'calls', 'idempotency_keys', 'messages']),
    );
    expect(before.shop).toEqual(
      expect.arrayContaining(['certificates', 'signed_messages', 'member_lookups']),
    );
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
    await expect.poll(nextDays, { interval: 4_000, timeout: FORGOTTEN_MS_MAX }).toEqual({
      management: [],
      settlement: [],
      // Who is a member of the shop, or has a number, still does.
      carrier: ['subscribers'],
      shop: ['members'],
    });
  }, 900_000);
});

async function books<T>(
  of: System,
  role: 'shop' | 'management' | 'settlement',
  read: (db: Executor) => Promise<T>,
): Promise<T> {
  const database = openDatabase(of.stack.databases.get(role)?.databaseUrl ?? '', { applicationName: 'test' });
  try {
    return await read(database.db);
  } finally {
    await database.close();
  }
}
