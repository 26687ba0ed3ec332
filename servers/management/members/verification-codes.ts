import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { newNumericCode } from '../../../kit/tokens.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from '../messages/queue-message.ts';

const CODE_DIGITS = 6;
const CODE_MINUTES = 10;

export type NewCode = {
  memberId: string;
  channel: 'sms' | 'email';
  to: string;
  locale: 'ko' | 'en';
  /** Whether `to` will replace the address they registered with. */
  isNewAddress?: boolean;
};

/** Sends a code to a number or address; only its keyed digest is stored. Returns when it expires. */
export async function sendCode(
  context: ManagementContext,
  tx: Executor,
  { memberId, channel, to, locale, isNewAddress = false }: NewCode,
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
    to: [{ channel, address: to }],
    locale,
    subject_id: memberId,
  });
  return expires;
}

export function codeDigest(context: ManagementContext, codeId: string, code: string): Buffer {
  return keyedDigest(context.secrets.keyRing('token_pepper'), `verification:${codeId}`, code).digest;
}
