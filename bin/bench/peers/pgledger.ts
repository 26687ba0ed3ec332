import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const FILES = [
  'vendor/scoville-pgsql-ulid/ulid-to-uuid.sql',
  'vendor/scoville-pgsql-ulid/uuid-to-ulid.sql',
  'pgledger.sql',
];
/** What certificates are paid into, as stores would be. */
const STORES = 64;

/** Installs pgledger from a checkout into a database of its own, with accounts for pgbench's script to choose from. */
export async function preparePgledger(
  checkout: string,
  databaseUrl: string,
  accounts: number,
): Promise<void> {
  const missing = FILES.find((file) => !existsSync(join(checkout, file)));
  if (missing !== undefined) throw new Error(`${checkout} has no ${missing}.`);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  for (const file of FILES) await client.query(readFileSync(join(checkout, file), 'utf8'));
  await client.query('create table bench_accounts (n integer primary key, id text not null)');
  await client.query(
    `insert into bench_accounts select n, (pgledger_create_account('account ' || n, 'KRW')).id
     from generate_series(${-STORES}, ${accounts}) n`,
  );
  await client.query('vacuum analyze');
  await client.end();
}
