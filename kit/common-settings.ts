import { ALARM_SETTINGS } from './alarms/settings.ts';
import { baseUrl, count, oneOf, port, text, url } from './config.ts';
import { NETWORK_SETTINGS } from './http/network.ts';
import { RETENTION_SETTINGS } from './retention-settings.ts';
import { ENDING_SETTINGS } from './serve.ts';
import { STAFF_SETTINGS } from './staff/settings.ts';
import { TELEMETRY_SETTINGS } from './telemetry/settings.ts';

/** The settings that every server has. */
export const COMMON_SETTINGS = {
  host: text('HOST', 'address to listen on', '127.0.0.1'),
  port: port('PORT', 'port to listen on'),
  ...NETWORK_SETTINGS,
  publicUrl: baseUrl(
    'PUBLIC_URL',
    'public URL of this server, exactly as callers use it: signatures cover it',
  ),
  databaseUrl: url(
    'DATABASE_URL',
    "this server's PostgreSQL database, with its runtime role, such as postgres://role:password@host/database",
    ['postgres:', 'postgresql:'],
  ),
  databaseConnections: count(
    'DATABASE_CONNECTIONS',
    'maximum number of database connections of this process',
    '10',
  ),
  databaseWait_ms: count(
    'DATABASE_WAIT_MS',
    'how many milliseconds a request waits for a connection before it gets a 503; fixed besides, as settings of the role: statements time out after 15 s, idle transactions after 20 s, and waits for locks after 5 s, during which others have the connection; an answer of the database is waited for 20 s',
    '10000',
  ),
  ownerDatabaseUrl: url(
    'OWNER_DATABASE_URL',
    'the same database, with the role that owns it, not through PgBouncer; used only by --migrate',
    ['postgres:', 'postgresql:'],
    '',
  ),
  signingKeyFile: text('SIGNING_KEY_FILE', "JSON file with this server's private signing key (Ed25519)"),
  partiesFile: text('PARTIES_FILE', 'JSON file with the permitted servers, their addresses and public keys'),
  secretsFile: text(
    'SECRETS_FILE',
    "JSON file with this server's secret keys, which are never stored in the database",
  ),
  ...STAFF_SETTINGS,
  ...RETENTION_SETTINGS,
  ...ALARM_SETTINGS,
  ...TELEMETRY_SETTINGS,
  ...ENDING_SETTINGS,
  clockFile: text('CLOCK_FILE', 'JSON file whose offset_ms shifts the clock; for demos and tests only', ''),
  demoDataDir: text('DEMO_DATA_DIR', 'folder with demo data; used only by --seed', ''),
  logLevel: oneOf('LOG_LEVEL', 'log level', ['fatal', 'error', 'warn', 'info', 'debug'], 'info'),
};

export type CommonSettings = typeof COMMON_SETTINGS;
