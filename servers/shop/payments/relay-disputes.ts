import { Value } from 'typebox/value';
import { DISPUTES_PATH, Disputes } from '../../../contracts/settlement-disputes.ts';
import { sql } from '../../../kit/db/sql.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { askSettlement } from './ask-settlement.ts';

export const READ_RELAYED_DISPUTES_REFUSALS = refusals('payment_unknown'); // settlement does not tell

/** The disputes about payments through the shop, of which settlement tells the shop, for the operator whose orders they are. */
export async function readRelayedDisputes(
  context: ShopContext,
  party: string,
  after: string,
): Promise<Result<Disputes, RefusalOf<typeof READ_RELAYED_DISPUTES_REFUSALS>>> {
  const answer = await askSettlement(context, `${DISPUTES_PATH}?after=${after}`, [], 'payment_unknown');
  if (!answer.ok) return answer;
  const told: unknown = answer.value;
  if (!Value.Check(Disputes, told)) return refuse('payment_unknown');
  const { disputes, ...position } = told;
  const found = await sql<{ order_id: string }>`
    select distinct order_id from payment_relays
    where party = ${party} and order_id = any(${disputes.map(({ order_id }) => order_id)}::uuid[])`.execute(
    context.db,
  );
  const own = new Set(found.rows.map(({ order_id }) => order_id));
  return done({ disputes: disputes.filter(({ order_id }) => own.has(order_id.toLowerCase())), ...position });
}
