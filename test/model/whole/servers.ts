import { resolve } from 'node:path';
import { serverEnvironment, urlOf } from '../../../bin/stack/environment.ts';
import { prepareFiles } from '../../../bin/stack/files.ts';
import { freePortBase, givePortBaseBack } from '../../../bin/stack/free-ports.ts';
import { SERVER_ROLES, type ServerRole } from '../../../bin/stack/roles.ts';
import { removeDataDir, temporaryDataDir } from '../../../bin/stack/temporary.ts';
import type { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { readSettings, type SettingValues } from '../../../kit/config.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import type { App } from '../../../kit/http/app.ts';
import { LOCAL_NETWORK } from '../../../kit/http/network.ts';
import type { Limiter } from '../../../kit/limits.ts';
import { createLogger } from '../../../kit/log.ts';
import { RestoreGate } from '../../../kit/restore/restore-gate.ts';
import { loadSecrets } from '../../../kit/secrets.ts';
import { storePartyKeys } from '../../../kit/signing/index.ts';
import { loadParties, loadSigningKey } from '../../../kit/signing/keys.ts';
import { createCarrierApp } from '../../../servers/carrier/app.ts';
import { SETTINGS as CARRIER } from '../../../servers/carrier/config.ts';
import { createCarrierContext } from '../../../servers/carrier/context.ts';
import { createManagementApp } from '../../../servers/management/app.ts';
import { SETTINGS as MANAGEMENT } from '../../../servers/management/config.ts';
import { createManagementContext } from '../../../servers/management/context.ts';
import { createSettlementApp } from '../../../servers/settlement/app.ts';
import { SETTINGS as SETTLEMENT } from '../../../servers/settlement/config.ts';
import { createSettlementContext } from '../../../servers/settlement/context.ts';
import { createShopApp } from '../../../servers/shop/app.ts';
import { SETTINGS as SHOP } from '../../../servers/shop/config.ts';
import { createShopContext } from '../../../servers/shop/context.ts';
import { anAcquirer } from '../../builders/acquirer.ts';
import { noLimit } from '../../builders/base.ts';
import { testDatabase } from '../../harness/database.ts';
import type { Wire } from './wire.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

type Surroundings = { time: { now: Date }; random: (bytes: number) => Buffer; wire: Wire };

/**
 * The four servers as `npm start` configures them, each on a database of its own, listening on loopback. Only clock and
 * randomness are the test's, and there are no rate limits, since one buyer here does what thousands would.
 */
export async function startServers({ time, random, wire }: Surroundings) {
  const dataDir = temporaryDataDir('whole');
  const portBase = await freePortBase();
  const files = await prepareFiles(
    dataDir,
    (role) => urlOf(portBase, role),
    () => 'smpp://127.0.0.1:9',
    urlOf(portBase, 'sandbox'),
  );
  const [management, settlement, carrier, shop] = await Promise.all(SERVER_ROLES.map(testDatabase));
  if (!management || !settlement || !carrier || !shop) throw new Error('A server has no database.');
  const databases = { management, settlement, carrier, shop };

  async function open<Settings extends typeof COMMON_SETTINGS>(role: ServerRole, settings: Settings) {
    const { url: databaseUrl, ownerUrl: ownerDatabaseUrl } = databases[role];
    const place = { portBase, dataDir, root: ROOT };
    const values = readSettings(
      settings,
      serverEnvironment(role, place, files, { databaseUrl, ownerDatabaseUrl }),
    );
    const common: SettingValues<typeof COMMON_SETTINGS> = values;
    const database = openDatabase(databaseUrl, { applicationName: `whole-${role}` });
    const parties = loadParties(common.partiesFile);
    await storePartyKeys(database.db, parties, time.now);
    return {
      ...database,
      settings: values,
      publicUrl: common.publicUrl,
      network: LOCAL_NETWORK,
      clock: () => time.now,
      random,
      log: createLogger(role, 'fatal'),
      signingKey: loadSigningKey(common.signingKeyFile),
      parties,
      secrets: loadSecrets(common.secretsFile),
      restoreGate: new RestoreGate(),
    };
  }

  async function listen<Context extends { limits: Record<string, Limiter>; close(): Promise<void> }>(
    role: ServerRole,
    context: Context,
    create: (context: Context) => Promise<App>,
  ) {
    for (const name of Object.keys(context.limits)) Object.assign(context.limits, { [name]: noLimit });
    const app = await create(context);
    const { port } = new URL(urlOf(portBase, role));
    await app.listen({ host: '127.0.0.1', port: Number(port) });
    wire.attach(role, app);
    const stop = async () => {
      await app.close();
      await context.close();
    };
    return { context, app, stop };
  }

  const start = {
    management: async () =>
      listen(
        'management',
        createManagementContext(await open('management', MANAGEMENT)),
        createManagementApp,
      ),
    settlement: async () =>
      listen(
        'settlement',
        createSettlementContext(await open('settlement', SETTLEMENT)),
        createSettlementApp,
      ),
    carrier: async () =>
      listen('carrier', await createCarrierContext(await open('carrier', CARRIER)), createCarrierApp),
    shop: async () => listen('shop', createShopContext(await open('shop', SHOP)), createShopApp),
  };
  const acquirer = await anAcquirer(() => time.now, Number(new URL(urlOf(portBase, 'sandbox')).port));
  const running = {
    management: await start.management(),
    settlement: await start.settlement(),
    carrier: await start.carrier(),
    shop: await start.shop(),
  };
  return {
    running,
    /** Shuts a server down gracefully and starts it again, after something was done with its database. */
    async restart(role: ServerRole, meanwhile: () => Promise<void> = async () => {}) {
      await running[role].stop();
      await meanwhile();
      Object.assign(running, { [role]: await start[role]() });
    },
    databases,
    async close() {
      await Promise.all(SERVER_ROLES.map((role) => running[role].stop()));
      await acquirer.close();
      givePortBaseBack(portBase);
      await Promise.all(SERVER_ROLES.map((role) => databases[role].drop()));
      removeDataDir(dataDir);
    },
  };
}

export type Servers = Awaited<ReturnType<typeof startServers>>;
