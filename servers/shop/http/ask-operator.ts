import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { SECOND_MS } from '../../../kit/clock.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { done, knownRefusal, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import { signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { ShopContext } from '../context.ts';

const TIMEOUT_MS = 8 * SECOND_MS;

type Question = {
  /** The party that issued the certificate. */
  operator: string;
  path: string;
  /** What is posted; without it something is read. */
  body?: object;
  idempotency_key?: string;
};

/** What may be answered, and what whoever asked is told if it was not. */
type Answers<Shape extends TSchema, Codes extends readonly ProblemCode[], Unknown extends ProblemCode> = {
  shape: Shape;
  codes: Codes;
  unknown: Unknown;
};

/**
 * Asks the operator of a certificate something, under the shop's own signature. Refusals named in its contract are passed on;
 * any other answer, and none, is `unknown` and logged.
 */
export async function askOperator<
  Shape extends TSchema,
  const Codes extends readonly ProblemCode[],
  Unknown extends ProblemCode,
>(
  { signingKey, parties, clock, log }: ShopContext,
  { operator, path, body, ...keyed }: Question,
  { shape, codes, unknown }: Answers<Shape, Codes, Unknown>,
): Promise<Result<Static<Shape>, RefusalOf<Codes> | Unknown>> {
  const notKnown = (reason: string) => {
    log.warn({ party: operator, path, reason }, 'the operator did not say what it was asked');
    return refuse(unknown);
  };
  const party = parties.find((candidate) => candidate.party === operator);
  if (party === undefined) return notKnown('no_such_party');
  const sent = body === undefined ? { method: 'GET' } : { method: 'POST', body: asBytes(body) };
  const answer = await signedFetch({
    ...{ key: signingKey, party, path, clock, timeout_ms: TIMEOUT_MS, traceparent: currentTraceparent() },
    ...sent,
    ...keyed,
  });
  if (answer.kind === 'unknown') return notKnown(answer.reason);
  const { status, json } = answer;
  if (status < 300) return Value.Check(shape, json) ? done(json) : notKnown('answer_malformed');
  const { code, retry_after_s } = Object(json);
  const known = status < 500 ? knownRefusal(codes, code, unknown) : unknown;
  if (known === unknown) return notKnown(`status_${status}`);
  return refuse(known, typeof retry_after_s === 'number' ? { retry_after_s } : undefined);
}

function asBytes(body: object): Buffer {
  return Buffer.from(JSON.stringify(body));
}
