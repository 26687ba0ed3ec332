import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reachablePlace } from './postgres-files.ts';
import { removeDataDir, temporaryDataDir } from './temporary.ts';

/** The id of a process that has ended. */
function goneProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

/** As a process with this id makes it, with PostgreSQL's data below /var/tmp for root. */
function dataDirOf(pid: number): { dataDir: string; postgres: string } {
  const dataDir = mkdtempSync(join(tmpdir(), `seonmul-planted-${pid}-`));
  const postgres = reachablePlace(dataDir).dataDir;
  mkdirSync(join(postgres, 'cluster'));
  return { dataDir, postgres };
}

test('what processes that are gone left behind is removed; what others still use is not', () => {
  const left = dataDirOf(goneProcess());
  const used = dataDirOf(process.pid);
  const fresh = temporaryDataDir('planted');
  expect([left.dataDir, left.postgres].filter(existsSync)).toEqual([]);
  expect([used.dataDir, used.postgres, fresh].filter(existsSync)).toEqual([
    used.dataDir,
    used.postgres,
    fresh,
  ]);
  for (const dataDir of [used.dataDir, fresh]) removeDataDir(dataDir);
  expect([used.dataDir, used.postgres, fresh].filter(existsSync)).toEqual([]);
});

test('only folders of our own are removed, and only those with such a name', () => {
  const pid = goneProcess();
  const file = join(tmpdir(), `seonmul-planted-${pid}-file`);
  writeFileSync(file, '');
  const otherName = mkdtempSync(join(tmpdir(), `seonmul-planted-${pid}x-`));
  removeDataDir(temporaryDataDir('planted'));
  expect([file, otherName].filter(existsSync)).toEqual([file, otherName]);
  for (const path of [file, otherName]) removeDataDir(path);
});
