import pg from 'pg';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import type { System } from './system.ts';

/** Every row of every table of each server, as text. */
export function everythingStored({ stack }: System): Promise<[ServerRole, string][]> {
  return Promise.all(
    SERVER_ROLES.map(
      async (role): Promise<[ServerRole, string]> => [
        role,
        await everythingIn(stack.environments.get(role)?.OWNER_DATABASE_URL),
      ],
    ),
  );
}

/** Every row of every table of a database, as text. */
export async function everythingIn(ownerUrl: string | undefined): Promise<string> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`);
    const dumps: string[] = [];
    for (const { name } of tables.rows) {
      const found = await client.query<{ dump: string | null }>(
        `select json_agg(t)::text as dump from "${name}" t`,
      );
      dumps.push(found.rows[0]?.dump ?? '');
    }
    return dumps.join('\n');
  } finally {
    await client.end();
  }
}
