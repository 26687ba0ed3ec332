import { join } from 'node:path';
import { archiveLog, inCluster, isRunning, sessionsIn } from '../backup/cluster.ts';
import { type Copy, openCopy, type RestoreTo, removeCopy } from '../backup/copy.ts';
import { instant, readBackups } from '../backup/info.ts';
import { checkProduct } from '../backup/product-checks.ts';
import { ProgramFailed } from '../backup/programs.ts';
import { type BackupPlan, calledIn, type ServerDatabase } from '../backup/settings.ts';
import { describeFindings, type Finding } from '../check/findings.ts';
import { markRestored } from './mark-restored.ts';
import { databasesOf, type NamedServer } from './named-servers.ts';
import { RestoreRefused } from './refused.ts';
import { replaceDatabase } from './replace-database.ts';

export type Asked = {
  to: RestoreTo;
  servers: readonly NamedServer[];
  /** Goes on although the restored copy has faults, which may be older than any backup. */
  acceptFaults: boolean;
  say: (line: string) => void;
  now: Date;
};

/**
 * Restores databases of servers that are stopped, in a cluster that runs, and nothing else of it: the whole cluster is restored
 * into a copy, which is checked; then each database of it takes the place of the one that is there, which stays under another
 * name. Returns whether every server has noted that it was restored.
 */
export async function restoreServers(plan: BackupPlan, asked: Asked): Promise<boolean> {
  const { to, servers, say, now } = asked;
  const chosen = databasesOf(plan, servers);
  if (!(await isRunning(plan)))
    throw new RestoreRefused(
      'PostgreSQL does not run. Start it; or if its data are lost or damaged, restore all of it: --whole-cluster.',
    );
  await refuseRunning(plan, chosen);
  await refuseBefore(plan, to);
  const folder = join(plan.workDir, 'restored');
  try {
    await archiveWhatIsThere(plan, say);
    say(`Restoring a copy of the cluster, ${to === 'latest' ? 'up to now' : `as of ${instant(to)}`}...`);
    await removeCopy(plan, folder);
    const copy = await openCopy(plan, folder, { to, durable: false });
    await refuseFaults(copied(plan, copy, chosen), asked);
    for (const { role, database } of chosen) {
      say(`Putting ${role}'s database ${database} in its place...`);
      const before = await replaceDatabase(plan, copy, database, now);
      say(`The one before is ${before}. Once you don't need it: drop database ${before};`);
    }
    await copy.stop();
  } finally {
    await removeCopy(plan, folder);
  }
  return markAll(servers, say);
}

type Looked = { role: ServerDatabase['role']; url: string; called: string };

/** The databases in a copy of the cluster. */
export const copied = (plan: BackupPlan, copy: Copy, chosen: readonly ServerDatabase[]): Looked[] =>
  chosen.map((server) => ({
    role: server.role,
    url: copy.urlOf(server.database),
    called: calledIn(plan.servers, server),
  }));

/**
 * Looks through restored databases, and goes no further if something is wrong there, or was found before (`more`), unless
 * that was asked for.
 */
export async function refuseFaults(
  databases: readonly Looked[],
  { acceptFaults, say }: Pick<Asked, 'acceptFaults' | 'say'>,
  more: readonly Finding[] = [],
): Promise<void> {
  const findings = [...more];
  for (const { role, url, called } of databases) findings.push(...(await checkProduct(role, url, called)));
  say(describeFindings(findings));
  const isWrong = findings.some(({ problem }) => problem !== undefined);
  if (isWrong && !acceptFaults)
    throw new RestoreRefused(
      'Nothing was changed. Choose an earlier moment; or take it as it is, with --accept-faults.',
    );
}

/** Has each server note its restore. One that can't says why, and what to do. */
export async function markAll(
  servers: readonly NamedServer[],
  say: (line: string) => void,
): Promise<boolean> {
  let allMarked = true;
  for (const server of servers) {
    const { ok, says } = await markRestored(server);
    allMarked &&= ok;
    say(`${server.role}: ${says}`);
    if (!ok)
      say(
        `${server.role} has not noted that it was restored. Mend that (an old schema: npx seonmul server ${server.role} --migrate), and before it starts: npx seonmul restore --restored --server ${server.role}=${server.envFile}`,
      );
  }
  return allMarked;
}

/** What is in the repository already may do. */
async function archiveWhatIsThere(plan: BackupPlan, say: (line: string) => void): Promise<void> {
  try {
    await archiveLog(plan);
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    say(`${error.message}. Going on with what is in the repository.`);
  }
}

async function refuseRunning(plan: BackupPlan, chosen: readonly ServerDatabase[]): Promise<void> {
  const names = chosen.map(({ database }) => database);
  const sessions = await inCluster(plan, 'postgres', (client) => sessionsIn(client, names));
  if (sessions.length > 0)
    throw new RestoreRefused(
      `Stop every process of it first, on all machines. Connected are ${sessions.join('; ')}.`,
    );
}

/** A moment before the first backup's end can't be had. */
export async function refuseBefore(plan: BackupPlan, to: RestoreTo): Promise<void> {
  const [first] = (await readBackups(plan)) ?? [];
  if (first === undefined) throw new RestoreRefused('There is no backup.');
  if (to !== 'latest' && to <= first.ended_at)
    throw new RestoreRefused(
      `The oldest backup ended ${instant(first.ended_at)}: no earlier moment can be had.`,
    );
}
