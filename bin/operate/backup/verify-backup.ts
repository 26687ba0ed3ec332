import { join } from 'node:path';
import { type Finding, fine, wrong } from '../check/findings.ts';
import { markAndArchive } from './cluster.ts';
import { type Copy, openCopy, removeCopy } from './copy.ts';
import { instant, readBackups } from './info.ts';
import { checkNamed } from './named-databases.ts';
import { noteOutcome } from './outcomes.ts';
import { checkProduct } from './product-checks.ts';
import { runBackrest } from './programs.ts';
import { noteFailure } from './run-backup.ts';
import { type BackupPlan, calledIn } from './settings.ts';

/**
 * Restores the newest backup and all of the log since into a copy, looks through every server's database in it, and removes
 * it. A mark that was set just before must be there: else the log does not come through to the repository.
 */
export async function verifyBackup(plan: BackupPlan): Promise<Finding[]> {
  const folder = join(plan.workDir, 'verified');
  try {
    const newest = (await readBackups(plan))?.at(-1);
    if (newest === undefined) throw new Error('There is no backup to verify yet: npx seonmul backup run');
    const at = await markAndArchive(plan);
    await removeCopy(plan, folder);
    const copy = await openCopy(plan, folder, { to: 'latest', durable: false });
    const findings = [
      newest.hasErrors
        ? wrong(`backup ${newest.label}`, 'it has pages with wrong checksums.')
        : fine(`backup ${newest.label}, restored`),
      await verifyRepository(plan),
      await checkNamed(plan.servers, copy.inside),
      ...(await everyServer(plan, copy, at)),
    ];
    await copy.stop();
    const problems = findings.flatMap(({ about, problem }) =>
      problem === undefined ? [] : [`${about}: ${problem}`],
    );
    await noteOutcome(plan, 'verification', problems.length === 0 ? undefined : problems.join('\n'));
    return findings;
  } catch (error) {
    await noteFailure(plan, 'verification', error);
    throw error;
  } finally {
    await removeCopy(plan, folder);
  }
}

async function everyServer(plan: BackupPlan, copy: Copy, at: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const server of plan.servers) {
    const { role, database } = server;
    const called = calledIn(plan.servers, server);
    findings.push(
      await markOf(called, copy, database, at),
      ...(await checkProduct(role, copy.urlOf(database), called)),
    );
  }
  return findings;
}

/** Whether a restored database has what was committed at a moment. */
async function markOf(called: string, { inside }: Copy, database: string, at: Date): Promise<Finding> {
  const about = `${called}: everything until ${instant(at)}`;
  try {
    const { rows } = await inside(database, (client) =>
      client.query<{ succeeded_at: Date }>(`select succeeded_at from backup_outcomes where kind = 'mark'`),
    );
    const found = rows[0]?.succeeded_at;
    if (found !== undefined && found >= at) return fine(about);
    return wrong(about, `the copy ends with ${found === undefined ? 'an earlier moment' : instant(found)}.`);
  } catch (error) {
    return wrong(about, `${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Every file of the repository has its checksum: older backups and their log, too. What it finds it prints, and ends well. */
async function verifyRepository(plan: BackupPlan): Promise<Finding> {
  const about = 'repository, all files';
  const said = await runBackrest(plan, 'verify', '--output=text');
  const lines = said.split('\n').map((line) => line.trim());
  if (!lines.some((line) => /^status: error/.test(line))) return fine(about);
  const details = lines.filter((line) => /status: (?:error|invalid)|[1-9]\d*$|ERROR/.test(line));
  return wrong(about, `${details.join('; ')}.`);
}
