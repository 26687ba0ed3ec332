import { sql } from 'kysely';
import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { checkPassword, hashSecret, verifySecret } from '../../../kit/passwords.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import { recordAudit } from './audit.ts';

/** An owner does everything, a clerk the daily work, an auditor only reads. */
const STAFF_ROLES = ['owner', 'clerk', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type Staff = { staff_id: string; login: string; name: string; role: StaffRole };

const SESSION_HOURS = 8;

/** Refusals in order: rate_limited, credentials_wrong. */
export async function logIn(
  context: ShopContext,
  { login, password }: { login: string; password: string },
  address: string,
): Promise<Result<{ session_token: string; expires_at: string; staff: Staff }>> {
  const allowed = await consumeAll([
    [context.limits.logInByLogin, login],
    [context.limits.logInByAddress, address],
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<Staff & { password_hash: string }>`
    select staff_id, login, name, role, password_hash from staff
    where login = ${login} and left_at is null`.execute(context.db);
  const known = found.rows[0];
  if (!(await verifySecret(known?.password_hash ?? null, password)) || known === undefined)
    return refuse('credentials_wrong');
  await context.limits.logInByLogin.clear(login);
  const { password_hash: _hash, ...staff } = known;
  const now = context.clock();
  const expires = addMs(now, SESSION_HOURS * HOUR_MS);
  const token = newToken('staff', context.random);
  await inTransaction(context.db, async (tx) => {
    await sql`
      insert into staff_sessions (session_id, staff_id, token_digest, created_at, expires_at)
      values (${newId()}, ${staff.staff_id}, ${tokenDigest(token)}, ${now}, ${expires})`.execute(tx);
    await recordAudit(context, tx, { staff_id: staff.staff_id, action: 'log_in', subject: {} });
  });
  return done({ session_token: token, expires_at: expires.toISOString(), staff });
}

export async function logOut(context: ShopContext, sessionId: string): Promise<Result<{ ended: boolean }>> {
  await sql`
    update staff_sessions set ended_at = ${context.clock()}
    where session_id = ${sessionId} and ended_at is null`.execute(context.db);
  return done({ ended: true });
}

/** The hash of a new password, made before the transaction because it takes its time. Refusal: password_too_weak. */
export async function hashNewPassword(login: string, password: string): Promise<Result<string>> {
  const bad = checkPassword(password, { email: login });
  return bad === null ? done(await hashSecret(password)) : refuse(bad);
}

/** Refusal: member_exists (the login is taken). */
export async function addStaff(
  context: ShopContext,
  tx: Executor,
  input: Staff & { password_hash: string },
): Promise<Result<Staff>> {
  const { staff_id, login, name, role } = input;
  const added = await sql`
    insert into staff (staff_id, login, name, role, password_hash, created_at)
    values (${staff_id}, ${login}, ${name}, ${role}, ${input.password_hash}, ${context.clock()})
    on conflict do nothing returning 1`.execute(tx);
  return added.rows.length === 0 ? refuse('member_exists') : done({ staff_id, login, name, role });
}

/** Ends somebody's work here and their sessions. Refusal: member_not_found. */
export async function endStaff(
  context: ShopContext,
  tx: Executor,
  staffId: string,
): Promise<Result<{ staff_id: string; left_at: string }>> {
  const now = context.clock();
  const ended = await sql<{ left_at: Date }>`
    update staff set left_at = coalesce(left_at, ${now}::timestamptz)
    where staff_id = ${staffId} returning left_at`.execute(tx);
  const at = ended.rows[0]?.left_at;
  if (at === undefined) return refuse('member_not_found');
  await sql`
    update staff_sessions set ended_at = ${now} where staff_id = ${staffId} and ended_at is null`.execute(tx);
  return done({ staff_id: staffId, left_at: at.toISOString() });
}

export async function listStaff(context: ShopContext): Promise<Staff[]> {
  const found = await sql<Staff>`
    select staff_id, login, name, role from staff where left_at is null order by login limit 500`.execute(
    context.db,
  );
  return found.rows;
}
