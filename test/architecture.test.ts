import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
const FOLDERS = ['servers', 'kit', 'contracts', 'sandbox', 'bin', 'web'];
const FILES = ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'];

type Rule = { name: string; from: { path?: string } };
const RULES: readonly Rule[] = createRequire(import.meta.url)('../.dependency-cruiser.cjs').forbidden;

/** A copy, so that nothing planted is left in the project when a test is interrupted. */
const copy = mkdtempSync(join(tmpdir(), 'seonmul-architecture-'));
beforeAll(() => {
  for (const name of [...FOLDERS, ...FILES]) cpSync(name, join(copy, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

/** The report goes to a file: the program exits before a pipe has taken all of its output. */
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

test('rooms import only what ARCHITECTURE.md permits, and the check sees all modules', () => {
  const { violations, modules } = cruise();
  expect(violations).toEqual([]);
  expect(modules).toBeGreaterThan(150);
});

/** Adds an import that a rule forbids, in a new file or, in a room of one file, to that file. */
function plant(from: string, imported: string): void {
  const file = join(copy, from);
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `export * from '${imported}';\n`);
}

const PLANTED: readonly (readonly [rule: string, from: string, imported: string])[] = [
  ['no-circles', 'kit/planted-circle.ts', './planted-circle.ts'],
  ['management-imports-only-itself', 'servers/management/console/planted.ts', '../../shop/context.ts'],
  ['settlement-imports-only-itself', 'servers/settlement/payments/planted.ts', '../../../bin/stack/roles.ts'],
  ['carrier-imports-only-itself', 'servers/carrier/camara/planted.ts', '../../../sandbox/demo-data.ts'],
  ['shop-imports-only-itself', 'servers/shop/office/planted.ts', '../../settlement/context.ts'],
  ['kit-knows-no-server', 'kit/planted.ts', '../contracts/common.ts'],
  ['contracts-know-only-kit', 'contracts/planted.ts', '../servers/shop/context.ts'],
  ['sandbox-knows-no-server', 'sandbox/planted.ts', '../servers/shop/context.ts'],
  ['pages-know-only-words-and-shapes', 'web/buyer/planted-kit.ts', '../../kit/http/app.ts'],
  ['pages-know-only-words-and-shapes', 'web/buyer/planted.ts', '../../servers/management/context.ts'],
  ['pages-know-not-each-other', 'web/buyer/planted-page.ts', '../office/main.tsx'],
  ['production-needs-no-development-package', 'kit/planted-tool.ts', 'fast-check'],
  ['production-needs-no-development-package', 'servers/shop/office/planted-page.ts', 'react'],
  ['routes-have-no-sql', 'servers/shop/checkout/planted-routes.ts', '../../../kit/db/pool.ts'],
];

test('each rule finds a planted violation', () => {
  for (const planted of PLANTED) plant(planted[1], planted[2]);
  for (const { from } of RULES.filter(({ name }) => name.endsWith('-imports-downwards'))) {
    // `^servers/shop/redeem(/|[.]ts$)`: a folder, or a file of that name.
    const room = String(from.path).replace(/^\^|\(.*$/g, '');
    const file = existsSync(`${room}.ts`) ? `${room}.ts` : `${room}/planted-above.ts`;
    const role = room.split('/')[1];
    plant(file, relative(dirname(file), `servers/${role}/main.ts`).replace(/^(?!\.)/, './'));
  }
  for (const { name } of RULES.filter(({ name }) => name.endsWith('-has-no-other-rooms'))) {
    const elsewhere = `servers/${name.split('-')[0]}/elsewhere`;
    plant(`${elsewhere}/planted.ts`, './planted-too.ts');
    plant(`${elsewhere}/planted-too.ts`, '../context.ts');
  }
  const { violations } = cruise();
  const rules = new Set(violations.map(({ rule }) => rule));
  expect(RULES.map(({ name }) => name).filter((name) => !rules.has(name))).toEqual([]);
  expect(violations).toEqual(expect.arrayContaining(PLANTED.map(([rule, from]) => ({ rule, from }))));
});
