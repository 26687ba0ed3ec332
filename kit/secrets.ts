import { createSecretKey, type KeyObject } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, readSettingJson } from './config.ts';

const KEY_BYTES_MIN = 32;

export const KeyRings = Type.Record(
  Type.String({ pattern: '^[a-z_]+$' }),
  Type.Object({
    current: Type.String({ pattern: '^[A-Za-z0-9_-]{1,32}$' }),
    keys: Type.Record(Type.String({ pattern: '^[A-Za-z0-9_-]{1,32}$' }), Type.String()),
    /** When the current key became current. */
    current_since: Type.Optional(Type.String()),
  }),
);

/**
 * Keys by version. `current` is used for new values; older versions stay, so that values made under them can still be
 * checked. KeyObjects, because they don't reveal their bytes when printed.
 */
export type KeyRing = {
  readonly name: string;
  readonly current: string;
  readonly byVersion: ReadonlyMap<string, KeyObject>;
};

export type Secrets = {
  /** Throws a ConfigError that names the file and the ring if the file has no such ring. */
  keyRing(name: string): KeyRing;
};

/**
 * Loads a server's secrets from a file, since they must not be in the database:
 * `{ "pin_hmac": { "current": "v1", "keys": { "v1": "<base64 of at least 32 bytes>" } }, … }`.
 * Errors name the file and the setting, never a value.
 */
export function loadSecrets(path: string): Secrets {
  const parsed = readSettingJson('SECRETS_FILE', path);
  if (!Value.Check(KeyRings, parsed)) {
    throw new ConfigError(
      `SECRETS_FILE ${path}: every setting must be { "current": version, "keys": { version: base64 } }.`,
    );
  }
  const rings = new Map(
    Object.entries(parsed).map(([name, ring]) => [name, keyRingOf(`SECRETS_FILE ${path}`, name, ring)]),
  );
  return {
    keyRing(name) {
      const ring = rings.get(name);
      if (ring === undefined) throw new ConfigError(`SECRETS_FILE ${path} has no setting ${name}.`);
      return ring;
    },
  };
}

/** A ring from base64 keys, as in the file. Error messages start with `where`. */
export function keyRingOf(
  where: string,
  name: string,
  { current, keys }: { current: string; keys: Readonly<Record<string, string>> },
): KeyRing {
  const byVersion = new Map<string, KeyObject>();
  for (const [version, base64] of Object.entries(keys)) {
    const bytes = Buffer.from(base64, 'base64');
    const isBase64 = bytes.toString('base64').replace(/=+$/, '') === base64.replace(/=+$/, '');
    if (!isBase64 || bytes.length < KEY_BYTES_MIN) {
      throw new ConfigError(
        `${where}: ${name}.keys.${version} must be base64 of at least ${KEY_BYTES_MIN} bytes.`,
      );
    }
    byVersion.set(version, createSecretKey(bytes));
  }
  if (!byVersion.has(current))
    throw new ConfigError(`${where}: ${name}.current names a version that ${name}.keys lacks.`);
  return { name, current, byVersion };
}

/** Throws if the ring no longer has the version that a stored value was made under. */
export function keyOfVersion(ring: KeyRing, version: string): KeyObject {
  const key = ring.byVersion.get(version);
  if (key === undefined) throw new Error(`Key ring ${ring.name} has no key of version ${version}.`);
  return key;
}
