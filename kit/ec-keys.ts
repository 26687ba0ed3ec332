import { createPrivateKey } from 'node:crypto';
import type { JWK } from 'jose';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, readSettingJson } from './config.ts';

export const PrivateEcJwk = Type.Object({
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  kid: Type.String({ minLength: 1, maxLength: 128 }),
  x: Type.String(),
  y: Type.String(),
  d: Type.String(),
  /** The key that will be the first once every process has it. */
  next: Type.Optional(Type.Literal(true)),
  /** Since when it is not the first any more. */
  old_since: Type.Optional(Type.String()),
});

export type PrivateEcJwk = Static<typeof PrivateEcJwk>;

/** The private P-256 key in the file that a setting names. Throws a ConfigError, which never shows the key. */
export function readEcKey(setting: string, path: string): PrivateEcJwk {
  return checkedKey(`${setting} ${path}`, readSettingJson(setting, path));
}

/** A list of such keys, newest first, with at least one key. */
export function readEcKeys(setting: string, path: string): [PrivateEcJwk, ...PrivateEcJwk[]] {
  const listed = readSettingJson(setting, path);
  const [newest, ...older] = Array.isArray(listed) ? listed : [];
  if (newest === undefined)
    throw new ConfigError(`${setting} ${path} must hold a list with at least one key.`);
  const where = `${setting} ${path}`;
  return [checkedKey(where, newest), ...older.map((key) => checkedKey(where, key))];
}

type ListedJwk = JWK & Partial<Pick<PrivateEcJwk, 'next' | 'old_since'>>;

/** What others may see of a key. */
export function publicHalf(key: ListedJwk): JWK {
  const { d: _private, next: _next, old_since: _since, ...publicKey } = key;
  return publicKey;
}

function checkedKey(where: string, key: unknown): PrivateEcJwk {
  try {
    if (Value.Check(PrivateEcJwk, key) && createPrivateKey({ key, format: 'jwk' })) return key;
  } catch {
    // The crypto library's reason is dropped, because it may show the key.
  }
  throw new ConfigError(`${where} must hold private EC P-256 keys as JWK with kid.`);
}
