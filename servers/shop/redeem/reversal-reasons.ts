import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';

/** Why a clerk reverses. `paid_otherwise`: the customer pays another way. */
export const REVERSAL_REASONS = [
  'wrong_amount',
  'wrong_certificate',
  'goods_returned',
  'paid_otherwise',
  'other',
] as const;
export type ReversalReason = (typeof REVERSAL_REASONS)[number];

/** Keeps why a clerk reversed, and who agreed. The fact itself is in the journal. */
export async function keepReason(
  tx: Tx,
  reversalId: string,
  by: { clerk_id: string; reason: ReversalReason | undefined; second_clerk_id: string | null },
): Promise<void> {
  const { clerk_id, reason, second_clerk_id } = by;
  if (reason === undefined && second_clerk_id === null) return;
  await sql`
    insert into reversal_reasons (reversal_id, clerk_id, reason, second_clerk_id)
    values (${reversalId}, ${clerk_id}, ${reason ?? null}, ${second_clerk_id})`.execute(tx);
}
