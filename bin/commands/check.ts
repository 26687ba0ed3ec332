import { spawnSync } from 'node:child_process';

/** The rules that a machine holds: types, form, who imports whom, what nobody uses, the schema as described, and statements. */
const CHECKS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['types of the pages', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'web'],
  ['form and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'],
  [
    'who imports whom',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'servers',
    'kit',
    'contracts',
    'sandbox',
    'bin',
    'web',
  ],
  ['what nobody uses', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['SQL beside the databases', 'bin/check/sql/main.ts'],
  ['what production installs', 'bin/check/dependencies.ts'],
  ['what the documentation says', 'bin/check/docs.ts'],
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
