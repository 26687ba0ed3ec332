import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, escapeIdentifier } from 'pg';
import { ConfigError } from '../config.ts';
import { type Migration, readMigrations, type Step } from './migration-files.ts';
import { LOCK_NOT_AVAILABLE, sqlstateOf } from './sqlstate.ts';

const KIT_DB = dirname(fileURLToPath(import.meta.url));

/** A server's own schema: `folder` has its `migrations/` and its `roles.sql`. */
export type Schema = { role: string; folder: string };

/** How a migration waits for tables that are in use. Whoever comes after it waits with it, so it gives up soon and tries again. */
export type Patience = {
  lockTimeout_ms: number;
  attemptsMax: number;
  /** Waits before another attempt, of which there were `attempts`. */
  pause: (attempts: number) => Promise<unknown>;
};

const PATIENCE: Patience = {
  lockTimeout_ms: 2_000,
  attemptsMax: 60,
  pause: (attempts) => sleep(Math.min(attempts, 5) * 1_000),
};
const TURN_POLL_MS = 200;

/**
 * Brings a server's schema up to date as the role that owns the database: the kit's migrations, the server's own, then
 * the runtime role's rights. Each file runs once, in its own transaction, or step by step if it says so. Throws a
 * ConfigError if an applied file has changed, if the database has migrations that this code does not know, or if a table
 * stays locked by others; what was applied until then stays.
 */
export async function migrate({
  ownerUrl,
  schema,
  runtimeRole,
  patience = PATIENCE,
}: {
  ownerUrl: string;
  schema: Schema;
  runtimeRole: string;
  patience?: Patience;
}): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  const turn = new Client({ connectionString: ownerUrl });
  await client.connect();
  await turn.connect();
  try {
    await client.query(
      'create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    await takeTurn(turn);
    const migrations = knownMigrations(schema);
    await refuseNewerSchema(client, migrations);
    const applied = await appliedMigrations(client);
    for (const migration of migrations) {
      const known = applied.get(migration.name);
      if (known === undefined) await apply(client, migration, patience);
      else if (known !== migration.sha256) {
        throw new ConfigError(
          `Migration ${migration.name} was changed after it was applied; write a new one instead.`,
        );
      }
    }
    await patiently(client, patience, 'rights', () => grantRights(client, schema, runtimeRole));
  } finally {
    await client.end();
    await turn.end();
  }
}

/** The kit's and the server's own, in their order. */
export function knownMigrations({ role, folder }: Schema): Migration[] {
  return [
    ...readMigrations('kit', join(KIT_DB, 'migrations')),
    ...readMigrations(role, join(folder, 'migrations')),
  ];
}

/**
 * Processes that migrate take turns: this lock excludes itself and nothing that they do, and ends with its connection. That
 * is one of its own, which only asks: whoever waits for a lock has a snapshot, and building an index concurrently waits for
 * all snapshots.
 */
async function takeTurn(client: Client): Promise<void> {
  client.on('error', () => {});
  await client.query('set idle_in_transaction_session_timeout = 0');
  for (;;) {
    await client.query('begin');
    try {
      await client.query('lock table schema_migrations in share update exclusive mode nowait');
      return;
    } catch (error) {
      await client.query('rollback');
      if (sqlstateOf(error) !== LOCK_NOT_AVAILABLE) throw error;
    }
    await sleep(TURN_POLL_MS);
  }
}

/** Digests by name. */
async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migrations',
  );
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

async function refuseNewerSchema(client: Client, migrations: readonly Migration[]): Promise<void> {
  const applied = [...(await appliedMigrations(client)).keys()].sort();
  const unknown = applied.find((name) => !migrations.some((migration) => migration.name === name));
  if (unknown !== undefined) {
    throw new ConfigError(
      `The database was migrated by a newer version (${unknown}); use that version or newer.`,
    );
  }
}

async function apply(client: Client, { name, sql, sha256, steps, needs }: Migration, patience: Patience) {
  const record = async () => {
    if (needs !== undefined)
      await client.query(
        'insert into schema_needs (migration, needs) values ($1, $2) on conflict do nothing',
        [name, needs],
      );
    await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [name, sha256]);
  };
  if (steps === undefined) {
    await patiently(client, patience, name, async () => {
      await client.query(sql);
      await record();
    });
    return;
  }
  for (const step of steps) await run(client, step);
  await record();
}

/** Runs a statement outside a transaction. What it waits for while it waits holds up nobody, so it waits as long as it takes. */
async function run(client: Client, { sql, index }: Step): Promise<void> {
  await client.query('set lock_timeout = 0');
  if (index !== undefined) {
    const known = await client.query<{ valid: boolean }>(
      'select indisvalid as valid from pg_index where indexrelid = to_regclass($1)',
      [index],
    );
    const [there] = known.rows;
    if (there?.valid) return;
    if (there !== undefined) await client.query(`drop index concurrently ${escapeIdentifier(index)}`);
  }
  await client.query(sql);
}

/** Runs `work` in a transaction, and again as long as a table that it needs stays locked. */
async function patiently(
  client: Client,
  { lockTimeout_ms, attemptsMax, pause }: Patience,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  for (let attempts = 1; ; attempts++) {
    await client.query(`begin; set local lock_timeout = ${lockTimeout_ms}`);
    try {
      await work();
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if (sqlstateOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (attempts === attemptsMax) {
        throw new ConfigError(
          `The database can't be migrated (${name}): a table stayed locked through ${attempts} attempts. Run --migrate again.`,
        );
      }
    }
    await pause(attempts);
  }
}

/** All rights are revoked and granted anew each time, so that dropped grants disappear. */
async function grantRights(client: Client, { folder }: Schema, runtimeRole: string): Promise<void> {
  const runtime = escapeIdentifier(runtimeRole);
  const rights = [join(KIT_DB, 'roles.sql'), join(folder, 'roles.sql')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  await client.query(
    `revoke all on all tables in schema public from ${runtime};
     ${rights.replaceAll(':runtime_role', runtime)}`,
  );
}
