import { addMs, HOUR_MS } from '../clock.ts';
import { sql } from '../db/sql.ts';
import { type Executor, inTransaction } from '../db/transaction.ts';
import { sessionCookie } from '../http/session-token.ts';
import { newId } from '../ids.ts';
import { consumeAll, limiter } from '../limits.ts';
import { checkPassword, hashSecret, verifySecret } from '../passwords.ts';
import { type Done, done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import type { Secrets } from '../secrets.ts';
import type { ServerBase } from '../server.ts';
import { newToken, tokenDigest } from '../tokens.ts';
import { recordAudit } from './audit.ts';

export type Staff = { staff_id: string; login: string; name: string; role: string };

export type StaffContext = Pick<
  ServerBase,
  'db' | 'clock' | 'random' | 'secrets' | 'publicUrl' | 'signingKey'
> & {
  limits: ReturnType<typeof staffLimits>;
};

/** The cookie in which this server's pages keep a staff session. */
export function staffCookie({ publicUrl, signingKey }: Pick<StaffContext, 'publicUrl' | 'signingKey'>) {
  return sessionCookie(`staff_${signingKey.party.replace(/\W/g, '_')}`, publicUrl);
}

const SESSION_MS = 8 * HOUR_MS;

/** Limits on guessing passwords: per login, and per client address. */
export function staffLimits(executor: Executor, secrets: Secrets) {
  const window = { duration_s: 900, ring: secrets.keyRing('token_pepper') };
  return {
    staffByLogin: limiter(executor, { name: 'staff_by_login', points: 10, ...window }),
    staffByAddress: limiter(executor, { name: 'staff_by_address', points: 100, own: true, ...window }),
  };
}

export const STAFF_LOG_IN_REFUSALS = refusals('rate_limited', 'credentials_wrong');

/** The attempt is counted before the password is compared. */
export async function logIn(
  context: StaffContext,
  { login, password }: { login: string; password: string },
  address: string,
): Promise<
  Result<{ session_token: string; expires_at: string; staff: Staff }, RefusalOf<typeof STAFF_LOG_IN_REFUSALS>>
> {
  const { limits } = context;
  const allowed = await consumeAll([
    [limits.staffByLogin, login],
    [limits.staffByAddress, address],
  ]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const found = await sql<Staff & { password_hash: string }>`
    select staff_id, login, name, role, password_hash from staff
    where login = ${login} and left_at is null`.execute(context.db);
  const known = found.rows[0];
  if (!(await verifySecret(known?.password_hash ?? null, password)) || known === undefined)
    return refuse('credentials_wrong');
  await limits.staffByLogin.clear(login);
  const { password_hash: _hash, ...staff } = known;
  const { staff_id } = staff;
  const now = context.clock();
  const expires = addMs(now, SESSION_MS);
  const token = newToken('staff', context.random);
  await inTransaction(context.db, async (tx) => {
    await sql`
      insert into staff_sessions (session_id, staff_id, token_digest, created_at, expires_at)
      values (${newId()}, ${staff_id}, ${tokenDigest(token)}, ${now}, ${expires})`.execute(tx);
    await recordAudit(context, tx, { staff_id, action: 'log_in', subject: { staff_id } });
  });
  return done({ session_token: token, expires_at: expires.toISOString(), staff });
}

export async function logOut(context: StaffContext, sessionId: string): Promise<Done<{ ended: boolean }>> {
  await sql`
    update staff_sessions set ended_at = ${context.clock()}
    where session_id = ${sessionId} and ended_at is null`.execute(context.db);
  return done({ ended: true });
}

export const ADD_STAFF_REFUSALS = refusals(
  'password_too_weak',
  'member_exists', // the login is taken
);

/** Hashes a new password. Done before the transaction, because it is slow. */
export async function hashNewPassword(
  login: string,
  password: string,
): Promise<Result<string, 'password_too_weak'>> {
  const bad = checkPassword(password, { email: login });
  return bad === null ? done(await hashSecret(password)) : refuse(bad);
}

export async function addStaff(
  { clock }: Pick<StaffContext, 'clock'>,
  tx: Executor,
  { password_hash, ...staff }: Staff & { password_hash: string },
): Promise<Result<Staff, 'member_exists'>> {
  const { staff_id, login, name, role } = staff;
  const added = await sql`
    insert into staff (staff_id, login, name, role, password_hash, created_at)
    values (${staff_id}, ${login}, ${name}, ${role}, ${password_hash}, ${clock()})
    on conflict do nothing returning 1`.execute(tx);
  return added.rows.length === 0 ? refuse('member_exists') : done(staff);
}

export const END_STAFF_REFUSALS = refusals('member_not_found');

/** Removes a staff member and ends their sessions. */
export async function endStaff(
  context: StaffContext,
  tx: Executor,
  staffId: string,
): Promise<Result<{ staff_id: string; left_at: string }, RefusalOf<typeof END_STAFF_REFUSALS>>> {
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

export async function listStaff({ db }: StaffContext): Promise<Staff[]> {
  const found = await sql<Staff>`
    select staff_id, login, name, role from staff where left_at is null order by login limit 500`.execute(db);
  return found.rows;
}

export async function readStaff({ db }: Pick<StaffContext, 'db'>, staffId: string): Promise<Staff> {
  const found = await sql<Staff>`
    select staff_id, login, name, role from staff where staff_id = ${staffId}`.execute(db);
  const [staff] = found.rows;
  if (staff === undefined) throw new Error('A session belongs to someone who is not on the staff.');
  return staff;
}

export type DemoStaff = Omit<Staff, 'staff_id'> & { staff_id?: string; password: string };

/** Adds the demo's staff. Idempotent. */
export async function seedStaff(
  context: Pick<StaffContext, 'db' | 'clock'>,
  people: readonly DemoStaff[],
): Promise<void> {
  for (const { staff_id = newId(), password, ...staff } of people) {
    await addStaff(context, context.db, { staff_id, ...staff, password_hash: await hashSecret(password) });
  }
}
