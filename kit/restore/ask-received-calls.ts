import { Value } from 'typebox/value';
import { ReceivedCalls } from '../calls/received-calls-shape.ts';
import type { Clock } from '../clock.ts';
import { verifyEvidence } from '../signing/evidence.ts';
import type { Evidence, Party, SigningKey } from '../signing/index.ts';
import { askCalls, type CallsAnswer } from './ask-calls.ts';

export type AskReceivedContext = {
  clock: Clock;
  signingKey: SigningKey;
  /** Where received calls are asked for; as in the contract. */
  receivedCallsPath: string;
};

/** A call that this server made then, as the other one received it. `isOurs`: by our own signature, to that server. */
export type ReceivedCall = {
  call_id: string;
  method: string;
  path: string;
  body: string;
  received_at: Date;
  isOurs: boolean;
};

const BEGINNING = new Date(0);

/** Shows what this server had a party do since then, in the order in which it came there. */
export function askReceivedCalls(
  { signingKey, clock, receivedCallsPath: path }: AskReceivedContext,
  party: Party,
  since: Date,
  show: (call: ReceivedCall) => Promise<void>,
): Promise<CallsAnswer> {
  return askCalls({ signingKey, clock, path }, party, since, {
    isPage: (told) => Value.Check(ReceivedCalls, told),
    after: ({ received_at, message_id }) => ({ since: received_at, after: message_id }),
    show: async (call) => show(await receivedCall(signingKey, party, call)),
  });
}

async function receivedCall(
  { keyid, party: own, publicJwk: public_jwk }: SigningKey,
  { base_url }: Party,
  told: ReceivedCalls['calls'][number],
): Promise<ReceivedCall> {
  const { call_id, method, target_uri, headers, body, received_at } = told;
  const base = new URL(base_url);
  const uri = URL.canParse(target_uri) ? new URL(target_uri) : undefined;
  const before = base.pathname.replace(/\/$/, '');
  const isThere = uri?.origin === base.origin && uri.pathname.startsWith(`${before}/`);
  const evidence: Evidence = {
    ...{ direction: 'received_request', party: own, keyid: told.keyid, method, target_uri, headers },
    ...{ status: null, request_headers: null, body: Buffer.from(body), received_at: BEGINNING },
  };
  const keys = [{ keyid, party: own, public_jwk, valid_from: BEGINNING, valid_until: null }];
  const isOurs =
    isThere &&
    headers['idempotency-key'] === call_id &&
    (await verifyEvidence(evidence, keys).catch(() => false));
  const path = uri === undefined ? '' : uri.pathname.slice(before.length);
  return { call_id, method, path, body, received_at: new Date(received_at), isOurs };
}
