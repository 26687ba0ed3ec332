import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';

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
