import { escapeIdentifier, escapeLiteral } from 'pg';
import { LOCK_WAIT_MS } from './patience.ts';
import { openDatabase } from './pool.ts';
import { sql } from './sql.ts';
import type { Executor } from './transaction.ts';

/**
 * What holds for every transaction of a server's runtime role: how long a statement, a wait for a lock and an idle transaction
 * may take, and that statements are planned once, whatever their values (`plans.ts`), with indexes, however few rows there were.
 * They belong to the role because PgBouncer passes no settings on when a server connects.
 */
export const ROLE_SETTINGS: Readonly<Record<string, string>> = {
  statement_timeout: '15s',
  lock_timeout: `${LOCK_WAIT_MS}ms`,
  idle_in_transaction_session_timeout: '20s',
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
};

/** Statements that give a role its settings, which hold for connections that are made afterwards. */
export function roleSettings(role: string): string[] {
  return Object.entries(ROLE_SETTINGS).map(
    ([name, value]) => `alter role ${escapeIdentifier(role)} set ${name} = ${escapeLiteral(value)};`,
  );
}

/** Gives the role of this URL its settings if it lacks one. Every role may set its own. */
export async function settleRole(url: string): Promise<void> {
  const database = openDatabase(url, { applicationName: 'seonmul-migrate', connectionsMax: 1 });
  try {
    const [first] = await differing(database.db);
    if (first !== undefined) await database.pool.query(roleSettings(first.role).join('\n'));
  } finally {
    await database.close();
  }
}

/** What differs, with how to change it; undefined if nothing does. */
export async function wrongRoleSettings(executor: Executor): Promise<string | undefined> {
  const all = await differing(executor);
  const [first] = all;
  if (first === undefined) return undefined;
  const what = all.map(({ name, value }) => `${name} = ${value}`).join(', ');
  return `DATABASE_URL’s role ${first.role} works with ${what}; run --migrate, which changes that, and if PgBouncer is there, its RECONNECT afterwards.`;
}

type Differing = { role: string; name: string | null; value: string | null };

async function differing(executor: Executor): Promise<Differing[]> {
  const [names, values] = [Object.keys(ROLE_SETTINGS), Object.values(ROLE_SETTINGS)];
  const { rows } = await sql<Differing>`
    select current_user::text as role, wanted.name, current_setting(wanted.name) as value
    from unnest(${names}::text[], ${values}::text[]) as wanted(name, value)
    where current_setting(wanted.name) is distinct from wanted.value`.execute(executor);
  return rows;
}
