import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runsOutsideTransaction } from '../../kit/db/migration-files.ts';
import { SERVER_ROLES } from '../stack/roles.ts';

/** Files with smaller numbers are applied and can't change. */
const CHECKED_FROM = 640;

/** `kit/db/migrate.ts` sees to these itself, except for the last, which is a matter of taste. */
const NOT_CHECKED = [
  'require-lock-timeout',
  'require-statement-timeout',
  'prefer-robust-stmts',
  'prefer-bigint-over-int',
];

type Finding = { file: string; line: number; rule_name: string; message: string };

/** What in these migrations would stop a running system, or break processes of the version before (squawk's rules). */
export function dangersIn(files: readonly string[]): string[] {
  const outside = files.filter((file) => runsOutsideTransaction(readFileSync(file, 'utf8')));
  const inside = files.filter((file) => !outside.includes(file));
  return [...lint(inside, '--assume-in-transaction'), ...lint(outside, '--no-assume-in-transaction')];
}

function lint(files: readonly string[], transaction: string): string[] {
  if (files.length === 0) return [];
  const squawk = 'node_modules/squawk-cli/js/bin/squawk';
  const exclude = `--exclude=${NOT_CHECKED.join(',')}`;
  const args = [squawk, '--reporter=json', '--pg-version=18', exclude, transaction, ...files];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(`squawk did not run: ${stdout}${stderr}`);
  const findings: Finding[] = JSON.parse(stdout);
  return findings.map(({ file, line, rule_name, message }) => `${file}:${line + 1} ${rule_name}: ${message}`);
}

/** The migrations of the kit and of every server that are checked. */
function checkedMigrations(): string[] {
  return ['kit/db/migrations', ...SERVER_ROLES.map((role) => `servers/${role}/db/migrations`)].flatMap(
    (folder) =>
      readdirSync(folder)
        .map((file) => join(folder, file))
        .filter((file) => Number.parseInt(basename(file), 10) >= CHECKED_FROM),
  );
}

if (import.meta.main) {
  const dangers = dangersIn(checkedMigrations());
  for (const danger of dangers) console.log(danger);
  process.exit(dangers.length === 0 ? 0 : 1);
}
