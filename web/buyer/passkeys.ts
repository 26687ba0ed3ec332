import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { answered } from '../kit/problem.ts';
import { api } from './api.ts';

const IP_ADDRESS = /^(\d+(\.\d+){3}|\[.*\])$/;

/** Passkeys need a host name (not an IP address) and a secure context. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !IP_ADDRESS.test(window.location.hostname);
}

/** Asks the user, creates a key pair on the device, and registers the public key. */
export async function createPasskey(name: string) {
  // Each attempt creates a new key, so no request is ever repeated.
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const optionsJSON = await answered(api.POST('/v1/members/me/passkeys/challenges', { headers }));
  const { id, response } = await startRegistration({ optionsJSON });
  const body = {
    name,
    credential_id: id,
    client_data: response.clientDataJSON,
    attestation_object: response.attestationObject,
    transports: response.transports ?? [],
  };
  const kept = { 'idempotency-key': crypto.randomUUID() };
  return answered(api.POST('/v1/members/me/passkeys', { body, headers: kept }));
}

/** The device offers its passkeys for this host and signs with the chosen one. */
export async function logInWithPasskey() {
  const optionsJSON = await answered(api.POST('/v1/passkey-challenges'));
  const { id, response } = await startAuthentication({ optionsJSON });
  const body = {
    credential_id: id,
    client_data: response.clientDataJSON,
    authenticator_data: response.authenticatorData,
    signature: response.signature,
    use_cookie: true,
  };
  return answered(api.POST('/v1/passkey-sessions', { body }));
}

/** Whether the user dismissed the device's prompt or let it time out. */
export function isDismissed(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'NotAllowedError' || thrown.name === 'AbortError');
}
