import { createHash } from 'node:crypto';
import { Value } from 'typebox/value';
import {
  AcceptCertificate,
  CancelCertificate,
  ChargeBack,
  CorrectRecipient,
  FreezeCertificate,
  RegisterCertificate,
} from '../../../contracts/shop-certificates.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import type { ProblemCode } from '../../../kit/http/statuses.ts';
import { type Keeping, readStored, storeOnce } from '../../../kit/idempotency-keys.ts';
import { newId } from '../../../kit/ids.ts';
import type { Result } from '../../../kit/result.ts';
import type { Party } from '../../../kit/signing/index.ts';
import { acceptCertificate } from '../certificates/accept-certificate.ts';
import { cancelCertificate } from '../certificates/cancel-certificate.ts';
import { chargeBack } from '../certificates/charge-back.ts';
import { correctRecipient } from '../certificates/correct-recipient.ts';
import { freezeCertificate } from '../certificates/freeze-certificate.ts';
import { registerCertificate } from '../certificates/register-certificate.ts';
import { unfreezeCertificate } from '../certificates/unfreeze-certificate.ts';
import type { ShopContext } from '../context.ts';
import { type Action, eachMadeCall, find, type MadeCall } from './made-calls.ts';
import { isCashCall, restoreCash } from './restore-cash.ts';
import { restoreRelay } from './restore-relay.ts';

/**
 * Does again what management had this server do since then, for the calls of these kinds that it no longer knows, as of the
 * moment of their answers. False if management can't be asked now.
 */
export function repeatCalls(
  context: ShopContext,
  party: Party,
  since: Date,
  actions: readonly Action[],
): Promise<boolean> {
  return eachMadeCall(context, party, since, actions, (made) => repeat(context, made));
}

async function repeat(context: ShopContext, made: MadeCall): Promise<void> {
  const { party, action, call, evidence } = made;
  if ((await readStored(context.db, scopeOf(made), call.call_id)) !== undefined) return;
  const { db } = context;
  const body: unknown = JSON.parse(call.body);
  const then = asOf(context, made);
  const received = { evidence, keeping: keepingOf(context, made) };
  if (action === 'register' && Value.Check(RegisterCertificate, body)) {
    const { ok } = await registerCertificate(then, db, party, body, received);
    if (ok) return;
  } else if (action === 'accept' && Value.Check(AcceptCertificate, body)) {
    const at = { operator: party, certificateId: made.certificateId };
    const { ok } = await acceptCertificate(then, db, at, body, received);
    if (ok) return;
  } else if (await inTransaction(db, (tx) => repeatIn(context, tx, made))) return;
  await find(context, party, 'call_refused', call.call_id);
}

/**
 * One that changes a certificate that is there, in the caller's transaction and with its key. False if it is refused now, or
 * its body is not what the contract says.
 */
export async function repeatIn(context: ShopContext, tx: Tx, made: MadeCall): Promise<boolean> {
  const { party, action, call, certificateId, evidence } = made;
  const then = asOf(context, made);
  const body: unknown = JSON.parse(call.body);
  const id = newId();
  const at = { operator: party, certificateId };
  const kept = <T, Code extends ProblemCode>(result: Promise<Result<T, Code>>) =>
    keep(tx, keepingOf(context, made), result);
  if (action === 'correct' && Value.Check(CorrectRecipient, body))
    return kept(correctRecipient(then, tx, party, { correctionId: id, certificateId }, body, evidence));
  if (action === 'cancel' && Value.Check(CancelCertificate, body))
    return kept(cancelCertificate(then, tx, party, certificateId, body, evidence));
  if (action === 'freeze' && Value.Check(FreezeCertificate, body))
    return kept(freezeCertificate(then, tx, { ...at, freezeId: id }, body, evidence));
  if (action === 'unfreeze') return kept(unfreezeCertificate(then, tx, { ...at, factId: id }, evidence));
  if (action === 'relay')
    return (await isCashCall(tx, made)) ? restoreCash(context, tx, made) : restoreRelay(context, tx, made);
  if (action === 'charge_back' && Value.Check(ChargeBack, body))
    return kept(chargeBack(then, tx, { ...at, factId: id }, body, evidence));
  return false;
}

/** A gift that was accepted in time is not too late now, and its holder was told of what became of it then. */
function asOf(context: ShopContext, { call }: MadeCall): ShopContext {
  const settled = new Date(call.settled_at);
  const now = context.clock();
  return { ...context, clock: () => (settled < now ? settled : now), isDoneAgain: true };
}

async function keep<T, Code extends ProblemCode>(
  tx: Tx,
  { scope, key, fingerprint, resourceId, answerOf, now }: Keeping,
  operation: Promise<Result<T, Code>>,
): Promise<boolean> {
  const result = await operation;
  if (result.ok) await storeOnce(tx, scope, key, fingerprint, resourceId, answerOf(result.value), now);
  return result.ok;
}

/** A retry of the call gets the answer that it had, as if this server had never lost it. */
function keepingOf(context: ShopContext, made: MadeCall): Keeping {
  const { method, path, body, call_id } = made.call;
  return {
    scope: scopeOf(made),
    key: call_id,
    fingerprint: [createHash('sha256').update(`${method} ${path}\n`).update(body).digest()],
    resourceId: newId(),
    answerOf: (value) => ({
      status: made.action === 'register' ? 201 : 200,
      content_type: 'application/json; charset=utf-8',
      body: JSON.stringify(value),
    }),
    now: context.clock(),
  };
}

export function scopeOf({ party }: MadeCall): string {
  return `peer:${party}`;
}
