import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Inside } from './named-databases.ts';
import { asUser, clusterUser, lastWords, ProgramFailed, runBackrest, runPostgres } from './programs.ts';
import type { BackupPlan } from './settings.ts';

/** A cluster that was restored from the repository and runs beside the real one, on a socket in a folder of its own. */
export type Copy = {
  folder: string;
  dataDir: string;
  /** For programs, and for a pool. */
  host: string;
  port: number;
  urlOf(database: string): string;
  inside: Inside;
  stop(): Promise<void>;
};

/** `latest`: everything that is in the repository; or the last commit before a moment. */
export type RestoreTo = 'latest' | Date;

const PORT = 5999;
const CANNOT_CONNECT_NOW = '57P03';
const REPLAY_POLL_MS = 200;
/** Replaying may take as long as it takes. */
const START_S = String(7 * 24 * 3600);

/** Makes a folder for the cluster's user only. */
export function makeFolder(plan: BackupPlan, folder: string): void {
  const user = clusterUser(plan);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (asUser(user).uid !== undefined) chownSync(folder, user.uid, user.gid);
}

/**
 * Restores a copy of the cluster into `folder` and starts it there. It reaches nobody and archives nothing, whatever the real
 * cluster's settings are: they come along with its data, and with Debian and Patroni name files elsewhere.
 * @param durable whether it is to become the real one.
 */
export async function openCopy(
  plan: BackupPlan,
  folder: string,
  { to, durable }: { to: RestoreTo; durable: boolean },
): Promise<Copy> {
  const dataDir = join(folder, 'data');
  for (const each of [plan.workDir, folder, dataDir]) makeFolder(plan, each);
  await runBackrest(plan, 'restore', `--pg1-path=${dataDir}`, ...targetOptions(to), ...tablespaces(folder));
  const ours = {
    config: join(folder, 'postgresql.conf'),
    hba: join(folder, 'pg_hba.conf'),
    ident: join(folder, 'pg_ident.conf'),
  };
  writeOwn(plan, ours.config, '');
  writeOwn(plan, ours.hba, 'local all all trust\n');
  writeOwn(plan, ours.ident, '');
  const log = join(folder, 'postgres.log');
  const settings = {
    ...{ config_file: ours.config, hba_file: ours.hba, ident_file: ours.ident },
    ...{ listen_addresses: '', unix_socket_directories: folder, port: String(PORT) },
    // Nothing is served until all is replayed, so the real cluster's sizes needn't be matched.
    ...{ archive_mode: 'off', hot_standby: 'off', ssl: 'off', shared_preload_libraries: '' },
    ...{ logging_collector: 'off', log_destination: 'stderr', cluster_name: 'seonmul-copy' },
    ...{ shared_buffers: '128MB', huge_pages: 'off', max_connections: '50', max_wal_size: '4GB' },
    ...{ synchronous_standby_names: '', primary_conninfo: '', primary_slot_name: '' },
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  const ctl = (...args: string[]) => runPostgres(plan, 'pg_ctl', '-D', dataDir, '-w', ...args);
  try {
    await ctl('start', '-t', START_S, '-s', '-l', log, '-o', options.join(' '));
    await replayed(plan, folder);
  } catch (error) {
    const said = existsSync(log) ? lastWords(readFileSync(log, 'utf8')) : '';
    throw said === '' ? error : new ProgramFailed(`the restored copy does not start: ${said}`);
  }
  const urlOf = (database: string) =>
    `postgres://${plan.superuser}@localhost/${database}?host=${encodeURIComponent(folder)}&port=${PORT}`;
  return {
    ...{ folder, dataDir, host: folder, port: PORT, urlOf },
    inside: async (database, work) => {
      const client = new Client({ connectionString: urlOf(database) });
      try {
        await client.connect();
        return await work(client);
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await ctl('stop', '-m', 'fast', '-s');
    },
  };
}

/** Until everything is replayed nobody is let in, which pg_ctl takes for having started. */
async function replayed({ superuser: user }: BackupPlan, folder: string): Promise<void> {
  for (;;) {
    const client = new Client({ host: folder, port: PORT, user, database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if ((error as { code?: unknown }).code !== CANNOT_CONNECT_NOW) throw error;
      await sleep(REPLAY_POLL_MS);
    }
  }
}

/** Removes a copy, running or not. */
export async function removeCopy(plan: BackupPlan, folder: string): Promise<void> {
  const dataDir = join(folder, 'data');
  if (existsSync(join(dataDir, 'postmaster.pid')))
    await runPostgres(plan, 'pg_ctl', '-D', dataDir, '-w', 'stop', '-m', 'immediate', '-s').catch(() => {});
  rmSync(folder, { recursive: true, force: true });
}

/** What pgBackRest is told about the moment. PostgreSQL fails if it finds nothing that was committed after it. */
export function targetOptions(to: RestoreTo): string[] {
  if (to === 'latest') return ['--type=default'];
  return [
    '--type=time',
    `--target=${to.toISOString().replace('T', ' ').replace('Z', '+00')}`,
    '--target-action=promote',
  ];
}

const tablespaces = (folder: string) => [`--tablespace-map-all=${join(folder, 'tablespaces')}`];

function writeOwn(plan: BackupPlan, file: string, text: string): void {
  const user = clusterUser(plan);
  writeFileSync(file, text, { mode: 0o600 });
  if (asUser(user).uid !== undefined) chownSync(file, user.uid, user.gid);
}
