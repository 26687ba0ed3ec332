import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import type { Hint } from '../acquirers/port.ts';
import type { SettlementContext } from '../context.ts';

/** Has the jobs ask at once. Whatever is about a payment of somebody else who uses the same account changes nothing. */
export async function takeHint(
  { db, clock }: SettlementContext,
  acquirer: string,
  hint: Hint,
): Promise<void> {
  const now = clock();
  if (hint.kind === 'dispute') {
    await sql`
      insert into disputes (dispute_id, acquirer, acquirer_reference, due_at, created_at)
      values (${newId()}, ${acquirer}, ${hint.reference}, ${now}, ${now})
      on conflict (acquirer, acquirer_reference) do update set due_at = ${now}
        where disputes.state <> 'foreign'`.execute(db);
    return;
  }
  const isMeant =
    'reference' in hint
      ? sql`acquirer_reference = ${hint.reference}`
      : sql`payment_id = ${hint.payment_id}::uuid`;
  await sql`
    with payment as (
      select payment_id from payments where acquirer = ${acquirer} and ${isMeant}),
    asked as (
      update acquirer_requests set due_at = least(due_at, ${now})
      where payment_id in (select payment_id from payment) and state = 'open')
    update payments set answer_due_at = least(answer_due_at, ${now})
    where payment_id in (select payment_id from payment) and status in ('processing', 'requires_action')`.execute(
    db,
  );
}
