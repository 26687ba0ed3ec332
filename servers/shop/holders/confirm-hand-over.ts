import { addMs, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { Locale } from '../../../kit/words/index.ts';
import { LOCK_HELD_REFUSALS, type LockedHeld, lockHeld } from '../certificates/lock-held.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, tell } from '../messages/tell.ts';
import {
  codeUse,
  GUESS_PHONE_CODE_REFUSALS,
  guessPhoneCode,
  newPhoneCode,
  type ProvenPhone,
  spendPhoneCode,
} from '../opening/phone-codes.ts';
import { type HandOver, isFree } from './hand-over.ts';

const OPEN_MS = 24 * HOUR_MS;

/** `by` says how the other phone is told its code. */
export type Confirmation = { certificate_id: string; locale: Locale; by?: SentBy | undefined };

export const CONFIRM_HAND_OVER_REFUSALS = refusals(
  ...LOCK_HELD_REFUSALS,
  'hand_over_not_found', // none was begun
  'hand_over_not_allowed', // by now, nothing is left, or there is a hold
  ...GUESS_PHONE_CODE_REFUSALS,
  'rate_limited', // codes sent to the other phone
);

type Refused = RefusalOf<typeof CONFIRM_HAND_OVER_REFUSALS>;

/**
 * Counts the guess at the code that the holder was told, then compares it, and counts the code for the other phone, before
 * the transaction of `confirmHandOver`.
 */
export async function guessHolderCode(
  context: ShopContext,
  token: string,
  { certificate_id, code }: { certificate_id: string; code: string },
): Promise<Result<ProvenPhone, Refused>> {
  const found = await lockBegun(context, context.db, token, certificate_id);
  if (!found.ok) return found;
  const { hand_over_id, to_phone } = found.value.begun;
  const guessed = await guessPhoneCode(context, { purpose: 'hand_over_begun', subject: hand_over_id }, code);
  if (!guessed.ok) return guessed;
  const allowed = await consumeAll([codeUse(context, 'hand_over', to_phone)]);
  return allowed.ok ? guessed : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/**
 * The hand-over that was begun is open: the other phone is told a code. Until it accepts, the holder keeps the certificate
 * and can use it. A hand-over that was open before is replaced.
 */
export async function confirmHandOver(
  context: ShopContext,
  tx: Tx,
  token: string,
  { certificate_id, locale, by }: Confirmation,
  { code_id }: ProvenPhone,
): Promise<Result<HandOver, Refused>> {
  const found = await lockBegun(context, tx, token, certificate_id);
  if (!found.ok) return found;
  if (!(await spendPhoneCode(context, tx, code_id))) return refuse('verification_code_wrong');
  const { held, begun } = found.value;
  const { hand_over_id, to_phone: phone } = begun;
  const now = context.clock();
  const expires = addMs(now, OPEN_MS);
  await sql`
    update hand_overs set state = 'withdrawn', ended_at = ${now}
    where certificate_id = ${certificate_id} and state = 'open'`.execute(tx);
  await sql`
    update hand_overs set state = 'open', expires_at = ${expires} where hand_over_id = ${hand_over_id}`.execute(
    tx,
  );
  const code = await newPhoneCode(context, tx, { purpose: 'hand_over', subject: phone }, phone, {
    minutes: OPEN_MS / MINUTE_MS,
    told_by: sentBy(phone, by),
  });
  const left = { amount_minor: minorToJson(held.balance_minor), currency: held.currency };
  // The holder's name is masked, since a mistyped number is a stranger's.
  const giver_name = maskName(held.holder_name);
  const notice = { kind: 'recipient.hand_over', ...code, operator: held.operator, giver_name, left } as const;
  await tell(context, tx, { phone, locale, by }, notice);
  const expires_at = expires.toISOString();
  return done({ hand_over_id, certificate_id, expires_at, sent_by: sentBy(phone, by) });
}

type Begun = { hand_over_id: string; to_phone: string };

async function lockBegun(
  context: ShopContext,
  executor: Executor,
  token: string,
  certificateId: string,
): Promise<Result<{ held: LockedHeld; begun: Begun }, Refused>> {
  const held = await lockHeld(context, executor, token, certificateId);
  if (!held.ok) return held;
  const found = await sql<Begun>`
    select hand_over_id, to_phone from hand_overs
    where certificate_id = ${certificateId} and state = 'begun' and from_phone = ${held.value.phone}`.execute(
    executor,
  );
  const [begun] = found.rows;
  if (begun === undefined) return refuse('hand_over_not_found');
  return isFree(held.value) ? done({ held: held.value, begun }) : refuse('hand_over_not_allowed');
}
