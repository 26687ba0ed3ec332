import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { FORGET_MAX, type Forgotten } from '../../../kit/forget.ts';
import { newId } from '../../../kit/ids.ts';
import { digestMatches, keyedDigest } from '../../../kit/keyed-digest.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import { CODE_DIGITS, parseCode } from '../../../kit/typed/code.ts';
import type { ManagementContext } from '../context.ts';

/** What a code is for, and whom it belongs to. A code for one purpose is no good for another. */
export type CodeFor = { purpose: 'accept_offer'; subject: string };

export type ContactCode = { phone: string; sent_by: 'text' | 'call' };

/** A number whose owner entered the code that it was told. Only such a number becomes a key. */
export type ProvedContact = { readonly phone: string; readonly proved_by: string };

export const CODE_MINUTES = 10;
const ATTEMPTS_MAX = 5;

/** A new code, to be told to the phone that it proves. Only the newest code of a subject is valid. */
export async function newContactCode(
  context: ManagementContext,
  tx: Tx,
  { purpose, subject }: CodeFor,
  { phone, sent_by }: ContactCode,
): Promise<{ code: string; expires_at: Date }> {
  const now = context.clock();
  const codeId = newId();
  const code = newNumericCode(context.random, CODE_DIGITS);
  const expires = addMs(now, CODE_MINUTES * MINUTE_MS);
  const { digest } = keyedDigest(context.secrets.keyRing('token_pepper'), labelOf(codeId), code);
  await sql`
    insert into contact_codes (code_id, purpose, subject, phone, sent_by, digest, created_at, expires_at)
    values (${codeId}, ${purpose}, ${subject}, ${phone}, ${sent_by}, ${digest}, ${now},
      ${expires})`.execute(tx);
  return { code, expires_at: expires };
}

/** The number that was last told a code, while that can still be entered. */
export async function waitingContactCode(
  context: ManagementContext,
  executor: Executor,
  { purpose, subject }: CodeFor,
): Promise<ContactCode | undefined> {
  const found = await sql<ContactCode & { attempts: number; expires_at: Date }>`
    select phone, sent_by, attempts, expires_at from contact_codes
    where purpose = ${purpose} and subject = ${subject} order by created_at desc, code_id desc limit 1`.execute(
    executor,
  );
  const [last] = found.rows;
  if (last === undefined || last.attempts >= ATTEMPTS_MAX || last.expires_at <= context.clock())
    return undefined;
  return { phone: last.phone, sent_by: last.sent_by };
}

export const PROVE_CONTACT_REFUSALS = refusals(
  'code_not_digits', // what can't be a code is no guess
  'verification_code_wrong', // also if there is no code for this number, and after five wrong ones
  'verification_code_expired',
);

/**
 * Counts and commits the attempt, and only then compares. The right code is not counted, and stays valid for its subject
 * and its number until it expires, so that a PIN which is refused afterwards costs no second code.
 */
export async function proveContact(
  context: ManagementContext,
  { purpose, subject }: CodeFor,
  { phone, code }: { phone: string; code: string },
): Promise<Result<ProvedContact, RefusalOf<typeof PROVE_CONTACT_REFUSALS>>> {
  const typed = parseCode(code);
  if (!typed.ok) return typed;
  const counted = await sql<{ code_id: string; digest: Buffer; expires_at: Date }>`
    update contact_codes set attempts = attempts + 1
    where code_id = (
      select code_id from contact_codes where purpose = ${purpose} and subject = ${subject}
      order by created_at desc, code_id desc limit 1)
      and phone = ${phone} and attempts < ${ATTEMPTS_MAX}
    returning code_id, digest, expires_at`.execute(context.db);
  const [stored] = counted.rows;
  if (stored === undefined || !isCode(context, stored, typed.value)) return refuse('verification_code_wrong');
  await sql`
    update contact_codes set attempts = attempts - 1 where code_id = ${stored.code_id} and attempts > 0`.execute(
    context.db,
  );
  if (stored.expires_at <= context.clock()) return refuse('verification_code_expired');
  return done({ phone, proved_by: stored.code_id });
}

/** Codes hold phone numbers, so they are deleted a day after they expired. */
export const CONTACTS_FORGOTTEN: readonly Forgotten[] = [
  {
    table: 'contact_codes',
    async forget(executor, now) {
      const deleted = await sql`
        delete from contact_codes where code_id in (
          select code_id from contact_codes where expires_at < ${addMs(now, -DAY_MS)}
          order by expires_at limit ${FORGET_MAX}) returning 1`.execute(executor);
      return deleted.rows.length;
    },
  },
];

function isCode(
  { secrets }: ManagementContext,
  { code_id, digest }: { code_id: string; digest: Buffer },
  code: string,
): boolean {
  return digestMatches(secrets.keyRing('token_pepper'), labelOf(code_id), code, digest);
}

function labelOf(codeId: string): string {
  return `contact_code:${codeId}`;
}
