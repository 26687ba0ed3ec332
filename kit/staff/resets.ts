import { addMs, DAY_MS, HOUR_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { inTransaction, type Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { consumeAll } from '../limits.ts';
import { NOBODY_HASH } from '../passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { newToken, tokenDigest } from '../tokens.ts';
import { recordAudit } from './audit.ts';
import { endRecoveryCodes } from './codes.ts';
import type { StaffContext } from './context.ts';
import { forgetBrowsers } from './known-browsers.ts';
import { hashNewPassword } from './password.ts';
import { endSessions } from './sessions.ts';
import { SERVICE_ROLE } from './staff.ts';

const LINK_MS = HOUR_MS;
/** So long one admin can't take away both the password and the second factor of somebody. */
const OTHER_ADMIN_MS = DAY_MS;

type Reset = { staffId: string; madeBy: string };

export const RESET_STAFF_REFUSALS = refusals(
  'not_for_oneself', // one's own are changed under "My account", where the old ones are asked for
  'member_not_found',
  'other_admin_needed', // the same admin has just reset the other one of the two
);

/**
 * Takes away somebody's password. They choose a new one by a link that the admin hands them, once, within an hour. The
 * second factor stays.
 */
export async function resetPassword(
  context: StaffContext,
  { staffId, madeBy }: Reset,
): Promise<Result<{ token: string; expires_at: string }, RefusalOf<typeof RESET_STAFF_REFUSALS>>> {
  return inTransaction(context.db, async (tx) => {
    const now = context.clock();
    const refused = await whyNot(tx, { staffId, madeBy, other: 'second_factor', now });
    if (refused !== null) return refuse(refused);
    await sql`
      update staff_resets set ended_at = ${now}
      where staff_id = ${staffId} and kind = 'password' and used_at is null and ended_at is null`.execute(tx);
    const link = await newPasswordLink(context, tx, { staffId, madeBy });
    await sql`update staff set password_hash = ${NOBODY_HASH} where staff_id = ${staffId}`.execute(tx);
    await endSessions(context, tx, staffId, null);
    return done(link);
  });
}

/** What a link ends with that lets somebody choose a password, once, within an hour; made by an admin, or whoever runs the server. */
export async function newPasswordLink(
  { clock, random }: Pick<StaffContext, 'clock' | 'random'>,
  tx: Tx,
  { staffId, madeBy }: { staffId: string; madeBy: string | null },
): Promise<{ token: string; expires_at: string }> {
  const token = newToken('reset', random);
  const now = clock();
  const expires = addMs(now, LINK_MS);
  await sql`
    insert into staff_resets (reset_id, staff_id, kind, token_digest, made_by, created_at, expires_at)
    values (${newId()}, ${staffId}, 'password', ${tokenDigest(token)}, ${madeBy}, ${now}, ${expires})`.execute(
    tx,
  );
  return { token, expires_at: expires.toISOString() };
}

/** Takes away somebody's second factor: app, passkeys, recovery codes, and the browsers that were known. */
export async function resetSecondFactor(
  context: StaffContext,
  tx: Tx,
  { staffId, madeBy }: Reset,
): Promise<Result<{ staff_id: string }, RefusalOf<typeof RESET_STAFF_REFUSALS>>> {
  const now = context.clock();
  const refused = await whyNot(tx, { staffId, madeBy, other: 'password', now });
  if (refused !== null) return refuse(refused);
  await sql`
    insert into staff_resets (reset_id, staff_id, kind, made_by, created_at, expires_at)
    values (${newId()}, ${staffId}, 'second_factor', ${madeBy}, ${now}, ${now})`.execute(tx);
  await sql`
    update staff_authenticators set removed_at = ${now} where staff_id = ${staffId} and removed_at is null`.execute(
    tx,
  );
  await sql`
    update staff_passkeys set removed_at = ${now} where staff_id = ${staffId} and removed_at is null`.execute(
    tx,
  );
  await endRecoveryCodes(context, tx, staffId);
  await forgetBrowsers(tx, staffId);
  await endSessions(context, tx, staffId, null);
  return done({ staff_id: staffId });
}

/** Locks the person, so that two admins' resets are seen one after the other. */
async function whyNot(
  tx: Tx,
  { staffId, madeBy, other, now }: Reset & { other: string; now: Date },
): Promise<RefusalOf<typeof RESET_STAFF_REFUSALS> | null> {
  if (staffId === madeBy) return 'not_for_oneself';
  const found = await sql`
    select 1 from staff
    where staff_id = ${staffId} and left_at is null and role <> ${SERVICE_ROLE} for update`.execute(tx);
  if (found.rows.length === 0) return 'member_not_found';
  const both = await sql`
    select 1 from staff_resets
    where staff_id = ${staffId} and made_by = ${madeBy} and kind = ${other}
      and created_at > ${addMs(now, -OTHER_ADMIN_MS)}`.execute(tx);
  return both.rows.length > 0 ? 'other_admin_needed' : null;
}

export const CHOOSE_PASSWORD_REFUSALS = refusals(
  'rate_limited',
  'reset_link_expired', // used, replaced, too late, or never made
  'password_too_weak',
);

/** Somebody chooses a new password by the link. It logs nobody in. */
export async function chooseNewPassword(
  context: StaffContext,
  { token, password }: { token: string; password: string },
  address: string,
): Promise<Result<{ login: string }, RefusalOf<typeof CHOOSE_PASSWORD_REFUSALS>>> {
  const { db, limits } = context;
  const allowed = await consumeAll([[limits.staffByAddress, address]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const digest = tokenDigest(token);
  const now = context.clock();
  const found = await sql<{ login: string }>`
    select login from staff_resets r join staff s using (staff_id)
    where token_digest = ${digest} and used_at is null and ended_at is null and expires_at > ${now}
      and left_at is null`.execute(db);
  const login = found.rows[0]?.login;
  if (login === undefined) return refuse('reset_link_expired');
  const hashed = await hashNewPassword(login, password);
  if (!hashed.ok) return hashed;
  return inTransaction(db, async (tx) => {
    const used = await sql<{ staff_id: string }>`
      update staff_resets set used_at = ${now}
      where token_digest = ${digest} and used_at is null and ended_at is null returning staff_id`.execute(tx);
    const staff_id = used.rows[0]?.staff_id;
    if (staff_id === undefined) return refuse('reset_link_expired');
    await recordAudit(context, tx, { staff_id, action: 'choose_new_password', subject: { staff_id } });
    await sql`update staff set password_hash = ${hashed.value} where staff_id = ${staff_id}`.execute(tx);
    await endSessions(context, tx, staff_id, null);
    return done({ login });
  });
}
