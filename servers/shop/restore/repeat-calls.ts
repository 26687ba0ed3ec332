import { createHash } from 'node:crypto';
import { Value } from 'typebox/value';
import { MADE_CALLS_PATH, MadeCalls } from '../../../contracts/made-calls.ts';
import {
  AcceptCertificate,
  CancelCertificate,
  CorrectRecipient,
  RegisterCertificate,
  SHOP_PATHS,
} from '../../../contracts/shop-certificates.ts';
import { SECOND_MS } from '../../../kit/clock.ts';
import { type Db, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { type Keeping, readStored, storeOnce } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import { readEpoch } from '../../../kit/journal/epoch.ts';
import { keepFinding } from '../../../kit/restore/findings.ts';
import type { Result } from '../../../kit/result.ts';
import { type Evidence, type Party, signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import { acceptCertificate } from '../certificates/accept-certificate.ts';
import { cancelCertificate } from '../certificates/cancel-certificate.ts';
import { correctRecipient } from '../certificates/correct-recipient.ts';
import { registerCertificate } from '../certificates/register-certificate.ts';
import type { ShopContext } from '../context.ts';

type MadeCall = MadeCalls['calls'][number];
type Made = { context: ShopContext; party: string; call: MadeCall; evidence: Evidence };
type Action = 'register' | 'correct' | 'accept' | 'cancel';
type Named = { action: Action; certificateId: string };

const TIMEOUT_MS = 15 * SECOND_MS;
const ACTION = /^\/([0-9a-f-]{36})\/(acceptance|recipient|cancellation)$/;
const ACTIONS: Readonly<Record<string, Action>> = {
  acceptance: 'accept',
  recipient: 'correct',
  cancellation: 'cancel',
};

/**
 * Does again what management had this server do since then, for the calls of these kinds that it no longer knows, as of the
 * moment of their answers. False if management can't be asked now.
 */
export async function repeatCalls(
  context: ShopContext,
  party: Party,
  since: Date,
  actions: readonly Action[],
): Promise<boolean> {
  let from: Record<string, string> = { since: since.toISOString() };
  for (;;) {
    const answer = await signedFetch({
      key: context.signingKey,
      party,
      method: 'GET',
      path: `${MADE_CALLS_PATH}?${new URLSearchParams(from)}`,
      clock: context.clock,
      timeout_ms: TIMEOUT_MS,
      traceparent: currentTraceparent(),
    });
    if (answer.kind === 'unknown') return false;
    if (answer.status === 404 || answer.status === 405) {
      await find(context, party.party, 'calls_not_kept', '');
      return true;
    }
    if (answer.status !== 200 || !Value.Check(MadeCalls, answer.json)) return false;
    const { calls } = answer.json;
    for (const call of calls) {
      const named = actionOf(call.path);
      if (named === undefined || !actions.includes(named.action)) continue;
      await repeat({ context, party: party.party, call, evidence: answer.evidence }, named);
    }
    const last = calls.at(-1);
    if (last === undefined) return true;
    from = { since: last.settled_at, after: last.call_id };
  }
}

function actionOf(path: string): Named | undefined {
  if (path === SHOP_PATHS.certificates) return { action: 'register', certificateId: '' };
  if (!path.startsWith(SHOP_PATHS.certificates)) return undefined;
  const [, certificateId = '', name = ''] = ACTION.exec(path.slice(SHOP_PATHS.certificates.length)) ?? [];
  const action = ACTIONS[name];
  return action && { action, certificateId };
}

async function repeat(made: Made, { action, certificateId }: Named): Promise<void> {
  const { context, party, call } = made;
  if ((await readStored(context.db, scopeOf(made), call.call_id)) !== undefined) return;
  const done = await doAgain(made, action, certificateId, JSON.parse(call.body));
  if (done?.ok !== true) await find(context, party, 'call_refused', call.call_id);
}

/** Undefined if the body is not what the contract says. */
async function doAgain(
  made: Made,
  action: Action,
  certificateId: string,
  body: unknown,
): Promise<{ ok: boolean } | undefined> {
  const { party, call, evidence } = made;
  const settled = new Date(call.settled_at);
  const now = made.context.clock();
  // As of then: a gift that was accepted in time is not too late now.
  const context = { ...made.context, clock: () => (settled < now ? settled : now) };
  const { db } = context;
  const received = { evidence, keeping: keepingOf(made, action) };
  if (action === 'register' && Value.Check(RegisterCertificate, body))
    return registerCertificate(context, db, party, body, received);
  if (action === 'accept' && Value.Check(AcceptCertificate, body))
    return acceptCertificate(context, db, { operator: party, certificateId }, body, received);
  if (action === 'correct' && Value.Check(CorrectRecipient, body))
    return keeping(received.keeping, db, (tx) =>
      correctRecipient(context, tx, party, { correctionId: newId(), certificateId }, body, evidence),
    );
  if (action === 'cancel' && Value.Check(CancelCertificate, body))
    return keeping(received.keeping, db, (tx) =>
      cancelCertificate(context, tx, party, certificateId, body, evidence),
    );
  return undefined;
}

/** Does it, and keeps its key, in one transaction. */
function keeping<T, Code extends ProblemCode>(
  { scope, key, fingerprint, resourceId, answerOf, now }: Keeping,
  db: Db,
  operation: (tx: Tx) => Promise<Result<T, Code>>,
): Promise<Result<T, Code>> {
  return inTransaction(db, async (tx) => {
    const result = await operation(tx);
    if (result.ok) await storeOnce(tx, scope, key, fingerprint, resourceId, answerOf(result.value), now);
    return result;
  });
}

/** A retry of the call gets the answer that it had, as if this server had never lost it. */
function keepingOf(made: Made, action: Action): Keeping {
  const { context, call } = made;
  const { method, path, body } = call;
  return {
    scope: scopeOf(made),
    key: call.call_id,
    fingerprint: [createHash('sha256').update(`${method} ${path}\n`).update(body).digest()],
    resourceId: newId(),
    answerOf: (value) => ({
      status: action === 'register' ? 201 : 200,
      content_type: 'application/json; charset=utf-8',
      body: JSON.stringify(value),
    }),
    now: context.clock(),
  };
}

function scopeOf({ party }: Made): string {
  return `peer:${party}`;
}

async function find(context: ShopContext, party: string, kind: string, about: string): Promise<void> {
  const { epoch_no } = await readEpoch(context.db);
  await keepFinding(context.db, epoch_no, { kind, party, about }, context.clock());
}
