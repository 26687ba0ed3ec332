import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from '../../stack/alive.ts';
import { isRunning } from '../backup/cluster.ts';
import { openCopy, removeCopy } from '../backup/copy.ts';
import { instant } from '../backup/info.ts';
import { checkNamed } from '../backup/named-databases.ts';
import { isPatroni } from '../backup/postgres-settings.ts';
import { lastWords, runPostgres } from '../backup/programs.ts';
import type { BackupPlan, ServerDatabase } from '../backup/settings.ts';
import { databasesOf } from './named-servers.ts';
import { RestoreRefused } from './refused.ts';
import { type Asked, copied, markAll, refuseBefore, refuseFaults } from './restore-server.ts';

const run = promisify(execFile);
const START_MS = 300_000;
const POLL_MS = 500;

/**
 * Restores the whole cluster, whose data are lost or damaged, and every server in it: beside the data directory first, where it
 * is replayed and checked, and then in its place. What was there stays beside it. PostgreSQL is stopped.
 */
export async function restoreCluster(plan: BackupPlan, asked: Asked): Promise<boolean> {
  const { to, servers, say, now } = asked;
  const { dataDir } = plan;
  const chosen = databasesOf(plan, servers);
  refuseUnnamed(plan, chosen);
  await refuseUnfit(plan);
  await refuseBefore(plan, to);
  // On the same disk, so that it can change places by a new name.
  const folder = join(dirname(dataDir), `${nameOf(dataDir)}.restoring`);
  try {
    say(`Restoring the cluster, ${to === 'latest' ? 'up to its end' : `as of ${instant(to)}`}...`);
    await removeCopy(plan, folder);
    const copy = await openCopy(plan, folder, { to, durable: true });
    await refuseFaults(copied(plan, copy, chosen), asked, [await checkNamed(plan.servers, copy.inside)]);
    await copy.stop();
    if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
      const before = `${dataDir}.before-${now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
      renameSync(dataDir, before);
      say(`What was there is ${before}. Remove it once you don't need it.`);
    } else rmSync(dataDir, { recursive: true, force: true });
    renameSync(copy.dataDir, dataDir);
  } finally {
    await removeCopy(plan, folder);
  }
  await start(plan);
  say('PostgreSQL runs again. Make a backup soon: npx seonmul backup run --full');
  return markAll(servers, say);
}

/** All of them are restored, so all of them have to note it. */
function refuseUnnamed(plan: BackupPlan, chosen: readonly ServerDatabase[]): void {
  const unnamed = plan.servers.filter(({ database }) => !chosen.some((named) => named.database === database));
  if (unnamed.length > 0)
    throw new RestoreRefused(
      `All servers of the cluster are restored: name ${unnamed.map(({ role, database }) => `${role} (${database})`).join(', ')}, too, with --server.`,
    );
}

async function refuseUnfit(plan: BackupPlan): Promise<void> {
  const { dataDir, service } = plan;
  if (isPatroni(plan))
    throw new RestoreRefused(
      'Patroni has this cluster, and would not let it be replaced: docs/production/backup.md.',
    );
  const pidFile = join(dataDir, 'postmaster.pid');
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  if ((pid > 0 && isAlive(pid)) || (await isRunning(plan)))
    throw new RestoreRefused(
      `PostgreSQL runs. Stop the servers and then it: ${service === '' ? `pg_ctl stop -D ${dataDir}` : `systemctl stop ${service}`}.`,
    );
  const tablespaces = join(dataDir, 'pg_tblspc');
  if (existsSync(tablespaces) && readdirSync(tablespaces).length > 0)
    throw new RestoreRefused(
      'The cluster has tablespaces: restore it with pgBackRest itself, and then --restored.',
    );
}

async function start(plan: BackupPlan): Promise<void> {
  const { service, dataDir, workDir } = plan;
  if (service === '')
    await runPostgres(
      plan,
      'pg_ctl',
      '-D',
      dataDir,
      '-w',
      '-s',
      '-l',
      join(workDir, 'log/postgres.log'),
      'start',
    );
  else await startUnit(service);
  const until = Date.now() + START_MS;
  while (!(await isRunning(plan))) {
    if (Date.now() > until) throw new RestoreRefused('PostgreSQL does not answer; its log says why.');
    await sleep(POLL_MS);
  }
}

async function startUnit(service: string): Promise<void> {
  try {
    await run('systemctl', ['start', service]);
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    throw new RestoreRefused(`systemctl can't start ${service}: ${lastWords(stderr) || message}`);
  }
}

const nameOf = (folder: string): string => folder.split('/').at(-1) ?? folder;
