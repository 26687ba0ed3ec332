import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Clock } from '../clock.ts';
import { SECOND_MS } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import { problemCodeOf } from '../http/problem.ts';
import { type Evidence, type Party, type SigningKey, signedFetch } from '../signing/index.ts';
import { currentTraceparent } from '../trace.ts';
import { noteAnswer } from './silent-parties.ts';

/** What a party says, with the message in which it says so; or why that can't be had. */
export type Read<Told> = { told: Told; evidence: Evidence } | { problem: string };

const TIMEOUT_MS = 10 * SECOND_MS;

/**
 * Asks a party for something, and tells it something at the same time if that is given, within a job that has looked whether it
 * may ask (`mayAsk`). Whether it answered is noted.
 */
export async function readParty<Shape extends TSchema>(
  { db, signingKey: key, clock }: { db: Db; signingKey: SigningKey; clock: Clock },
  party: Party,
  path: string,
  shape: Shape,
  telling?: object,
): Promise<Read<Static<Shape>>> {
  const answer = await signedFetch({
    ...{ key, party, path, clock },
    ...(telling === undefined
      ? { method: 'GET' }
      : { method: 'PUT', body: Buffer.from(JSON.stringify(telling)) }),
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
  await noteAnswer(db, party.party, answer, true, clock());
  if (answer.kind === 'unknown') return { problem: answer.reason };
  if (answer.status !== 200) return { problem: problemCodeOf(answer.json) ?? `status_${answer.status}` };
  const told: unknown = answer.json;
  return Value.Check(shape, told) ? { told, evidence: answer.evidence } : { problem: 'unreadable_answer' };
}
