import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Executor } from '../../kit/db/transaction.ts';
import type { Said } from '../builders/door.ts';
import type { Crashes } from './crashing-pool.ts';

/** One verb on an object of its own; the key is the caller's, who asks again with it. */
export type Send = (key: string) => Promise<Said>;
export type Verb = { name: string; prepare(): Promise<Send> };

const STATEMENTS_MAX = 200;
/** What requests leave behind even when they do nothing. */
const NOT_BOOKS = ['peer_nonces', 'idempotency_keys', 'rate_limits'];

/** How many rows every table has, and the sum of all transfers. */
async function booksOf(executor: Executor): Promise<Map<string, number>> {
  const tables = await sql<{ table_name: string }>`
    select table_name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(executor);
  const counted = tables.rows.map(({ table_name }) => table_name).filter((name) => !NOT_BOOKS.includes(name));
  const counts = sql.join(
    counted.map((name) => sql`select ${name}::text as what, count(*)::bigint as n from ${sql.table(name)}`),
    sql` union all `,
  );
  const found = await sql<{ what: string; n: bigint }>`
    ${counts} union all select 'moved', coalesce(sum(amount_minor), 0)::bigint from ledger_transfers`.execute(
    executor,
  );
  return new Map(found.rows.map(({ what, n }) => [what, Number(n)]));
}

async function changeOf(executor: Executor, before: Map<string, number>): Promise<Record<string, number>> {
  const after = await booksOf(executor);
  const changes = [...after].map(([what, n]) => [what, n - (before.get(what) ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, n]) => n !== 0));
}

/**
 * Lets the process die after each statement of a verb in turn, until it comes through alive. However far it came, its
 * effect is there wholly or not at all; the caller's retry does it once, and a further one gets the same bytes.
 * Returns how many crashes left nothing and how many left everything.
 */
export async function crashAtEveryStatement(
  db: Executor,
  crashes: Crashes,
  { prepare }: Verb,
): Promise<{ nothing: number; everything: number }> {
  const usual = await usualChange(db, prepare);
  const seen = { nothing: 0, everything: 0 };
  for (let statements = 1; statements < STATEMENTS_MAX; statements++) {
    const send = await prepare();
    const key = randomUUID();
    const before = await booksOf(db);
    crashes.after(statements);
    const first = await send(key);
    const { died, committed } = crashes.restart();
    if (!died) {
      expect(first.status).toBeLessThan(300);
      return seen;
    }
    expect(first.status).toBeGreaterThanOrEqual(500);
    const left = await changeOf(db, before);
    expect([statements, left]).toEqual([statements, Object.keys(left).length === 0 ? {} : usual]);
    if (Object.keys(left).length > 0) expect(committed).toBe(true);
    seen[Object.keys(left).length === 0 ? 'nothing' : 'everything'] += 1;

    const retried = await send(key);
    expect([statements, retried.text, retried.status < 300]).toEqual([statements, retried.text, true]);
    const again = await send(key);
    expect([again.status, again.text]).toEqual([retried.status, retried.text]);
    expect([statements, await changeOf(db, before)]).toEqual([statements, usual]);
  }
  throw new Error(`It wasn't through after ${STATEMENTS_MAX} statements.`);
}

/** What the verb does to the books when nothing goes wrong; the first time doesn't count, as it opens accounts. */
async function usualChange(db: Executor, prepare: Verb['prepare']): Promise<Record<string, number>> {
  await (await prepare())(randomUUID());
  const send = await prepare();
  const before = await booksOf(db);
  const said = await send(randomUUID());
  expect([said.text, said.status < 300]).toEqual([said.text, true]);
  const usual = await changeOf(db, before);
  expect(usual).not.toEqual({});
  return usual;
}

/**
 * The verb twice at once on one object: with one key both get the same bytes, or one is told to wait; with two keys
 * there is one effect too, whatever the other is told.
 */
export async function raceBothWays(db: Executor, { prepare }: Verb): Promise<void> {
  const usual = await usualChange(db, prepare);
  for (const keys of [() => ['same', 'same'], () => ['one', 'other']]) {
    const send = await prepare();
    const before = await booksOf(db);
    const run = randomUUID();
    const said = await Promise.all(keys().map((key) => send(`${run}-${key}`)));
    const done = said.filter(({ status }) => status < 300);
    expect(said.map(({ text, status }) => [text, status < 500])).toEqual(
      said.map(({ text }) => [text, true]),
    );
    expect(done.length).toBeGreaterThanOrEqual(1);
    expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    // What another server signed is kept with each request that it was for, also where there was nothing left to do.
    const { signed_messages: _kept, ...changed } = await changeOf(db, before);
    const { signed_messages: _usually, ...once } = usual;
    expect([keys(), changed]).toEqual([keys(), once]);
  }
}
