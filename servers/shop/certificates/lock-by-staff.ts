import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';
import type { ShopContext } from '../context.ts';
import { appendEvent } from './certificates.ts';
import { endOpenings } from './end-openings.ts';
import { tellHolder } from './tell-holder.ts';

/** Since when staff have it locked, if they have. */
export type StaffLock = { certificate_id: string; locked_since: string | null };

type Lockable = {
  state: string;
  locked_since: Date | null;
  expires_at: Date;
  balance_minor: bigint;
  currency: string;
};

export const LOCK_BY_STAFF_REFUSALS = refusals(
  'certificate_not_found',
  'wrong_state', // not accepted yet, or nothing is left: cancelled or expired
);

/**
 * Staff lock a certificate: until they unlock it, nobody opens or uses it, and whatever had opened it ends, so a sale comes
 * before this or is refused. What is held at a till can still be paid. Its last day stays as it is. Its holder is told
 * of what they could use until now. Locking it again changes nothing.
 */
export async function lockByStaff(
  context: ShopContext,
  tx: Tx,
  certificateId: string,
  act: StaffAct,
): Promise<Result<StaffLock, RefusalOf<typeof LOCK_BY_STAFF_REFUSALS>>> {
  const now = context.clock();
  const certificate = await lockedRow(tx, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  const { state, locked_since, expires_at } = certificate;
  if (locked_since !== null) return done(lockOf(certificateId, locked_since));
  const state_now = expires_at <= now ? 'expired' : state;
  if (state_now !== 'active' && state_now !== 'frozen') return refuse('wrong_state', { state_now });
  await sql`update certificates set locked_since = ${now} where certificate_id = ${certificateId}`.execute(
    tx,
  );
  await endOpenings(tx, [certificateId], now);
  await record(context, tx, certificateId, 'lock', act);
  if (state === 'active')
    await tellHolder(context, tx, certificateId, {
      kind: 'recipient.locked_by_staff',
      left: leftOf(certificate),
      at: now,
    });
  return done(lockOf(certificateId, now));
}

export const UNLOCK_BY_STAFF_REFUSALS = refusals('certificate_not_found');

/**
 * Staff end their lock. One that is frozen because its payment is disputed stays frozen, and its holder is told once that ends,
 * too; otherwise they are told now. Unlocking it again changes nothing.
 */
export async function unlockByStaff(
  context: ShopContext,
  tx: Tx,
  certificateId: string,
  act: StaffAct,
): Promise<Result<StaffLock, RefusalOf<typeof UNLOCK_BY_STAFF_REFUSALS>>> {
  const certificate = await lockedRow(tx, certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  if (certificate.locked_since === null) return done(lockOf(certificateId, null));
  await sql`update certificates set locked_since = null where certificate_id = ${certificateId}`.execute(tx);
  await record(context, tx, certificateId, 'unlock', act);
  const { state, expires_at } = certificate;
  if (state === 'active' && expires_at > context.clock())
    await tellHolder(context, tx, certificateId, {
      kind: 'recipient.unlocked_by_staff',
      left: leftOf(certificate),
      at: expires_at,
    });
  return done(lockOf(certificateId, null));
}

/** Not FOR UPDATE, for the same reason as in `lockCertificate`. */
async function lockedRow(tx: Tx, certificateId: string): Promise<Lockable | undefined> {
  const found = await sql<Lockable>`
    select c.state, c.locked_since, c.expires_at, b.balance_minor, c.currency
    from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId} for no key update`.execute(tx);
  return found.rows[0];
}

/** The reason is kept apart from the history, since the history is for good and names nobody. */
async function record(
  context: ShopContext,
  tx: Tx,
  certificate_id: string,
  action: 'lock' | 'unlock',
  act: StaffAct,
): Promise<void> {
  await appendEvent(context, tx, {
    certificate_id,
    kind: `certificate_${action}ed`,
    fact_id: act.note_id,
    content: {},
  });
  await keepNote(tx, act, { subject_id: certificate_id, action, at: context.clock() });
}

function leftOf({ balance_minor, currency }: Lockable) {
  return { amount_minor: minorToJson(balance_minor), currency };
}

function lockOf(certificate_id: string, since: Date | null): StaffLock {
  return { certificate_id, locked_since: since?.toISOString() ?? null };
}
