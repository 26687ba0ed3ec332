import { randomBytes, sign, verify } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { parseDictionary } from 'structured-headers';
import type { Clock } from '../clock.ts';
import { contentDigest, digestMatches } from './digest.ts';
import type { Evidence } from './evidence.ts';
import { findPartyKey, type Party, type PartyKey, type SigningKey } from './keys.ts';

export type Headers = Record<string, string>;
type RequestHead = { method: string; url: string; headers: Headers };

export type SignatureProblem =
  | 'signature_missing'
  | 'signature_invalid'
  | 'signature_stale'
  | 'content_digest_mismatch';

export type VerifiedRequest = { ok: true; key: PartyKey; nonce: string; expires: Date; evidence: Evidence };

/** A signature is taken for a minute, and its maker's clock may be five seconds ahead of ours. */
export const SIGNATURE_AGE_MS_MAX = 60_000;
const CLOCK_AHEAD_MS_MAX = 5_000;
const NONCE_FORM = /^[\x21-\x7e]{16,128}$/;
const LABEL = 'sig1';

/**
 * The headers of a request with its signature (RFC 9421, Ed25519) over method, target, and, where there are
 * such, content type, content digest and idempotency key; with created, keyid and a nonce of 128 bits.
 */
export async function signRequest(
  key: SigningKey,
  request: { method: string; url: string; headers: Headers; body: Buffer | undefined; clock: Clock },
): Promise<Headers> {
  const headers = { ...request.headers };
  const fields = ['@method', '@target-uri'];
  if (request.body !== undefined) {
    headers['content-digest'] = contentDigest(request.body);
    fields.push('content-type', 'content-digest');
  }
  if (headers['idempotency-key'] !== undefined) fields.push('idempotency-key');
  const signed = await httpbis.signMessage(
    {
      name: LABEL,
      key: signerOf(key),
      fields,
      params: ['created', 'keyid', 'nonce', 'alg'],
      paramValues: { created: request.clock(), nonce: randomBytes(16).toString('base64url') },
    },
    { method: request.method, url: request.url, headers },
  );
  return plainHeaders(signed.headers);
}

/**
 * Checks a request's signature: one known key, the required components, age and digest. What remains for the caller
 * is that the nonce is new and that the party is permitted. Signatures by keys that are not known here (of a
 * proxy, say) are passed over, as RFC 9421 section 3.2 allows.
 */
export async function verifyRequest(request: {
  method: string;
  targetUri: string;
  headers: Headers;
  body: Buffer;
  parties: readonly Party[];
  clock: Clock;
}): Promise<VerifiedRequest | { ok: false; code: SignatureProblem }> {
  const { method, targetUri, headers, body, parties, clock } = request;
  const required = ['"@method"', '"@target-uri"'];
  if (body.length > 0) required.push('"content-type"', '"content-digest"');
  if (headers['idempotency-key'] !== undefined) required.push('"idempotency-key"');
  const checked = await check({ method, url: targetUri, headers }, undefined, required, parties, clock);
  if (!checked.ok) return checked;
  if (!NONCE_FORM.test(checked.nonce)) return { ok: false, code: 'signature_invalid' };
  if (body.length > 0 && !digestMatches(headers['content-digest'] ?? '', body)) {
    return { ok: false, code: 'content_digest_mismatch' };
  }
  const evidence: Evidence = {
    direction: 'received_request',
    party: checked.key.party,
    keyid: checked.key.keyid,
    method,
    target_uri: targetUri,
    status: null,
    headers: keptHeaders(headers),
    request_headers: null,
    body,
    received_at: clock(),
  };
  // A nonce must be remembered for as long as its signature would be taken.
  const expires = new Date(checked.created.getTime() + SIGNATURE_AGE_MS_MAX + CLOCK_AHEAD_MS_MAX);
  return { ok: true, key: checked.key, nonce: checked.nonce, expires, evidence };
}

/** The headers of a response with its signature over status and digest, bound to the request's signature if it had one. */
export async function signResponse(
  key: SigningKey,
  response: { status: number; headers: Headers; body: Buffer; request: RequestHead; clock: Clock },
): Promise<Headers> {
  const headers: Headers = { ...response.headers, 'content-digest': contentDigest(response.body) };
  const fields = ['@status', 'content-digest'];
  if (headers['content-type'] !== undefined) fields.push('content-type');
  fields.push('@method;req', '@target-uri;req');
  const label = signatureLabel(response.request.headers);
  if (label !== undefined) fields.push(`signature;req;key="${label}"`);
  const signed = await httpbis.signMessage(
    {
      name: LABEL,
      key: signerOf(key),
      fields,
      params: ['created', 'keyid', 'alg'],
      paramValues: { created: response.clock() },
    },
    { status: response.status, headers },
    response.request,
  );
  return plainHeaders(signed.headers);
}

/** Checks that the answer is the expected party's, to this very request, and unaltered. */
export async function verifyResponse(response: {
  status: number;
  headers: Headers;
  body: Buffer;
  request: RequestHead;
  expectedParty: string;
  parties: readonly Party[];
  clock: Clock;
}): Promise<{ ok: true; evidence: Evidence } | { ok: false; code: SignatureProblem }> {
  const { status, headers, body, request, parties, clock } = response;
  const label = signatureLabel(request.headers) ?? LABEL;
  const required = ['"@status"', '"content-digest"', `"signature";req;key="${label}"`];
  const checked = await check({ status, headers }, request, required, parties, clock);
  if (!checked.ok) return checked;
  if (checked.key.party !== response.expectedParty) return { ok: false, code: 'signature_invalid' };
  if (!digestMatches(headers['content-digest'] ?? '', body))
    return { ok: false, code: 'content_digest_mismatch' };
  return {
    ok: true,
    evidence: {
      direction: 'received_response',
      party: checked.key.party,
      keyid: checked.key.keyid,
      method: request.method,
      target_uri: request.url,
      status,
      headers: keptHeaders(headers),
      request_headers: keptHeaders(request.headers),
      body,
      received_at: clock(),
    },
  };
}

type Checked = { ok: true; key: PartyKey; nonce: string; created: Date };

async function check(
  message: RequestHead | { status: number; headers: Headers },
  request: RequestHead | undefined,
  required: readonly string[],
  parties: readonly Party[],
  clock: Clock,
): Promise<Checked | { ok: false; code: SignatureProblem }> {
  if (message.headers.signature === undefined || message.headers['signature-input'] === undefined) {
    return { ok: false, code: 'signature_missing' };
  }
  let checked: Checked | undefined;
  const config = {
    // The library measures age by the machine's clock; ours is passed in, so age is checked below.
    notAfter: Number.MAX_SAFE_INTEGER,
    requiredParams: ['created', 'keyid'],
    keyLookup: async ({ keyid }: { keyid?: string }) => {
      const key = keyid === undefined ? undefined : findPartyKey(parties, keyid);
      if (key === undefined) return null;
      return {
        id: key.keyid,
        algs: ['ed25519'],
        verify: async (
          base: Buffer,
          signature: Buffer,
          params?: { created?: Date | null; nonce?: string },
        ) => {
          const covered = base.toString('utf8').split('\n');
          const complete = required.every((component) =>
            covered.some((line) => line.startsWith(`${component}: `)),
          );
          const valid = complete && verify(null, base, key.publicKey, signature);
          if (valid && params?.created instanceof Date) {
            checked = { ok: true, key, nonce: params.nonce ?? '', created: params.created };
          }
          return valid;
        },
      };
    },
  };
  try {
    if ('status' in message) await httpbis.verifyMessage(config, message, request);
    else await httpbis.verifyMessage(config, message);
  } catch {
    return { ok: false, code: 'signature_invalid' };
  }
  if (checked === undefined) return { ok: false, code: 'signature_invalid' };
  return isTimely(checked, clock()) ? checked : { ok: false, code: 'signature_stale' };
}

/** Age by our clock, and the key valid both when it signed and now. */
function isTimely({ key, created }: Checked, now: Date): boolean {
  const ageMs = now.getTime() - created.getTime();
  const keyValid = key.validFrom <= created && (key.validUntil === undefined || key.validUntil > now);
  return keyValid && ageMs <= SIGNATURE_AGE_MS_MAX && ageMs >= -CLOCK_AHEAD_MS_MAX - 1_000;
}

function signerOf(key: SigningKey) {
  return {
    id: key.keyid,
    alg: 'ed25519',
    sign: async (base: Buffer) => sign(null, base, key.privateKey),
  };
}

/** The label of the (first) signature of a message; other clients need not use ours. */
function signatureLabel(headers: Headers): string | undefined {
  try {
    return [...parseDictionary(headers['signature-input'] ?? '').keys()][0];
  } catch {
    return undefined;
  }
}

/** What is needed to check the signature again, and nothing else: other headers may carry secrets. */
function keptHeaders(headers: Headers): Headers {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => KEPT.has(name.toLowerCase()))
      .map(([name, value]) => [name.toLowerCase(), value]),
  );
}

const KEPT = new Set([
  'signature',
  'signature-input',
  'content-digest',
  'content-type',
  'content-length',
  'idempotency-key',
  'date',
  'host',
]);

function plainHeaders(headers: Record<string, string | string[]>): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
