import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { Bank, Batch } from '../banks/port.ts';
import type { SettlementContext } from '../context.ts';
import { readBankAccount } from '../payee-accounts/account.ts';
import { firstAsk } from './ask-times.ts';
import { bookSent } from './book-payout.ts';
import { PAYOUT_COLUMNS, type PayoutRow } from './payout.ts';

/** When a bank that gave no answer is sent the batch again, and when it is looked whether a file was taken. */
const AGAIN_MS = 30 * SECOND_MS;

const BANKS = sql`select distinct bank as party from payout_batches where due_at is not null`;

/**
 * Sends what was put together, again until the bank has it: it knows each payment by its id and makes none twice. Returns how
 * many batches are on their way. What a bank refuses is thrown, so that staff see it among the failed work.
 */
export function sendBatches(context: SettlementContext): Promise<number> {
  const due = (now: Date) => sql`
    select batch_id::text as subject_id, due_at from payout_batches
    where bank = p.party and due_at <= ${now}`;
  const find = (claim: Claim) => claimDue(claim, BANKS, due(claim.now)).execute(context.db);
  return eachDue(context, 'payout_batches', find, (_within, { subject_id }) =>
    sendBatch(context, subject_id),
  );
}

async function sendBatch(context: SettlementContext, batchId: string): Promise<boolean> {
  const { db, banks, clock } = context;
  const found = await sql<{ bank: string; created_at: Date }>`
    select bank, created_at from payout_batches where batch_id = ${batchId} and due_at is not null`.execute(
    db,
  );
  const [row] = found.rows;
  if (row === undefined) return false;
  const bank = banks.named(row.bank);
  const batch = {
    batch_id: batchId,
    created_at: row.created_at,
    payments: await paymentsOf(context, batchId),
  };
  const sending = await bank.send(batch);
  if (sending.kind === 'done') return markSent(context, batchId, bank);
  await sql`
    update payout_batches set due_at = ${addMs(clock(), AGAIN_MS)}
    where batch_id = ${batchId} and due_at is not null`.execute(db);
  if (sending.kind === 'refused')
    throw new Error(`The bank ${bank.name} refused a batch: ${sending.reason}.`);
  return false;
}

/** The same ones in the same order, whoever asks: what a batch has was fixed when it was put together. */
async function paymentsOf(context: SettlementContext, batchId: string): Promise<Batch['payments']> {
  const payouts = await readPayoutsOf(context.db, batchId);
  return Promise.all(
    payouts.map(async ({ payout_id, net_minor, currency, account_id }) => ({
      ...{ payout_id, amount_minor: net_minor, currency },
      ...(await readBankAccount(context.db, context, account_id ?? '')),
    })),
  );
}

async function readPayoutsOf(executor: Executor, batchId: string): Promise<PayoutRow[]> {
  const found = await sql<PayoutRow>`
    select ${PAYOUT_COLUMNS} from payouts where batch_id = ${batchId} order by payout_id`.execute(executor);
  return found.rows;
}

/** The bank has all of it. What it has reported meanwhile stays. */
async function markSent({ db, clock }: SettlementContext, batchId: string, bank: Bank): Promise<boolean> {
  const now = clock();
  return inTransaction(db, async (tx) => {
    const marked = await sql`
      update payout_batches set sent_at = ${now}, due_at = null
      where batch_id = ${batchId} and due_at is not null returning 1`.execute(tx);
    if (marked.rows.length === 0) return false;
    const planned = await sql<PayoutRow>`
      select ${PAYOUT_COLUMNS} from payouts where batch_id = ${batchId} and state = 'planned'
      order by payout_id for update`.execute(tx);
    for (const payout of planned.rows) await bookSent(tx, payout, now, firstAsk(bank, now));
    return true;
  });
}
