import { spawnSync } from 'node:child_process';

/** Everything that is checked without running tests, each by a program of its own. */
const CHECKS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['page types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web'],
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'],
  [
    'import rules',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'servers',
    'kit',
    'contracts',
    'sandbox',
    'bin',
    'web',
  ],
  ['unused code', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['migrations', 'bin/check/migrations.ts'],
  ['one connection a transaction', 'bin/check/connections.ts'],
  ['SQL statements', 'bin/check/sql/main.ts'],
  ['production dependencies', 'bin/check/dependencies.ts'],
  ['documentation', 'bin/check/docs.ts'],
  ['references', 'bin/commands/references.ts', '--check'],
  ['schema drift', 'bin/commands/schema.ts', '--check'],
];

let failed = 0;
for (const [name, program, ...args] of CHECKS) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  console.log(`${status === 0 ? 'holds ' : 'BROKEN'}  ${name}`);
  if (status !== 0) {
    failed += 1;
    console.log(`${stdout}${stderr}`.trim());
  }
}
process.exit(failed === 0 ? 0 : 1);
