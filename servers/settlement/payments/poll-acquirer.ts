import { sql } from '../../../kit/db/sql.ts';
import { isNotWaiting, workThrough } from '../../../kit/failing-work.ts';
import type { SettlementContext } from '../context.ts';
import { askAcquirer } from './ask-acquirer.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.ts';

const BATCH = 50;

/** Asks the acquirer about payments whose answer is late or was lost. Returns how many payments changed. */
export async function pollAcquirer(context: SettlementContext): Promise<number> {
  const now = context.clock();
  const due = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments p
    where answer_due_at <= ${now} and status in ('processing', 'requires_action')
      and ${isNotWaiting('late_answers', sql`p.payment_id`, now)}
    order by answer_due_at limit ${BATCH}`.execute(context.db);
  const ask = (payment: PaymentRow) => askAcquirer(context, payment, 'repeated');
  const changed = await Promise.all(
    due.rows.map((payment) =>
      workThrough(context, 'late_answers', [payment], ({ payment_id }) => payment_id, ask),
    ),
  );
  return changed.filter((count) => count > 0).length;
}
