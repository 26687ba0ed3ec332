import { escapeIdentifier, escapeLiteral } from 'pg';
import { roleSettings } from '../../../kit/db/role-settings.ts';
import type { Plan, PlannedServer } from './plan.ts';

export type Passwords = { runtime: string; owner: string };

/** The database of each server with its two roles: one owns it and migrates, the other works with it and owns nothing. */
export function databaseSql(plan: Plan, passwordsOf: (server: PlannedServer) => Passwords): string {
  const parts = plan.servers.map((server) => oneDatabase(server, passwordsOf(server)));
  return `-- Databases and roles, for psql as a superuser: psql --file database.sql
-- It has passwords in it: delete it afterwards. It may be run again.
\\set ON_ERROR_STOP on
${parts.join('\n')}`;
}

function oneDatabase({ party, database }: PlannedServer, { runtime, owner }: Passwords): string {
  const [name, ownerName] = [escapeIdentifier(database), escapeIdentifier(`${database}_owner`)];
  return `
-- ${party}: what the runtime role may do with each table is granted by every migration (servers/*/db/roles.sql).
${role(`${database}_owner`, owner)}
${role(database, runtime)}
${roleSettings(database).join('\n')}
select 'create database ${name} owner ${ownerName} template template0 encoding ''UTF8'''
  where not exists (select 1 from pg_database where datname = ${escapeLiteral(database)}) \\gexec
revoke all on database ${name} from public;
grant connect on database ${name} to ${name};
`;
}

function role(name: string, password: string): string {
  return `select 'create role ${escapeIdentifier(name)}'
  where not exists (select 1 from pg_roles where rolname = ${escapeLiteral(name)}) \\gexec
alter role ${escapeIdentifier(name)} login nosuperuser nocreatedb nocreaterole noinherit password ${escapeLiteral(password)};`;
}
