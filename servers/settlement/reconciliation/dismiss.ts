import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { type DifferenceView, listDifferences } from './list.ts';

export const DISMISS_DIFFERENCE_REFUSALS = refusals(
  'not_found',
  'wrong_state', // it is closed already
);

/** Staff have cleared it up, and say how. It comes back only if it changes. */
export async function dismissDifference(
  { clock }: SettlementContext,
  tx: Tx,
  differenceId: string,
  { reason, staff_id }: { reason: string; staff_id: string },
): Promise<Result<DifferenceView, RefusalOf<typeof DISMISS_DIFFERENCE_REFUSALS>>> {
  const dismissed = await sql`
    update differences set state = 'closed', closed_at = ${clock()}, closed_because = 'dismissed',
      dismissed_by = ${staff_id}, dismissed_because = ${reason}
    where difference_id = ${differenceId} and state <> 'closed' returning 1`.execute(tx);
  const [difference] = await listDifferences(tx, { difference_id: differenceId, limit: 1 });
  if (difference === undefined) return refuse('not_found');
  return dismissed.rows.length > 0 ? done(difference) : refuse('wrong_state');
}
