import { parseEnv } from 'node:util';
import { readSettingFile } from '../../kit/config.ts';
import { SERVER_ROLES, type ServerRole } from '../stack/roles.ts';

/** What every command that is about one server takes. */
export const ENV_OPTION = { env: { type: 'string' } } as const;
export const ENV_HELP = `  --env FILE   the file with the server’s settings, as \`init\` made it; they win over those in the environment. Without
               it, the file that SEONMUL_ENV_FILE names, if it is set`;

export function roleOf(given: string | undefined): ServerRole {
  const role = SERVER_ROLES.find((name) => name === given);
  if (role === undefined) throw new Error(`Name a server: ${SERVER_ROLES.join(', ')}.`);
  return role;
}

/** The settings in a file of `NAME=value` lines, before those in the environment. */
export function environmentOf(file: string | undefined = process.env.SEONMUL_ENV_FILE): NodeJS.ProcessEnv {
  return file === undefined ? process.env : { ...process.env, ...readEnvFile(file) };
}

export function readEnvFile(file: string): Record<string, string> {
  return parseEnv(readSettingFile('--env', file)) as Record<string, string>;
}
