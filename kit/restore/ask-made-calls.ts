import { Value } from 'typebox/value';
import { MadeCalls } from '../calls/made-calls-shape.ts';
import type { Clock } from '../clock.ts';
import { SECOND_MS } from '../clock.ts';
import { contentDigest } from '../signing/digest.ts';
import { verifyEvidence } from '../signing/evidence.ts';
import { type Evidence, type Party, type SigningKey, signedFetch } from '../signing/index.ts';
import { currentTraceparent } from '../trace.ts';

export type AskCallsContext = {
  clock: Clock;
  signingKey: SigningKey;
  /** Where made calls are asked for; as in the contract. */
  madeCallsPath: string;
};

export type ToldCall = MadeCalls['calls'][number];

/** `not_kept`: the party is of an earlier version, which can't be asked. */
export type CallsAnswer = 'silent' | 'not_kept' | 'partial' | 'whole';

const TIMEOUT_MS = 15 * SECOND_MS;
const BEGINNING = new Date(0);

/**
 * Shows what a party had this server do since then, in the order of the answers, each with the message in which the party says
 * so. `partial`: the party was restored itself.
 */
export async function askMadeCalls(
  { signingKey: key, clock, madeCallsPath }: AskCallsContext,
  party: Party,
  since: Date,
  show: (call: ToldCall, evidence: Evidence) => Promise<void>,
): Promise<CallsAnswer> {
  let from: Record<string, string> = { since: since.toISOString() };
  let isPartial = false;
  for (;;) {
    const answer = await signedFetch({
      key,
      party,
      method: 'GET',
      path: `${madeCallsPath}?${new URLSearchParams(from)}`,
      clock,
      timeout_ms: TIMEOUT_MS,
      traceparent: currentTraceparent(),
    });
    if (answer.kind === 'unknown') return 'silent';
    if (answer.status === 404 || answer.status === 405) return 'not_kept';
    if (answer.status !== 200 || !Value.Check(MadeCalls, answer.json)) return 'silent';
    const { calls, is_restoring = false } = answer.json;
    isPartial ||= is_restoring;
    for (const call of calls) await show(call, answer.evidence);
    const last = calls.at(-1);
    if (last === undefined) return isPartial ? 'partial' : 'whole';
    from = { since: last.settled_at, after: last.call_id };
  }
}

/**
 * What this server answered then, in JSON, by its own signature; undefined if that can't be shown. The signature covers that of the
 * request, which names the digest of what was asked.
 */
export async function ownAnswer(
  { keyid, party, publicJwk: public_jwk }: SigningKey,
  { method, path, body, status, signed }: ToldCall,
): Promise<unknown> {
  if (signed === undefined || status === undefined) return undefined;
  const uri = URL.canParse(signed.target_uri) ? new URL(signed.target_uri) : undefined;
  const isAbout =
    uri?.pathname.endsWith(path) === true &&
    signed.request_headers['content-digest'] === contentDigest(Buffer.from(body));
  if (!isAbout) return undefined;
  const evidence: Evidence = {
    direction: 'received_response',
    party,
    keyid: signed.keyid,
    method,
    target_uri: signed.target_uri,
    status,
    headers: signed.headers,
    request_headers: signed.request_headers,
    body: Buffer.from(signed.body),
    received_at: BEGINNING,
  };
  const keys = [{ keyid, party, public_jwk, valid_from: BEGINNING, valid_until: null }];
  const isOurs = await verifyEvidence(evidence, keys).catch(() => false);
  return isOurs ? JSON.parse(signed.body) : undefined;
}
