import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { keepNote, type StaffAct } from '../../../kit/staff/notes.ts';
import type { ManagementContext } from '../context.ts';

export const NOTE_ORDER_REFUSALS = refusals('order_not_found');

/** Notes something about an order, for other staff. */
export async function noteOrder(
  { clock }: Pick<ManagementContext, 'clock'>,
  tx: Tx,
  orderId: string,
  act: StaffAct,
): Promise<Result<{ note_id: string }, RefusalOf<typeof NOTE_ORDER_REFUSALS>>> {
  const found = await sql<{ one: number }>`select 1 as one from orders where order_id = ${orderId}`.execute(
    tx,
  );
  if (found.rows.length === 0) return refuse('order_not_found');
  await keepNote(tx, act, { subject_id: orderId, action: 'note', at: clock() });
  return done({ note_id: act.note_id });
}
