import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { done, type Result, refusals, refuse, rollBack } from '../result.ts';
import type { StaffContext, StaffRules } from './context.ts';
import type { Stage } from './sessions.ts';

/** What somebody has as a second factor. */
export type Factors = { authenticator: boolean; passkeys: number; recovery_codes: number };

export async function readFactors(executor: Executor, staffId: string): Promise<Factors> {
  const found = await sql<Factors>`
    select
      exists (select 1 from staff_authenticators
        where staff_id = ${staffId} and confirmed_at is not null and removed_at is null) as authenticator,
      (select count(*)::integer from staff_passkeys
        where staff_id = ${staffId} and removed_at is null) as passkeys,
      (select count(*)::integer from staff_recovery_codes
        where staff_id = ${staffId} and used_at is null and replaced_at is null) as recovery_codes`.execute(
    executor,
  );
  const [factors] = found.rows;
  if (factors === undefined) throw new Error('A statement without a table returned no row.');
  return factors;
}

function hasFactor({ authenticator, passkeys }: Factors): boolean {
  return authenticator || passkeys > 0;
}

/** Whether this role must have a second factor here. */
export function needsFactor(
  { settings }: Pick<StaffContext, 'settings'>,
  { secondFactorRoles }: StaffRules,
  role: string,
): boolean {
  return settings.staffSecondFactor === 'required' && secondFactorRoles.includes(role);
}

/** How far the right password brings somebody. */
export function stageAfterPassword(factors: Factors, isNeeded: boolean): Stage {
  if (hasFactor(factors)) return 'second_factor';
  return isNeeded ? 'enrolment' : 'open';
}

export const REMOVE_FACTOR_REFUSALS = refusals(
  'not_found',
  'second_factor_last', // the role needs one
);

/** Undoes a removal that leaves somebody whose role needs a second factor without one. */
export async function afterRemoval(
  tx: Tx,
  staffId: string,
  isNeeded: boolean,
): Promise<Result<{ removed: true }, 'second_factor_last'>> {
  // Of two removals at the same time, the second sees what the first has left.
  await sql`select 1 from staff where staff_id = ${staffId} for update`.execute(tx);
  if (isNeeded && !hasFactor(await readFactors(tx, staffId))) return rollBack(refuse('second_factor_last'));
  return done({ removed: true });
}
