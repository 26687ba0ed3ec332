import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeKeyFile } from './key-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-key-file-'));
  file = join(folder, 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file of keys is written for its owner only, and nothing is left beside it', () => {
  writeKeyFile(file, { v1: 'a' });
  writeKeyFile(file, { v1: 'b' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ v1: 'b' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['keys.json']);
});

test('it stays with whoever owned it, so that a server can read what root has written', () => {
  writeFileSync(file, '{}');
  // Only root can give a file away; anybody else keeps their own.
  const [uid = 0, gid = 0] =
    process.getuid?.() === 0 ? [54_321, 54_322] : [process.getuid?.(), process.getgid?.()];
  chownSync(file, uid, gid);
  writeKeyFile(file, { v1: 'a' });
  expect([statSync(file).uid, statSync(file).gid]).toEqual([uid, gid]);
});
