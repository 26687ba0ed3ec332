import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { SettlementContext } from '../context.ts';
import { IS_APPROVED } from './payout.ts';

/** How many payouts one round puts together. */
const GATHERED_MAX = 200;

type Ready = { payout_id: string; account_id: string; bank: string; currency: string };
type Served = { payee: string; currency: string; bank: string };

/**
 * Puts planned payouts that wait for nothing more together, those of one bank and currency as a batch each. From then on
 * nobody can refuse them. Returns how many were put together.
 */
export function gatherBatches(context: SettlementContext): Promise<number> {
  return inTransaction(context.db, async (tx) => {
    const ready = await lockReady(tx, await findServed(context, tx));
    const byBank = Map.groupBy(ready, ({ bank, currency }) => `${bank} ${currency}`);
    for (const [first, ...others] of byBank.values())
      if (first !== undefined) await writeBatch(tx, [first, ...others], context.clock());
    return ready.length;
  });
}

/** Whose payouts a bank takes. */
async function findServed({ banks }: SettlementContext, executor: Executor): Promise<Served[]> {
  const found = await sql<Omit<Served, 'bank'>>`
    select distinct payee, currency from payouts where state = 'planned' and batch_id is null`.execute(
    executor,
  );
  return found.rows.flatMap(({ payee, currency }) => {
    const bank = banks.choose(payee, currency);
    return bank === undefined ? [] : [{ payee, currency, bank: bank.name }];
  });
}

/** Those that another process is just looking at are left to it. */
async function lockReady(tx: Tx, served: readonly Served[]): Promise<Ready[]> {
  if (served.length === 0) return [];
  const found = await sql<Ready>`
    select p.payout_id, c.account_id, s.bank, p.currency
    from payouts p
      join unnest(${served.map(({ payee }) => payee)}::text[], ${served.map(({ currency }) => currency)}::char(3)[],
        ${served.map(({ bank }) => bank)}::text[]) as s(payee, currency, bank)
        on s.payee = p.payee and s.currency = p.currency
      join payee_accounts c on c.payee = p.payee and c.currency = p.currency and c.state = 'confirmed'
    where p.state = 'planned' and p.batch_id is null and ${IS_APPROVED} and s.bank is not null
    order by p.requested_at, p.payout_id limit ${GATHERED_MAX} for update of p skip locked`.execute(tx);
  return found.rows;
}

async function writeBatch(tx: Tx, payouts: readonly [Ready, ...Ready[]], now: Date): Promise<void> {
  const batchId = newId();
  const [{ bank, currency }] = payouts;
  await sql`
    insert into payout_batches (batch_id, bank, currency, created_at, due_at)
    values (${batchId}, ${bank}, ${currency}, ${now}, ${now})`.execute(tx);
  await sql`
    update payouts p set batch_id = ${batchId}, bank = ${bank}, account_id = g.account_id
    from unnest(${payouts.map(({ payout_id }) => payout_id)}::uuid[],
      ${payouts.map(({ account_id }) => account_id)}::uuid[]) as g(payout_id, account_id)
    where p.payout_id = g.payout_id`.execute(tx);
}
