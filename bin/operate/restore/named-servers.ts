import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { readSettings } from '../../../kit/config.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { readEnvFile } from '../arguments.ts';
import type { BackupPlan, ServerDatabase } from '../backup/settings.ts';
import { RestoreRefused } from './refused.ts';

/** A server and the file with its settings. */
export type NamedServer = { role: ServerRole; envFile: string };

/** Reads `management=/etc/seonmul/management/server.env`. */
export function parseServer(given: string): NamedServer {
  const index = given.indexOf('=');
  const role = SERVER_ROLES.find((known) => known === given.slice(0, index));
  const envFile = given.slice(index + 1);
  if (role === undefined || envFile === '')
    throw new Error(
      `--server must be SERVER=FILE, with a server of ${SERVER_ROLES.join(', ')} and the file with its settings.`,
    );
  return { role, envFile };
}

/**
 * The databases in the cluster of the servers that were named. Two shops may be in one cluster, so it is the name in the
 * server's DATABASE_URL that says which database is its own.
 */
export function databasesOf(
  { servers }: Pick<BackupPlan, 'servers'>,
  named: readonly NamedServer[],
): ServerDatabase[] {
  const { databaseUrl } = COMMON_SETTINGS;
  return named.map(({ role, envFile }) => {
    const url = new URL(readSettings({ databaseUrl }, readEnvFile(envFile)).databaseUrl);
    const name = decodeURIComponent(url.pathname.slice(1));
    const found = servers.find((server) => server.role === role && server.database === name);
    if (found === undefined)
      throw new RestoreRefused(
        `BACKUP_DATABASES has no ${role}=${name}, the database that ${envFile} names.`,
      );
    return found;
  });
}
