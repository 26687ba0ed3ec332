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
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { done, type Refusal, type Result, refuse } from './result.ts';

const ALG = 'ECDH-ES+A256KW';
const ENC = 'A256GCM';
const TYP = 'seonmul-sealed-pin';
/** A sealed PIN is about 900 characters; what is much longer is not decrypted. */
const JWE_LENGTH_MAX = 4_096;

/** What management hands to the shop server and can't read again (the source's step Receipt 3). */
export const SealedPinPayload = Type.Object(
  {
    certificate_id: Type.String({ minLength: 1, maxLength: 64 }),
    certificate_number: Type.String({ pattern: '^[0-9]{16}$' }),
    pin: Type.String({ pattern: '^[0-9]{4,12}$' }),
    phone: Type.String({ minLength: 1, maxLength: 254 }),
    sealed_at: Type.String({ minLength: 20, maxLength: 35 }),
  },
  { additionalProperties: false },
);
export type SealedPinPayload = Static<typeof SealedPinPayload>;

/**
 * Seals a PIN for one shop server: a compact JWE (RFC 7516) to its public P-256 key, whose `kid` is named in the
 * protected header. The certificate is bound as `apu`, which enters the key derivation (RFC 7518, 4.6.2),
 * so that a sealed PIN can't be moved to another certificate. Throws if the key is not of that kind.
 */
export async function sealPin(publicJwk: JWK, payload: SealedPinPayload): Promise<string> {
  if (publicJwk.kid === undefined) throw new Error('The public key for sealed PINs has no kid.');
  const key = await importJWK(publicJwk, ALG);
  return new CompactEncrypt(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: ALG, enc: ENC, kid: publicJwk.kid, typ: TYP, cty: 'application/json' })
    .setKeyManagementParameters({ apu: Buffer.from(payload.certificate_id) })
    .encrypt(key);
}

/**
 * Opens a sealed PIN with whichever of the shop's keys it names. Whatever is wrong with it, the answer is
 * `sealed_pin_unreadable` and nothing more: a precise answer would tell an attacker what to change.
 */
export async function openPin(
  privateJwksByKid: ReadonlyMap<string, JWK>,
  jwe: string,
  certificateId: string,
): Promise<Result<SealedPinPayload, 'sealed_pin_unreadable'>> {
  const unreadable: Refusal<'sealed_pin_unreadable'> = refuse('sealed_pin_unreadable');
  if (jwe.length > JWE_LENGTH_MAX) return unreadable;
  try {
    const { kid } = decodeProtectedHeader(jwe);
    const jwk = kid === undefined ? undefined : privateJwksByKid.get(kid);
    if (jwk === undefined) return unreadable;
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, await importJWK(jwk, ALG), {
      keyManagementAlgorithms: [ALG],
      contentEncryptionAlgorithms: [ENC],
    });
    if (protectedHeader.typ !== TYP || protectedHeader.apu !== base64url.encode(certificateId))
      return unreadable;
    const payload: unknown = JSON.parse(Buffer.from(plaintext).toString('utf8'));
    if (!Value.Check(SealedPinPayload, payload) || payload.certificate_id !== certificateId)
      return unreadable;
    return done(payload);
  } catch {
    return unreadable;
  }
}

/** A new pair for a shop server; the public half goes to management, the private half never leaves the shop. */
export async function generateSealingKeyPair(kid: string): Promise<{ publicJwk: JWK; privateJwk: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair(ALG, { crv: 'P-256', extractable: true });
  const about = { kid, alg: ALG, use: 'enc' };
  return {
    publicJwk: { ...(await exportJWK(publicKey)), ...about },
    privateJwk: { ...(await exportJWK(privateKey)), ...about },
  };
}
