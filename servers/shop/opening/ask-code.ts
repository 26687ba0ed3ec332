import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newToken } from '../../../kit/tokens.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { type SentBy, sentBy, tell } from '../messages/tell.ts';
import { deviceOf } from './known-devices.ts';
import { findOpenable } from './openable.ts';
import { CODE_MINUTES, type CodePurpose, codeUse, newPhoneCode } from './phone-codes.ts';

export type AskedCode = { phone: string; locale: Locale; by?: SentBy | undefined };

/** Who asks: from where, and from a browser that opened this phone's certificates before. */
export type CodeAsker = {
  address: string;
  device?: string | undefined;
  /** Set on the phone line and at a till, which keep no request id. */
  asker?: string;
};

/** `request_id` goes with the guess: nobody else can guess at this code. */
export type CodeSent = { request_id: string; expires_in_minutes: number; sent_by: SentBy };

export const ASK_CODE_REFUSALS = refusals(
  'phone_number_invalid',
  'rate_limited', // the caller's own
  'code_limit_reached', // of the phone; other ways are left
);

type Purpose = Extract<CodePurpose, 'unlock' | 'opening' | 'clerk_opening' | 'member_session'>;

/**
 * Tells a code to a phone that has certificates here, or is a member's. The answer is the same if it is neither. A code
 * that is still out stays valid. A browser that is known has its own budget, so that strangers can't use up the holder's.
 */
export async function askCode(
  context: ShopContext,
  purpose: Purpose,
  { phone: typed, locale, by }: AskedCode,
  { address, device, asker }: CodeAsker,
): Promise<Result<CodeSent, RefusalOf<typeof ASK_CODE_REFUSALS>>> {
  const parsed = parsePhone(typed);
  if (!parsed.ok) return refuse(parsed.code);
  const phone = parsed.e164;
  const { codeByAddress, codeByDevice } = context.limits;
  const known = deviceOf(context, phone, device, await findOpenable(context, { phone }));
  const allowed = await consumeAll([
    [codeByAddress, address],
    known === undefined ? codeUse(context, purpose, phone) : [codeByDevice, `${purpose} ${known}`],
  ]);
  if (!allowed.ok) {
    const { retry_after_s } = allowed;
    return refuse(allowed.by.includes(codeByAddress.name) ? 'rate_limited' : 'code_limit_reached', {
      retry_after_s,
    });
  }
  const request_id = newToken('request', context.random);
  const told_by = sentBy(phone, by);
  await inTransaction(context.db, async (tx) => {
    const owner = await ownerOf(tx, purpose, phone);
    if (owner === undefined) return;
    const code = await newPhoneCode(
      context,
      tx,
      { purpose, subject: phone, asker: asker ?? request_id },
      phone,
      {
        told_by,
      },
    );
    const kind = purpose === 'unlock' ? 'account.unlock_code' : 'account.verification_code';
    await tell(context, tx, { phone, locale, by }, { kind, operator: owner.operator ?? undefined, ...code });
  });
  return done({ request_id, expires_in_minutes: CODE_MINUTES, sent_by: told_by });
}

/** Whose phone it is, for the purpose; and whose phone line calls about it. */
async function ownerOf(
  tx: Tx,
  purpose: Purpose,
  phone: string,
): Promise<{ operator: string | null } | undefined> {
  const found =
    purpose === 'member_session'
      ? await sql<{ operator: string | null }>`
          select null::text as operator from members where phone = ${phone} and left_at is null`.execute(tx)
      : await sql<{ operator: string | null }>`
          select operator from certificates where phone = ${phone} and state in ('active', 'frozen') limit 1`.execute(
          tx,
        );
  return found.rows[0];
}
