import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Database } from '../../kit/db/pool.ts';
import type { Said } from '../builders/door.ts';
import type { Crashes } from './crashing-pool.ts';

/** Sends one verb about an object of its own, with the caller's idempotency key, which a retry repeats. */
export type Send = (key: string) => Promise<Said>;
export type Verb = {
  name: string;
  prepare(): Promise<Send>;
  /** For verbs of several transactions: advances the clock until a retry may take over the dead process's claim. */
  expireClaim?(): void;
  /** Tables that each attempt adds to, such as those that count PIN attempts. */
  attemptTables?: readonly string[];
  /** For verbs that call other servers: how often each thing was requested there, which must be once. */
  remoteCalls?(): ReadonlyMap<string, number>;
  /** For the same: runs the server's jobs that resolve unknown outcomes. */
  janitor?(): Promise<void>;
};

const STATEMENTS_MAX = 200;
/** Not the balances before and after an entry, which depend on earlier entries. */
const AMOUNT = /(?<!before|after)_minor$/;
/** Tables that a request adds to even when it has no effect. */
const NOT_BOOKS = ['peer_nonces', 'idempotency_keys', 'rate_limits', 'opening_tallies'];

/** A refusal is a fact, too, and moves nothing. */
const NO_REFUSALS: Readonly<Record<string, string>> = {
  journal: `where kind <> 'sale_refused'`,
  journal_ids: `where fact_id not in (select fact_id from journal where kind = 'sale_refused')`,
};

type Books = () => Promise<ReadonlyMap<string, number>>;

/** The rows of every table, in total and by state, the sum of each amount, and the calls to other servers. */
export async function booksOf(
  { pool }: Pick<Database, 'pool'>,
  { attemptTables = [], remoteCalls = () => new Map() }: Pick<Verb, 'attemptTables' | 'remoteCalls'>,
): Promise<Books> {
  // Not the partitions beside their table.
  const found = await pool.query<{ table: string; column: string; type: string }>(`
    select table_name as "table", column_name as "column", data_type as type
    from information_schema.columns join pg_class c on c.oid = format('%I.%I', table_schema, table_name)::regclass
    where table_schema = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1, 2`);
  const columns = found.rows.filter(
    ({ table }) => !NOT_BOOKS.includes(table) && !attemptTables.includes(table),
  );
  const rows = [...new Set(columns.map(({ table }) => table))].map(
    (table) => `select '${table}' as what, count(*)::bigint as n from ${table} ${NO_REFUSALS[table] ?? ''}`,
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
  // Planned once a connection: planning takes longer than counting.
  const counting = { name: `books ${randomUUID()}`, text: all };
  return async () => {
    const counted = await pool.query<{ what: string; n: bigint }>(counting);
    return new Map([...counted.rows.map(({ what, n }) => [what, Number(n)] as const), ...remoteCalls()]);
  };
}

/** Returns a function that says what has changed in the books since now. */
export async function watch(books: Books): Promise<() => Promise<Record<string, number>>> {
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
 * Kills the process after each statement of a verb in turn, until the verb completes. However far it got, its effect is
 * there in full or not at all; the caller's retry applies it once, and a further retry gets the same bytes.
 * Returns how many crashes left nothing behind and how many left something.
 */
export async function crashAtEveryStatement(
  crashes: Crashes,
  verb: Verb,
): Promise<{ nothing: number; something: number }> {
  const books = await booksOf(crashes.observer, verb);
  const usual = await usualChange(books, verb);
  const seen = { nothing: 0, something: 0 };
  for (let statements = 1; statements < STATEMENTS_MAX; statements++) {
    const send = await verb.prepare();
    const key = randomUUID();
    const changed = await watch(books);
    crashes.dieAfter(statements);
    const first = await send(key);
    const { died, committed } = crashes.restart();
    if (!died) {
      expect(first.status).toBeLessThan(300);
      return seen;
    }
    expect(first.status).toBeGreaterThanOrEqual(500);
    const left = await changed();
    const nothing = Object.keys(left).length === 0;
    // A verb that calls other servers has several steps, which the retry and the janitor finish.
    if (verb.janitor === undefined) expect([statements, left]).toEqual([statements, nothing ? {} : usual]);
    if (!nothing) expect(committed).toBe(true);
    seen[nothing ? 'nothing' : 'something'] += 1;

    verb.expireClaim?.();
    const retried = await send(key);
    expect([statements, retried.text, retried.status < 300]).toEqual([statements, retried.text, true]);
    const again = await send(key);
    expect([again.status, again.text]).toEqual([retried.status, retried.text]);
    await verb.janitor?.();
    expect([statements, await changed()]).toEqual([statements, usual]);
  }
  throw new Error(`It had not completed after ${STATEMENTS_MAX} statements.`);
}

/** What the verb changes when nothing goes wrong. The first run is not measured, because it opens accounts. */
async function usualChange(books: Books, verb: Verb): Promise<Record<string, number>> {
  await (await verb.prepare())(randomUUID());
  await verb.janitor?.();
  const send = await verb.prepare();
  const changed = await watch(books);
  const said = await send(randomUUID());
  expect([said.text, said.status < 300]).toEqual([said.text, true]);
  // Jobs that follow from the verb belong to it as well.
  await verb.janitor?.();
  const usual = await changed();
  expect(usual).not.toEqual({});
  return usual;
}

/**
 * Sends the verb twice at the same time about one object. With one key both get the same bytes, or one is told to wait;
 * with two keys there is still one effect, whatever the other request is told.
 */
export async function raceBothWays({ observer }: Crashes, verb: Verb): Promise<void> {
  // Another server's signed message is kept with each request that caused it, even one with no effect.
  const books = await booksOf(observer, {
    ...verb,
    attemptTables: [...(verb.attemptTables ?? []), 'signed_messages'],
  });
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
    // With two keys each may be answered with a different state.
    if (keys[0] === keys[1]) expect(new Set(done.map(({ text }) => text)).size).toBe(1);
    await verb.janitor?.();
    expect([keys, await changed()]).toEqual([keys, usual]);
  }
}
