import { sql } from '../../../kit/db/sql.ts';
import type { SettlementContext } from '../context.ts';
import { askAcquirer } from './ask-acquirer.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.ts';

const BATCH = 50;

/** Asks the acquirer about payments whose answer is late or was lost. Returns how many payments changed. */
export async function pollAcquirer(context: SettlementContext): Promise<number> {
  const due = await sql<PaymentRow>`
    select ${PAYMENT_COLUMNS} from payments
    where answer_due_at <= ${context.clock()} and status in ('processing', 'requires_action')
    order by answer_due_at limit ${BATCH}`.execute(context.db);
  const changed = await Promise.all(due.rows.map((payment) => askAcquirer(context, payment, 'repeated')));
  return changed.filter(Boolean).length;
}
