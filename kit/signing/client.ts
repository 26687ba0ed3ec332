import type { Clock } from '../clock.ts';
import { exchange, type Received, StaleConnection } from '../http/exchange.ts';
import { hasUniqueMembers } from '../json.ts';
import { openSpan, traceContext, traceparentOf } from '../trace.ts';
import type { Party, SigningKey } from './keys.ts';
import { signRequest } from './request.ts';
import { verifyResponse } from './response.ts';
import type { Evidence, Headers } from './types.ts';

export type SignedAnswer =
  | { kind: 'answered'; status: number; body: Buffer; json: unknown; evidence: Evidence }
  | { kind: 'unknown'; reason: string };

const ANSWER_BYTES_MAX = 4 * 1024 * 1024;

/**
 * Sends one signed request to another server. Anything that leaves it open whether the other side acted (no connection, a
 * time-out, a broken or unverifiable answer) is `unknown`; nothing is thrown.
 */
export async function signedFetch(call: SignedCall): Promise<SignedAnswer> {
  const { method, party } = call;
  const attributes = { 'http.request.method': method, 'seonmul.party': party.party };
  const span = openSpan(call.traceparent, { name: `${method} ${party.party}`, kind: 'client', attributes });
  const answer = await traceContext.with(span.context, () =>
    ask({ ...call, traceparent: traceparentOf(span.context) }),
  );
  const isKnown = answer.kind === 'answered';
  span.end(
    isKnown ? { 'http.response.status_code': answer.status } : { 'error.type': answer.reason },
    !isKnown,
  );
  return answer;
}

type SignedCall = {
  key: SigningKey;
  party: Party;
  method: string;
  path: string;
  body?: Buffer;
  idempotency_key?: string;
  clock: Clock;
  timeout_ms: number;
  traceparent: string;
};

async function ask(call: SignedCall): Promise<SignedAnswer> {
  const { key, party, method, path, body, clock } = call;
  const unsigned: Headers = {
    traceparent: call.traceparent,
    accept: 'application/json',
    // The digest covers the bytes on the wire, which nothing here decompresses.
    'accept-encoding': 'identity',
  };
  if (body !== undefined) unsigned['content-type'] = 'application/json';
  if (call.idempotency_key !== undefined) unsigned['idempotency-key'] = call.idempotency_key;
  try {
    // Normalised, because the normal form is sent, and the other side verifies what it receives.
    const url = new URL(`${party.base_url.replace(/\/$/, '')}${path}`).href;
    let headers: Headers = {};
    const attempt = async (connection: 'kept' | 'own') => {
      // Anew each time: a signature is taken once.
      headers = await signRequest(key, { method, url, headers: unsigned, body, clock });
      return exchange({ method, url, headers, body }, call.timeout_ms, ANSWER_BYTES_MAX, connection);
    };
    const answer: Received | undefined = await attempt('kept').catch((error: unknown) => {
      if (error instanceof StaleConnection) return attempt('own');
      throw error;
    });
    if (answer === undefined) return { kind: 'unknown', reason: 'answer_too_large' };
    const verified = await verifyResponse({
      ...answer,
      request: { method, url, headers },
      expectedParty: party.party,
      parties: [party],
      clock,
    });
    if (!verified.ok) return { kind: 'unknown', reason: `answer_${verified.code}` };
    return {
      kind: 'answered',
      status: answer.status,
      body: answer.body,
      json: jsonOf(answer.body),
      evidence: verified.evidence,
    };
  } catch (error) {
    return { kind: 'unknown', reason: reasonOf(error) };
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    const text = body.toString('utf8');
    const json: unknown = JSON.parse(text);
    return hasUniqueMembers(text, json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'timed_out';
  return error instanceof Error && 'code' in error ? `connection_${String(error.code)}` : 'connection_failed';
}
