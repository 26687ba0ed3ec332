import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './alive.ts';
import { placeElsewhere } from './postgres-files.ts';

const NAME = /^seonmul-[a-z]+-(\d+)-\w+$/;

/**
 * A data folder that is removed after use, by `removeDataDir`. A process that is killed leaves its folder behind, and the
 * name says whose it is: the next one that needs a folder removes those whose process is gone.
 */
export function temporaryDataDir(purpose: string): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = NAME.exec(name)?.[1];
    const folder = join(tmpdir(), name);
    if (owner !== undefined && !isAlive(Number(owner)) && isOurs(folder)) removeLeft(folder);
  }
  return mkdtempSync(join(tmpdir(), `seonmul-${purpose}-${process.pid}-`));
}

/** What can't be removed yet, such as a folder in which something is still mounted, is left for the next process. */
function removeLeft(folder: string): void {
  try {
    removeDataDir(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EBUSY' || error.code === 'EPERM')))
      throw error;
  }
}

/** Removes a data folder, and what PostgreSQL keeps elsewhere for it. */
export function removeDataDir(dataDir: string): void {
  rmSync(placeElsewhere(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

/** Anybody may make a folder of any name here, and another process may just have removed this one. */
function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid());
}
