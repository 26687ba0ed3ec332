import type { AccountState } from '../../../contracts/settlement-accounts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import type { Fact } from '../../../kit/journal/write.ts';
import { openText, type Sealer, sealText } from '../../../kit/sealed-text.ts';
import type { BankAccount } from '../../../kit/typed/bank-account.ts';
import { OWN_PARTY } from '../context.ts';

/** What may be shown of a payee's account. */
export type PayeeAccount = {
  account_id: string;
  payee: string;
  currency: string;
  kind: 'iban' | 'kr';
  bank_code: string | null;
  last4: string;
  state: AccountState;
  entered_by: string;
};

export const ACCOUNT_COLUMNS = sql`account_id, payee, currency, kind, bank_code, last4, state, entered_by`;

/** What became of an account, each once, as the fact of it. */
export function accountFact(
  account: Omit<PayeeAccount, 'state' | 'entered_by'>,
  what: AccountState,
  now: Date,
  { staff_id = null, reason }: { staff_id?: string | null; reason?: string },
): Fact {
  const { account_id, payee, currency, kind, bank_code, last4 } = account;
  return {
    party: OWN_PARTY,
    kind: `payee_account_${what}`,
    fact_id: derivedId(`payee_account_${what}`, account_id),
    at: now,
    subject_id: account_id,
    currency,
    staff_id,
    content: {
      account_id,
      payee,
      currency,
      kind,
      bank_code,
      last4,
      ...(reason === undefined ? {} : { reason }),
    },
  };
}

export type SealedAccount = { account_id: string; number_sealed: Buffer; holder_sealed: Buffer };

export function sealAccount(
  sealer: Sealer,
  account_id: string,
  { number, holder }: { number: string; holder: string },
): SealedAccount {
  return {
    account_id,
    number_sealed: sealText(sealer, `payee-account-number:${account_id}`, number),
    holder_sealed: sealText(sealer, `payee-account-holder:${account_id}`, holder),
  };
}

export function openHolder(
  sealer: Pick<Sealer, 'secrets'>,
  { account_id, holder_sealed }: Omit<SealedAccount, 'number_sealed'>,
): string {
  return openText(sealer, `payee-account-holder:${account_id}`, holder_sealed);
}

export function openNumber(
  sealer: Pick<Sealer, 'secrets'>,
  { account_id, number_sealed }: Omit<SealedAccount, 'holder_sealed'>,
): string {
  return openText(sealer, `payee-account-number:${account_id}`, number_sealed);
}

/** The whole account, for the bank alone. */
export async function readBankAccount(
  executor: Executor,
  sealer: Pick<Sealer, 'secrets'>,
  accountId: string,
): Promise<{ account: BankAccount; holder: string }> {
  const found = await sql<SealedAccount & Pick<PayeeAccount, 'kind' | 'bank_code'>>`
    select account_id, kind, bank_code, number_sealed, holder_sealed from payee_accounts
    where account_id = ${accountId}`.execute(executor);
  const [row] = found.rows;
  if (row === undefined) throw new Error(`No payee's account has the ID ${accountId}.`);
  const number = openNumber(sealer, row);
  const account: BankAccount =
    row.kind === 'kr' ? { kind: 'kr', bank_code: row.bank_code ?? '', number } : { kind: 'iban', number };
  return { account, holder: openHolder(sealer, row) };
}
