import { newPasskey, usedPasskey } from '../kit/passkeys.ts';
import { answered } from '../kit/problem.ts';
import { api } from './api.ts';

/** Creates a passkey on the device and registers it. */
export async function createPasskey(name: string) {
  // Each attempt creates a new key, so no request is ever repeated.
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const options = await answered(api.POST('/v1/members/me/passkeys/challenges', { headers }));
  const body = await newPasskey(options, name);
  const kept = { 'idempotency-key': crypto.randomUUID() };
  return answered(api.POST('/v1/members/me/passkeys', { body, headers: kept }));
}

/** Proves again who the member is. */
export async function proveWithPasskey() {
  const options = await answered(api.POST('/v1/passkey-challenges'));
  const body = { passkey: await usedPasskey(options) };
  return answered(api.POST('/v1/members/me/proofs', { body }));
}

export async function logInWithPasskey() {
  const options = await answered(api.POST('/v1/passkey-challenges'));
  const body = { ...(await usedPasskey(options)), use_cookie: true };
  return answered(api.POST('/v1/passkey-sessions', { body }));
}
