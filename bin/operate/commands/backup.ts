import { parseArgs } from 'node:util';
import { systemClock } from '../../../kit/clock.ts';
import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { ConfigError, readSettings } from '../../../kit/config.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { readEnvFile } from '../arguments.ts';
import { checkBackups } from '../backup/check-backups.ts';
import { describeBackups, readBackups } from '../backup/info.ts';
import { initBackups } from '../backup/init-backups.ts';
import { noteAt } from '../backup/outcomes.ts';
import { checkProduct } from '../backup/product-checks.ts';
import { ProgramFailed } from '../backup/programs.ts';
import { runBackup } from '../backup/run-backup.ts';
import { type BackupPlan, readBackupPlan } from '../backup/settings.ts';
import { verifyBackup } from '../backup/verify-backup.ts';
import { describeFindings, type Finding } from '../check/findings.ts';
import { describeOutcomes } from '../init/init.ts';
import { parseServer } from '../restore/named-servers.ts';

const USAGE = `npx seonmul backup <init|run|check|list|verify> --env FILE [--full]
npx seonmul backup verify --copy SERVER=FILE [--note FILE]

Backs up a PostgreSQL cluster by pgBackRest, so that any moment of the last weeks can be restored. Run it on the cluster's
machine, as root or as the user that owns the cluster.

  init         makes the key and pgBackRest's configuration, and has PostgreSQL archive its log; may be run again
  run          makes a backup, a full one every week; a timer runs it daily
  check        looks at everything that backups depend on
  list         lists backups, and from when on a restore is possible
  verify       restores the newest backup and the log since into a copy, looks through every server's database in it, and
               removes it; a timer runs it weekly

  --env FILE   the settings of the cluster's backups, as \`init\` of the servers made them: backup/backup.env
  --full       makes a full backup now
  --copy SERVER=FILE   looks through a copy that somebody else restored, as where PostgreSQL is managed; its DATABASE_URL
               is in FILE
  --note FILE  notes the outcome in the real database, whose OWNER_DATABASE_URL is in FILE: migrate/SERVER.env`;

const VERBS = ['init', 'run', 'check', 'list', 'verify'] as const;
type Verb = (typeof VERBS)[number];
const text = { type: 'string' } as const;
const OPTIONS = { env: text, full: { type: 'boolean', default: false }, copy: text, note: text } as const;

const asked = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [given, ...more] = positionals;
  const verb = VERBS.find((name) => name === given);
  if (verb === undefined || more.length > 0) throw new Error(`What can be done is: ${VERBS.join(', ')}.`);
  const { env, full, copy, note } = values;
  if (full && verb !== 'run') throw new Error('--full goes with run.');
  if ((copy === undefined) === (env === undefined))
    throw new Error('--env is needed; or, to verify, --copy.');
  if (copy !== undefined && verb !== 'verify') throw new Error('--copy goes with verify.');
  if (note !== undefined && copy === undefined) throw new Error('--note goes with --copy.');
  return { verb, env, full, copy: copy === undefined ? undefined : parseServer(copy), note };
}, USAGE);

const ACTIONS: Readonly<Record<Verb, (plan: BackupPlan) => Promise<boolean>>> = {
  async init(plan) {
    const { outcomes, left } = await initBackups(plan);
    console.log(describeOutcomes(outcomes));
    console.log(left.length === 0 ? '\nBackups can be made: npx seonmul backup run' : `\n${left.join('\n')}`);
    return left.length === 0;
  },
  async run(plan) {
    console.log(await runBackup(plan, systemClock(), { full: asked.full }));
    return true;
  },
  check: async (plan) => reportFindings(await checkBackups(plan, systemClock())),
  async list(plan) {
    console.log(describeBackups((await readBackups(plan)) ?? []));
    return true;
  },
  verify: async (plan) => reportFindings(await verifyBackup(plan)),
};

function reportFindings(findings: readonly Finding[]): boolean {
  console.log(describeFindings(findings));
  return findings.every(({ problem }) => problem === undefined);
}

/** Looks through a copy that somebody else made. */
async function verifyCopy(copy: NonNullable<typeof asked.copy>): Promise<boolean> {
  const { databaseUrl, ownerDatabaseUrl } = COMMON_SETTINGS;
  const findings = await checkProduct(
    copy.role,
    readSettings({ databaseUrl }, readEnvFile(copy.envFile)).databaseUrl,
    copy.role,
  );
  const problems = findings.flatMap(({ about, problem }) =>
    problem === undefined ? [] : [`${about}: ${problem}`],
  );
  if (asked.note !== undefined) {
    const owner = readSettings({ ownerDatabaseUrl }, readEnvFile(asked.note)).ownerDatabaseUrl;
    if (owner === '') throw new ConfigError(`--note ${asked.note} has no OWNER_DATABASE_URL.`);
    const problem = problems.length === 0 ? undefined : problems.join('\n');
    await noteAt(owner, 'verification', problem);
    // What could be restored had been backed up.
    if (problem === undefined) await noteAt(owner, 'backup', undefined);
  }
  return reportFindings(findings);
}

try {
  const { verb, env = '', copy } = asked;
  const isDone =
    copy === undefined ? await ACTIONS[verb](readBackupPlan(env, readEnvFile(env))) : await verifyCopy(copy);
  process.exit(isDone ? 0 : 1);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof ProgramFailed)) throw error;
  console.error(error.message);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
