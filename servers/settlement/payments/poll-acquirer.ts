import { sql } from '../../../kit/db/sql.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { SettlementContext } from '../context.ts';
import { askAcquirer } from './ask-acquirer.ts';
import { readPaymentRow } from './payment.ts';

const ACQUIRERS = sql`select distinct acquirer as party from payments where answer_due_at is not null`;

/** Asks the acquirer about payments whose answer is late or was lost. Returns how many payments changed. */
export function pollAcquirer(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select payment_id::text as subject_id, answer_due_at as due_at from payments
    where acquirer = p.party and answer_due_at <= ${now} and status in ('processing', 'requires_action')`;
  const find = (claim: Claim) => claimDue(claim, ACQUIRERS, due(claim.now)).execute(context.db);
  return eachDue(
    context,
    'late_answers',
    find,
    async (_within, { subject_id }) =>
      (await askAcquirer(context, await readPaymentRow(context.db, subject_id), 'repeated')).changed,
  );
}
