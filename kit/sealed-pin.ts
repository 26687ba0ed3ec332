import type { JWK } from 'jose';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { done, type Result, refuse } from './result.ts';
import { open, seal } from './sealed.ts';

export { generateSealingKeyPair } from './sealed.ts';

const TYP = 'seonmul-sealed-pin';

/** What management passes to the shop and can't read afterwards (the source's step Receipt 3). */
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

/** Seals a PIN for one shop server, bound to its certificate, so that it can't be moved to another. */
export function sealPin(publicJwk: JWK, payload: SealedPinPayload): Promise<string> {
  return seal(publicJwk, { typ: TYP, about: payload.certificate_id }, payload);
}

/**
 * Opens a sealed PIN with the shop's key that it names. Whatever is wrong with it, the answer is only
 * `sealed_pin_unreadable`: a precise one would tell an attacker what to change.
 */
export async function openPin(
  privateJwksByKid: ReadonlyMap<string, JWK>,
  jwe: string,
  certificateId: string,
): Promise<Result<SealedPinPayload, 'sealed_pin_unreadable'>> {
  const payload = await open(privateJwksByKid, { typ: TYP, about: certificateId }, jwe);
  return Value.Check(SealedPinPayload, payload) && payload.certificate_id === certificateId
    ? done(payload)
    : refuse('sealed_pin_unreadable');
}

const PROOF_TYP = 'seonmul-holder-proof';

/**
 * What a holder keys in on the phone for their shop: the phone number with the PIN, and a code where one is needed too;
 * with the code and a new PIN; or with the old PIN and a new one.
 */
export const HolderProof = Type.Object(
  {
    proof_id: Type.String({ minLength: 1, maxLength: 64 }),
    phone: Type.String({ minLength: 1, maxLength: 254 }),
    pin: Type.String({ pattern: '^[0-9]{4,12}$' }),
    code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$' })),
    new_pin: Type.Optional(Type.String({ pattern: '^[0-9]{4,12}$' })),
  },
  { additionalProperties: false },
);
export type HolderProof = Static<typeof HolderProof>;

/** Seals a holder's proof for one shop server and one `proof_id`. */
export function sealProof(publicJwk: JWK, proof: HolderProof): Promise<string> {
  return seal(publicJwk, { typ: PROOF_TYP, about: proof.proof_id }, proof);
}

/** Opens a holder's proof; as with a PIN, the refusal gives no reason. */
export async function openProof(
  privateJwksByKid: ReadonlyMap<string, JWK>,
  jwe: string,
  proofId: string,
): Promise<Result<HolderProof, 'sealed_pin_unreadable'>> {
  const proof = await open(privateJwksByKid, { typ: PROOF_TYP, about: proofId }, jwe);
  return Value.Check(HolderProof, proof) && proof.proof_id === proofId
    ? done(proof)
    : refuse('sealed_pin_unreadable');
}
