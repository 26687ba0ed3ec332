import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { contentDigest, digestMatches } from './digest.ts';
import { findPartyKey, type Party, type PartyKey, type SigningKey } from './keys.ts';
import {
  CLOCK_AHEAD_MS_MAX,
  checkFreshness,
  checkSignature,
  coveredHeaders,
  SIGNATURE_AGE_MS_MAX,
  type StatedSignature,
  signMessage,
} from './signature.ts';
import type { Headers, NotVerified, RequestHead, VerifiedRequest } from './types.ts';

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
  if (request.body !== undefined) headers['content-digest'] = contentDigest(request.body);
  const components = requiredOfRequest(headers, request.body !== undefined);
  const nonce = request.nonce ?? randomBytes(16).toString('base64url');
  const message = { method: request.method, url: request.url, headers };
  return signMessage(key, components, { created: request.clock(), nonce }, message);
}

/** A request whose signature is right, before its body has been read: `verifyRequestBody` completes it. */
export type VerifiedHead = {
  ok: true;
  key: PartyKey;
  stated: StatedSignature & { nonce: string };
  head: RequestHead;
  received_at: Date;
};

/**
 * Verifies a request's signature and age, for which the headers are enough: it covers the body's digest, not the body. So
 * no body of a stranger's is read. Header names are lower case; `targetUri` is the URL as published to callers, with the
 * query.
 */
export async function verifyRequestHead(received: {
  method: string;
  targetUri: string;
  headers: Headers;
  parties: readonly Party[];
  clock: Clock;
}): Promise<VerifiedHead | NotVerified> {
  const { method, targetUri, headers, parties } = received;
  const now = received.clock();
  const head = { method, url: targetUri, headers };
  const checked = await checkSignature({
    message: head,
    request: undefined,
    required: requiredOfRequest(headers, declaresBody(headers)),
    keyOf: (keyid) => findPartyKey(parties, keyid),
  });
  if (!checked.ok) return checked;
  const { key, stated } = checked;
  const { nonce } = stated;
  if (nonce === undefined || !NONCE_FORM.test(nonce)) return { ok: false, code: 'signature_invalid' };
  const stale = checkFreshness(checked, now);
  if (stale !== undefined) return stale;
  return { ok: true, key, stated: { ...stated, nonce }, head, received_at: now };
}

/**
 * Verifies that the body is the one that was signed. The caller must still check that the nonce is new and the party
 * permitted.
 */
export function verifyRequestBody(
  { key, stated, head, received_at }: VerifiedHead,
  body: Buffer,
): VerifiedRequest | NotVerified {
  const { method, url: target_uri, headers } = head;
  const required = requiredOfRequest(headers, body.length > 0);
  if (!required.every((component) => stated.components.includes(component)))
    return { ok: false, code: 'signature_invalid' };
  if (!requestBodyMatches(headers, body)) return { ok: false, code: 'content_digest_mismatch' };
  return {
    ok: true,
    key,
    nonce: stated.nonce,
    created: stated.created,
    // One second longer than the signature is accepted, because `created` is in whole seconds.
    expires: new Date(stated.created.getTime() + SIGNATURE_AGE_MS_MAX + CLOCK_AHEAD_MS_MAX + 1_000),
    evidence: {
      direction: 'received_request',
      party: key.party,
      keyid: key.keyid,
      method,
      target_uri,
      status: null,
      headers: coveredHeaders(headers, stated.components),
      request_headers: null,
      body,
      received_at,
    },
  };
}

/** The components that a request's signature must cover. The query is part of the target URI. */
export function requiredOfRequest(headers: Headers, hasBody: boolean): string[] {
  const required = ['"@method"', '"@target-uri"'];
  if (hasBody) required.push('"content-type"', '"content-digest"');
  if (headers['idempotency-key'] !== undefined) required.push('"idempotency-key"');
  return required;
}

/** HTTP frames a body by one of these headers. */
function declaresBody(headers: Headers): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A digest is checked even against an empty body, or removing a body would go unnoticed. */
export function requestBodyMatches(headers: Headers, body: Buffer): boolean {
  const digest = headers['content-digest'];
  return digest === undefined ? body.length === 0 : digestMatches(digest, body);
}
