import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError } from '../config.ts';
import type { Executor } from '../db/transaction.ts';

const PublicJwk = Type.Object({ kty: Type.Literal('OKP'), crv: Type.Literal('Ed25519'), x: Type.String() });

const SigningKeyFile = Type.Object({
  party: Type.String({ minLength: 1, maxLength: 64 }),
  kid: Type.String({ minLength: 1, maxLength: 128 }),
  private_jwk: Type.Intersect([PublicJwk, Type.Object({ d: Type.String() })]),
});

const PartiesFile = Type.Array(
  Type.Object({
    party: Type.String({ minLength: 1, maxLength: 64 }),
    role: Type.String({ minLength: 1, maxLength: 32 }),
    base_url: Type.String({ pattern: '^https?://' }),
    keys: Type.Array(
      Type.Object({
        keyid: Type.String({ minLength: 1, maxLength: 128 }),
        public_jwk: PublicJwk,
        valid_from: Type.String(),
        valid_until: Type.Optional(Type.String()),
      }),
      { minItems: 1 },
    ),
  }),
);

/** This server's own key. KeyObjects don't show their bytes when they are printed. */
export type SigningKey = { party: string; keyid: string; privateKey: KeyObject; publicJwk: JsonWebKey };

/** A server that is permitted: who it is, where it is reached, and the keys it signs with. */
export type Party = Static<typeof PartiesFile>[number];

export type PartyKey = {
  party: string;
  role: string;
  keyid: string;
  publicKey: KeyObject;
  validFrom: Date;
  validUntil: Date | undefined;
};

/** Reads `{party, kid, private_jwk}`; throws a ConfigError that names the file, never the key. */
export function loadSigningKey(path: string): SigningKey {
  const file = readJson('SIGNING_KEY_FILE', path);
  if (!Value.Check(SigningKeyFile, file)) {
    throw new ConfigError(
      `SIGNING_KEY_FILE ${path} must hold {party, kid, private_jwk} with an Ed25519 key.`,
    );
  }
  const { kty, crv, x } = file.private_jwk;
  return {
    party: file.party,
    keyid: file.kid,
    privateKey: createPrivateKey({ key: file.private_jwk, format: 'jwk' }),
    publicJwk: { kty, crv, x },
  };
}

/** Reads the list of permitted servers; throws a ConfigError that names the file and what is wrong with it. */
export function loadParties(path: string): Party[] {
  const file = readJson('PARTIES_FILE', path);
  if (!Value.Check(PartiesFile, file)) {
    const first = [...Value.Errors(PartiesFile, file)][0];
    throw new ConfigError(
      `PARTIES_FILE ${path} is not a list of parties: ${first?.instancePath} ${first?.message}.`,
    );
  }
  const owners = new Map<string, string>();
  for (const { party, keys } of file) {
    for (const { keyid } of keys) {
      if (owners.has(keyid))
        throw new ConfigError(`PARTIES_FILE ${path}: key ${keyid} belongs to more than one entry.`);
      owners.set(keyid, party);
    }
  }
  return file;
}

/** The key of that id, whoever's it is. */
export function findPartyKey(parties: readonly Party[], keyid: string): PartyKey | undefined {
  for (const { party, role, keys } of parties) {
    const key = keys.find((candidate) => candidate.keyid === keyid);
    if (key !== undefined) {
      return {
        party,
        role,
        keyid,
        publicKey: createPublicKey({ key: key.public_jwk, format: 'jwk' }),
        validFrom: new Date(key.valid_from),
        validUntil: key.valid_until === undefined ? undefined : new Date(key.valid_until),
      };
    }
  }
  return undefined;
}

/** Keeps the public keys of all permitted servers for good. Throws when a key id comes back with another key. */
export async function rememberPartyKeys(
  executor: Executor,
  parties: readonly Party[],
  now: Date,
): Promise<void> {
  for (const { party, keys } of parties) {
    for (const { keyid, public_jwk, valid_from, valid_until } of keys) {
      await sql`
        insert into party_keys (keyid, party, public_jwk, valid_from, valid_until, first_seen_at)
        values (${keyid}, ${party}, ${JSON.stringify(public_jwk)}::jsonb, ${valid_from}, ${valid_until ?? null}, ${now})
        on conflict (keyid) do nothing`.execute(executor);
      const kept = await sql<{ party: string; x: string }>`
        select party, public_jwk ->> 'x' as x from party_keys where keyid = ${keyid}`.execute(executor);
      if (kept.rows[0]?.party !== party || kept.rows[0].x !== public_jwk.x) {
        throw new ConfigError(
          `PARTIES_FILE names key ${keyid} with another owner or key than before; key ids are not used twice.`,
        );
      }
    }
  }
}

function readJson(setting: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new ConfigError(`${setting} ${path} can't be read or is not JSON.`);
  }
}
