import { addMs, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { parsePhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { Locale } from '../../../kit/words/index.ts';
import { LOCK_HELD_REFUSALS, type LockedHeld, lockHeld } from '../certificates/lock-held.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, type Told, tell } from '../messages/tell.ts';
import { codeUse, newPhoneCode } from '../opening/phone-codes.ts';

const OPEN_MS = 24 * HOUR_MS;

export type HandOverInput = {
  certificate_id: string;
  phone: string;
  locale: Locale;
  by?: SentBy | undefined;
};

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
  'rate_limited', // codes sent to that phone
);

/**
 * Counts the code for the other phone against its limit, before the transaction of `beginHandOver`; only if that would
 * send one, or anyone could exhaust the limit of a phone.
 */
export async function countHandOver(
  context: ShopContext,
  token: string,
  input: HandOverInput,
): Promise<Result<null, RefusalOf<typeof BEGIN_HAND_OVER_REFUSALS>>> {
  const found = await lockForHandOver(context, context.db, token, input);
  if (!found.ok) return found;
  const allowed = await consumeAll([codeUse(context, 'hand_over', found.value.to_phone)]);
  return allowed.ok ? done(null) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/**
 * Starts handing a certificate over: the other phone is told a code. Until that is accepted the holder keeps the
 * certificate and can use it; starting again replaces a pending hand-over.
 */
export async function beginHandOver(
  context: ShopContext,
  tx: Executor,
  token: string,
  handOverId: string,
  input: HandOverInput,
): Promise<Result<HandOver, RefusalOf<typeof BEGIN_HAND_OVER_REFUSALS>>> {
  const found = await lockForHandOver(context, tx, token, input);
  if (!found.ok) return found;
  const { held, to_phone } = found.value;
  const { certificate_id, phone } = held;
  const now = context.clock();
  const expires = addMs(now, OPEN_MS);
  await sql`
    update hand_overs set state = 'withdrawn', ended_at = ${now}
    where certificate_id = ${certificate_id} and state = 'open'`.execute(tx);
  await sql`
    insert into hand_overs (hand_over_id, certificate_id, from_phone, to_phone, state, expires_at, created_at)
    values (${handOverId}, ${certificate_id}, ${phone}, ${to_phone}, 'open', ${expires}, ${now})`.execute(tx);
  await sendCode(context, tx, { ...input, phone: to_phone }, held);
  return done({
    hand_over_id: handOverId,
    certificate_id,
    expires_at: expires.toISOString(),
    sent_by: sentBy(to_phone, input.by),
  });
}

async function lockForHandOver(
  context: ShopContext,
  executor: Executor,
  token: string,
  { certificate_id, phone }: HandOverInput,
): Promise<Result<{ held: LockedHeld; to_phone: string }, RefusalOf<typeof BEGIN_HAND_OVER_REFUSALS>>> {
  const to = parsePhone(phone);
  if (!to.ok) return refuse(to.code);
  const held = await lockHeld(context, executor, token, certificate_id);
  if (!held.ok) return held;
  const { balance_minor, held_minor } = held.value;
  if (held.value.phone === to.e164 || balance_minor === 0n || held_minor > 0n)
    return refuse('hand_over_not_allowed');
  return done({ held: held.value, to_phone: to.e164 });
}

/** The holder's name is masked, since a mistyped number is a stranger's. */
async function sendCode(
  context: ShopContext,
  tx: Executor,
  to: Told,
  { holder_name, operator, balance_minor, currency }: LockedHeld,
): Promise<void> {
  const { phone } = to;
  const minutes = OPEN_MS / MINUTE_MS;
  const code = await newPhoneCode(context, tx, { purpose: 'hand_over', subject: phone }, phone, {
    minutes,
  });
  await tell(context, tx, to, {
    kind: 'recipient.hand_over',
    ...code,
    operator,
    giver_name: maskName(holder_name),
    left: { amount_minor: minorToJson(balance_minor), currency },
  });
}

export const WITHDRAW_HAND_OVER_REFUSALS = refusals(
  ...LOCK_HELD_REFUSALS,
  'hand_over_not_found', // none is pending
);

export async function withdrawHandOver(
  context: ShopContext,
  tx: Executor,
  token: string,
  certificateId: string,
): Promise<Result<{ withdrawn: true }, RefusalOf<typeof WITHDRAW_HAND_OVER_REFUSALS>>> {
  const held = await lockHeld(context, tx, token, certificateId);
  if (!held.ok) return held;
  const ended = await sql`
    update hand_overs set state = 'withdrawn', ended_at = ${context.clock()}
    where certificate_id = ${certificateId} and state = 'open' returning 1`.execute(tx);
  return ended.rows.length === 0 ? refuse('hand_over_not_found') : done({ withdrawn: true });
}
