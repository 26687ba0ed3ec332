import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { readOpening } from './opening-token.ts';

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
  'verification_expired', // also after a new PIN or a hand-over
  'certificate_not_found', // not opened by this session
  'certificate_frozen',
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
  const opening = await readOpening(context, tx, token, null);
  if (opening === undefined) return refuse('verification_expired');
  const pin_version = opening.get(certificateId.toLowerCase())?.pin_version;
  if (pin_version === undefined) return refuse('certificate_not_found');
  const found = await sql<LockedHeld & { state: string; is_locked: boolean; pin_version: number }>`
    select c.certificate_id, c.operator, c.phone, coalesce(c.holder_name, c.recipient_name) as holder_name, c.currency,
      b.balance_minor, b.held_minor, c.expires_at, c.registered_at, c.state, c.locked_since is not null as is_locked, b.pin_version
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} and c.phone is not null
    for no key update of c, b`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) return refuse('certificate_not_found');
  const { state, is_locked, pin_version: now_version, ...certificate } = row;
  if (state === 'frozen' || is_locked) return refuse('certificate_frozen');
  if (now_version !== pin_version) return refuse('verification_expired');
  if (state !== 'active' || row.expires_at <= now) return refuse('certificate_not_active');
  return done(certificate);
}
