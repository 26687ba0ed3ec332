import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { emailKey } from '../../../kit/email.ts';
import type { Locale } from '../../../kit/format/locale.ts';
import { newId } from '../../../kit/ids.ts';
import { digestMatches, keyedDigest } from '../../../kit/keyed-digest.ts';
import { consumeAll, type LimitUse } from '../../../kit/limits.ts';
import { isDomestic } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import { CODE_DIGITS } from '../../../kit/typed/code.ts';
import type { ManagementContext } from '../context.ts';
import { canCall } from '../messages/plan-dial.ts';
import { queueMessage } from '../messages/queue-message.ts';
import type { Channel } from '../messages/reach.ts';

const CODE_MINUTES = 10;

export type NewCode = {
  memberId: string;
  /** What is verified: a mobile (`sms`), a mail address, or a landline (`voice`). */
  channel: Channel;
  to: string;
  /** A mobile may ask for a call instead of a text. */
  by?: 'text' | 'call';
  locale: Locale;
  /** Whether `to` will replace the address they registered with. */
  isNewAddress?: boolean;
};

/** Whether a code is said in a call: always to a landline, and to a mobile that asks for it. */
export function isSaid({ channel, by }: Pick<NewCode, 'channel' | 'by'>): boolean {
  return channel === 'voice' || (channel === 'sms' && by === 'call');
}

export const CODE_CALL_REFUSALS = refusals(
  'phone_number_invalid', // abroad, or at a premium rate
  'service_unavailable', // no phone line
  'rate_limited', // calls to that number
);

/** Counts a call that says a code, before the transaction that plans it. */
export async function countCodeCall(
  context: ManagementContext,
  phone: string,
): Promise<Result<null, RefusalOf<typeof CODE_CALL_REFUSALS>>> {
  if (!isDomestic(phone)) return refuse('phone_number_invalid');
  if (!(await canCall(context))) return refuse('service_unavailable');
  const allowed = await context.limits.codeCallsByPhone.consume(phone);
  return allowed.ok ? done(null) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/**
 * Counts a code to a number or address that nobody has proven, before the transaction that sends it: so many to one
 * whoever asks, texts also altogether, for they cost money, and whatever else the caller counts. When the budget of texts
 * is used up, somebody must look.
 */
export async function countStrangerCodes(
  { limits, log }: Pick<ManagementContext, 'limits' | 'log'>,
  to: { mobile?: string; email?: string },
  more: readonly LimitUse[] = [],
): Promise<Result<null, 'rate_limited'>> {
  const { strangerCodesByPhone, strangerCodesByAccount, strangerCodesByServer } = limits;
  const uses: LimitUse[] = [...more];
  if (to.email !== undefined) uses.push([strangerCodesByAccount, emailKey(to.email)]);
  if (to.mobile !== undefined) uses.push([strangerCodesByPhone, to.mobile], [strangerCodesByServer, 'all']);
  const allowed = await consumeAll(uses);
  if (allowed.ok) return done(null);
  if (allowed.by.includes(strangerCodesByServer.name))
    log.error({ limit: strangerCodesByServer.name }, 'the budget of texts to strangers is used up');
  return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

/** Sends a code to a number or address, or has it said there; only its keyed digest is stored. Returns when it expires. */
export async function sendCode(
  context: ManagementContext,
  tx: Tx,
  { memberId, channel, to, by = 'text', locale, isNewAddress = false }: NewCode,
): Promise<Date> {
  const now = context.clock();
  const expires = addMs(now, CODE_MINUTES * MINUTE_MS);
  const codeId = newId();
  const code = newNumericCode(context.random, CODE_DIGITS);
  await sql`
    insert into verification_codes (code_id, member_id, channel, new_address, digest, created_at, expires_at)
    values (${codeId}, ${memberId}, ${channel}, ${isNewAddress ? to : null}, ${codeDigest(context, codeId, code)},
      ${now}, ${expires})`.execute(tx);
  await queueMessage(context, tx, {
    kind: 'account.verification_code',
    vars: { code, minutes: CODE_MINUTES },
    to: [{ channel: isSaid({ channel, by }) ? 'voice' : channel, address: to }],
    locale,
    subject_id: memberId,
    expires_at: expires,
  });
  return expires;
}

function codeDigest({ secrets }: ManagementContext, codeId: string, code: string): Buffer {
  return keyedDigest(secrets.keyRing('token_pepper'), labelOf(codeId), code).digest;
}

/** Whether it is the code that was sent. The attempt must have been counted. */
export function isCode(
  { secrets }: ManagementContext,
  { code_id, digest }: { code_id: string; digest: Buffer },
  code: string,
): boolean {
  return digestMatches(secrets.keyRing('token_pepper'), labelOf(code_id), code, digest);
}

function labelOf(codeId: string): string {
  return `verification:${codeId}`;
}
