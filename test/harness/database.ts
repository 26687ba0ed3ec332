import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's URL of the test PostgreSQL, and the runtime and owner URLs of each server's template. */
    postgres: {
      adminUrl: string;
      templates: Record<string, { databaseUrl: string; ownerDatabaseUrl: string }>;
    };
  }
}

export type TestDatabase = {
  url: string;
  ownerUrl: string;
  drop(): Promise<void>;
  /** A copy as it is now, while nobody is connected. `restore` puts it in place of the database. */
  backUp(): Promise<{ restore(): Promise<void> }>;
};

/** A database for one test file, cloned from the role's migrated template. */
export async function testDatabase(role: string): Promise<TestDatabase> {
  const { adminUrl, templates } = inject('postgres');
  const template = templates[role];
  if (template === undefined) throw new Error(`There is no migrated template for ${role}.`);
  const name = `test_${role}_${randomBytes(6).toString('hex')}`;
  const administer = async (...statements: string[]) => {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  // Copied as files: by default every block goes through the write-ahead log, which takes longer.
  await administer(
    `create database ${name} template ${escapeIdentifier(`seonmul_${role}`)} owner ${escapeIdentifier(`seonmul_${role}_owner`)} strategy file_copy`,
    `grant connect on database ${name} to ${escapeIdentifier(`seonmul_${role}`)}`,
  );
  const backup = `${name}_backup`;
  return {
    url: withDatabase(template.databaseUrl, name),
    ownerUrl: withDatabase(template.ownerDatabaseUrl, name),
    drop: () =>
      administer(`drop database ${name} with (force)`, `drop database if exists ${backup} with (force)`),
    backUp: async () => {
      await administer(
        `create database ${backup} template ${name} owner ${escapeIdentifier(`seonmul_${role}_owner`)} strategy file_copy`,
        `grant connect on database ${backup} to ${escapeIdentifier(`seonmul_${role}`)}`,
      );
      return {
        restore: () =>
          administer(`drop database ${name} with (force)`, `alter database ${backup} rename to ${name}`),
      };
    },
  };
}

export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}
