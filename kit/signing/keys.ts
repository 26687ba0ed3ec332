import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import Type, { type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, readSettingJson } from '../config.ts';
import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

export const PublicJwk = Type.Object({
  kty: Type.Literal('OKP'),
  crv: Type.Literal('Ed25519'),
  x: Type.String(),
});

const OWN_KEY = {
  kid: Type.String({ minLength: 1, maxLength: 128 }),
  private_jwk: Type.Intersect([PublicJwk, Type.Object({ d: Type.String() })]),
};

export const SigningKeyFile = Type.Object({
  party: Type.String({ minLength: 1, maxLength: 64 }),
  ...OWN_KEY,
  /** The key that will be signed with once the others have it. */
  next: Type.Optional(Type.Object(OWN_KEY)),
});
type OwnKey = Pick<Static<typeof SigningKeyFile>, 'kid' | 'private_jwk'>;

export const PartiesFile = Type.Array(
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

export type PublicJwk = Static<typeof PublicJwk>;

/** This server's own key. KeyObjects don't reveal their bytes when printed. */
export type SigningKey = {
  party: string;
  keyid: string;
  privateKey: KeyObject;
  publicJwk: PublicJwk;
  /** The key that comes after it, during a rotation. */
  next?: SigningKey;
};

/** A permitted server: its name, its address, and the keys it signs with. */
export type Party = Static<typeof PartiesFile>[number];

export type PartyKey = {
  party: string;
  role: string;
  keyid: string;
  publicKey: KeyObject;
  validFrom: Date;
  validUntil: Date | undefined;
};

/** A row of `party_keys`: a public key that is or was permitted. */
export type StoredKey = {
  keyid: string;
  party: string;
  public_jwk: PublicJwk;
  valid_from: Date;
  valid_until: Date | null;
};

/** Reads `{party, kid, private_jwk}`, with the next key if there is one. Throws a ConfigError that names the file and the member, never the key. */
export function loadSigningKey(path: string): SigningKey {
  const file = readSettingJson('SIGNING_KEY_FILE', path);
  if (!Value.Check(SigningKeyFile, file)) {
    const wrong = firstWrong(SigningKeyFile, file);
    throw new ConfigError(`SIGNING_KEY_FILE ${path} must hold {party, kid, private_jwk}: ${wrong}.`);
  }
  const { party, next } = file;
  const key = ownKey(path, party, file);
  return next === undefined ? key : { ...key, next: ownKey(path, party, next) };
}

function ownKey(path: string, party: string, { kid, private_jwk }: OwnKey): SigningKey {
  const { kty, crv, x } = private_jwk;
  const privateKey = keyObject(
    () => createPrivateKey({ key: private_jwk, format: 'jwk' }),
    `SIGNING_KEY_FILE ${path}: private_jwk is not an Ed25519 key.`,
  );
  // With a public key that doesn't belong to the private one, everything we sign would be refused.
  if (createPublicKey(privateKey).export({ format: 'jwk' }).x !== x) {
    throw new ConfigError(`SIGNING_KEY_FILE ${path}: private_jwk.x is not the public key of private_jwk.d.`);
  }
  return { party, keyid: kid, privateKey, publicJwk: { kty, crv, x } };
}

/** Reads the list of permitted servers. Throws a ConfigError that names the file and what is wrong with it. */
export function loadParties(path: string): Party[] {
  const file = readSettingJson('PARTIES_FILE', path);
  if (!Value.Check(PartiesFile, file)) {
    throw new ConfigError(`PARTIES_FILE ${path} is not a list of parties: ${firstWrong(PartiesFile, file)}.`);
  }
  const keyids = new Set<string>();
  const names = new Set<string>();
  for (const { party, base_url, keys } of file) {
    const where = `PARTIES_FILE ${path}: party ${party}`;
    if (names.has(party)) throw new ConfigError(`${where} is listed more than once.`);
    names.add(party);
    if (!URL.canParse(base_url)) throw new ConfigError(`${where}: base_url is not a URL.`);
    for (const key of keys) {
      if (keyids.has(key.keyid))
        throw new ConfigError(`${where}: key ${key.keyid} is listed more than once.`);
      keyids.add(key.keyid);
      for (const member of ['valid_from', 'valid_until'] as const) {
        if (key[member] !== undefined && !isTimestamp(key[member])) {
          throw new ConfigError(
            `${where}: ${member} of key ${key.keyid} is not a time such as 2026-01-01T00:00:00Z.`,
          );
        }
      }
      // Public keys are stored and shown, so a private one must not slip in.
      if ('d' in key.public_jwk) {
        throw new ConfigError(`${where}: public_jwk of key ${key.keyid} holds the private key; leave d out.`);
      }
      keyObject(
        () => publicKeyOf(key.public_jwk),
        `${where}: public_jwk of key ${key.keyid} is not Ed25519.`,
      );
    }
  }
  return file;
}

/** The key with this id, of any party. `isValidAt` tells whether it is valid at a given time. */
export function findPartyKey(parties: readonly Party[], keyid: string): PartyKey | undefined {
  for (const { party, role, keys } of parties) {
    const key = keys.find((candidate) => candidate.keyid === keyid);
    if (key !== undefined) {
      return {
        party,
        role,
        keyid,
        publicKey: publicKeyOf(key.public_jwk),
        validFrom: new Date(key.valid_from),
        validUntil: key.valid_until === undefined ? undefined : new Date(key.valid_until),
      };
    }
  }
  return undefined;
}

/** The key of a row of `party_keys`. The party's role is not stored, and not needed to verify a signature. */
export function partyKeyOf({ keyid, party, public_jwk, valid_from, valid_until }: StoredKey): PartyKey {
  return {
    party,
    role: '',
    keyid,
    publicKey: publicKeyOf(public_jwk),
    validFrom: valid_from,
    validUntil: valid_until ?? undefined,
  };
}

/**
 * Stores the public keys of all permitted servers forever. Throws a ConfigError if a key id comes back with another owner
 * or key, or with a longer validity: stored keys can't be changed, so a message signed in the added time could not be
 * verified later. Shortening a key's validity is possible.
 */
export async function storePartyKeys(
  executor: Executor,
  parties: readonly Party[],
  now: Date,
): Promise<void> {
  for (const { party, keys } of parties) {
    for (const { keyid, public_jwk, valid_from, valid_until } of keys) {
      const { kty, crv, x } = public_jwk;
      await sql`
        insert into party_keys (keyid, party, public_jwk, valid_from, valid_until, first_seen_at)
        values (${keyid}, ${party}, ${JSON.stringify({ kty, crv, x })}::jsonb, ${valid_from}, ${valid_until ?? null}, ${now})
        on conflict (keyid) do nothing`.execute(executor);
      const found = await sql<StoredKey>`
        select keyid, party, public_jwk, valid_from, valid_until from party_keys where keyid = ${keyid}`.execute(
        executor,
      );
      const stored = found.rows[0];
      if (stored?.party !== party || stored.public_jwk.x !== x) {
        throw new ConfigError(
          `PARTIES_FILE names key ${keyid} with another owner or key than before; key ids are not used twice.`,
        );
      }
      const until = valid_until === undefined ? Number.POSITIVE_INFINITY : Date.parse(valid_until);
      const storedUntil = stored.valid_until?.getTime() ?? Number.POSITIVE_INFINITY;
      if (Date.parse(valid_from) < stored.valid_from.getTime() || until > storedUntil) {
        throw new ConfigError(
          `PARTIES_FILE lets key ${keyid} be valid for longer than before; give the party a new key instead.`,
        );
      }
    }
  }
}

/** RFC 3339 with a zone: without one, JavaScript and PostgreSQL would each assume their own. */
function isTimestamp(text: string): boolean {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
  return form.test(text) && !Number.isNaN(Date.parse(text));
}

function firstWrong(schema: TSchema, value: unknown): string {
  const [first] = Value.Errors(schema, value);
  return `${first?.instancePath || 'the file'} ${first?.message}`;
}

const publicKeys = new WeakMap<PublicJwk, KeyObject>();

/** Created once per key, not per message: creating it costs as much as verifying a signature. */
function publicKeyOf(jwk: PublicJwk): KeyObject {
  const known = publicKeys.get(jwk);
  if (known !== undefined) return known;
  const made = createPublicKey({ key: jwk, format: 'jwk' });
  publicKeys.set(jwk, made);
  return made;
}

/** Drops the crypto library's reason, because it may show the key. */
function keyObject(make: () => KeyObject, problem: string): KeyObject {
  try {
    return make();
  } catch {
    throw new ConfigError(problem);
  }
}
