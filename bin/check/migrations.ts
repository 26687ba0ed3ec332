import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { neededBy, runsOutsideTransaction } from '../../kit/db/migration-files.ts';
import { SERVER_ROLES } from '../stack/roles.ts';

/**
 * From the first file that was written for servers at work. Those before it are applied and can't change, and squawk would
 * have found something in most: indexes that stop writes, constraints that read a table under a lock. They are only applied
 * to a database from before the first release, or to an empty one, where neither matters.
 */
const CHECKED_FROM = 640;

/**
 * The first release has triggers (`…_bridge`) for processes from before it. No such process is there when a later version is
 * begun, so this version's migrations drop them. The tables from before (`…_before`) keep their rows: they are history.
 */
const BRIDGES_DUE = [0, 2] as const;

/** `kit/db/migrate.ts` sees to these itself, except for the last, which is a matter of taste. */
const NOT_CHECKED = [
  'require-lock-timeout',
  'require-statement-timeout',
  'prefer-robust-stmts',
  'prefer-bigint-over-int',
];

/**
 * What takes something away. A file that says `-- needs …` may: whoever doesn't know what came in its place is not let near
 * that schema (`kit/db/schema-state.ts`).
 */
const TAKES_AWAY = ['ban-drop-column', 'ban-drop-table', 'ban-drop-not-null'];

type Finding = { file: string; line: number; rule_name: string; message: string };

/** What in these migrations would stop a running system, or break processes of the version before (squawk's rules). */
export function dangersIn(files: readonly string[]): string[] {
  const kinds = Map.groupBy(files, (file) => {
    const text = readFileSync(file, 'utf8');
    if (runsOutsideTransaction(text)) return 'outside';
    return neededBy(text) === undefined ? 'inside' : 'contracting';
  });
  return [
    ...lint(kinds.get('inside') ?? [], '--assume-in-transaction'),
    ...lint(kinds.get('contracting') ?? [], '--assume-in-transaction', TAKES_AWAY),
    ...lint(kinds.get('outside') ?? [], '--no-assume-in-transaction'),
  ];
}

/** Files that need a migration which is not there, or comes after them. */
export function unknownNeeds(migrations: ReadonlyMap<string, string>): string[] {
  return [...migrations].flatMap(([name, text]) => {
    const needs = neededBy(text);
    const isKnown = needs === undefined || (migrations.has(needs) && numberOf(needs) < numberOf(name));
    return isKnown ? [] : [`${name} needs ${needs}, which is no earlier migration.`];
  });
}

const numberOf = (name: string) => Number.parseInt(basename(name), 10);

function lint(files: readonly string[], transaction: string, allowed: readonly string[] = []): string[] {
  if (files.length === 0) return [];
  const squawk = 'node_modules/squawk-cli/js/bin/squawk';
  const exclude = `--exclude=${[...NOT_CHECKED, ...allowed].join(',')}`;
  const args = [squawk, '--reporter=json', '--pg-version=18', exclude, transaction, ...files];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (!stdout.startsWith('[')) throw new Error(`squawk did not run: ${stdout}${stderr}`);
  const findings: Finding[] = JSON.parse(stdout);
  return findings.map(({ file, line, rule_name, message }) => `${file}:${line + 1} ${rule_name}: ${message}`);
}

/** The bridges that these migrations make and never drop, if the version says that they are no longer needed. */
export function bridgesDue(version: string, migrations: readonly string[]): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === BRIDGES_DUE[0] && minor < BRIDGES_DUE[1]) return [];
  const named = (pattern: RegExp) =>
    migrations.flatMap((sql) => [...sql.matchAll(pattern)].map(([, name = '']) => name));
  const dropped = new Set(named(/drop trigger (?:if exists )?(\w+_bridge)/g));
  return named(/create trigger (\w+_bridge)/g).filter((name) => !dropped.has(name));
}

/** The files of the kit and of every server, by the names that migrations have. */
function allMigrations(): Map<string, string> {
  const folders = [
    ['kit', 'kit/db/migrations'],
    ...SERVER_ROLES.map((role) => [role, `servers/${role}/db/migrations`]),
  ] as const;
  return new Map(
    folders.flatMap(([prefix = '', folder = '']) =>
      readdirSync(folder).map((file) => [`${prefix}/${file}`, join(folder, file)] as const),
    ),
  );
}

if (import.meta.main) {
  const files = allMigrations();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const texts = new Map([...files].map(([name, file]) => [name, readFileSync(file, 'utf8')]));
  const due = bridgesDue(version, [...texts.values()]);
  const faults = [
    ...dangersIn([...files.values()].filter((file) => numberOf(file) >= CHECKED_FROM)),
    ...unknownNeeds(texts),
    ...due.map((name) => `Version ${version} drops the trigger ${name}, and its function, by a migration.`),
  ];
  for (const fault of faults) console.log(fault);
  process.exit(faults.length === 0 ? 0 : 1);
}
