import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { answered } from '../kit/problem.ts';
import { api } from './api.ts';

const IP_ADDRESS = /^(\d+(\.\d+){3}|\[.*\])$/;

/** Browsers know passkeys of hosts with a name, in a safe context. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !IP_ADDRESS.test(window.location.hostname);
}

/** The device asks its holder, makes a key, and the server keeps its public half. */
export async function makePasskey(name: string) {
  // The device makes another key each time, so what was asked before is never asked again.
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

/** The device shows which passkeys it has for this host, and signs by the one that is chosen. */
export async function enterByPasskey() {
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

/** Whether somebody only closed what the device asked, or let it run out. */
export function isTurnedAway(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown.name === 'NotAllowedError' || thrown.name === 'AbortError');
}
