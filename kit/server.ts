import { randomBytes } from 'node:crypto';
import { accessSync } from 'node:fs';
import type { Alarm } from './alarms/definition.ts';
import { ALARMS } from './alarms/every-server.ts';
import { alarmMails } from './alarms/mails.ts';
import { measureServer } from './alarms/measure-server.ts';
import { requireMailServer } from './alarms/settings.ts';
import { awaitDatabase, databaseTrouble, refuseTrouble } from './await-database.ts';
import { type Clock, fileClock, readClockOffset, systemClock } from './clock.ts';
import type { CommonSettings } from './common-settings.ts';
import { ConfigError, describeSettings, readSettings, type Setting, type SettingValues } from './config.ts';
import type { Schema } from './db/migrate.ts';
import { type Database, openDatabase } from './db/pool.ts';
import { settleRole } from './db/role-settings.ts';
import type { Db } from './db/transaction.ts';
import type { DatabaseTrouble } from './db/trouble.ts';
import { type Network, readNetwork } from './http/network.ts';
import { countKeyUses, describeKeyUses, type KeyUse, rekey } from './key-uses.ts';
import { createLogger, type Logger } from './log.ts';
import { exitWithParent, watchForEnd } from './process.ts';
import { isProduction, partiesProblems, productionProblems } from './production.ts';
import { describeEpoch } from './restore/describe-epoch.ts';
import { type Lost, noteRestored, reconcileNow } from './restore/reconcile-now.ts';
import { RestoreGate } from './restore/restore-gate.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { listen, type Running, runUntilEnd } from './serve.ts';
import { type FollowedParties, followParties } from './signing/follow-parties.ts';
import { loadSigningKey, type Party, type SigningKey, storePartyKeys } from './signing/index.ts';
import { STAFF_KEY_USES } from './staff/key-uses.ts';
import type { Telemetry } from './telemetry/port.ts';
import { openTelemetry } from './telemetry/telemetry.ts';

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
  /** Looked at before the server starts. */
  restoreGate: RestoreGate;
  /** Aborted when the process is about to end: jobs take up nothing more. */
  finishing?: AbortSignal;
};

export type ServerDefinition<Settings extends CommonSettings> = {
  schema: Schema;
  settings: Settings;
  /** The key rings that SECRETS_FILE must contain. */
  keyRings: readonly string[];
  /** What is stored under them for longer than a day. */
  keyUses?: readonly KeyUse[];
  /**
   * After a restore, it fetches what others hold before it does business again; more than 0 once that is here. Another one names
   * what it lacks.
   */
  reconcile?: (base: ServerBase<Settings>) => Promise<number>;
  lost?: (db: Db) => Promise<Lost[]>;
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

const ACTIONS = [
  '--serve',
  '--help',
  '--migrate',
  '--seed',
  '--keys',
  '--rekey',
  '--restored',
  '--reconcile',
  '--epoch',
];

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
    if (action === '--serve') return await serve(definition);
    const { base, begin } = await openBase(definition, false);
    refuseTrouble(await begin());
    if (action === '--seed') {
      requireDemoData(base.settings);
      await definition.seed(base);
      return await base.close();
    }
    if (action === '--keys' || action === '--rekey') {
      await reportKeys(definition, base, action === '--rekey');
      return await base.close();
    }
    if (action === '--restored' || action === '--reconcile' || action === '--epoch') {
      if (action === '--restored') await noteRestored(base, await definition.lost?.(base.db));
      if (action === '--reconcile') await reconcileNow(base, async () => definition.reconcile?.(base));
      console.log(await describeEpoch(base.db));
      return await base.close();
    }
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
  finishing: AbortController;
  /** Why the database can't be worked with; if it can, what every server does first is done. */
  begin: () => Promise<DatabaseTrouble | undefined>;
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
  const telemetry = isServing
    ? await openTelemetry(common, { role: schema.role, party: signingKey.party })
    : undefined;
  const log = createLogger(schema.role, common.logLevel, telemetry?.logs);
  const finishing = new AbortController();
  const base = {
    ...database,
    settings: values,
    publicUrl: common.publicUrl,
    network,
    clock: common.clockFile === '' ? systemClock : fileClock(common.clockFile),
    random: randomBytes,
    log,
    signingKey,
    parties,
    secrets,
    restoreGate: new RestoreGate(),
    finishing: finishing.signal,
  };
  const begin = () =>
    databaseTrouble({ database, url: common.databaseUrl, schema, log }, async () => {
      await storePartyKeys(database.db, parties, new Date());
      await base.restoreGate.look(database.db);
    });
  return { base, followed, finishing, begin, telemetry };
}

async function serve<Settings extends CommonSettings>(definition: ServerDefinition<Settings>): Promise<void> {
  const ending = watchForEnd();
  const { base, followed, finishing, begin, telemetry } = await openBase(definition, true);
  const { role } = definition.schema;
  const common: SettingValues<CommonSettings> = base.settings;
  const { host, port, opsHost, opsPort } = common;
  const api = { host, port, settings: `HOST ${host}, PORT ${port}` };
  const ops = { host: opsHost, port: opsPort, settings: `OPS_HOST ${opsHost}, OPS_PORT ${opsPort}` };
  const leaveRoom = await awaitDatabase(base, begin, { ending, api });
  if (ending.asked.aborted) process.exit(0);
  const running = await definition.start(base);
  const { metrics } = running.app;
  measureServer(metrics, base, definition.askedOnce);
  const mails = alarmMails({ metrics, mail: running.mail }, base, [...ALARMS, ...definition.alarms]);
  await leaveRoom();
  await listen(running.app, api);
  if (running.app.ops !== undefined) await listen(running.app.ops, ops);
  const { log } = base;
  telemetry?.begin(metrics, log);
  log.info({ port }, `${role} is ready`);
  const jobs = [...running.jobs, followed.job(base, metrics), ...mails.jobs];
  const stop = async () => {
    mails.close();
    await running.stop?.();
  };
  const close = async () => {
    await base.close();
    await telemetry?.stop();
  };
  const isFinished = await runUntilEnd({ ...running, jobs, stop }, ending, common, { log, finishing, close });
  process.exit(isFinished ? 0 : 1);
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
  npm run server -- ${role} --reconcile fetch what others hold and this database lacks after a restore, then the same as --epoch
  npm run server -- ${role} --epoch     print since when the database lives, and what could not be had again after a restore
  npm run server -- ${role} --help      show this help

Settings are environment variables (default in brackets):
${describeSettings(settings)}`);
}
