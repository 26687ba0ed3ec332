import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unpackedPackages } from '../debian/packages.ts';

const run = promisify(execFile);
const OUTPUT_BYTES_MAX = 2 ** 26;
const OTHERWISE = 'Install it to measure with it.';

/** How a program is started: the program and the arguments that always come first. */
export type Program = readonly [program: string, ...args: string[]];

/** Runs it to its end and returns what it printed. */
export async function runProgram(
  [program, ...first]: Program,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const settings = { env: { ...process.env, ...env }, maxBuffer: OUTPUT_BYTES_MAX };
  const { stdout } = await run(program, [...first, ...args], settings);
  return stdout;
}

/** pgbench, from this machine or fetched from Debian into the folder and not installed. */
export async function findPgbench(folder: string, say: (line: string) => void): Promise<Program> {
  if (isInstalled('pgbench', '--version')) return ['pgbench'];
  const wanted = { packages: ['postgresql-18'], megabytes: 80, otherwise: OTHERWISE };
  const unpacked = await unpackedPackages(wanted, join(folder, 'pgbench'), say);
  return unpacked.command('usr/lib/postgresql/18/bin/pgbench');
}

/** wrk, from this machine or from Debian; undefined where it can't be had. */
export async function findWrk(folder: string, say: (line: string) => void): Promise<Program | undefined> {
  if (isInstalled('wrk', '--version')) return ['wrk'];
  const wanted = { packages: ['wrk'], megabytes: 10, otherwise: OTHERWISE };
  try {
    return (await unpackedPackages(wanted, join(folder, 'wrk'), say)).command('usr/bin/wrk');
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Packages of npm's in a folder of their own, once; they are no dependencies of this project. */
export function npmPackages(folder: string, packages: Readonly<Record<string, string>>): string {
  const modules = join(resolve(folder), 'node_modules');
  const missing = Object.keys(packages).some((name) => !existsSync(join(modules, name, 'package.json')));
  if (missing) {
    mkdirSync(folder, { recursive: true });
    const names = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
    const args = [
      'install',
      '--prefix',
      resolve(folder),
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...names,
    ];
    const done = spawnSync('npm', args, { encoding: 'utf8' });
    const problem = done.error?.message ?? done.stderr.trim();
    if (done.status !== 0) throw new Error(`npm could not install ${names.join(', ')}: ${problem}`);
  }
  return modules;
}

/** Some print their version and exit with 1. */
function isInstalled(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}
