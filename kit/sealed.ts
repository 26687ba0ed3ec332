import {
  base64url,
  CompactEncrypt,
  compactDecrypt,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';

const ALG = 'ECDH-ES+A256KW';
const ENC = 'A256GCM';
/** Our sealed values have about 900 characters; much longer ones are not decrypted. */
const JWE_LENGTH_MAX = 4_096;

/** The kind of a sealed value and what it belongs to. It can't be opened as another kind, or for another subject. */
export type Sealing = { readonly typ: string; readonly about: string };

/**
 * Seals a value for one server: a compact JWE (RFC 7516) to its public P-256 key, whose `kid` is named in the protected
 * header. `about` is bound as `apu`, which enters the key derivation (RFC 7518, 4.6.2). Throws if the key is of another
 * type.
 */
export async function seal(publicJwk: JWK, { typ, about }: Sealing, value: object): Promise<string> {
  if (publicJwk.kid === undefined) throw new Error('The public key for sealed values has no kid.');
  const key = await importJWK(publicJwk, ALG);
  return new CompactEncrypt(Buffer.from(JSON.stringify(value)))
    .setProtectedHeader({ alg: ALG, enc: ENC, kid: publicJwk.kid, typ, cty: 'application/json' })
    .setKeyManagementParameters({ apu: Buffer.from(about) })
    .encrypt(key);
}

/** Opens a sealed value with the server's key that it names; undefined if anything is wrong with it. */
export async function open(
  privateJwksByKid: ReadonlyMap<string, JWK>,
  { typ, about }: Sealing,
  jwe: string,
): Promise<unknown> {
  if (jwe.length > JWE_LENGTH_MAX) return undefined;
  try {
    const { kid } = decodeProtectedHeader(jwe);
    const jwk = kid === undefined ? undefined : privateJwksByKid.get(kid);
    if (jwk === undefined) return undefined;
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, await importJWK(jwk, ALG), {
      keyManagementAlgorithms: [ALG],
      contentEncryptionAlgorithms: [ENC],
    });
    if (protectedHeader.typ !== typ || protectedHeader.apu !== base64url.encode(about)) return undefined;
    return JSON.parse(Buffer.from(plaintext).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A new key pair for a server. The public half goes to the senders, the private half never leaves the server. */
export async function generateSealingKeyPair(kid: string): Promise<{ publicJwk: JWK; privateJwk: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair(ALG, { crv: 'P-256', extractable: true });
  const about = { kid, alg: ALG, use: 'enc' };
  return {
    publicJwk: { ...(await exportJWK(publicKey)), ...about },
    privateJwk: { ...(await exportJWK(privateKey)), ...about },
  };
}
