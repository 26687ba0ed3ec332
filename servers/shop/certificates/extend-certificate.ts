import { addMonths, dayIn, endOfDay } from '../../../kit/calendar.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { appendEvent } from './certificates.ts';
import { LOCK_HELD_REFUSALS, lockHeld } from './lock-held.ts';

/**
 * Korea's standard terms for new-type gift certificates: an extension on request is three months, and claims lapse five
 * years after the purchase, so no extension goes beyond that.
 */
const EXTENSION_MONTHS = 3;
const YEARS_MAX = 5;

/** The expiry after an extension; null if it would gain no day, as for a certificate issued for five years. */
export function extendableTo(
  { settings }: ShopContext,
  { expires_at, registered_at }: { expires_at: Date; registered_at: Date },
): Date | null {
  const zone = settings.timeZone;
  const lastDay = dayIn(zone, expires_at);
  const extended = addMonths(lastDay, EXTENSION_MONTHS);
  const latest = addMonths(dayIn(zone, registered_at), YEARS_MAX * 12);
  const [until = lastDay] = [extended, latest].sort();
  return until > lastDay ? endOfDay(zone, until) : null;
}

export type Extension = { extension_id: string; certificate_id: string; expires_at: string };

export const EXTEND_CERTIFICATE_REFUSALS = refusals(
  ...LOCK_HELD_REFUSALS,
  'extension_not_allowed', // the five years are up
);

/** Extends a certificate for its holder before it expires. */
export async function extendCertificate(
  context: ShopContext,
  tx: Tx,
  token: string,
  extensionId: string,
  certificateId: string,
): Promise<Result<Extension, RefusalOf<typeof EXTEND_CERTIFICATE_REFUSALS>>> {
  const now = context.clock();
  const held = await lockHeld(context, tx, token, certificateId);
  if (!held.ok) return held;
  const { expires_at: before } = held.value;
  const after = extendableTo(context, held.value);
  if (after === null) return refuse('extension_not_allowed', { expires_at: before.toISOString() });
  await sql`
    insert into certificate_extensions (extension_id, certificate_id, before_at, after_at, at)
    values (${extensionId}, ${certificateId}, ${before}, ${after}, ${now})`.execute(tx);
  await sql`update certificates set expires_at = ${after} where certificate_id = ${certificateId}`.execute(
    tx,
  );
  await appendEvent(context, tx, {
    certificate_id: certificateId,
    kind: 'certificate_extended',
    fact_id: extensionId,
    content: { expires_at: after.toISOString() },
  });
  return done({
    extension_id: extensionId,
    certificate_id: certificateId,
    expires_at: after.toISOString(),
  });
}
