import { knownMigrations, type Schema } from './migrate.ts';
import { sql } from './sql.ts';
import { sqlstateOf, UNDEFINED_TABLE } from './sqlstate.ts';
import type { Executor } from './transaction.ts';
import type { DatabaseTrouble } from './trouble.ts';

/** How the database's schema and this version fit each other. */
export type SchemaState = {
  /** Why this version must not run on it, if it must not. */
  trouble?: DatabaseTrouble;
  /** Applied by a newer version. They only add to what this version knows, so it runs beside that one. */
  unknown: readonly string[];
};

/**
 * An older schema is refused: on it, a server would only fail later, in the middle of an operation. A newer one is not: a
 * release is installed by migrating first, while processes of the version before are at work. Only a migration that takes
 * something away says what a version must know to run without it (`-- needs …`), and one that doesn't know that is refused.
 */
export async function readSchemaState(executor: Executor, schema: Schema): Promise<SchemaState> {
  const known = new Set(knownMigrations(schema).map(({ name }) => name));
  const applied = await appliedMigrations(executor);
  const [missing, ...more] = [...known].filter((name) => !applied.has(name));
  if (missing !== undefined) {
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    const sentence = `the schema lacks migration ${missing}${others}: run --migrate.`;
    return { trouble: { code: 'database_schema_old', sentence, heals: false }, unknown: [] };
  }
  const needs = await sql<{ migration: string; needs: string }>`
    select migration, needs from schema_needs order by migration`.execute(executor);
  const gone = needs.rows.find((row) => !known.has(row.needs));
  if (gone !== undefined) {
    const sentence = `the schema is a newer version's, which took away what this one uses (${gone.migration}): run a version that knows ${gone.needs}.`;
    return { trouble: { code: 'database_schema_newer', sentence, heals: false }, unknown: [] };
  }
  return { unknown: [...applied].filter((name) => !known.has(name)).sort() };
}

/** Their names. None if it was never migrated; throws if this role may not read them. */
async function appliedMigrations(executor: Executor): Promise<Set<string>> {
  const applied = await sql<{ name: string }>`select name from schema_migrations`
    .execute(executor)
    .catch((error: unknown) => {
      if (sqlstateOf(error) === UNDEFINED_TABLE) return { rows: [] };
      throw error;
    });
  return new Set(applied.rows.map(({ name }) => name));
}
