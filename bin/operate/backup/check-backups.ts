import { existsSync, statSync } from 'node:fs';
import { DAY_MS } from '../../../kit/clock.ts';
import { type Finding, fine, wrong } from '../check/findings.ts';
import { inCluster } from './cluster.ts';
import { instant, readBackups } from './info.ts';
import { unnamedProblem } from './named-databases.ts';
import { lastSuccess } from './outcomes.ts';
import { settingsToChange } from './postgres-settings.ts';
import { backrestVersion, clusterUser, runBackrest, runPostgres } from './programs.ts';
import { type BackupPlan, repositoryOf } from './settings.ts';

/** A day, and an hour for the timer's leeway and the backup itself; for verifications a week. */
const BACKUP_AGE_MAX_MS = 1.1 * DAY_MS;
const VERIFIED_AGE_MAX_MS = 8 * DAY_MS;
const OTHERS = 0o077;
const POSTGRES_MIN = 18;

/** Everything that backups depend on; changes nothing but that a part of the log is archived. */
export async function checkBackups(plan: BackupPlan, now: Date): Promise<Finding[]> {
  clusterUser(plan);
  const findings: Finding[] = [...fileFindings(plan)];
  findings.push(await told('programs', () => checkPrograms(plan)));
  if (!existsSync(plan.configFile))
    return [...findings, wrong('pgBackRest', `${plan.configFile} is not there: npx seonmul backup init`)];
  findings.push(
    await told('PostgreSQL’s settings', () => checkPostgres(plan)),
    await told('BACKUP_DATABASES', () =>
      unnamedProblem(plan.servers, (database, work) => inCluster(plan, database, work)),
    ),
    await told('the log comes through to the repository', async () => {
      await runBackrest(plan, 'check');
      return undefined;
    }),
    await told('the last backup', () => checkNewest(plan, now)),
    await told('the last verification', () => checkVerified(plan, now)),
  );
  return findings;
}

/** A finding from a look that says what is wrong, or fails. */
async function told(about: string, look: () => Promise<string | undefined>): Promise<Finding> {
  try {
    const problem = await look();
    return problem === undefined ? fine(about) : wrong(about, problem);
  } catch (error) {
    return wrong(about, `${(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')}.`);
  }
}

function fileFindings(plan: BackupPlan): Finding[] {
  const files = [plan.keyFile, plan.configFile, plan.s3KeyFile].filter((file) => file !== '');
  const open = files.filter(
    (file) => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0,
  );
  const { bucket, path } = repositoryOf(plan);
  const [data, repository] = [plan.dataDir, path].map((folder) =>
    statSync(folder, { throwIfNoEntry: false }),
  );
  const isSameDisk = bucket === undefined && data !== undefined && data.dev === repository?.dev;
  return [
    ...(open.length === 0
      ? [fine('keys are private')]
      : open.map((file) => wrong('keys are private', `${file} is open to other users: chmod 600 ${file}`))),
    isSameDisk
      ? wrong('repository', `${path} is on the disk of the cluster, and would be lost with it.`)
      : fine('repository is on another disk'),
  ];
}

async function checkPrograms(plan: BackupPlan): Promise<string | undefined> {
  await backrestVersion(plan);
  const version = await runPostgres(plan, 'postgres', '--version');
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(version)?.[1] ?? 0);
  if (major < POSTGRES_MIN)
    return `POSTGRES_PROGRAMS has ${version.trim()}; ${POSTGRES_MIN} or newer is needed.`;
  // Restoring one server's database needs them.
  for (const program of ['pg_dump', 'pg_restore']) await runPostgres(plan, program, '--version');
  return undefined;
}

async function checkPostgres(plan: BackupPlan): Promise<string | undefined> {
  const changes = await inCluster(plan, 'postgres', (client) => settingsToChange(plan, client));
  if (changes.length === 0) return undefined;
  return `${changes.map(({ name }) => name).join(', ')} must be set: npx seonmul backup init`;
}

async function checkNewest(plan: BackupPlan, now: Date): Promise<string | undefined> {
  const newest = (await readBackups(plan))?.at(-1);
  if (newest === undefined) return 'there is none: npx seonmul backup run';
  if (newest.hasErrors) return `${newest.label} has pages with wrong checksums.`;
  return now.getTime() - newest.ended_at.getTime() > BACKUP_AGE_MAX_MS
    ? `it ended ${instant(newest.ended_at)}: does its timer run?`
    : undefined;
}

async function checkVerified(plan: BackupPlan, now: Date): Promise<string | undefined> {
  const at = await lastSuccess(plan, 'verification');
  if (at === null) return 'no backup was ever verified: npx seonmul backup verify';
  return now.getTime() - at.getTime() > VERIFIED_AGE_MAX_MS
    ? `it was ${instant(at)}: does its timer run, and what does it say?`
    : undefined;
}
