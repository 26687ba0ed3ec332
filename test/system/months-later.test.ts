import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { eventually, expectAnswer } from '../../bin/walkthrough/doors.ts';
import { playMainJob } from '../../bin/walkthrough/main-job.ts';
import { addTerminal, enrolTerminal, logIn } from '../../bin/walkthrough/people.ts';
import { playProviders } from '../../bin/walkthrough/providers.ts';
import { VARIANTS } from '../../bin/walkthrough/variants.ts';
import { DAY_MS } from '../../kit/clock.ts';
import { keepNothing } from '../builders/keep-nothing.ts';
import { ComparedBooks } from './compared-books.ts';
import { type System, startSystem } from './system.ts';
import { whereNamed } from './where-named.ts';

let system: System;

/** All that `walkthrough.test.ts` looks at step by step has happened. */
beforeAll(async () => {
  system = await startSystem(undefined, { EVIDENCE_KEPT_DAYS: '400' });
  for (const role of SERVER_ROLES)
    await keepNothing(system.stack.environments.get(role)?.OWNER_DATABASE_URL ?? '');
  const { world } = system;
  const terminal = await enrolTerminal(world, await addTerminal(world));
  const played = await playMainJob(world, terminal, () => {});
  for (const { play } of VARIANTS) await play({ world, terminal, ...played });
  await playProviders(system, async (_, play) => {
    await play();
  });
}, 900_000);
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

test('once the clocks have run out, nothing is left of people in any row, text or answer of four servers', async () => {
  const before = await whereNamed(system, PEOPLE);
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
  await expect.poll(nextDays, { interval: 4_000, timeout: FORGOTTEN_MS_MAX }).toEqual({
    management: [],
    settlement: [],
    // Who is a member of the shop, or has a number, still does.
    carrier: ['subscribers'],
    shop: ['members'],
  });
}, 900_000);
