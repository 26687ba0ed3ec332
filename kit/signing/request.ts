import { randomBytes } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import type { Clock } from '../clock.ts';
import { contentDigest, digestMatches } from './digest.ts';
import { findPartyKey, type Party, type SigningKey } from './keys.ts';
import {
  CLOCK_AHEAD_MS_MAX,
  checkFreshness,
  checkSignature,
  coveredHeaders,
  LABEL,
  plainHeaders,
  SIGNATURE_AGE_MS_MAX,
  signerOf,
  TAG,
} from './signature.ts';
import type { Headers, NotVerified, VerifiedRequest } from './types.ts';

const NONCE_FORM = /^[\x21-\x7e]{16,128}$/;

/**
 * The headers of a request with its signature (RFC 9421, Ed25519) over the method and target and, if present, content
 * type, content digest and idempotency key; with created, keyid and a nonce of 128 bits. A request with a body must have
 * a content-type.
 */
export async function signRequest(
  key: SigningKey,
  request: {
    method: string;
    url: string;
    headers: Headers;
    body: Buffer | undefined;
    clock: Clock;
    nonce?: string;
  },
): Promise<Headers> {
  const headers = { ...request.headers };
  const fields = ['@method', '@target-uri'];
  if (request.body !== undefined) {
    headers['content-digest'] = contentDigest(request.body);
    fields.push('content-type', 'content-digest');
  }
  if (headers['idempotency-key'] !== undefined) fields.push('idempotency-key');
  const nonce = request.nonce ?? randomBytes(16).toString('base64url');
  const signed = await httpbis.signMessage(
    {
      name: LABEL,
      key: signerOf(key),
      fields,
      params: ['created', 'keyid', 'nonce', 'alg', 'tag'],
      paramValues: { created: request.clock(), nonce, tag: TAG },
    },
    { method: request.method, url: request.url, headers },
  );
  return plainHeaders(signed.headers);
}

/**
 * Verifies a request's signature, age and digest. The caller must still check that the nonce is new and the party
 * permitted. Header names are lower case; `targetUri` is the URL as published to callers, with the query.
 */
export async function verifyRequest(received: {
  method: string;
  targetUri: string;
  headers: Headers;
  body: Buffer;
  parties: readonly Party[];
  clock: Clock;
}): Promise<VerifiedRequest | NotVerified> {
  const { method, targetUri, headers, body, parties } = received;
  const now = received.clock();
  const checked = await checkSignature({
    message: { method, url: targetUri, headers },
    request: undefined,
    required: requiredOfRequest(headers, body),
    keyOf: (keyid) => findPartyKey(parties, keyid),
  });
  if (!checked.ok) return checked;
  const { key, stated } = checked;
  if (stated.nonce === undefined || !NONCE_FORM.test(stated.nonce)) {
    return { ok: false, code: 'signature_invalid' };
  }
  const stale = checkFreshness(checked, now);
  if (stale !== undefined) return stale;
  if (!requestBodyMatches(headers, body)) return { ok: false, code: 'content_digest_mismatch' };
  return {
    ok: true,
    key,
    label: stated.label,
    nonce: stated.nonce,
    created: stated.created,
    // One second longer than the signature is accepted, because `created` is in whole seconds.
    expires: new Date(stated.created.getTime() + SIGNATURE_AGE_MS_MAX + CLOCK_AHEAD_MS_MAX + 1_000),
    evidence: {
      direction: 'received_request',
      party: key.party,
      keyid: key.keyid,
      method,
      target_uri: targetUri,
      status: null,
      headers: coveredHeaders(headers, stated.components),
      request_headers: null,
      body,
      received_at: now,
    },
  };
}

/** The components that a request's signature must cover. The query is part of the target URI. */
export function requiredOfRequest(headers: Headers, body: Buffer): string[] {
  const required = ['"@method"', '"@target-uri"'];
  if (body.length > 0) required.push('"content-type"', '"content-digest"');
  if (headers['idempotency-key'] !== undefined) required.push('"idempotency-key"');
  return required;
}

/** A digest is checked even against an empty body, or removing a body would go unnoticed. */
export function requestBodyMatches(headers: Headers, body: Buffer): boolean {
  const digest = headers['content-digest'];
  return digest === undefined ? body.length === 0 : digestMatches(digest, body);
}
