import { sql } from '../db/sql.ts';
import type { Tx } from '../db/transaction.ts';

/**
 * Changes the balances of many bounded accounts, each by its share of one transfer between pooled accounts, of which one
 * stands for all of them together. A share that would overdraw its account violates `account_not_overdrawn`.
 */
export async function changeShares(
  tx: Tx,
  transferId: string,
  shares: ReadonlyMap<string, bigint>,
): Promise<void> {
  const changed = await sql<{ account_id: string }>`
    with changed as (
      update ledger_balances b set balance_minor = b.balance_minor + s.delta_minor, version = b.version + 1
      from unnest(${[...shares.keys()]}::uuid[], ${[...shares.values()]}::bigint[]) as s(account_id, delta_minor)
      where b.account_id = s.account_id
      returning b.account_id, b.version, b.balance_minor, b.held_minor, s.delta_minor)
    insert into ledger_entries
      (account_id, version, transfer_id, before_minor, delta_minor, after_minor, held_after_minor)
    select account_id, version, t.transfer_id, balance_minor - delta_minor, delta_minor, balance_minor, held_minor
    from changed, ledger_transfers t where t.transfer_id = ${transferId} returning account_id`.execute(tx);
  if (changed.rows.length !== shares.size) throw new Error('A share has no account, or no transfer.');
}
