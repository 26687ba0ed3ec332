import { addDays, dayIn, endOfDay } from '../../../kit/calendar.ts';
import { type Sql, sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';
import { tellHolder } from './tell-holder.ts';

const DAYS_BEFORE = 30;

/**
 * Tells holders that a certificate with a balance is about to expire: once thirty days before, and once on its last day.
 * Returns how many were told.
 */
export function tellExpiring(context: ShopContext): Promise<number> {
  const due = (now: Date) => sql`
    select certificate_id::text as subject_id, expires_at as due_at
    from certificates join certificate_balances using (certificate_id) where ${isToBeTold(context, now)}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'tell_expiring', find, (_within, { subject_id }) =>
    inTransaction(context.db, (tx) => tellOne(context, tx, subject_id)),
  );
}

function isToBeTold({ settings }: ShopContext, now: Date): Sql {
  const { soon, lastDay } = daysOf(settings.timeZone, now);
  return sql`state = 'active' and expires_at > ${now} and balance_minor > 0 and (
    (expires_at <= ${soon} and expiry_told_for is distinct from expires_at)
    or (expires_at <= ${lastDay} and last_day_told_for is distinct from expires_at))`;
}

function daysOf(zone: string, now: Date): { soon: Date; lastDay: Date } {
  const today = dayIn(zone, now);
  return { soon: endOfDay(zone, addDays(today, DAYS_BEFORE)), lastDay: endOfDay(zone, today) };
}

/** False if another process was first, or it has been used or extended. */
async function tellOne(context: ShopContext, tx: Tx, certificateId: string): Promise<boolean> {
  const now = context.clock();
  const { lastDay } = daysOf(context.settings.timeZone, now);
  const told = await sql<{ balance_minor: bigint; currency: string; expires_at: Date }>`
    update certificates set expiry_told_for = expires_at,
      last_day_told_for = case when expires_at <= ${lastDay}::timestamptz then expires_at else last_day_told_for end
    from certificate_balances b
    where b.certificate_id = certificates.certificate_id and certificates.certificate_id = ${certificateId}
      and ${isToBeTold(context, now)}
    returning balance_minor, currency, expires_at`.execute(tx);
  for (const { balance_minor, currency, expires_at } of told.rows) {
    const left = { amount_minor: minorToJson(balance_minor), currency };
    const news = { kind: 'recipient.certificate_expiring', left, at: expires_at } as const;
    await tellHolder(context, tx, certificateId, news);
  }
  return told.rows.length > 0;
}
