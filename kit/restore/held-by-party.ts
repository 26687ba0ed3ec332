import { Value } from 'typebox/value';
import type { Clock } from '../clock.ts';
import { digestOf } from '../journal/render.ts';
import { HeldBatches } from '../notices/held-batches.ts';
import { verifyEvidence } from '../signing/evidence.ts';
import { type Evidence, type Party, type SigningKey, signedFetch } from '../signing/index.ts';
import { currentTraceparent } from '../trace.ts';

export type AskContext = {
  clock: Clock;
  signingKey: SigningKey;
  /** Where batches are told, and asked for; as in the contract. */
  path: string;
};

/** A batch that a party holds, and whether this server signed it for that party: what it says is believed only then. */
export type Held = {
  batch_no: bigint;
  digest: Buffer;
  body: string | undefined;
  isOurs: boolean;
  /** The epoch in which it was told, if it names one. */
  epoch_no: bigint;
};

/** `not_kept`: the party is of an earlier version, which can't be asked. */
export type HeldAnswer =
  | { kind: 'unknown' }
  | { kind: 'not_kept' }
  | { kind: 'held'; batches: Held[]; evidence: Evidence };

const TIMEOUT_MS = 15_000;
const BEGINNING = new Date(0);

/** Asks a party what it holds of what it was told after this range. */
export async function askHeld(context: AskContext, party: Party, after: bigint): Promise<HeldAnswer> {
  const { signingKey: key, clock, path } = context;
  const answer = await signedFetch({
    key,
    party,
    method: 'GET',
    path: `${path}?after=${after}`,
    clock,
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown') return answer;
  if (answer.status === 404 || answer.status === 405) return { kind: 'not_kept' };
  if (answer.status !== 200 || !Value.Check(HeldBatches, answer.json)) return { kind: 'unknown' };
  const { batches } = answer.json;
  const { evidence } = answer;
  return {
    kind: 'held',
    batches: await Promise.all(batches.map((batch) => heldOf(context, party, batch))),
    evidence,
  };
}

async function heldOf(
  { signingKey, path }: AskContext,
  party: Party,
  { batch_no, body, ...signed }: HeldBatches['batches'][number],
): Promise<Held> {
  const told = new URL(`${party.base_url.replace(/\/$/, '')}${path}`);
  const uri = URL.canParse(signed.target_uri) ? new URL(signed.target_uri) : undefined;
  const isTold = uri?.origin === told.origin && uri.pathname === told.pathname;
  const evidence: Evidence = {
    direction: 'received_request',
    party: signingKey.party,
    keyid: signingKey.keyid,
    status: null,
    request_headers: null,
    received_at: BEGINNING,
    ...signed,
    body: Buffer.from(body ?? ''),
  };
  const { keyid, party: own, publicJwk: public_jwk } = signingKey;
  const keys = [{ keyid, party: own, public_jwk, valid_from: BEGINNING, valid_until: null }];
  const isOurs =
    isTold &&
    body !== undefined &&
    numberIn(body) === batch_no &&
    (await verifyEvidence(evidence, keys).catch(() => false));
  const named = uri?.searchParams.get('epoch_no') ?? '';
  const epoch_no = isOurs && /^[0-9]{1,18}$/.test(named) ? BigInt(named) : 0n;
  return { batch_no: BigInt(batch_no), digest: digestOf(body ?? ''), body, isOurs, epoch_no };
}

function numberIn(body: string): unknown {
  try {
    return Object(JSON.parse(body)).batch_no;
  } catch {
    return undefined;
  }
}
