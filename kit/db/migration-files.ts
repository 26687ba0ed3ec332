import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Migration = {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
  /** Set if the file begins with the line `-- no transaction`: its statements are then run one by one. */
  readonly steps: readonly Step[] | undefined;
  /** Set if the file has the line `-- needs …`: it takes away what is only used by versions that don't know that migration. */
  readonly needs: string | undefined;
};

/** A statement that can be run again after a crash in the middle of it, or after it. */
export type Step = {
  readonly sql: string;
  /** What the statement creates. A crash leaves it there, but invalid. */
  readonly index?: string;
};

/** The folder's migrations, in their order. Their names begin with `prefix`. */
export function readMigrations(prefix: string, folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const name = `${prefix}/${file}`;
      const sql = readFileSync(join(folder, file), 'utf8');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      const steps = runsOutsideTransaction(sql) ? stepsOf(name, sql) : undefined;
      return { name, sql, sha256, steps, needs: neededBy(sql) };
    });
}

export function runsOutsideTransaction(sql: string): boolean {
  return /^-- no transaction\b/.test(sql);
}

export function neededBy(sql: string): string | undefined {
  return /^-- needs ([a-z]+\/[\w-]+\.sql)$/m.exec(sql)?.[1];
}

const CREATE_INDEX =
  /^create (?:unique )?index concurrently (?!if\b)(?<index>[a-z0-9_]+)\s+on [a-z0-9_]+\b[^;]*$/;
const REPEATABLE = [
  /^drop index concurrently if exists [a-z0-9_]+$/,
  /^alter table [a-z0-9_]+ validate constraint [a-z0-9_]+$/,
];

function stepsOf(name: string, text: string): Step[] {
  const statements = text
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  return statements.map((sql) => {
    const index = CREATE_INDEX.exec(sql)?.groups?.index;
    if (index !== undefined) return { sql, index };
    if (REPEATABLE.some((form) => form.test(sql))) return { sql };
    throw new Error(`Migration ${name} has a statement that may not run outside a transaction: ${sql}`);
  });
}
