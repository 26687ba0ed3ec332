import { sql } from 'kysely';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { queueNotice } from '../../../kit/notices/outbox.ts';
import { done, type Result, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { appendEntry } from './certificates.ts';
import type { Till } from './redeem.ts';

type Redemption = {
  certificate_id: string;
  order_id: string;
  operator: string;
  amount_minor: bigint;
  currency: string;
  state: string;
};

/**
 * Takes a use back, in the store where it was made. Refusals in order: redemption_not_found, already_reversed,
 * reversal_not_allowed (the certificate is no longer active).
 */
export async function reverse(
  context: ShopContext,
  tx: Executor,
  till: Till,
  reversalId: string,
  redemptionId: string,
): Promise<
  Result<{
    reversal_id: string;
    redemption_id: string;
    amount_minor: number;
    balance_minor: number;
    currency: string;
  }>
> {
  const now = context.clock();
  const found = await sql<Redemption>`
    select c.certificate_id, c.order_id, c.operator, r.amount_minor, r.currency, c.state
    from redemptions r join certificates c using (certificate_id) join certificate_balances b using (certificate_id)
    where r.redemption_id = ${redemptionId} and r.store_id = ${till.store_id} for update of b`.execute(tx);
  const use = found.rows[0];
  if (use === undefined) return refuse('redemption_not_found');
  const known = await sql`select 1 from reversals where redemption_id = ${redemptionId}`.execute(tx);
  if (known.rows.length > 0) return refuse('already_reversed');
  if (use.state !== 'active') return refuse('reversal_not_allowed');

  const { certificate_id, order_id, amount_minor, currency } = use;
  await sql`
    insert into reversals (reversal_id, redemption_id, terminal_id, at)
    values (${reversalId}, ${redemptionId}, ${till.terminal_id}, ${now})`.execute(tx);
  const entry = await appendEntry(tx, {
    certificate_id,
    kind: 'reversed',
    delta_minor: amount_minor,
    reference_id: reversalId,
    at: now,
  });
  const answer = {
    reversal_id: reversalId,
    redemption_id: redemptionId,
    amount_minor: minorToJson(amount_minor),
    balance_minor: minorToJson(entry.after_minor),
    currency,
  };
  const { store_id, store_name } = till;
  const content = {
    ...answer,
    certificate_id,
    order_id,
    store_id,
    store_name,
    entry_no: minorToJson(entry.entry_no),
  };
  await queueNotice(tx, { party: use.operator, kind: 'redemption_reversed', content }, now);
  return done(answer);
}
