import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Database } from '../../kit/db/pool.ts';
import type { Said } from '../builders/door.ts';
import type { Crashes } from './crashing-pool.ts';

/** One verb on an object of its own; the key is the caller's, who asks again with it. */
export type Send = (key: string) => Promise<Said>;
export type Verb = {
  name: string;
  prepare(): Promise<Send>;
  /** For verbs of several transactions: lets the time pass after which a retry takes up what the dead one had claimed. */
  passClaim?(): void;
  /** Tables that each try adds to, such as those that count PIN attempts. */
  triesIn?: readonly string[];
  /** For verbs that ask other servers: what was asked there, of which each thing must be asked once. */
  elsewhere?(): ReadonlyMap<string, number>;
  /** For the same: what the server's own jobs do about what is unknown. */
  janitor?(): Promise<void>;
};

const STATEMENTS_MAX = 200;
/** What was before an entry and after it is another object's history. */
const AMOUNT = /(?<!before|after)_minor$/;
/** What requests leave behind even when they do nothing. */
const NOT_BOOKS = ['peer_nonces', 'idempotency_keys', 'rate_limits'];

type Books = () => Promise<ReadonlyMap<string, number>>;

/** How many rows every table has, how many in each state, and the sum of each amount; and what was asked elsewhere. */
async function booksOf(
  { pool }: Pick<Database, 'pool'>,
  { triesIn = [], elsewhere = () => new Map() }: Verb,
): Promise<Books> {
  const found = await pool.query<{ table: string; column: string; type: string }>(`
    select table_name as "table", column_name as "column", data_type as type
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1, 2`);
  const columns = found.rows.filter(({ table }) => !NOT_BOOKS.includes(table) && !triesIn.includes(table));
  const rows = [...new Set(columns.map(({ table }) => table))].map(
    (table) => `select '${table}' as what, count(*)::bigint as n from ${table}`,
  );
  const states = columns
    .filter(({ column, type }) => type === 'text' && ['state', 'status'].includes(column))
    .map(({ table, column }) => `select '${table} ' || ${column}, count(*)::bigint from ${table} group by 1`);
  const sums = columns
    .filter(({ column, type }) => type === 'bigint' && AMOUNT.test(column))
    .map(
      ({ table, column }) => `select '${table}.${column}', coalesce(sum(${column}), 0)::bigint from ${table}`,
    );
  const all = [...rows, ...states, ...sums].join(' union all ');
  return async () => {
    const counted = await pool.query<{ what: string; n: bigint }>(all);
    return new Map([...counted.rows.map(({ what, n }) => [what, Number(n)] as const), ...elsewhere()]);
  };
}

/** Begins to watch the books: what it returns tells what has changed since. */
async function watch(books: Books): Promise<() => Promise<Record<string, number>>> {
  const before = await books();
  return async () => {
    const after = await books();
    const changes = [...new Set([...before.keys(), ...after.keys()])].map(
      (what) => [what, (after.get(what) ?? 0) - (before.get(what) ?? 0)] as const,
    );
    return Object.fromEntries(changes.filter(([, n]) => n !== 0));
  };
}

/**
 * Lets the process die after each statement of a verb in turn, until it comes through alive. However far it came, its
 * effect is there wholly or not at all; the caller's retry does it once, and a further one gets the same bytes.
 * Returns how many crashes left nothing and how many left something.
 */
export async function crashAtEveryStatement(
  crashes: Crashes,
  verb: Verb,
): Promise<{ nothing: number; something: number }> {
  const books = await booksOf(crashes.onlooker, verb);
  const usual = await usualChange(books, verb);
  const seen = { nothing: 0, something: 0 };
  for (let statements = 1; statements < STATEMENTS_MAX; statements++) {
    const send = await verb.prepare();
    const key = randomUUID();
    const changed = await watch(books);
    crashes.after(statements);
    const first = await send(key);
    const { died, committed } = crashes.restart();
    if (!died) {
      expect(first.status).toBeLessThan(300);
      return seen;
    }
    expect(first.status).toBeGreaterThanOrEqual(500);
    const left = await changed();
    const nothing = Object.keys(left).length === 0;
    // What asks other servers is done in several steps; then it is the retry and the janitor that finish it.
    if (verb.janitor === undefined) expect([statements, left]).toEqual([statements, nothing ? {} : usual]);
    if (!nothing) expect(committed).toBe(true);
    seen[nothing ? 'nothing' : 'something'] += 1;

    verb.passClaim?.();
    const retried = await send(key);
    expect([statements, retried.text, retried.status < 300]).toEqual([statements, retried.text, true]);
    const again = await send(key);
    expect([again.status, again.text]).toEqual([retried.status, retried.text]);
    await verb.janitor?.();
    expect([statements, await changed()]).toEqual([statements, usual]);
  }
  throw new Error(`It wasn't through after ${STATEMENTS_MAX} statements.`);
}

/** What the verb does to the books when nothing goes wrong; the first time doesn't count, as it opens accounts. */
async function usualChange(books: Books, verb: Verb): Promise<Record<string, number>> {
  await (await verb.prepare())(randomUUID());
  await verb.janitor?.();
  const send = await verb.prepare();
  const changed = await watch(books);
  const said = await send(randomUUID());
  expect([said.text, said.status < 300]).toEqual([said.text, true]);
  // What is due by itself belongs to the verb as well.
  await verb.janitor?.();
  const usual = await changed();
  expect(usual).not.toEqual({});
  return usual;
}

/**
 * The verb twice at once on one object: with one key both get the same bytes, or one is told to wait; with two keys
 * there is one effect too, whatever the other is told.
 */
export async function raceBothWays({ onlooker }: Crashes, verb: Verb): Promise<void> {
  // What another server signed is kept with each request that it was for, also where there was nothing left to do.
  const books = await booksOf(onlooker, { ...verb, triesIn: [...(verb.triesIn ?? []), 'signed_messages'] });
  const usual = await usualChange(books, verb);
  for (const keys of [
    ['same', 'same'],
    ['one', 'other'],
  ]) {
    const send = await verb.prepare();
    const changed = await watch(books);
    const run = randomUUID();
    const said = await Promise.all(keys.map((key) => send(`${run}-${key}`)));
    const done = said.filter(({ status }) => status < 300);
    expect(said.map(({ text, status }) => [text, status < 500])).toEqual(
      said.map(({ text }) => [text, true]),
    );
    expect(done.length).toBeGreaterThanOrEqual(1);
    // With two keys each is told how far it is by then.
    if (keys[0] === keys[1]) expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    await verb.janitor?.();
    expect([keys, await changed()]).toEqual([keys, usual]);
  }
}
