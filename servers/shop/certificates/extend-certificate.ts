import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { appendEntry } from './certificates.ts';
import { LOCK_HELD_REFUSALS, lockHeld } from './lock-held.ts';

/**
 * Korea's standard terms for new-type gift certificates: an extension on request is three months, and claims lapse five
 * years after the purchase, so no extension goes beyond that.
 */
const EXTENSION_MONTHS = 3;
const YEARS_MAX = 5;

/**
 * The expiry after an extension, in a query over `certificates c`: with months of the Korean calendar, clamped to the last
 * day of the month. Null if it would gain less than a day, as for a certificate issued for five years.
 */
export const EXTENDABLE_TO = sql<Date | null>`(
  select to_at from (select least(
    (c.expires_at at time zone 'Asia/Seoul' + make_interval(months => ${EXTENSION_MONTHS})) at time zone 'Asia/Seoul',
    (c.registered_at at time zone 'Asia/Seoul' + make_interval(years => ${YEARS_MAX})) at time zone 'Asia/Seoul'
  ) as to_at) reckoned where to_at >= c.expires_at + interval '1 day')`;

export type Extension = { extension_id: string; certificate_id: string; expires_at: string };

export const EXTEND_CERTIFICATE_REFUSALS = refusals(
  ...LOCK_HELD_REFUSALS,
  'extension_not_allowed', // the five years are up
);

/** Extends a certificate for its holder before it expires. */
export async function extendCertificate(
  context: ShopContext,
  tx: Executor,
  token: string,
  extensionId: string,
  certificateId: string,
): Promise<Result<Extension, RefusalOf<typeof EXTEND_CERTIFICATE_REFUSALS>>> {
  const now = context.clock();
  const held = await lockHeld(context, tx, token, certificateId);
  if (!held.ok) return held;
  const { expires_at: before } = held.value;
  const reckoned = await sql<{ after_at: Date | null }>`
    select ${EXTENDABLE_TO} as after_at from certificates c where c.certificate_id = ${certificateId}`.execute(
    tx,
  );
  const after = reckoned.rows[0]?.after_at ?? null;
  if (after === null) return refuse('extension_not_allowed', { expires_at: before.toISOString() });
  await sql`
    insert into certificate_extensions (extension_id, certificate_id, before_at, after_at, at)
    values (${extensionId}, ${certificateId}, ${before}, ${after}, ${now})`.execute(tx);
  await sql`update certificates set expires_at = ${after} where certificate_id = ${certificateId}`.execute(
    tx,
  );
  await appendEntry(tx, {
    certificate_id: certificateId,
    kind: 'extended',
    delta_minor: 0n,
    reference_id: extensionId,
    at: now,
  });
  return done({
    extension_id: extensionId,
    certificate_id: certificateId,
    expires_at: after.toISOString(),
  });
}
