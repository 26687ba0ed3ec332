import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
const FOLDERS = ['servers', 'kit', 'contracts', 'sandbox', 'bin', 'web'];
const PLANTED: string[] = [];

afterEach(() => {
  for (const file of PLANTED.splice(0)) rmSync(file, { force: true });
});

/** By way of a file: the program ends before a pipe has taken all that it said. */
function cruise(): { violations: string[]; modules: number } {
  const report = join(mkdtempSync(join(tmpdir(), 'seonmul-cruise-')), 'report.json');
  spawnSync(process.execPath, [CRUISER, '--output-type', 'json', '--output-to', report, ...FOLDERS]);
  const { summary } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(dirname(report), { recursive: true });
  return {
    violations: summary.violations.map(({ rule }: { rule: { name: string } }) => rule.name),
    modules: summary.totalCruised,
  };
}

function plant(file: string, imported: string): void {
  PLANTED.push(file);
  writeFileSync(file, `export * from '${imported}';\n`);
}

test('the rooms import what ARCHITECTURE.md lets them, and the check sees them all', () => {
  const { violations, modules } = cruise();
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(150);
});

test.each([
  ['servers/shop/planted.ts', '../settlement/context.ts', 'shop-imports-only-itself'],
  ['servers/management/planted.ts', '../../sandbox/phones.ts', 'management-imports-only-itself'],
  ['kit/planted.ts', '../contracts/common.ts', 'kit-knows-no-server'],
  ['contracts/planted.ts', '../servers/shop/context.ts', 'contracts-know-only-kit'],
  ['sandbox/planted.ts', '../servers/shop/context.ts', 'sandbox-knows-no-server'],
  ['web/buyer/planted.ts', '../../servers/management/context.ts', 'pages-know-only-words-and-shapes'],
  ['web/buyer/planted.ts', '../../kit/http/app.ts', 'pages-know-only-words-and-shapes'],
  ['web/buyer/planted.ts', '../office/main.tsx', 'pages-know-not-each-other'],
  ['servers/shop/routes/planted.ts', '../../../kit/db/pool.ts', 'routes-have-no-sql'],
])('%s importing %s is found', (file, imported, rule) => {
  plant(file, imported);
  expect(cruise().violations).toContain(rule);
});
