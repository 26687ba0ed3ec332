import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../../../kit/config.ts';
import type { BackupPlan } from './settings.ts';

const run = promisify(execFile);
const OUTPUT_MAX = 2 ** 26;

export type User = { uid: number; gid: number };

/** A program of PostgreSQL or pgBackRest failed; the message says which, and what it said last. */
export class ProgramFailed extends Error {}

/** Whose cluster it is: PostgreSQL and pgBackRest run as this user, also where root runs us. */
export function clusterUser({ dataDir }: BackupPlan): User {
  const there = existsSync(dataDir) ? dataDir : dirname(dataDir);
  const found = statSync(there, { throwIfNoEntry: false });
  if (found === undefined)
    throw new ConfigError(`POSTGRES_DATA ${dataDir} is not there, nor the folder that it is in.`);
  const self = process.getuid?.();
  if (self !== 0 && self !== found.uid)
    throw new ConfigError(`Run this as the user that owns POSTGRES_DATA ${there}, or as root.`);
  if (found.uid === 0) throw new ConfigError(`POSTGRES_DATA ${there} must not belong to root.`);
  return { uid: found.uid, gid: found.gid };
}

/** What must be given to run something as the cluster's user. */
export function asUser(user: User): Partial<User> {
  return process.getuid?.() === 0 ? user : {};
}

/** Runs a program of PostgreSQL's and returns what it printed. */
export function runPostgres(plan: BackupPlan, program: string, ...args: string[]): Promise<string> {
  return runAs(plan, join(plan.programs, program), args);
}

/** Runs pgBackRest on this cluster's stanza. */
export function runBackrest(plan: BackupPlan, command: string, ...args: string[]): Promise<string> {
  const options = [`--config=${plan.configFile}`, `--stanza=${plan.stanza}`];
  return runAs(plan, plan.pgbackrest, [...options, ...args, command]);
}

/** What pgBackRest says of itself. */
export function backrestVersion(plan: BackupPlan): Promise<string> {
  return runAs(plan, plan.pgbackrest, ['version']);
}

async function runAs(plan: BackupPlan, program: string, args: string[]): Promise<string> {
  const user = clusterUser(plan);
  try {
    const { stdout } = await run(program, args, {
      ...asUser(user),
      cwd: '/',
      maxBuffer: OUTPUT_MAX,
      env: { ...process.env, LC_ALL: 'C', PGCONNECT_TIMEOUT: '10', HOME: plan.workDir },
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '', code } = error as { stdout?: string; stderr?: string; code?: unknown };
    if (code === 'ENOENT')
      throw new ConfigError(`${program} is not there: see PGBACKREST and POSTGRES_PROGRAMS.`);
    if (code === 'EACCES')
      throw new ConfigError(`${program} may not be run by the user that owns POSTGRES_DATA.`);
    throw new ProgramFailed(`${nameOf(program, args)}: ${lastWords(`${stdout}\n${stderr}`) || String(code)}`);
  }
}

function nameOf(program: string, args: readonly string[]): string {
  const name = program.split('/').at(-1) ?? program;
  return name.startsWith('pgbackrest') ? `${name} ${args.at(-1)}` : name;
}

/** The lines that say what was wrong, without times and process numbers. */
export function lastWords(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ (?:P\d+ +|\w+ \[\d+\] )/, '').trim())
    .filter((line) => line !== '');
  const errors = lines.filter((line) => /^(?:ERROR|FATAL|PANIC|HINT|DETAIL|\S+: error)/.test(line));
  return (errors.length > 0 ? errors : lines).slice(-4).join(' / ');
}
