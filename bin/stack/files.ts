import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newEcKey, newKeyRings, newSealingKey, newSecret, newSigningKey } from '../../kit/new-keys.ts';
import { PERMITTED, SERVER_ROLES, type ServerRole } from './roles.ts';

/** The party that each server signs as: one shop server stands for one brand. */
const PARTIES: Record<ServerRole, string> = {
  management: 'management',
  settlement: 'settlement',
  carrier: 'carrier',
  shop: 'shop:haneul',
};

const SECRET_RINGS = ['pin_hmac', 'number_encryption', 'text_encryption', 'token_pepper'];

export type StackFiles = {
  file(name: string): string;
  /** The secret that management and the demo's phones share. */
  voiceSecret: string;
};

/**
 * Creates the keys and configuration of a demo system in `dataDir`, once. Addresses follow the ports, so the lists of
 * permitted servers are rewritten at each start.
 */
export async function prepareFiles(
  dataDir: string,
  serverUrl: (role: ServerRole) => string,
  smscUrl: (smsc: 'smsc' | 'secondSmsc') => string,
  sandboxUrl: string,
): Promise<StackFiles> {
  const keysDir = join(dataDir, 'keys');
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const file = (name: string) => join(keysDir, name);

  async function once<T>(name: string, make: () => Promise<T>): Promise<T> {
    if (!existsSync(file(name)))
      writeFileSync(file(name), JSON.stringify(await make(), null, 2), { mode: 0o600 });
    return JSON.parse(readFileSync(file(name), 'utf8'));
  }

  const publicKeys = new Map<ServerRole, { kid: string; x: string }>();
  for (const role of SERVER_ROLES) {
    const key = await once(`${role}.signing.json`, async () => ({
      party: PARTIES[role],
      ...(await newSigningKey(PARTIES[role])),
    }));
    publicKeys.set(role, { kid: key.kid, x: key.private_jwk.x ?? '' });
    const kept = await once(`${role}.secrets.json`, async () => newKeyRings(SECRET_RINGS));
    // Data from an earlier version gets the rings added since; those that it has stay.
    writeFileSync(
      file(`${role}.secrets.json`),
      JSON.stringify({ ...newKeyRings(SECRET_RINGS), ...kept }, null, 2),
      {
        mode: 0o600,
      },
    );
  }
  for (const role of ['management', 'settlement', 'shop'])
    await once(`${role}.sealing.json`, async () => [await newSealingKey()]);
  await once('shop.web-shop-key', async () => `webshop_${newSecret()}`);
  await once('carrier.tokens.json', async () => [await newEcKey('token')]);
  const voiceSecret = await once('sandbox-voice', async () => newSecret());
  const client = await once('management.carrier.json', () => newEcKey('client'));

  for (const role of SERVER_ROLES) {
    const parties = PERMITTED[role].map((other) => ({
      party: PARTIES[other],
      role: other,
      base_url: serverUrl(other),
      keys: [
        {
          keyid: publicKeys.get(other)?.kid,
          public_jwk: { kty: 'OKP', crv: 'Ed25519', x: publicKeys.get(other)?.x },
          valid_from: '2026-01-01T00:00:00Z',
        },
      ],
    }));
    writeFileSync(file(`${role}.parties.json`), JSON.stringify(parties, null, 2));
  }
  const { d: _private, ...publicClientKey } = client;
  const clients = [
    {
      client_id: 'seonmul-management',
      ground: 'contract with the operator of the gift-certificate programme',
      scopes: ['kyc-fill-in:name', 'number-recycling:check', 'sim-swap:check', 'kyc-match:match'],
      jwks: { keys: [publicClientKey] },
    },
  ];
  writeFileSync(file('carrier.clients.json'), JSON.stringify(clients, null, 2));
  const carriers = [
    {
      name: 'sandbox',
      adapter: 'camara',
      url: serverUrl('carrier'),
      client_id: 'seonmul-management',
      key_file: 'management.carrier.json',
      countries: ['KR', 'JP'],
    },
  ];
  writeFileSync(file('management.carriers.json'), JSON.stringify(carriers, null, 2));
  writeFileSync(file('smpp-accounts.json'), JSON.stringify(Object.values(SMPP_ACCOUNTS)));
  writeFileSync(file('second-smpp-accounts.json'), JSON.stringify(Object.values(SECOND_SMPP_ACCOUNTS)));
  for (const role of ['management', 'shop'] as const) {
    const providers = [
      smppProvider('first', smscUrl('smsc'), SMPP_ACCOUNTS[role]),
      smppProvider('second', smscUrl('secondSmsc'), SECOND_SMPP_ACCOUNTS[role]),
    ];
    writeFileSync(file(`${role}.text-providers.json`), JSON.stringify(providers, null, 2), { mode: 0o600 });
  }
  const acquirers = [{ kind: 'test', name: 'test', url: sandboxUrl }];
  writeFileSync(file('settlement.acquirers.json'), JSON.stringify(acquirers, null, 2), { mode: 0o600 });
  const banks = [{ kind: 'test', name: 'test', url: sandboxUrl }];
  writeFileSync(file('settlement.banks.json'), JSON.stringify(banks, null, 2), { mode: 0o600 });
  // The key is a JSON string in its file; the server reads the bare text.
  writeFileSync(file('shop.web-shop-key.txt'), JSON.parse(readFileSync(file('shop.web-shop-key'), 'utf8')), {
    mode: 0o600,
  });
  return { file, voiceSecret };
}

type SmppAccount = { system_id: string; password: string; source_addr: string };

function smppProvider(name: string, url: string, { source_addr, ...account }: SmppAccount) {
  return { kind: 'smpp', name, url, ...account, senders: { '*': source_addr } };
}

const SMPP_ACCOUNTS = {
  management: { system_id: 'seonmul', password: 'demo-200', source_addr: '15880200' },
  shop: { system_id: 'haneul', password: 'demo-500', source_addr: '15880500' },
};

/** At a second provider, which takes over when the first accepts no messages. */
const SECOND_SMPP_ACCOUNTS = {
  management: { system_id: 'seonmul2', password: 'demo-two', source_addr: '15880201' },
  shop: { system_id: 'haneul2', password: 'demo-two', source_addr: '15880501' },
};
