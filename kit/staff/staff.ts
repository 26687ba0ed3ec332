import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { hashSecret } from '../passwords.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import type { StaffContext } from './context.ts';

export type Staff = { staff_id: string; login: string; name: string; role: string };

/** The role of programs' accounts. No route lists it: what a program may do, its scopes say. */
export const SERVICE_ROLE = 'service';

export const ADD_STAFF_REFUSALS = refusals(
  'login_invalid',
  'name_invalid',
  'password_too_weak',
  'member_exists', // the login is taken
);

export async function addStaff(
  { clock }: Pick<StaffContext, 'clock'>,
  tx: Executor,
  { password_hash, ...staff }: Staff & { password_hash: string | null },
): Promise<Result<Staff, 'member_exists'>> {
  const { staff_id, login, name, role } = staff;
  const added = await sql`
    insert into staff (staff_id, login, name, role, password_hash, created_at)
    values (${staff_id}, ${login}, ${name}, ${role}, ${password_hash}, ${clock()})
    on conflict do nothing returning 1`.execute(tx);
  return added.rows.length === 0 ? refuse('member_exists') : done(staff);
}

export const END_STAFF_REFUSALS = refusals('member_not_found');

/** Removes a staff member or a service account, and ends everything that it could still enter by. */
export async function endStaff(
  context: StaffContext,
  tx: Tx,
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
    select staff_id, login, name, role from staff
    where left_at is null and role <> ${SERVICE_ROLE} order by login limit 500`.execute(db);
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
