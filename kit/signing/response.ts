import type { Clock } from '../clock.ts';
import { contentDigest, digestMatches } from './digest.ts';
import { findPartyKey, type Party, type SigningKey } from './keys.ts';
import {
  checkFreshness,
  checkSignature,
  componentsOf,
  coveredHeaders,
  LABEL,
  signMessage,
  usableLabel,
} from './signature.ts';
import type { Evidence, Headers, NotVerified, RequestHead } from './types.ts';

/**
 * The headers of a response with its signature over status, content type and digest. It is bound to the request's method
 * and target and, if there is a usable one, to the request's signature: the one labelled `label`, else the first.
 */
export async function signResponse(
  key: SigningKey,
  response: {
    status: number;
    headers: Headers;
    body: Buffer;
    request: RequestHead;
    label?: string | undefined;
    clock: Clock;
  },
): Promise<Headers> {
  const headers: Headers = { ...response.headers, 'content-digest': contentDigest(response.body) };
  const components = ['"@status"', '"content-digest"'];
  if (headers['content-type'] !== undefined) components.push('"content-type"');
  components.push('"@method";req', '"@target-uri";req');
  const label = response.label ?? usableLabel(response.request.headers);
  if (label !== undefined) components.push(signatureOfRequest(label));
  const { status, request } = response;
  return signMessage(key, components, { created: response.clock() }, { status, headers }, request);
}

/** Verifies that the response is from the expected party, answers this very request, and is fresh and unaltered. */
export async function verifyResponse(received: {
  status: number;
  headers: Headers;
  body: Buffer;
  request: RequestHead;
  expectedParty: string;
  parties: readonly Party[];
  clock: Clock;
}): Promise<{ ok: true; evidence: Evidence } | NotVerified> {
  const { status, headers, body, request, parties } = received;
  const now = received.clock();
  const checked = await checkSignature({
    message: { status, headers },
    request,
    required: requiredOfResponse(request.headers),
    keyOf: (keyid) => {
      const key = findPartyKey(parties, keyid);
      return key?.party === received.expectedParty ? key : undefined;
    },
  });
  if (!checked.ok) return checked;
  const stale = checkFreshness(checked, now);
  if (stale !== undefined) return stale;
  if (!responseBodyMatches(headers, body)) return { ok: false, code: 'content_digest_mismatch' };
  const { components } = checked.stated;
  return {
    ok: true,
    evidence: {
      direction: 'received_response',
      party: checked.key.party,
      keyid: checked.key.keyid,
      method: request.method,
      target_uri: request.url,
      status,
      headers: coveredHeaders(headers, components),
      request_headers: {
        ...coveredHeaders(request.headers, componentsOf(request.headers)),
        ...coveredHeaders(request.headers, components, true),
      },
      body,
      received_at: now,
    },
  };
}

/** The components that a response's signature must cover: above all the signature of the request that it answers. */
export function requiredOfResponse(requestHeaders: Headers): string[] {
  return ['"@status"', '"content-digest"', signatureOfRequest(usableLabel(requestHeaders) ?? LABEL)];
}

export function responseBodyMatches(headers: Headers, body: Buffer): boolean {
  return digestMatches(headers['content-digest'] ?? '', body);
}

function signatureOfRequest(label: string): string {
  return `"signature";req;key="${label}"`;
}
