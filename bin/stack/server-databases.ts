import { createHash } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { roleSettings } from '../../kit/db/role-settings.ts';

export type ServerDatabase = { databaseUrl: string; ownerDatabaseUrl: string };

/** An embedded PostgreSQL on loopback, and its superuser's password. */
type Admin = { port: number; password: string };

export function adminUrl({ port, password }: Admin): string {
  return urlOf(port, 'postgres', password, 'postgres');
}

/** Creates a server's database and its two roles unless they exist; returns their URLs. */
export async function ensureServerDatabase(admin: Admin, role: string): Promise<ServerDatabase> {
  const database = `seonmul_${role}`;
  const owner = `${database}_owner`;
  // Derived, so that only the superuser's password has to be stored.
  const secret = (user: string) =>
    createHash('sha256').update(`${admin.password}:${user}`).digest('base64url');
  const client = new Client({ connectionString: adminUrl(admin) });
  await client.connect();
  try {
    for (const user of [owner, database]) await ensureRole(client, user, secret(user));
    await client.query(roleSettings(database).join('\n'));
    await ensureDatabase(client, database, owner);
  } finally {
    await client.end();
  }
  return {
    databaseUrl: urlOf(admin.port, database, secret(database), database),
    ownerDatabaseUrl: urlOf(admin.port, owner, secret(owner), database),
  };
}

async function ensureRole(client: Client, name: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  await client.query(`${verb} role ${escapeIdentifier(name)} login password ${escapeLiteral(password)}`);
}

/** Only the two roles may connect. The runtime role has the database's name. */
async function ensureDatabase(client: Client, name: string, owner: string): Promise<void> {
  const known = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (known.rowCount !== 0) return;
  const database = escapeIdentifier(name);
  await client.query(`create database ${database} owner ${escapeIdentifier(owner)}`);
  await client.query(`revoke connect on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${database}`);
}

function urlOf(port: number, user: string, password: string, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
