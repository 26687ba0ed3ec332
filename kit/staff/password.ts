import { sql } from '../db/sql.ts';
import type { Tx } from '../db/transaction.ts';
import { ProblemError } from '../http/problem.ts';
import { consumeAll } from '../limits.ts';
import { checkPassword } from '../password-policy.ts';
import { hashSecret, NOBODY_HASH, verifySecret } from '../passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { parseName } from '../typed/name.ts';
import type { StaffCaller, StaffContext } from './context.ts';
import { endSessions } from './sessions.ts';
import { readStaff } from './staff.ts';

const LOGIN = /^[a-z0-9._-]{3,64}$/;

/**
 * What may be refused of a new staff member before the transaction, the name as it is kept, and the hash of the password, which
 * takes time. Without a password nobody can log in, until one is chosen by a link.
 */
export async function checkNewStaff(given: {
  login: string;
  name: string;
  password: string | null;
}): Promise<
  Result<{ name: string; password_hash: string }, 'login_invalid' | 'name_invalid' | 'password_too_weak'>
> {
  if (!LOGIN.test(given.login)) return refuse('login_invalid');
  const name = parseName(given.name);
  if (!name.ok) return name;
  if (given.password === null) return done({ name: name.value, password_hash: NOBODY_HASH });
  const hashed = await hashNewPassword(given.login, given.password);
  return hashed.ok ? done({ name: name.value, password_hash: hashed.value }) : hashed;
}

/** Whether it is somebody's password. Count the attempt before. */
export async function isPassword({ db }: StaffContext, staffId: string, password: string): Promise<boolean> {
  const found = await sql<{ password_hash: string | null }>`
    select password_hash from staff where staff_id = ${staffId}`.execute(db);
  return verifySecret(found.rows[0]?.password_hash ?? null, password);
}

/** Hashes a new password. Done before the transaction, because it is slow. */
export async function hashNewPassword(
  login: string,
  password: string,
): Promise<Result<string, 'password_too_weak'>> {
  const bad = await checkPassword(password, { login });
  return bad === null ? done(await hashSecret(password)) : refuse(bad);
}

export const CHANGE_STAFF_PASSWORD_REFUSALS = refusals(
  'rate_limited',
  'credentials_wrong', // the old one
  'password_too_weak',
);

/** Compares the old password and hashes the new one. The attempt is counted first. */
export async function checkPasswordChange(
  context: StaffContext,
  staffId: string,
  { old_password, new_password }: { old_password: string; new_password: string },
): Promise<Result<string, RefusalOf<typeof CHANGE_STAFF_PASSWORD_REFUSALS>>> {
  const { limits } = context;
  const allowed = await consumeAll([[limits.staffProofs, staffId]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  if (!(await isPassword(context, staffId, old_password))) return refuse('credentials_wrong');
  await limits.staffProofs.clear(staffId);
  const { login } = await readStaff(context, staffId);
  return hashNewPassword(login, new_password);
}

/** Stores a new password and ends all of the person's other sessions. */
export async function changePassword(
  context: StaffContext,
  tx: Tx,
  { staff_id, session_id }: Pick<StaffCaller, 'staff_id' | 'session_id'>,
  passwordHash: string,
): Promise<Result<{ changed: true }, never>> {
  // Not in a session that a reset has ended since the request came in.
  const changed = await sql`
    update staff set password_hash = ${passwordHash}
    where staff_id = ${staff_id}
      and exists (select 1 from staff_sessions where session_id = ${session_id} and ended_at is null)
    returning 1`.execute(tx);
  if (changed.rows.length === 0) throw new ProblemError('unauthenticated');
  await endSessions(context, tx, staff_id, session_id);
  return done({ changed: true });
}
