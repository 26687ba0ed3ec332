import { createHash } from 'node:crypto';
import type { Clock } from '../../../kit/clock.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import type { StoredAnswer } from '../../../kit/http/problem.ts';
import { storeOnce } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import { readEpoch } from '../../../kit/journal/epoch.ts';
import type { ToldCall } from '../../../kit/restore/ask-made-calls.ts';
import { keepFinding } from '../../../kit/restore/findings.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { SettlementContext } from '../context.ts';

/** A request that a party made then, with what this server answered by its own signature. */
export type Made = { party: string; call: ToldCall; answer: unknown; evidence: Evidence };

/** When it was answered, as far as that is before now. */
export function settledAt({ clock }: Pick<SettlementContext, 'clock'>, { call }: Made): Date {
  const settled = new Date(call.settled_at);
  const now = clock();
  return settled < now ? settled : now;
}

/** A retry of the request gets the answer that it had, byte for byte. */
export async function keepAnswer(tx: Tx, { party, call }: Made, now: Date): Promise<void> {
  const { method, path, body, status = 200, signed } = call;
  const fingerprint = createHash('sha256').update(`${method} ${path}\n`).update(body).digest();
  const content_type = 'application/json; charset=utf-8';
  const answer: StoredAnswer = { status, content_type, body: signed?.body ?? '' };
  await storeOnce(tx, `peer:${party}`, call.call_id, [fingerprint], newId(), answer, now);
}

export async function find(
  { db, clock }: { db: Executor; clock: Clock },
  party: string,
  kind: string,
  { subject_id, about = '' }: { subject_id?: string; about?: string } = {},
): Promise<void> {
  const { epoch_no } = await readEpoch(db);
  const subject = subject_id === undefined ? {} : { subject_id };
  await keepFinding(db, epoch_no, { kind, party, about, ...subject }, clock());
}
