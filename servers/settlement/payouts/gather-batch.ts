import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { SettlementContext } from '../context.ts';
import { IS_APPROVED } from './payout.ts';

/** How many payouts one round puts together. */
const GATHERED_MAX = 200;

type Ready = { payout_id: string; payee: string; currency: string; account_id: string };

/**
 * Puts planned payouts that wait for nothing more together, those of one bank and currency as a batch each. From then on
 * nobody can refuse them. Returns how many were put together.
 */
export function gatherBatches(context: SettlementContext): Promise<number> {
  return inTransaction(context.db, async (tx) => {
    const ready = await lockReady(tx);
    const byBank = Map.groupBy(ready, ({ payee, currency }) => {
      const bank = context.banks.choose(payee, currency);
      return bank && `${bank.name} ${currency}`;
    });
    let gathered = 0;
    for (const [key, payouts] of byBank) {
      if (key === undefined) continue;
      const [bank = '', currency = ''] = key.split(' ');
      await writeBatch(tx, { bank, currency, now: context.clock() }, payouts);
      gathered += payouts.length;
    }
    return gathered;
  });
}

/** Those that another process is just looking at are left to it. */
async function lockReady(tx: Tx): Promise<Ready[]> {
  const found = await sql<Ready>`
    select p.payout_id, p.payee, p.currency, c.account_id
    from payouts p join payee_accounts c on c.payee = p.payee and c.currency = p.currency and c.state = 'confirmed'
    where p.state = 'planned' and p.batch_id is null and ${IS_APPROVED}
    order by p.requested_at, p.payout_id limit ${GATHERED_MAX} for update of p skip locked`.execute(tx);
  return found.rows;
}

async function writeBatch(
  tx: Tx,
  { bank, currency, now }: { bank: string; currency: string; now: Date },
  payouts: readonly Ready[],
): Promise<void> {
  const batchId = newId();
  await sql`
    insert into payout_batches (batch_id, bank, currency, created_at, due_at)
    values (${batchId}, ${bank}, ${currency}, ${now}, ${now})`.execute(tx);
  await sql`
    update payouts p set batch_id = ${batchId}, bank = ${bank}, account_id = g.account_id
    from unnest(${payouts.map(({ payout_id }) => payout_id)}::uuid[],
      ${payouts.map(({ account_id }) => account_id)}::uuid[]) as g(payout_id, account_id)
    where p.payout_id = g.payout_id`.execute(tx);
}
