import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { ConfigError } from '../../../kit/config.ts';
import { sqlstateOf, UNDEFINED_TABLE } from '../../../kit/db/sqlstate.ts';
import { asUser, clusterUser, ProgramFailed } from './programs.ts';
import type { BackupPlan } from './settings.ts';

const APPLICATION = 'seonmul-backup';
const CONNECT_MS = 10_000;
const ARCHIVE_POLL_MS = 200;
const ARCHIVE_MS = 120_000;

/** Connects to a database of the running cluster by its socket, as the superuser. */
async function connectCluster(plan: BackupPlan, database = 'postgres'): Promise<Client> {
  const { socketDir, port, superuser } = plan;
  const client = new Client({
    ...{ host: socketDir, port, user: superuser, database, connectionTimeoutMillis: CONNECT_MS },
    application_name: APPLICATION,
  });
  // A connection that breaks fails the statement; without a listener it would also end the process.
  client.on('error', () => {});
  const { uid } = asUser(clusterUser(plan));
  // PostgreSQL asks the system who is at the other end of its socket (peer).
  if (uid !== undefined) process.seteuid?.(uid);
  try {
    await client.connect();
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string };
    throw new ConfigError(`PostgreSQL at ${socketDir}, port ${port}, can't be reached: ${message || code}.`);
  } finally {
    if (uid !== undefined) process.seteuid?.(0);
  }
  return client;
}

/** Whether the cluster answers. */
export async function isRunning(plan: BackupPlan): Promise<boolean> {
  try {
    await (await connectCluster(plan)).end();
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

export async function inCluster<T>(
  plan: BackupPlan,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connectCluster(plan, database);
  try {
    return await work(client);
  } catch (error) {
    if (sqlstateOf(error) !== UNDEFINED_TABLE) throw error;
    throw new ConfigError(`Database ${database} is of an earlier version: npx seonmul server … --migrate`);
  } finally {
    await client.end();
  }
}

/** Programs, of each database, that are connected to it beside us. */
export async function sessionsIn(client: Client, databases: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ says: string }>(
    `select distinct datname || ': ' || coalesce(nullif(application_name, ''), 'a program without a name')
       || coalesce(' from ' || host(client_addr), '') as says
     from pg_stat_activity where datname = any($1) and backend_type = 'client backend' and pid <> pg_backend_pid()
       and application_name <> $2 order by says`,
    [databases, APPLICATION],
  );
  return rows.map(({ says }) => says);
}

/**
 * Sets a mark in the database of every server and waits until the write-ahead log has it in the repository: all that was
 * committed until now can be restored. Returns the moment that was marked.
 */
export async function markAndArchive(plan: BackupPlan): Promise<Date> {
  const at = new Date();
  for (const { database } of plan.servers)
    await inCluster(plan, database, (client) =>
      client.query(
        `insert into backup_outcomes (kind, succeeded_at) values ('mark', $1)
         on conflict (kind) do update set succeeded_at = excluded.succeeded_at`,
        [at],
      ),
    );
  await archiveLog(plan);
  return at;
}

/** Has all that was committed until now archived, and something behind it: PostgreSQL restores to a moment only if it finds a later one. */
export function archiveLog(plan: BackupPlan): Promise<void> {
  return inCluster(plan, 'postgres', async (client) => {
    // A transaction with a number writes its commit, though it changes nothing.
    await client.query('select pg_current_xact_id()');
    await archiveNow(client);
  });
}

/** Ends the current part of the write-ahead log and waits until it is archived. */
async function archiveNow(client: Client): Promise<void> {
  const switched = await client.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name');
  const name = switched.rows[0]?.name ?? '';
  const until = Date.now() + ARCHIVE_MS;
  for (;;) {
    const { rows } = await client.query<{ last: string | null; failed: string | null; is_failing: boolean }>(
      `select last_archived_wal as last, last_failed_wal as failed,
         coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as is_failing
       from pg_stat_archiver`,
    );
    const [state] = rows;
    if (state?.last !== null && state !== undefined && isArchived(state.last, name)) return;
    if (Date.now() > until)
      throw new ProgramFailed(
        state?.is_failing === true
          ? `PostgreSQL can't archive ${state.failed}: its log and pgBackRest's say why`
          : `PostgreSQL did not archive ${name} within ${ARCHIVE_MS / 1000} s; its log says why`,
      );
    await sleep(ARCHIVE_POLL_MS);
  }
}

/** Whether a segment is archived, by what was archived last: files are taken in the order of their names, history files apart. */
export function isArchived(last: string, name: string): boolean {
  return /^[0-9A-F]{24}(?:\.[0-9A-F]{8}\.backup)?$/.test(last) && last.slice(0, name.length) >= name;
}

/** A statement that names a database or role. */
export const quoted = escapeIdentifier;
