import { SECOND_MS } from '../clock.ts';
import { INSUFFICIENT_PRIVILEGE, READ_ONLY_TRANSACTION, sqlstateOf } from './sqlstate.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

/** Why a server can't work with its database. Operators and their alarms branch on the code (docs/production/start-stop.md). */
export type DatabaseTrouble = {
  code: TroubleCode;
  /** What it is and what to do. It names the role and the address, and never the password. */
  sentence: string;
  /** Whether it may end without anybody doing something about this server: then it is waited for. */
  heals: boolean;
};

/** Where the error came from, and what it says. */
type Failure = { host: string; role: string; database: string; said: string; reason: string };

/** Those that may end by themselves. */
const PASSING = {
  database_unreachable: ({ host, reason }) =>
    `${host} can't be reached (${reason}): is PostgreSQL running, and does it listen there?`,
  database_starting: ({ host }) => `PostgreSQL at ${host} is starting or stopping.`,
  database_connections_used_up: ({ host, role }) => `${host} has no connection left for role ${role}.`,
  database_disk_full: ({ host }) => `${host} has no room left on its disk.`,
  database_read_only: ({ host }) => `${host} can only be read: it is a standby, or told to be.`,
} satisfies Record<string, (failure: Failure) => string>;

const LASTING = {
  database_password_wrong: ({ host, role }) => `${host} refuses the password of role ${role}.`,
  database_role_refused: ({ host, role }) =>
    `${host} refuses role ${role}: is there such a role that may log in, and a line for it in pg_hba.conf?`,
  database_tls_required: ({ host, role }) =>
    `${host} takes role ${role} only over an encrypted connection: add ?sslmode=verify-full to the URL.`,
  database_tls_refused: ({ host, said }) => `no encrypted connection to ${host}: ${said}.`,
  database_missing: ({ host, database }) =>
    `${host} has no database ${database}: run database.sql of \`init\`.`,
  database_rights_missing: ({ role, database, said }) =>
    `role ${role} lacks rights in database ${database} (${said}): run --migrate, which gives DATABASE_URL’s role its rights.`,
  database_unusable: ({ host, said }) => `${host} answers with an error: ${said}.`,
} satisfies Record<string, (failure: Failure) => string>;

type FailureCode = keyof typeof PASSING | keyof typeof LASTING;
type TroubleCode =
  | FailureCode
  | 'database_schema_old'
  | 'database_schema_newer'
  | 'database_role_settings_wrong';

const PASSWORD_WRONG = '28P01';
const ROLE_REFUSED = '28000';
const DATABASE_MISSING = '3D000';
const TOO_MANY_CONNECTIONS = '53300';
const DISK_FULL = '53100';
/** Shut down, crashed, still starting. */
const STARTING = /^57P0[123]$/;

/** Node's and OpenSSL's codes, and pg's own messages about a server without TLS. */
const TLS_CODES =
  /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH$)/;
const TLS_MESSAGES = /\b(?:SSL|TLS|certificate)\b/i;
const NO_ENCRYPTION = /no encryption/;
/** What pg says when the server asks for a password and the URL has none. */
const NO_PASSWORD = /client password must be a (?:non-empty )?string/;

/** What an error says about the database. */
export function troubleCodeOf(error: unknown): FailureCode {
  const code = sqlstateOf(error) ?? '';
  const message = error instanceof Error ? error.message : '';
  if (code === PASSWORD_WRONG || NO_PASSWORD.test(message)) return 'database_password_wrong';
  if (code === ROLE_REFUSED)
    return NO_ENCRYPTION.test(message) ? 'database_tls_required' : 'database_role_refused';
  if (code === DATABASE_MISSING) return 'database_missing';
  if (code === INSUFFICIENT_PRIVILEGE) return 'database_rights_missing';
  if (code === TOO_MANY_CONNECTIONS) return 'database_connections_used_up';
  if (code === DISK_FULL) return 'database_disk_full';
  if (code === READ_ONLY_TRANSACTION) return 'database_read_only';
  if (STARTING.test(code)) return 'database_starting';
  if (TLS_CODES.test(code) || (code === '' && TLS_MESSAGES.test(message))) return 'database_tls_refused';
  return isDatabaseUnavailable(error) ? 'database_unreachable' : 'database_unusable';
}

/** What an error says about the database at `url`, with a sentence. */
export function troubleOf(error: unknown, url: string): DatabaseTrouble {
  const { host, username, pathname } = new URL(url);
  const code = troubleCodeOf(error);
  const message = error instanceof Error ? error.message.replace(/\.$/, '') : '';
  const failure = {
    host,
    role: decodeURIComponent(username),
    database: decodeURIComponent(pathname.slice(1)),
    said: message || sqlstateOf(error) || 'no reason given',
    reason: sqlstateOf(error) || message || 'no reason given',
  };
  const heals = code in PASSING;
  return { code, sentence: { ...PASSING, ...LASTING }[code](failure), heals };
}

const WAIT_MS_FIRST = SECOND_MS / 4;
const WAIT_MS_MAX = 5 * SECOND_MS;

/** How long is waited after so many attempts: briefly at first, and never longer than a started database should stand idle. */
export function waitMs(attempts: number): number {
  return Math.min(WAIT_MS_FIRST * 2 ** (attempts - 1), WAIT_MS_MAX);
}
