import { createLocalJWKSet, importJWK, type JWK, type JWTVerifyGetKey } from 'jose';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, readSettingJson } from '../../kit/config.ts';
import { publicHalf, readEcKeys } from '../../kit/ec-keys.ts';
import type { ServerBase } from '../../kit/server.ts';
import { type StaffContext, staffLimits } from '../../kit/staff/context.ts';
import type { SETTINGS } from './config.ts';

export type CarrierBase = ServerBase<typeof SETTINGS>;

export const ClientsFile = Type.Array(
  Type.Object({
    client_id: Type.String({ minLength: 1, maxLength: 64 }),
    ground: Type.String({ minLength: 1, maxLength: 200 }),
    scopes: Type.Array(Type.String()),
    jwks: Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
  }),
);

export type Client = Static<typeof ClientsFile>[number] & { keys: JWTVerifyGetKey };

/** What every operation of the carrier server receives. */
export type CarrierContext = CarrierBase &
  Pick<StaffContext, 'limits'> & {
    issuer: string;
    clients: ReadonlyMap<string, Client>;
    tokenKey: { kid: string; key: Awaited<ReturnType<typeof importJWK>> };
    /** The public halves of all token keys, including old ones. */
    tokenJwks: { keys: JWK[] };
  };

export async function createCarrierContext(base: CarrierBase): Promise<CarrierContext> {
  const { tokenKeysFile, clientsFile } = base.settings;
  const tokenKeys = readEcKeys('TOKEN_KEYS_FILE', tokenKeysFile);
  const [newest] = tokenKeys;
  const clients = readClients(clientsFile);
  return {
    ...base,
    limits: staffLimits(base.db, base.secrets),
    issuer: base.publicUrl,
    clients: new Map(
      clients.map((client) => [
        client.client_id,
        { ...client, keys: createLocalJWKSet({ keys: client.jwks.keys as JWK[] }) },
      ]),
    ),
    tokenKey: { kid: newest.kid, key: await importJWK(newest, 'ES256') },
    tokenJwks: {
      keys: tokenKeys.map((key) => ({ ...publicHalf(key), use: 'sig', alg: 'ES256' })),
    },
  };
}

/** Throws a `ConfigError` if the file is not a list of clients. */
export function readClients(file: string): Static<typeof ClientsFile> {
  const clients = readSettingJson('CLIENTS_FILE', file);
  if (!Value.Check(ClientsFile, clients))
    throw new ConfigError(`CLIENTS_FILE ${file} is not a list of clients.`);
  return clients;
}
