import pg from 'pg';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import { evidenceOf, type StoredEvidence } from '../../kit/signing/stored-body.ts';
import type { System } from './system.ts';

/** The tables of each server, and its signed texts, that say something of these people. */
export async function whereNamed(system: System, people: RegExp): Promise<Record<ServerRole, string[]>> {
  const named: [ServerRole, string[]][] = [];
  for (const role of SERVER_ROLES) named.push([role, await tablesNaming(system, role, people)]);
  return Object.fromEntries(named) as Record<ServerRole, string[]>;
}

async function tablesNaming(system: System, role: ServerRole, people: RegExp): Promise<string[]> {
  const client = new pg.Client(system.stack.environments.get(role)?.OWNER_DATABASE_URL);
  await client.connect();
  const tables = await client.query<{ name: string }>(`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await client.query<{ row: string }>(`select t::text as row from "${name}" t`);
    const texts = name === 'signed_messages' ? await signedTexts(client) : [];
    if ([...rows.rows.map(({ row }) => row), ...texts].some((text) => people.test(text))) found.push(name);
  }
  await client.end();
  return found;
}

async function signedTexts(client: pg.Client): Promise<string[]> {
  const signed = await client.query<StoredEvidence>('select body, encoding from signed_messages');
  return signed.rows.map((row) => evidenceOf(row).body.toString());
}
