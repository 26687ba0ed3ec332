import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';

export type LockedHeld = {
  certificate_id: string;
  operator: string;
  phone: string;
  holder_name: string;
  currency: string;
  balance_minor: bigint;
  held_minor: bigint;
  expires_at: Date;
  registered_at: Date;
};

export const LOCK_HELD_REFUSALS = refusals(
  'verification_expired',
  'certificate_not_found', // not opened by this session, or handed over since
  'certificate_not_active',
);

/** A certificate opened by a holder's session, locked with its balance. */
export async function lockHeld(
  context: ShopContext,
  tx: Executor,
  token: string,
  certificateId: string,
): Promise<Result<LockedHeld, RefusalOf<typeof LOCK_HELD_REFUSALS>>> {
  const now = context.clock();
  const session = await sql<{ verification_id: string; phone: string }>`
    select verification_id, phone from verifications
    where token_digest = ${tokenDigest(token)} and terminal_id is null and expires_at > ${now}`.execute(tx);
  const opened = session.rows[0];
  if (opened === undefined) return refuse('verification_expired');
  const found = await sql<LockedHeld & { state: string }>`
    select c.certificate_id, c.operator, c.phone, coalesce(c.holder_name, c.recipient_name) as holder_name, c.currency,
      b.balance_minor, b.held_minor, c.expires_at, c.registered_at, c.state
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.phone = ${opened.phone} and exists (
      select 1 from verified_certificates v
      where v.verification_id = ${opened.verification_id} and v.certificate_id = c.certificate_id)
    for no key update of c, b`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) return refuse('certificate_not_found');
  const { state, ...certificate } = row;
  if (state !== 'active' || row.expires_at <= now) return refuse('certificate_not_active');
  return done(certificate);
}
