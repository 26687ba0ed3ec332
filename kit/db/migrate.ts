import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, escapeIdentifier } from 'pg';
import { ConfigError } from '../config.ts';
import { sql } from './sql.ts';
import { INSUFFICIENT_PRIVILEGE, sqlstateOf, UNDEFINED_TABLE } from './sqlstate.ts';
import type { Executor } from './transaction.ts';

const KIT_DB = dirname(fileURLToPath(import.meta.url));

/** A server's own schema: `folder` has its `migrations/` and its `roles.sql`. */
export type Schema = { role: string; folder: string };

type Migration = { name: string; sql: string; sha256: string };

/**
 * Brings a server's schema up to date as the role that owns the database: the kit's migrations, the server's own, then
 * the runtime role's rights. Each file runs once, in its own transaction. Throws a ConfigError if an applied file has
 * changed, or if the database has migrations that this code does not know.
 */
export async function migrate({
  ownerUrl,
  schema,
  runtimeRole,
}: {
  ownerUrl: string;
  schema: Schema;
  runtimeRole: string;
}): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const migrations = knownMigrations(schema);
    await refuseNewerSchema(client, migrations);
    for (const migration of migrations) await apply(client, migration);
    await grantRights(client, schema, runtimeRole);
  } finally {
    await client.end();
  }
}

function readMigrations(prefix: string, folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { name: `${prefix}/${file}`, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

/** The migrations that the database lacks. */
export async function migrationsMissing(executor: Executor, schema: Schema): Promise<string[]> {
  const known = knownMigrations(schema).map(({ name }) => name);
  const applied = await sql<{ name: string }>`select name from schema_migrations`.execute(executor).then(
    ({ rows }) => new Set(rows.map(({ name }) => name)),
    (error: unknown) => {
      // Never migrated: the table is missing, or this role may not read it.
      if ([UNDEFINED_TABLE, INSUFFICIENT_PRIVILEGE].includes(sqlstateOf(error) ?? '')) return new Set();
      throw error;
    },
  );
  return known.filter((name) => !applied.has(name));
}

function knownMigrations({ role, folder }: Schema): Migration[] {
  return [
    ...readMigrations('kit', join(KIT_DB, 'migrations')),
    ...readMigrations(role, join(folder, 'migrations')),
  ];
}

async function refuseNewerSchema(client: Client, migrations: readonly Migration[]): Promise<void> {
  const applied = await client.query<{ name: string }>('select name from schema_migrations order by name');
  const unknown = applied.rows.find(({ name }) => !migrations.some((migration) => migration.name === name));
  if (unknown !== undefined) {
    throw new ConfigError(
      `The database was migrated by a newer version (${unknown.name}); use that version or newer.`,
    );
  }
}

async function apply(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin');
  try {
    // Concurrent processes take turns; the second finds the migration applied.
    await client.query('lock table schema_migrations in exclusive mode');
    const applied = await client.query<{ sha256: string }>(
      'select sha256 from schema_migrations where name = $1',
      [name],
    );
    const known = applied.rows[0];
    if (known !== undefined && known.sha256 !== sha256) {
      throw new ConfigError(`Migration ${name} was changed after it was applied; write a new one instead.`);
    }
    if (known === undefined) {
      await client.query(sql);
      await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [name, sha256]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** All rights are revoked and granted anew each time, so that dropped grants disappear. */
async function grantRights(client: Client, { folder }: Schema, runtimeRole: string): Promise<void> {
  const runtime = escapeIdentifier(runtimeRole);
  const rights = [join(KIT_DB, 'roles.sql'), join(folder, 'roles.sql')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  await client.query(
    `begin; lock table schema_migrations in exclusive mode;
     revoke all on all tables in schema public from ${runtime};
     ${rights.replaceAll(':runtime_role', runtime)}
     commit`,
  );
}
