import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { JWK } from 'jose';
import { newEcKey, newKeyRings, newSealingKey, newSecret, newSigningKey } from '../../../kit/new-keys.ts';
import { loadSigningKey, type Party } from '../../../kit/signing/index.ts';
import { PLACEHOLDER } from '../placeholder.ts';
import { SERVERS } from '../servers.ts';
import { PROXY_ADDRESS } from './container-files.ts';
import type { Passwords } from './database-sql.ts';
import { differentSettings, envText } from './env-file.ts';
import type { Files } from './files.ts';
import { type Plan, type PlannedServer, peersOf, serverOf } from './plan.ts';
import { acquirers, banks, textProviders } from './providers.ts';

const CARRIER_CLIENT = 'seonmul-management';
const CARRIER_SCOPES = ['kyc-fill-in:name', 'number-recycling:check', 'sim-swap:check', 'kyc-match:match'];

/** Keys and lists of all servers of the plan, then their settings. */
export async function writeServerFiles(
  plan: Plan,
  files: Files,
  { now, passwordsOf }: { now: Date; passwordsOf: (server: PlannedServer) => Passwords },
): Promise<void> {
  const validFrom = `${now.toISOString().slice(0, 19)}Z`;
  const entries = new Map<string, Party>();
  for (const server of plan.servers) {
    const { party, role, folder, publicUrl } = server;
    const keyFile = join(folder, 'signing.json');
    await files.once(keyFile, async () => ({ party, ...(await newSigningKey(party)) }));
    const { keyid, publicJwk } = loadSigningKey(keyFile);
    const key = { keyid, public_jwk: publicJwk, valid_from: validFrom };
    entries.set(party, { party, role, base_url: publicUrl, keys: [key] });
    await files.once(join(folder, 'secrets.json'), () => newKeyRings(SERVERS[role].keyRings));
    await files.once(join(folder, 'ops-token'), () => `${newSecret()}\n`);
  }
  for (const server of plan.servers) {
    const peers = peersOf(plan, server).map(({ party }) => entries.get(party));
    await files.once(join(server.folder, 'parties.json'), () => peers);
    await OWN_FILES[server.role](plan, server, files);
    const { runtime, owner } = passwordsOf(server);
    const url = (role: string, password: string) =>
      `postgres://${role}:${password}@${plan.database}/${server.database}`;
    const { settings } = SERVERS[server.role];
    const runtimeUrl = url(server.database, runtime);
    const values = { ...commonValues(plan, server), DATABASE_URL: runtimeUrl, ...ownValues(plan, server) };
    const head = `Settings of ${server.party}. Those that begin with # are at their default.`;
    files.follows(join(server.folder, 'server.env'), envText(head, settings, values), differentSettings);
    files.follows(
      server.migrateEnv,
      `# For --migrate only: the role that owns the database. The server itself must not have it.\nDATABASE_URL=${runtimeUrl}\nOWNER_DATABASE_URL=${url(`${server.database}_owner`, owner)}\n`,
      differentSettings,
    );
  }
}

/** Those of an earlier run, or new ones. */
export function passwordsIn({ folder, migrateEnv }: PlannedServer): Passwords {
  const there = (file: string, name: string) => {
    const url = existsSync(file) ? parseEnv(readFileSync(file, 'utf8'))[name] : undefined;
    return url !== undefined && URL.canParse(url) ? decodeURIComponent(new URL(url).password) : newSecret();
  };
  return {
    runtime: there(join(folder, 'server.env'), 'DATABASE_URL'),
    owner: there(migrateEnv, 'OWNER_DATABASE_URL'),
  };
}

const sealing = (files: Files, folder: string) =>
  files.once(join(folder, 'sealing.json'), async () => [await newSealingKey()]);

type OwnFiles = (plan: Plan, server: PlannedServer, files: Files) => Promise<unknown>;

const OWN_FILES: Readonly<Record<PlannedServer['role'], OwnFiles>> = {
  async management(plan, { folder }, files) {
    await sealing(files, folder);
    await files.once(join(folder, 'text-providers.json'), () => textProviders(plan.country));
    await files.once(join(folder, 'carrier-client.json'), () => newEcKey('client'));
    const carrier = serverOf(plan, 'carrier');
    await files.once(join(folder, 'carriers.json'), () =>
      carrier === undefined
        ? []
        : [
            {
              ...{ name: 'own', adapter: 'camara', url: carrier.publicUrl, client_id: CARRIER_CLIENT },
              ...{ key_file: 'carrier-client.json', countries: [plan.country] },
            },
          ],
    );
  },
  async settlement({ country }, { folder }, files) {
    await sealing(files, folder);
    await files.once(join(folder, 'acquirers.json'), () => acquirers(country));
    await files.once(join(folder, 'banks.json'), () => banks(country));
  },
  async carrier(plan, { folder }, files) {
    await files.once(join(folder, 'token-keys.json'), async () => [await newEcKey('token')]);
    await files.once(join(folder, 'clients.json'), () => clientsOf(plan));
  },
  async shop({ country }, { folder }, files) {
    await sealing(files, folder);
    await files.once(join(folder, 'text-providers.json'), () => textProviders(country));
    await files.once(join(folder, 'web-shop-key'), () => `webshop_${newSecret()}\n`);
  },
};

/** Management of the same owner, whose files come first. */
function clientsOf(plan: Plan): unknown[] {
  const management = serverOf(plan, 'management');
  if (management === undefined) return [];
  const { d: _private, ...publicKey }: JWK = JSON.parse(
    readFileSync(join(management.folder, 'carrier-client.json'), 'utf8'),
  );
  return [
    {
      client_id: CARRIER_CLIENT,
      ground: 'contract with the operator of the gift-certificate programme',
      scopes: CARRIER_SCOPES,
      jwks: { keys: [publicKey] },
    },
  ];
}

function commonValues(
  { containers }: Plan,
  { folder, port, opsPort, publicUrl }: PlannedServer,
): Record<string, string> {
  return {
    // A container's ports are reached from its own network only.
    ...(containers
      ? { HOST: '0.0.0.0', OPS_HOST: '0.0.0.0', TRUSTED_PROXIES: PROXY_ADDRESS }
      : { HOST: '127.0.0.1', TRUSTED_PROXIES: '127.0.0.1 ::1' }),
    PORT: String(port),
    OPS_PORT: String(opsPort),
    OPS_TOKEN_FILE: join(folder, 'ops-token'),
    PUBLIC_URL: publicUrl,
    SIGNING_KEY_FILE: join(folder, 'signing.json'),
    PARTIES_FILE: join(folder, 'parties.json'),
    SECRETS_FILE: join(folder, 'secrets.json'),
  };
}

function ownValues(plan: Plan, { role, folder, host }: PlannedServer): Record<string, string> {
  const sealingFile = { SEALING_KEYS_FILE: join(folder, 'sealing.json') };
  const texts = { TEXT_PROVIDERS_FILE: join(folder, 'text-providers.json') };
  const shop = serverOf(plan, 'shop');
  switch (role) {
    case 'management':
      return {
        ...sealingFile,
        ...texts,
        // The mail server of this machine, which a container doesn't reach.
        SMTP_URL: plan.containers ? `smtp://${PLACEHOLDER}:25` : 'smtp://127.0.0.1:25',
        MAIL_FROM: `Seonmul <gift@${host}>`,
        CARRIERS_FILE: join(folder, 'carriers.json'),
        ...(shop === undefined ? {} : { TERMINAL_ORIGINS: shop.publicUrl }),
      };
    case 'settlement':
      return {
        ...sealingFile,
        ACQUIRERS_FILE: join(folder, 'acquirers.json'),
        BANKS_FILE: join(folder, 'banks.json'),
      };
    case 'carrier':
      return {
        TOKEN_KEYS_FILE: join(folder, 'token-keys.json'),
        CLIENTS_FILE: join(folder, 'clients.json'),
      };
    case 'shop':
      return {
        ...sealingFile,
        ...texts,
        WEB_SHOP_KEY_FILE: join(folder, 'web-shop-key'),
        TIME_ZONE: plan.timeZone,
        BRAND_KO: plan.brand?.nameKo ?? '',
        BRAND_EN: plan.brand?.nameEn ?? '',
        ...buyingValues(plan),
      };
  }
}

/** Where members buy at the shop's terminals. */
function buyingValues(plan: Plan): Record<string, string> {
  const management = serverOf(plan, 'management');
  return management === undefined || plan.brand === undefined
    ? {}
    : { BUYING_URL: management.publicUrl, BUYING_SHOP_ID: plan.brand.id };
}
