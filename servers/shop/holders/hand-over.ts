import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { minorToJson } from '../../../kit/money.ts';
import { isPersonal } from '../../../kit/phone.ts';
import { PHONE_CHECK_REFUSALS } from '../../../kit/phone-checks.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { Locale } from '../../../kit/words/index.ts';
import { LOCK_HELD_REFUSALS, type LockedHeld, lockHeld } from '../certificates/lock-held.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, tell } from '../messages/tell.ts';
import { checkPhone } from '../opening/check-phone.ts';
import { codeUse, newPhoneCode } from '../opening/phone-codes.ts';

/** A hand-over of a holder's session. `by` says how they themselves are told the code. */
export type HandOverInput = {
  certificate_id: string;
  phone: string;
  locale: Locale;
  by?: SentBy | undefined;
};

/** `expires_at` says until when the code that was told can be entered. */
export type HandOver = {
  hand_over_id: string;
  certificate_id: string;
  expires_at: string;
  sent_by: SentBy;
};

export const BEGIN_HAND_OVER_REFUSALS = refusals(
  'phone_number_invalid',
  ...LOCK_HELD_REFUSALS,
  'hand_over_not_allowed', // to oneself, with no balance left, or during a hold
  'rate_limited', // codes sent to the holder's phone
  ...PHONE_CHECK_REFUSALS, // what the mobile operator says of the holder's phone
);

/**
 * Counts the code for the holder's own phone against its limit, and has the phone checked, before the transaction of `beginHandOver`; only if that
 * would send one, or anyone could exhaust the limit of a phone.
 */
export async function countHandOver(
  context: ShopContext,
  token: string,
  input: HandOverInput,
): Promise<Result<null, RefusalOf<typeof BEGIN_HAND_OVER_REFUSALS>>> {
  const found = await lockForHandOver(context, context.db, token, input);
  if (!found.ok) return found;
  const allowed = await consumeAll([codeUse(context, 'hand_over_begun', found.value.held.phone)]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  return checkPhone(context, context.settings.handOverPolicy, found.value.held.phone);
}

/**
 * Begins to hand a certificate over. Phone number and PIN are not enough to give it away: a code is told to the phone of
 * whoever holds it, who so hears of it too if somebody else began. One that was open already stays so until then.
 */
export async function beginHandOver(
  context: ShopContext,
  tx: Tx,
  token: string,
  handOverId: string,
  input: HandOverInput,
): Promise<Result<HandOver, RefusalOf<typeof BEGIN_HAND_OVER_REFUSALS>>> {
  const found = await lockForHandOver(context, tx, token, input);
  if (!found.ok) return found;
  const { held, to_phone } = found.value;
  const { certificate_id, phone, operator, balance_minor, currency } = held;
  const { locale, by } = input;
  const now = context.clock();
  await sql`
    update hand_overs set state = 'withdrawn', ended_at = ${now}
    where certificate_id = ${certificate_id} and state = 'begun'`.execute(tx);
  const code = await newPhoneCode(context, tx, { purpose: 'hand_over_begun', subject: handOverId }, phone, {
    told_by: sentBy(phone, by),
  });
  await sql`
    insert into hand_overs (hand_over_id, certificate_id, from_phone, to_phone, state, expires_at, created_at)
    values (${handOverId}, ${certificate_id}, ${phone}, ${to_phone}, 'begun', ${code.expires_at}, ${now})`.execute(
    tx,
  );
  const left = { amount_minor: minorToJson(balance_minor), currency };
  await tell(
    context,
    tx,
    { phone, locale, by },
    { kind: 'recipient.hand_over_begun', ...code, operator, to_phone, left },
  );
  return done({
    hand_over_id: handOverId,
    certificate_id,
    expires_at: code.expires_at.toISOString(),
    sent_by: sentBy(phone, by),
  });
}

async function lockForHandOver(
  context: ShopContext,
  executor: Executor,
  token: string,
  { certificate_id, phone }: HandOverInput,
): Promise<Result<{ held: LockedHeld; to_phone: string }, RefusalOf<typeof BEGIN_HAND_OVER_REFUSALS>>> {
  const to = parsePhone(phone);
  if (!to.ok || !isPersonal(to.e164)) return refuse('phone_number_invalid');
  const held = await lockHeld(context, executor, token, certificate_id);
  if (!held.ok) return held;
  return held.value.phone !== to.e164 && isFree(held.value)
    ? done({ held: held.value, to_phone: to.e164 })
    : refuse('hand_over_not_allowed');
}

/** Whether there is something to hand over, and no sale under way. */
export function isFree({ balance_minor, held_minor }: LockedHeld): boolean {
  return balance_minor > 0n && held_minor === 0n;
}

export const WITHDRAW_HAND_OVER_REFUSALS = refusals(
  ...LOCK_HELD_REFUSALS,
  'hand_over_not_found', // none was begun, or it was accepted
);

export async function withdrawHandOver(
  context: ShopContext,
  tx: Tx,
  token: string,
  certificateId: string,
): Promise<Result<{ withdrawn: true }, RefusalOf<typeof WITHDRAW_HAND_OVER_REFUSALS>>> {
  const held = await lockHeld(context, tx, token, certificateId);
  if (!held.ok) return held;
  const ended = await sql`
    update hand_overs set state = 'withdrawn', ended_at = ${context.clock()}
    where certificate_id = ${certificateId} and state in ('begun', 'open') returning 1`.execute(tx);
  return ended.rows.length === 0 ? refuse('hand_over_not_found') : done({ withdrawn: true });
}
