import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';

/**
 * The brand's accounts, one of each per currency, all pooled: a transfer updates no balance row, so there is no hot row.
 * `funds` is the money that operators hold for the brand's certificates; the others say where it went.
 */
const ACCOUNT_CODES = ['funds', 'outstanding', 'redeemed', 'refunded', 'expired'] as const;
export type AccountCode = (typeof ACCOUNT_CODES)[number];

/** The subject of all accounts: a shop server has one brand. */
export const BOOKS_SUBJECT = 'brand';

/** Opens the accounts of a currency with its first certificate; everything else expects them to exist. */
export async function openBooks(executor: Executor, currency: string, now: Date): Promise<void> {
  await sql`
    insert into ledger_accounts (account_id, code, subject_id, currency, side, created_at)
    select id, code, ${BOOKS_SUBJECT}, ${currency}, 'pooled', ${now}
    from unnest(${ACCOUNT_CODES.map(() => newId())}::uuid[], ${ACCOUNT_CODES}::text[]) as opened (id, code)
    on conflict on constraint one_account_a_subject do nothing`.execute(executor);
}

/** A transfer between the brand's accounts. `subject_id` is the store or certificate it concerns. */
type Booking = {
  debit: AccountCode;
  credit: AccountCode;
  amount_minor: bigint;
  currency: string;
  code: string;
  subject_id: string;
};

/** Posts one transfer. No account has a balance row, so there is none to move. */
export async function postToBooks(tx: Tx, booking: Booking, now: Date): Promise<void> {
  const { debit, credit, amount_minor, currency, code, subject_id } = booking;
  const booked = await sql`
    insert into ledger_transfers (transfer_id, kind, debit_account_id, credit_account_id, amount_minor, currency, code,
      subject_id, created_at)
    select ${newId()}::uuid, 'posted', d.account_id, c.account_id, ${amount_minor}::bigint, d.currency, ${code}::text,
      ${subject_id}::text, ${now}::timestamptz
    from ledger_accounts d, ledger_accounts c
    where d.code = ${debit} and d.subject_id = ${BOOKS_SUBJECT} and d.currency = ${currency}
      and c.code = ${credit} and c.subject_id = ${BOOKS_SUBJECT} and c.currency = ${currency}
    returning 1`.execute(tx);
  if (booked.rows.length === 0) throw new Error(`The books in ${currency} are not open.`);
}
