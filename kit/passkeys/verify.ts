import { isIP } from 'node:net';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';

/** COSE: Ed25519, ES256, RS256. */
export const PASSKEY_ALGORITHMS = [-8, -7, -257];

/** The relying party of passkeys: browsers offer them to no other host, and report the page where one was used. */
export type RelyingParty = { id: string; origin: string };

/** Web Authentication works with names, not addresses, so a system at 127.0.0.1 is addressed as localhost. */
export function relyingParty({ publicUrl }: { publicUrl: string }): RelyingParty {
  const url = new URL(publicUrl);
  if (isIP(url.hostname) !== 0) url.hostname = 'localhost';
  return { id: url.hostname, origin: url.origin };
}

/** What a browser sends of a new passkey. */
export type NewPasskey = {
  name: string;
  credential_id: string;
  client_data: string;
  attestation_object: string;
  transports?: string[];
};

/** What a browser sends when a passkey is used. */
export type UsedPasskey = {
  credential_id: string;
  client_data: string;
  authenticator_data: string;
  signature: string;
};

/** A passkey as it was stored. */
export type StoredPasskey = { credential_id: string; public_key: Buffer; sign_count: bigint };

/**
 * The new passkey in a browser's answer, and the challenge it was made for; undefined if anything is wrong with it.
 * Whether the challenge is open is the caller's to check, when it is used up.
 */
export async function newCredential({ id, origin }: RelyingParty, input: NewPasskey) {
  let challenge = '';
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: input.credential_id,
        rawId: input.credential_id,
        type: 'public-key',
        response: { clientDataJSON: input.client_data, attestationObject: input.attestation_object },
        clientExtensionResults: {},
      },
      expectedChallenge: (said) => {
        challenge = said;
        return true;
      },
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    });
    return registrationInfo === undefined
      ? undefined
      : { credential: registrationInfo.credential, challenge };
  } catch {
    // The library throws for anything wrong with what a browser sent.
    return undefined;
  }
}

/** What a use of a passkey proves: the challenge it signed and its new count; undefined if anything is wrong with it. */
export async function passkeyProof({ id, origin }: RelyingParty, passkey: StoredPasskey, input: UsedPasskey) {
  let challenge = '';
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: input.credential_id,
        rawId: input.credential_id,
        type: 'public-key',
        response: {
          clientDataJSON: input.client_data,
          authenticatorData: input.authenticator_data,
          signature: input.signature,
        },
        clientExtensionResults: {},
      },
      expectedChallenge: (said) => {
        challenge = said;
        return true;
      },
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: Number(passkey.sign_count),
      },
    });
    return verified ? { challenge, sign_count: BigInt(authenticationInfo.newCounter) } : undefined;
  } catch {
    // The library throws for anything wrong with what a browser sent.
    return undefined;
  }
}
