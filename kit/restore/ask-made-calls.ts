import { Value } from 'typebox/value';
import { MadeCalls } from '../calls/made-calls-shape.ts';
import type { Clock } from '../clock.ts';
import { contentDigest } from '../signing/digest.ts';
import { verifyEvidence } from '../signing/evidence.ts';
import type { Evidence, Party, SigningKey } from '../signing/index.ts';
import { askCalls, type CallsAnswer } from './ask-calls.ts';

export type AskCallsContext = {
  clock: Clock;
  signingKey: SigningKey;
  /** Where made calls are asked for; as in the contract. */
  madeCallsPath: string;
};

export type ToldCall = MadeCalls['calls'][number];

const BEGINNING = new Date(0);

/**
 * Shows what a party had this server do since then, in the order of the answers, each with the message in which the party says
 * so. `partial`: the party was restored itself.
 */
export function askMadeCalls(
  { signingKey, clock, madeCallsPath: path }: AskCallsContext,
  party: Party,
  since: Date,
  show: (call: ToldCall, evidence: Evidence) => Promise<void>,
): Promise<CallsAnswer> {
  return askCalls({ signingKey, clock, path }, party, since, {
    isPage: (told) => Value.Check(MadeCalls, told),
    after: ({ settled_at, call_id }) => ({ since: settled_at, after: call_id }),
    show,
  });
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
