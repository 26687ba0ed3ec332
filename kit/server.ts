import { randomBytes } from 'node:crypto';
import { accessSync } from 'node:fs';
import type { Alarm } from './alarms/definition.ts';
import { ALARMS } from './alarms/every-server.ts';
import { lookAt } from './alarms/holding.ts';
import { measureServer } from './alarms/measure-server.ts';
import { ALARM_SETTINGS, requireMailServer } from './alarms/settings.ts';
import { alarmJob } from './alarms/tell.ts';
import { type Clock, fileClock, readClockOffset, systemClock } from './clock.ts';
import {
  baseUrl,
  ConfigError,
  count,
  describeSettings,
  oneOf,
  port,
  readSettings,
  type Setting,
  type SettingValues,
  text,
  url,
} from './config.ts';
import type { Schema } from './db/migrate.ts';
import { type Database, openDatabase } from './db/pool.ts';
import { settleRole, wrongRoleSettings } from './db/role-settings.ts';
import { sql } from './db/sql.ts';
import type { Executor } from './db/transaction.ts';
import type { App } from './http/app.ts';
import { NETWORK_SETTINGS, type Network, readNetwork } from './http/network.ts';
import { type Job, startJobs } from './jobs.ts';
import { beginEpoch } from './journal/epoch.ts';
import { countKeyUses, describeKeyUses, type KeyUse, rekey } from './key-uses.ts';
import { createLogger, type Logger } from './log.ts';
import { type Mailer, mailer } from './mail/smtp.ts';
import { exitWithParent, onShutdown } from './process.ts';
import { isProduction, partiesProblems, productionProblems } from './production.ts';
import { describeEpoch } from './restore/describe-epoch.ts';
import { RETENTION_SETTINGS } from './retention-settings.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { type FollowedParties, followParties } from './signing/follow-parties.ts';
import { loadSigningKey, type Party, type SigningKey, storePartyKeys } from './signing/index.ts';
import { STAFF_KEY_USES } from './staff/key-uses.ts';
import { STAFF_SETTINGS } from './staff/settings.ts';
import type { Telemetry } from './telemetry/port.ts';
import { TELEMETRY_SETTINGS } from './telemetry/settings.ts';
import { openTelemetry } from './telemetry/telemetry.ts';

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
  clockFile: text('CLOCK_FILE', 'JSON file whose offset_ms shifts the clock; for demos and tests only', ''),
  demoDataDir: text('DEMO_DATA_DIR', 'folder with demo data; used only by --seed', ''),
  logLevel: oneOf('LOG_LEVEL', 'log level', ['fatal', 'error', 'warn', 'info', 'debug'], 'info'),
};

type CommonSettings = typeof COMMON_SETTINGS;

/** What every server starts with. */
export type ServerBase<Settings extends CommonSettings = CommonSettings> = Database & {
  settings: SettingValues<Settings>;
  publicUrl: string;
  network: Network;
  clock: Clock;
  random: (bytes: number) => Buffer;
  log: Logger;
  signingKey: SigningKey;
  parties: readonly Party[];
  secrets: Secrets;
};

export type Running = {
  app: App;
  jobs: readonly Job[];
  /** The server's own, if it sends mail anyway. */
  mail?: Mailer;
  stop?: () => Promise<void>;
};

export type ServerDefinition<Settings extends CommonSettings> = {
  schema: Schema;
  settings: Settings;
  /** The key rings that SECRETS_FILE must contain. */
  keyRings: readonly string[];
  /** What is stored under them for longer than a day. */
  keyUses?: readonly KeyUse[];
  /** After a restore, it fetches what others hold before it does business again. Another one has nothing to fetch. */
  reconciles?: true;
  /** What is wrong at this kind of server, beside what is wrong at any. */
  alarms: readonly Alarm[];
  /** The purposes of calls that are never retried, so that nothing comes of one that stays unknown. */
  askedOnce?: readonly string[];
  /** What must not be so in production, a sentence each, beside what no server allows there. */
  productionProblems: (settings: SettingValues<Settings>) => string[];
  start: (base: ServerBase<Settings>) => Promise<Running>;
  /** Loads demo data. Idempotent. */
  seed: (base: ServerBase<Settings>) => Promise<void>;
};

const ACTIONS = ['--serve', '--help', '--migrate', '--seed', '--keys', '--rekey', '--restored', '--epoch'];

/** A server's process, from its arguments to its exit. */
export async function runServer<Settings extends CommonSettings>(
  definition: ServerDefinition<Settings>,
): Promise<void> {
  // First, because the end of a launcher is signalled only once and may come while this process is still starting.
  exitWithParent();
  const { schema, settings } = definition;
  const { role } = schema;
  const [action = '--serve', ...more] = process.argv.slice(2);
  try {
    if (more.length > 0 || !ACTIONS.includes(action)) {
      throw new ConfigError(`${[action, ...more].join(' ')} is not a known option; see --help.`);
    }
    if (action === '--help') return printHelp(role, settings);
    if (action === '--migrate') return await migrateDatabase(schema, settings);
    const { base, followed, telemetry } = await openBase(definition, action === '--serve');
    if (action === '--seed') {
      requireDemoData(base.settings);
      await definition.seed(base);
      return await base.close();
    }
    if (action === '--keys' || action === '--rekey') {
      await reportKeys(definition, base, action === '--rekey');
      return await base.close();
    }
    if (action === '--restored' || action === '--epoch') {
      const { db, clock } = base;
      const isReconciled = definition.reconciles !== true;
      if (action === '--restored') await beginEpoch(db, { reason: 'restored', isReconciled }, clock());
      console.log(await describeEpoch(db));
      return await base.close();
    }
    await serve(definition, base, followed, telemetry);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    // Exit explicitly: connections that are already open would keep the process alive for seconds.
    process.exit(2);
  }
}

type Opened<Settings extends CommonSettings> = {
  base: ServerBase<Settings>;
  followed: FollowedParties;
  telemetry: Telemetry | undefined;
};

async function openBase<Settings extends CommonSettings>(
  { schema, settings, keyRings, productionProblems: ownProblems }: ServerDefinition<Settings>,
  isServing: boolean,
): Promise<Opened<Settings>> {
  const values = readSettings(settings, process.env);
  const common: SettingValues<CommonSettings> = values;
  const inProduction = isProduction(process.env);
  const followed = followParties(common.partiesFile, inProduction ? partiesProblems : () => []);
  const { parties } = followed;
  const problems = inProduction ? [...productionProblems(common, parties), ...ownProblems(values)] : [];
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  requireMailServer(common);
  const network = readNetwork(common, inProduction);
  const signingKey = loadSigningKey(common.signingKeyFile);
  const secrets = loadSecrets(common.secretsFile);
  for (const name of keyRings) secrets.keyRing(name);
  if (common.clockFile !== '') readClockOffset(common.clockFile);
  const database = openDatabase(common.databaseUrl, {
    applicationName: `seonmul-${schema.role}`,
    connectionsMax: common.databaseConnections,
    connectionWait_ms: common.databaseWait_ms,
  });
  await sql`select 1`.execute(database.db).catch(() => {
    throw new ConfigError('DATABASE_URL names a database that is unreachable or refuses this role.');
  });
  await refuseOldSchema(database.db, schema);
  const wrong = await wrongRoleSettings(database.db);
  if (wrong !== undefined) throw new ConfigError(wrong);
  await storePartyKeys(database.db, parties, new Date());
  const telemetry = isServing
    ? await openTelemetry(common, { role: schema.role, party: signingKey.party })
    : undefined;
  const base = {
    ...database,
    settings: values,
    publicUrl: common.publicUrl,
    network,
    clock: common.clockFile === '' ? systemClock : fileClock(common.clockFile),
    random: randomBytes,
    log: createLogger(schema.role, common.logLevel, telemetry?.logs),
    signingKey,
    parties,
    secrets,
  };
  return { base, followed, telemetry };
}

async function serve<Settings extends CommonSettings>(
  { schema, start, alarms, askedOnce }: ServerDefinition<Settings>,
  base: ServerBase<Settings>,
  followed: FollowedParties,
  telemetry: Telemetry | undefined,
): Promise<void> {
  const common: SettingValues<CommonSettings> = base.settings;
  const running = await start(base);
  const { metrics } = running.app;
  measureServer(metrics, base, askedOnce);
  const { host, port, opsHost, opsPort } = common;
  await listen(running.app, { host, port }, `HOST ${host}, PORT ${port}`);
  if (running.app.ops !== undefined)
    await listen(
      running.app.ops,
      { host: opsHost, port: opsPort },
      `OPS_HOST ${opsHost}, OPS_PORT ${opsPort}`,
    );
  const { job: alarmMails, close } = alarmMailsOf(running, base, [...ALARMS, ...alarms]);
  const ownJobs = [followed.job(base, metrics), ...alarmMails];
  const jobs = startJobs([...running.jobs, ...ownJobs], base.log);
  telemetry?.begin(metrics, base.log);
  base.log.info({ port }, `${schema.role} is ready`);
  onShutdown(async () => {
    // New work is refused, running work finishes, and the database closes last.
    await running.app.close();
    await jobs.stop();
    close();
    await running.stop?.();
    await base.close();
    await telemetry?.stop();
  });
}

/** Mails to staff, where somebody is to be mailed. */
function alarmMailsOf(
  { app, mail }: Running,
  base: ServerBase,
  alarms: readonly Alarm[],
): { job: Job[]; close: () => void } {
  const { smtpUrl, mailFrom, alarmMailTo, alarmMailLanguage } = base.settings;
  if (alarmMailTo.length === 0) return { job: [], close() {} };
  const by = mail ?? mailer({ url: smtpUrl, from: mailFrom });
  const mails = {
    ...{ server: base.signingKey.party, to: alarmMailTo, locale: alarmMailLanguage, mailer: by },
  };
  const job = alarmJob(base, alarms, (now) => lookAt(app.metrics, now), mails);
  return { job: [job], close: () => by.close() };
}

async function listen(app: App, at: { host: string; port: number }, settings: string): Promise<void> {
  await app.listen(at).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given';
    throw new ConfigError(`Can't listen on ${settings} (${code}).`);
  });
}

async function migrateDatabase(schema: Schema, settings: CommonSettings): Promise<void> {
  const { ownerDatabaseUrl, databaseUrl } = settings;
  const values = readSettings({ ownerDatabaseUrl, databaseUrl }, process.env);
  if (values.ownerDatabaseUrl === '') {
    throw new ConfigError('OWNER_DATABASE_URL is not set: --migrate needs the role that owns the database.');
  }
  const { migrate } = await import('./db/migrate.ts');
  const runtimeRole = decodeURIComponent(new URL(values.databaseUrl).username);
  try {
    await migrate({ ownerUrl: values.ownerDatabaseUrl, schema, runtimeRole });
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    // Messages of PostgreSQL and of the network name roles and addresses, but no passwords.
    throw new ConfigError(`OWNER_DATABASE_URL: the database can't be migrated (${messageOf(error)}).`);
  }
  await settleRole(values.databaseUrl).catch((error: unknown) => {
    throw new ConfigError(`DATABASE_URL: its role can't be given its settings (${messageOf(error)}).`);
  });
}

/** On an outdated schema the server would only fail later, in the middle of an operation. */
async function refuseOldSchema(executor: Executor, schema: Schema): Promise<void> {
  const { migrationsMissing } = await import('./db/migrate.ts');
  const [missing] = await migrationsMissing(executor, schema);
  if (missing === undefined) return;
  throw new ConfigError(
    `DATABASE_URL names a database that lacks migration ${missing}; run --migrate first.`,
  );
}

/** After a key was rotated: what is stored under which version, with `--rekey` after storing anew what can be. */
async function reportKeys<Settings extends CommonSettings>(
  { keyRings, keyUses: ownUses = [] }: ServerDefinition<Settings>,
  base: ServerBase<Settings>,
  isRekey: boolean,
): Promise<void> {
  const keyUses = [...STAFF_KEY_USES, ...ownUses];
  if (isRekey)
    for (const [what, rows] of await rekey(base, keyUses)) console.log(`Stored anew: ${rows} ${what}`);
  const counts = await countKeyUses(base.db, keyUses, base.secrets.keyRing);
  const rings = keyRings.map((name) => base.secrets.keyRing(name));
  console.log(describeKeyUses(counts, rings));
}

function requireDemoData({ demoDataDir }: SettingValues<CommonSettings>): void {
  try {
    accessSync(demoDataDir);
  } catch {
    throw new ConfigError('DEMO_DATA_DIR must name the folder with the demo data for --seed.');
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

function printHelp(role: string, settings: Record<string, Setting<unknown>>): void {
  console.log(`The ${role} server of Seonmul.

  npm run server -- ${role}             start the server
  npm run server -- ${role} --migrate   migrate the database schema, then exit
  npm run server -- ${role} --seed      load demo data, then exit
  npm run server -- ${role} --keys      print what is stored under which version of SECRETS_FILE's keys, then exit
  npm run server -- ${role} --rekey     store anew under the current keys what can be, then the same
  npm run server -- ${role} --restored  note that the database was restored from a backup; before the server starts again
  npm run server -- ${role} --epoch     print since when the database lives, and what could not be had again after a restore
  npm run server -- ${role} --help      show this help

Settings are environment variables (default in brackets):
${describeSettings(settings)}`);
}
