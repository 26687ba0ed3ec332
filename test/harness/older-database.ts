import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';
import type { ServerRole } from '../../bin/stack/roles.ts';
import { SCHEMAS } from '../../bin/stack/schemas.ts';
import { migrate } from '../../kit/db/migrate.ts';
import { withDatabase } from './database.ts';

export type OlderDatabase = {
  url: string;
  /** A superuser's connection to it, to make what the older version would have made. */
  admin: Client;
  /** Brings it up to date as a new version does when it is installed. */
  migrate(): Promise<void>;
  drop(): Promise<void>;
};

const KIT = join(dirname(fileURLToPath(import.meta.url)), '../../kit/db/migrations');

/** A server's database as a version had it that knew no migration from `firstMissing` on (`600`, say). */
export async function olderDatabase(role: ServerRole, firstMissing: string): Promise<OlderDatabase> {
  const { adminUrl, templates } = inject('postgres');
  const template = templates[role];
  if (template === undefined) throw new Error(`There is no migrated template for ${role}.`);
  const name = `test_older_${role}_${randomBytes(6).toString('hex')}`;
  const [runtime, owner] = [`seonmul_${role}`, `seonmul_${role}_owner`];
  const postgres = new Client({ connectionString: adminUrl });
  await postgres.connect();
  await postgres.query(`create database ${name} owner ${escapeIdentifier(owner)}`);
  const ownerUrl = withDatabase(template.ownerDatabaseUrl, name);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    'create table schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  );
  for (const [prefix, folder] of [
    ['kit', KIT],
    [role, join(SCHEMAS[role].folder, 'migrations')],
  ] as const)
    for (const file of readdirSync(folder).sort()) {
      if (file >= firstMissing) continue;
      const text = readFileSync(join(folder, file), 'utf8');
      // A file that runs outside a transaction is sent at once here, on tables without rows.
      await client.query(text.replaceAll(' concurrently', ''));
      await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [
        `${prefix}/${file}`,
        createHash('sha256').update(text).digest('hex'),
      ]);
    }
  await client.query(
    `grant usage on schema public to ${runtime};
     grant select, insert, update, delete on all tables in schema public to ${runtime}`,
  );
  await client.end();
  const admin = new Client({ connectionString: withDatabase(adminUrl, name) });
  await admin.connect();
  await admin.query(`set session_replication_role = replica`);
  return {
    url: withDatabase(template.databaseUrl, name),
    admin,
    migrate: () => migrate({ ownerUrl, schema: SCHEMAS[role], runtimeRole: runtime }),
    async drop() {
      await admin.end();
      await postgres.query(`drop database ${name} with (force)`);
      await postgres.end();
    },
  };
}
