import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { readUnapplied, type UnappliedNotice } from './unapplied-notices.ts';

/** Who dismisses something, and why: it stays on the record. */
export type Dismissal = { reason: string; staff_id: string };

export const DISMISS_NOTICE_REFUSALS = refusals(
  'not_found',
  'wrong_state', // something can be made of it, so it is applied sooner or later
);

/** Gives up a notice that nothing can be made of, so that it is no longer shown. What was signed stays. */
export async function dismissNotice(
  { clock }: ManagementContext,
  tx: Tx,
  unappliedNo: number,
  { reason, staff_id }: Dismissal,
): Promise<Result<UnappliedNotice, RefusalOf<typeof DISMISS_NOTICE_REFUSALS>>> {
  const notice = await readUnapplied(tx, BigInt(unappliedNo));
  if (notice === undefined) return refuse('not_found');
  if (notice.reason !== 'unreadable') return refuse('wrong_state');
  await sql`
    insert into dismissed_notices (unapplied_no, reason, staff_id, at)
    values (${unappliedNo}, ${reason}, ${staff_id}, ${clock()}) on conflict do nothing`.execute(tx);
  return done((await readUnapplied(tx, BigInt(unappliedNo))) ?? notice);
}
