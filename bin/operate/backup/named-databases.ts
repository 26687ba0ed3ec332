import type { Client } from 'pg';
import { type Finding, fine, wrong } from '../check/findings.ts';
import { isLeftByRestore } from './left-by-restore.ts';
import type { ServerDatabase } from './settings.ts';

/** Asks one database of a cluster: of the one that runs, or of a copy. */
export type Inside = <T>(database: string, work: (client: Client) => Promise<T>) => Promise<T>;

/** Whether each server's database is named. */
export async function checkNamed(servers: readonly ServerDatabase[], inside: Inside): Promise<Finding> {
  const problem = await unnamedProblem(servers, inside);
  return problem === undefined ? fine('BACKUP_DATABASES') : wrong('BACKUP_DATABASES', problem);
}

/**
 * Which servers' databases in a cluster aren't named, if any: each is backed up with all the rest, but nobody verifies
 * it, and after a restore of the whole cluster its server would not know of that.
 */
export async function unnamedProblem(
  servers: readonly ServerDatabase[],
  inside: Inside,
): Promise<string | undefined> {
  const others = await inside('postgres', (client) =>
    client.query<{ name: string }>(
      `select datname as name from pg_database
       where datallowconn and not datistemplate and datname <> all($1) order by datname`,
      [servers.map(({ database }) => database)],
    ),
  );
  const unnamed: string[] = [];
  for (const { name } of others.rows)
    if (!isLeftByRestore(name) && (await inside(name, isServers))) unnamed.push(name);
  return unnamed.length === 0
    ? undefined
    : `it does not name ${unnamed.join(', ')}: add each, as server=database.`;
}

async function isServers(client: Client): Promise<boolean> {
  const found = await client.query<{ is: boolean }>(
    `select to_regclass('public.backup_outcomes') is not null as is`,
  );
  return found.rows[0]?.is === true;
}
