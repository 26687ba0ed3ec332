import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
const FOLDERS = ['servers', 'kit', 'contracts', 'sandbox', 'bin', 'web'];
const FILES = ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'];

/** A copy, so that what is planted is never left in the project when a test is cut off. */
const copy = mkdtempSync(join(tmpdir(), 'seonmul-architecture-'));
beforeAll(() => {
  for (const name of [...FOLDERS, ...FILES]) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

/** By way of a file: the program ends before a pipe has taken all that it said. */
function cruise(): { violations: { rule: string; from: string }[]; modules: number } {
  const args = [CRUISER, '--output-type', 'json', '--output-to', 'report.json', ...FOLDERS];
  spawnSync(process.execPath, args, { cwd: copy });
  const { summary } = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8'));
  return {
    violations: summary.violations.map(({ rule, from }: { rule: { name: string }; from: string }) => ({
      rule: rule.name,
      from,
    })),
    modules: summary.totalCruised,
  };
}

test('the rooms import what ARCHITECTURE.md lets them, and the check sees them all', () => {
  const { violations, modules } = cruise();
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(150);
});

test('what is planted in a wrong room is found', () => {
  const planted = [
    ['servers/shop/planted.ts', '../settlement/context.ts', 'shop-imports-only-itself'],
    ['servers/management/planted.ts', '../../sandbox/phones/phones.ts', 'management-imports-only-itself'],
    ['kit/planted.ts', '../contracts/common.ts', 'kit-knows-no-server'],
    ['contracts/planted.ts', '../servers/shop/context.ts', 'contracts-know-only-kit'],
    ['sandbox/planted.ts', '../servers/shop/context.ts', 'sandbox-knows-no-server'],
    [
      'web/buyer/planted-server.ts',
      '../../servers/management/context.ts',
      'pages-know-only-words-and-shapes',
    ],
    ['web/buyer/planted-kit.ts', '../../kit/http/app.ts', 'pages-know-only-words-and-shapes'],
    ['web/buyer/planted-page.ts', '../office/main.tsx', 'pages-know-not-each-other'],
    ['servers/shop/checkout/planted-routes.ts', '../../../kit/db/pool.ts', 'routes-have-no-sql'],
    ['kit/planted-tool.ts', 'fast-check', 'production-needs-no-development-package'],
    ['servers/shop/planted-page.ts', 'react', 'production-needs-no-development-package'],
  ] as const;
  for (const [from, imported] of planted) writeFileSync(join(copy, from), `export * from '${imported}';\n`);
  const { violations } = cruise();
  expect(violations).toEqual(expect.arrayContaining(planted.map(([from, , rule]) => ({ rule, from }))));
});
