import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

const IP_ADDRESS = /^(\d+(\.\d+){3}|\[.*\])$/;

/** Passkeys need a host name (not an IP address) and a secure context. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !IP_ADDRESS.test(window.location.hostname);
}

/** Asks the user and creates a key pair on the device: what a server needs to know of it. */
export async function newPasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON, name: string) {
  const { id, response } = await startRegistration({ optionsJSON });
  return {
    name,
    credential_id: id,
    client_data: response.clientDataJSON,
    attestation_object: response.attestationObject,
    transports: response.transports ?? [],
  };
}

/** The device offers its passkeys for this host and signs with the chosen one. */
export async function usedPasskey(optionsJSON: PublicKeyCredentialRequestOptionsJSON) {
  const { id, response } = await startAuthentication({ optionsJSON });
  return {
    credential_id: id,
    client_data: response.clientDataJSON,
    authenticator_data: response.authenticatorData,
    signature: response.signature,
  };
}

/** Whether the user dismissed the device's prompt or let it time out. */
export function isDismissed(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'NotAllowedError' || thrown.name === 'AbortError');
}
