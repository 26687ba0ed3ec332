import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import type { ManagementContext } from '../context.ts';
import { endSessions } from './sessions.ts';

type Access = { member_id: string; except?: string | null; removesPasskeys: boolean };

/**
 * Ends what a member's old secrets have opened, when one of them was changed: sessions, open log-ins and recoveries, and,
 * if they ask for it, their passkeys.
 */
export async function endAccess(
  { clock }: Pick<ManagementContext, 'clock'>,
  tx: Tx,
  { member_id, except = null, removesPasskeys }: Access,
): Promise<void> {
  const now = clock();
  await endSessions(tx, now, { member_id, except });
  await sql`
    update member_requests set done_at = ${now} where member_id = ${member_id} and done_at is null`.execute(
    tx,
  );
  if (removesPasskeys)
    await sql`
      update passkeys set removed_at = ${now} where member_id = ${member_id} and removed_at is null`.execute(
      tx,
    );
}
