import { generateKeyPairSync, sign } from 'node:crypto';
import type { Party, SigningKey, StoredKey } from '../../kit/signing/keys.ts';
import type { Headers } from '../../kit/signing/types.ts';

export const NOW = new Date('2026-03-01T00:00:00.400Z');

/** A server for tests: its signing key, its entry in the others' list of parties, and the key as it is kept. */
export type TestParty = { key: SigningKey; entry: Party; storedKey: StoredKey };

export function aParty(
  party: string,
  keyid: string,
  { base_url = 'http://shop.example', valid_from = '2026-01-01T00:00:00Z', valid_until = '' } = {},
): TestParty {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const public_jwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
  const validity = valid_until === '' ? { valid_from } : { valid_from, valid_until };
  return {
    key: { party, keyid, privateKey, publicJwk: public_jwk },
    entry: { party, role: party, base_url, keys: [{ keyid, public_jwk, ...validity }] },
    storedKey: {
      keyid,
      party,
      public_jwk,
      valid_from: new Date(valid_from),
      valid_until: valid_until === '' ? null : new Date(valid_until),
    },
  };
}

/**
 * A signer that shares nothing with the one under test: it puts the signature base together from text, as another
 * server's library would. `lines` are identifier and value of what is covered, in order.
 */
export function handSign(
  key: SigningKey,
  label: string,
  lines: readonly (readonly [identifier: string, value: string])[],
  parameters: string,
): Headers {
  const stated = `(${lines.map(([identifier]) => identifier).join(' ')})${parameters}`;
  const base = [...lines.map((line) => line.join(': ')), `"@signature-params": ${stated}`].join('\n');
  const signature = sign(null, Buffer.from(base), key.privateKey).toString('base64');
  return { 'signature-input': `${label}=${stated}`, signature: `${label}=:${signature}:` };
}
