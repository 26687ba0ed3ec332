import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { digestMatches, keyedDigest, keyedDigests } from '../../../kit/keyed-digest.ts';
import type { LimitUse } from '../../../kit/limits.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { KeyRing } from '../../../kit/secrets.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import { CODE_DIGITS, parseCode } from '../../../kit/typed/code.ts';
import type { ShopContext } from '../context.ts';
import type { SentBy } from '../messages/tell.ts';

/** What a code is for; it is no good for anything else, and has a budget of its own. */
export type CodePurpose =
  | 'unlock'
  | 'registration'
  | 'member_session'
  | 'new_phone'
  | 'hand_over_begun'
  | 'hand_over'
  | 'opening'
  | 'clerk_opening'
  | 'checkout';

/**
 * Which code: its purpose, the phone or pending row it belongs to, and who asked for it, if not whoever owns that row.
 * Strangers may ask for codes to a phone, but guess only at their own.
 */
export type CodeFor = {
  purpose: Exclude<CodePurpose, 'checkout'>;
  subject: string;
  asker?: string;
  /** On the phone line, a code that was told by a call is entered in that call, whoever asked for it. */
  on_line?: boolean;
};

/** Entering the right code proves possession of this phone. */
export type ProvenPhone = { code_id: string; phone: string };

export const CODE_MINUTES = 10;
const ATTEMPTS_MAX = 5;

/** A code told to a phone, as its limit counts it. */
export function codeUse({ limits }: ShopContext, purpose: CodePurpose, phone: string): LimitUse {
  return [limits.codeByPhone, `${purpose} ${phone}`];
}

/** A new code, to be told to the phone that it proves. Of those that one asker has, only the newest is valid. */
export async function newPhoneCode(
  context: ShopContext,
  tx: Tx,
  { purpose, subject, asker }: CodeFor,
  phone: string,
  { minutes = CODE_MINUTES, told_by = 'text' }: { minutes?: number; told_by?: SentBy } = {},
): Promise<{ code: string; expires_at: Date }> {
  const now = context.clock();
  const codeId = newId();
  const code = newNumericCode(context.random, CODE_DIGITS);
  const expires = addMs(now, minutes * MINUTE_MS);
  const askedBy = asker === undefined ? null : keyedDigest(ringOf(context), ASKER, asker).digest;
  await sql`
    insert into phone_codes (code_id, purpose, subject, phone, asked_by, told_by, code_digest, expires_at, created_at)
    values (${codeId}, ${purpose}, ${subject}, ${phone}, ${askedBy}, ${told_by},
      ${keyedDigest(ringOf(context), codeLabel(codeId), code).digest}, ${expires}, ${now})`.execute(tx);
  return { code, expires_at: expires };
}

export const GUESS_PHONE_CODE_REFUSALS = refusals(
  'code_not_digits', // what can't be a code is no guess
  'verification_code_wrong', // also if the asker has no code, it was used, or after five attempts
  'verification_code_expired',
);

/** Counts and commits the attempt, and only then compares. The code stays valid until `spendPhoneCode`. */
export async function guessPhoneCode(
  context: ShopContext,
  { purpose, subject, asker, on_line = false }: CodeFor,
  typed: string,
): Promise<Result<ProvenPhone, RefusalOf<typeof GUESS_PHONE_CODE_REFUSALS>>> {
  const code = parseCode(typed);
  if (!code.ok) return code;
  const counted = await sql<ProvenPhone & { code_digest: Buffer; expires_at: Date }>`
    update phone_codes set attempts = attempts + 1
    where code_id = (
      select code_id from phone_codes where purpose = ${purpose} and subject = ${subject} and used_at is null
        and (asked_by = any(${askerDigests(context, asker)}::bytea[]) or (asked_by is null and ${asker === undefined})
          or (${on_line} and told_by = 'call'))
      order by created_at desc, code_id desc limit 1)
      and attempts < ${ATTEMPTS_MAX}
    returning code_id, phone, code_digest, expires_at`.execute(context.db);
  const stored = counted.rows[0];
  const right =
    stored !== undefined &&
    digestMatches(ringOf(context), codeLabel(stored.code_id), code.value, stored.code_digest);
  if (!right) return refuse('verification_code_wrong');
  if (stored.expires_at <= context.clock()) return refuse('verification_code_expired');
  return done({ code_id: stored.code_id, phone: stored.phone });
}

/** Marks a code as used, in the transaction of what it permits. False if another request used it first. */
export async function spendPhoneCode(context: ShopContext, tx: Tx, codeId: string): Promise<boolean> {
  const spent = await sql`
    update phone_codes set used_at = ${context.clock()} where code_id = ${codeId} and used_at is null
    returning 1`.execute(tx);
  return spent.rows.length === 1;
}

const ASKER = 'code_asker';

function askerDigests(context: ShopContext, asker: string | undefined): Buffer[] {
  return asker === undefined ? [] : keyedDigests(ringOf(context), ASKER, asker);
}

function codeLabel(codeId: string): string {
  return `phone_code:${codeId}`;
}

function ringOf({ secrets }: ShopContext): KeyRing {
  return secrets.keyRing('token_pepper');
}
