import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { postTransfer } from '../../../kit/ledger/ledger.ts';

/**
 * The brand's accounts, one of each a currency, all pooled: no row is updated by a transfer, so none is hot.
 * `funds` is what operators hold for the brand's certificates; the others say what became of it.
 */
const ACCOUNT_CODES = ['funds', 'outstanding', 'redeemed', 'refunded', 'expired'] as const;
export type AccountCode = (typeof ACCOUNT_CODES)[number];

/** Whose accounts they are: a shop server stands for one brand. */
export const BOOKS_SUBJECT = 'brand';

/** Opens the accounts of a currency, before its first certificate, so that redemption finds them there. */
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

/** One transfer between the brand's accounts. `subject_id` is the store or the certificate that it is about. */
export async function book(
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
