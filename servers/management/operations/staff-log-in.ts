import { sql } from 'kysely';
import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { verifySecret } from '../../../kit/passwords.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { ManagementContext } from '../context.ts';
import { recordAudit } from './audit.ts';

export const STAFF_ROLES = ['operator', 'support', 'auditor'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const SESSION_MS = 8 * HOUR_MS;

/** Refusals in order: rate_limited, credentials_wrong. */
export async function staffLogIn(
  context: ManagementContext,
  { login, password }: { login: string; password: string },
  address: string,
): Promise<Result<{ session_token: string; expires_at: string; role: StaffRole; name: string }>> {
  const allowed = await consumeAll([
    [context.limits.logInByAccount, `staff:${login}`],
    [context.limits.logInByAddress, address],
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<{ staff_id: string; name: string; password_hash: string; role: StaffRole }>`
    select staff_id, name, password_hash, role from staff where login = ${login} and left_at is null`.execute(
    context.db,
  );
  const staff = found.rows[0];
  if (!(await verifySecret(staff?.password_hash ?? null, password)) || staff === undefined) {
    return refuse('credentials_wrong');
  }
  await context.limits.logInByAccount.clear(`staff:${login}`);
  const now = context.clock();
  const expires = addMs(now, SESSION_MS);
  const token = newToken('staff', context.random);
  await sql`
    insert into staff_sessions (session_id, staff_id, token_digest, created_at, expires_at)
    values (${newId()}, ${staff.staff_id}, ${tokenDigest(token)}, ${now}, ${expires})`.execute(context.db);
  await recordAudit(context, context.db, {
    staff_id: staff.staff_id,
    action: 'log_in',
    subject_kind: 'staff',
    subject_id: staff.staff_id,
  });
  return done({
    session_token: token,
    expires_at: expires.toISOString(),
    role: staff.role,
    name: staff.name,
  });
}
