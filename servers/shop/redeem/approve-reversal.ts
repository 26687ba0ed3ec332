import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { proveClerk, SIGN_IN_REFUSALS, type SignIn } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';

/** For so long an approval is good, at the terminal where it was given. */
const APPROVAL_MS = 5 * MINUTE_MS;

export type Approval = { approval_id: string; clerk_name: string; expires_at: string };

export const APPROVE_REVERSAL_REFUSALS = refusals(
  'clerk_required', // nobody is signed in at the till
  ...SIGN_IN_REFUSALS, // of the second clerk, who is not signed in by it
  'second_person_same',
);

/** A second clerk agrees, by PIN or badge, that the sale of this redemption is reversed at this terminal. */
export async function approveReversal(
  context: ShopContext,
  till: { terminal_id: string; clerk_id: string | null },
  { redemption_id, by }: { redemption_id: string; by: SignIn },
): Promise<Result<Approval, RefusalOf<typeof APPROVE_REVERSAL_REFUSALS>>> {
  const { terminal_id } = till;
  if (till.clerk_id === null) return refuse('clerk_required');
  const known = await proveClerk(context, till, by);
  if (!known.ok) return known;
  const { clerk_id, name } = known.value;
  if (clerk_id === till.clerk_id) return refuse('second_person_same');
  const approval_id = newId();
  const now = context.clock();
  await sql`
    insert into reversal_approvals (approval_id, redemption_id, terminal_id, clerk_id, approved_with, at)
    values (${approval_id}, ${redemption_id}, ${terminal_id}, ${clerk_id}, ${known.value.by}, ${now})`.execute(
    context.db,
  );
  return done({ approval_id, clerk_name: name, expires_at: addMs(now, APPROVAL_MS).toISOString() });
}

/** Who agreed at this terminal that the sale of one of these redemptions is reversed; null if nobody else than the clerk did. */
export async function findApproval(
  { clock }: ShopContext,
  tx: Tx,
  till: { terminal_id: string; clerk_id: string },
  approval: { approval_id: string; redemption_ids: readonly string[] },
): Promise<string | null> {
  const found = await sql<{ clerk_id: string }>`
    select clerk_id from reversal_approvals
    where approval_id = ${approval.approval_id} and redemption_id = any(${approval.redemption_ids}::uuid[])
      and terminal_id = ${till.terminal_id} and clerk_id <> ${till.clerk_id}
      and at > ${addMs(clock(), -APPROVAL_MS)}`.execute(tx);
  return found.rows[0]?.clerk_id ?? null;
}
