import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { postTransfer } from '../../../kit/ledger/ledger.ts';

/**
 * The brand's accounts, one of each per currency, all pooled: a transfer updates no balance row, so there is no hot row.
 * `funds` is the money that operators hold for the brand's certificates; the others say where it went.
 */
const ACCOUNT_CODES = ['funds', 'outstanding', 'redeemed', 'refunded', 'expired'] as const;
export type AccountCode = (typeof ACCOUNT_CODES)[number];

/** The subject of all accounts: a shop server has one brand. */
export const BOOKS_SUBJECT = 'brand';

/** Opens the accounts of a currency with its first certificate; a redemption expects them to exist. */
export async function openBooks(tx: Executor, currency: string, now: Date): Promise<void> {
  const known = await sql<{ count: bigint }>`
    select count(*) from ledger_accounts where subject_id = ${BOOKS_SUBJECT} and currency = ${currency}`.execute(
    tx,
  );
  if (known.rows[0]?.count === BigInt(ACCOUNT_CODES.length)) return;
  for (const code of ACCOUNT_CODES) {
    await sql`
      insert into ledger_accounts (account_id, code, subject_id, currency, side, created_at)
      values (${newId()}, ${code}, ${BOOKS_SUBJECT}, ${currency}, 'pooled', ${now})
      on conflict on constraint one_account_a_subject do nothing`.execute(tx);
  }
}

/** Posts one transfer between the brand's accounts. `subject_id` is the store or certificate it concerns. */
export async function postToBooks(
  tx: Executor,
  entry: {
    debit: AccountCode;
    credit: AccountCode;
    amount_minor: bigint;
    currency: string;
    code: string;
    subject_id: string;
  },
  now: Date,
): Promise<void> {
  const account = (code: AccountCode) =>
    ({ code, subject_id: BOOKS_SUBJECT, currency: entry.currency, side: 'pooled' }) as const;
  const { amount_minor, code, subject_id } = entry;
  const posting = {
    debit: account(entry.debit),
    credit: account(entry.credit),
    amount_minor,
    code,
    subject_id,
  };
  await postTransfer(tx, posting, now);
}
