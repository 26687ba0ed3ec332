import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { sqlstateOf } from '../../../kit/db/sqlstate.ts';
import { inCluster, quoted, sessionsIn } from '../backup/cluster.ts';
import { type Copy, makeFolder } from '../backup/copy.ts';
import { beforeName, fillingName } from '../backup/left-by-restore.ts';
import { runPostgres } from '../backup/programs.ts';
import type { BackupPlan } from '../backup/settings.ts';
import { RestoreRefused } from './refused.ts';

const OBJECT_IN_USE = '55006';

/**
 * Puts a server's database of a copy in the place of the one in the running cluster, while all other databases go on. It is
 * filled beside it first, and both change names at once, in the end; the old one stays under another name, which is returned.
 */
export async function replaceDatabase(
  plan: BackupPlan,
  copy: Copy,
  database: string,
  now: Date,
): Promise<string> {
  const [filled, before] = [fillingName(database), beforeName(database, now)];
  const dump = join(copy.folder, `${database}.dump`);
  makeFolder(plan, copy.folder);
  rmSync(dump, { recursive: true, force: true });
  const jobs = `--jobs=${plan.processes}`;
  const superuser = `--username=${plan.superuser}`;
  const from = [`--host=${copy.host}`, `--port=${copy.port}`, superuser];
  const into = [`--host=${plan.socketDir}`, `--port=${plan.port}`, superuser];
  await inCluster(plan, 'postgres', (client) => makeEmpty(client, database, filled));
  await runPostgres(
    plan,
    'pg_dump',
    ...from,
    '--format=directory',
    '--compress=lz4',
    jobs,
    `--file=${dump}`,
    database,
  );
  await runPostgres(plan, 'pg_restore', ...into, '--exit-on-error', jobs, `--dbname=${filled}`, dump);
  rmSync(dump, { recursive: true, force: true });
  await inCluster(plan, filled, (client) => client.query('analyze'));
  await inCluster(plan, 'postgres', (client) => changePlaces(client, { database, filled, before }));
  return before;
}

/** An empty database with the owner and rights of another. One that an interrupted run has left is replaced. */
async function makeEmpty(client: Client, like: string, name: string): Promise<void> {
  const found = await client.query<{ owner: string }>(
    'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1',
    [like],
  );
  const owner = found.rows[0]?.owner;
  if (owner === undefined)
    throw new RestoreRefused(
      `There is no database ${like}: run database.sql of \`init\`, which makes its roles, too.`,
    );
  await client.query(`drop database if exists ${quoted(name)}`);
  await client.query(
    `create database ${quoted(name)} owner ${quoted(owner)} template template0 encoding 'UTF8'`,
  );
  await client.query(`revoke all on database ${quoted(name)} from public`);
  const rights = await client.query<{ grantee: string; privilege: string }>(
    `select pg_get_userbyid(acl.grantee) as grantee, acl.privilege_type as privilege
     from pg_database d, aclexplode(d.datacl) acl where d.datname = $1 and acl.grantee not in (0, d.datdba)`,
    [like],
  );
  for (const { grantee, privilege } of rights.rows)
    await client.query(`grant ${privilege} on database ${quoted(name)} to ${quoted(grantee)}`);
  const settings = await client.query<{ role: string | null; setting: string }>(
    `select r.rolname as role, unnest(s.setconfig) as setting
     from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase left join pg_roles r on r.oid = s.setrole
     where d.datname = $1`,
    [like],
  );
  for (const { role, setting } of settings.rows) {
    const [parameter = '', value = ''] = splitOnce(setting, '=');
    const whose =
      role === null ? `database ${quoted(name)}` : `role ${quoted(role)} in database ${quoted(name)}`;
    await client.query(`alter ${whose} set ${quoted(parameter)} = ${client.escapeLiteral(value)}`);
  }
}

async function changePlaces(
  client: Client,
  { database, filled, before }: { database: string; filled: string; before: string },
): Promise<void> {
  const sessions = await sessionsIn(client, [database]);
  if (sessions.length > 0)
    throw new RestoreRefused(`Somebody has connected meanwhile: ${sessions.join('; ')}.`);
  await client.query('begin');
  await client.query(`alter database ${quoted(database)} rename to ${quoted(before)}`).catch((error) => {
    if (sqlstateOf(error) !== OBJECT_IN_USE) throw error;
    throw new RestoreRefused(
      `Somebody has connected to ${database} meanwhile: stop that, and run this again.`,
    );
  });
  await client.query(`alter database ${quoted(filled)} rename to ${quoted(database)}`);
  await client.query('commit');
}

function splitOnce(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return [text.slice(0, index), text.slice(index + at.length)];
}
