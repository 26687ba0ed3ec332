import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../../bin/stack/cannot-start.ts';

const run = promisify(execFile);
const HERE = join(import.meta.dirname, '../..');
const NAMED_IN = 'test/rolling/previous-release.txt';
const BYTES_MAX = 2 ** 30;

/** The commit of the previous release. */
export function previousCommit(): string {
  return readFileSync(join(HERE, NAMED_IN), 'utf8').trim();
}

/** The previous release's files in a folder of their own under `folder`, with what it depends on. */
export async function previousRelease(folder: string, say: (line: string) => void): Promise<string> {
  const commit = previousCommit();
  await git('cat-file', '-e', `${commit}^{commit}`).catch(() => {
    throw new CannotStart(
      `The previous release (${commit.slice(0, 8)}, ${NAMED_IN}) is not in this clone: run git fetch --unshallow, or clone with history.`,
    );
  });
  const root = resolve(folder, commit);
  if (existsSync(root)) return root;
  const making = `${root}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    const archive = `${making}.tar`;
    await git('archive', '--format=tar', `--output=${archive}`, commit);
    await run('tar', ['-xf', archive, '-C', making]);
    rmSync(archive);
    installDependencies(making, say);
    renameSync(making, root);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  return root;
}

/** Files that this version changed or took away although the previous release has applied them. */
export async function changedMigrations(): Promise<string[]> {
  const folders = ['kit/db/migrations', 'servers/*/db/migrations'];
  const { stdout } = await git(
    'diff',
    '--name-only',
    '--diff-filter=MDR',
    previousCommit(),
    '--',
    ...folders,
  );
  return stdout.split('\n').filter((name) => name !== '');
}

/** Most often this version has them all. */
function installDependencies(root: string, say: (line: string) => void): void {
  const ours = lockedIn(HERE);
  const isThere = Object.entries(lockedIn(root)).every(
    ([path, { version, optional }]) => path === '' || optional === true || ours[path]?.version === version,
  );
  if (isThere) {
    symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'));
    return;
  }
  say('Installing what the previous release depends on (once)...');
  const args = ['install', '--no-save', '--loglevel=error', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0)
    throw new CannotStart(
      `What the previous release depends on can't be installed: ${stderr.trim().split('\n').at(-1)}`,
    );
}

type Locked = Readonly<Record<string, { version?: string; optional?: boolean }>>;

function lockedIn(folder: string): Locked {
  return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
}

function git(...args: string[]): Promise<{ stdout: string }> {
  return run('git', args, { cwd: HERE, maxBuffer: BYTES_MAX });
}
