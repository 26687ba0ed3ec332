import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Imports } from './imports.ts';

const folder = mkdtempSync(join(tmpdir(), 'seonmul-imports-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('a program consists of what it imports, directly or not, without types', () => {
  const program = file(
    'main.ts',
    `import pg from 'pg';
import type { A } from './types.ts';
import {
  b,
} from './b.ts';
export * from './again.ts';
import './effect.ts';
import { readFileSync } from 'node:fs';
const text = 'not from ', other = ', ';
import serve from '@fastify/static';
import type { D } from 'typebox';
const { toCanvas } = await import('bwip-js/browser');
const font = import.meta.resolve('pretendard/dist/font.otf');
await import('./later.ts');`,
  );
  file('b.ts', "import { type C, c } from './c.ts';");
  file('c.ts', "import { b } from './b.ts';");
  const names = [...new Imports().of(program)].map((path) => path.slice(folder.length + 1));
  expect(names.sort()).toEqual(['again.ts', 'b.ts', 'c.ts', 'effect.ts', 'later.ts', 'main.ts']);
  expect([...new Imports().packagesOf(program)].sort()).toEqual([
    '@fastify/static',
    'bwip-js',
    'pg',
    'pretendard',
  ]);
});

test("a server consists of its own files and of no other server's", () => {
  const ofShop = [...new Imports().of('servers/shop/main.ts')];
  expect(ofShop).toContain('kit/server.ts');
  expect(ofShop.filter((path) => path.startsWith('servers/shop/')).length).toBeGreaterThan(50);
  expect(ofShop.filter((path) => /^servers\/(?!shop\/)/.test(path))).toEqual([]);
});
