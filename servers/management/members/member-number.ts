import { freeMemberNumber } from '../../../kit/check-digits.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';

export function memberNumberFor({ random }: ManagementContext, tx: Tx): Promise<string> {
  return freeMemberNumber(random, async (number) => {
    const taken = await sql`select 1 from members where member_number = ${number}`.execute(tx);
    return taken.rows.length > 0;
  });
}
