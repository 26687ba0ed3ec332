import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { debianMirror } from './apt-sources.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'seonmul-apt-'));
  mkdirSync(join(dir, 'sources.list.d'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(dir, name), text);

test('finds the mirror in one-line format', () => {
  write(
    'sources.list',
    '# deb http://old.example/debian stable main\ndeb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main\n',
  );
  expect(debianMirror(dir)).toBe('http://mirror.example/debian');
});

test('finds the mirror in deb822 format, after third-party and security repositories', () => {
  write('sources.list.d/aaa.list', 'deb https://others.example/apt stable main\n');
  write(
    'sources.list.d/debian.sources',
    'Types: deb\nURIs: http://mirror.example/debian-security\nSuites: s\n\nTypes: deb\n# was: x\nURIs: https://mirror.example/debian/\nSuites: s\n',
  );
  expect(debianMirror(dir)).toBe('https://mirror.example/debian/');
});

test('finds none on another distribution', () => {
  write('sources.list', 'deb http://archive.example/ubuntu noble main\n');
  expect(debianMirror(dir)).toBeUndefined();
});
