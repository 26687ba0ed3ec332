import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { generateSealingKeyPair } from './sealed-pin.ts';

export type NewSigningKey = { kid: string; private_jwk: JWK };

/** A key that a server signs with (Ed25519). */
export async function newSigningKey(party: string): Promise<NewSigningKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const { kty, crv, x, d } = await exportJWK(privateKey);
  return { kid: `${party}-${stamp()}`, private_jwk: { kty, crv, x, d } as JWK };
}

/** A private key that signs tokens and assertions (EC P-256). */
export async function newEcKey(name: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `${name}-${stamp()}`, alg: 'ES256', use: 'sig' };
}

/** A private key that opens what is sealed for a server. */
export async function newSealingKey(): Promise<JWK> {
  return (await generateSealingKeyPair(`seal-${stamp()}`)).privateJwk;
}

const KEY_BYTES = 32;

/** Key rings for SECRETS_FILE, each with one key. */
export function newKeyRings(names: readonly string[]): Record<string, unknown> {
  const ring = () => ({ current: 'v1', keys: { v1: randomBytes(KEY_BYTES).toString('base64') } });
  return Object.fromEntries(names.map((name) => [name, ring()]));
}

/** A secret that two programs share, or a password that only programs type. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

function stamp(): string {
  return randomBytes(6).toString('hex');
}
