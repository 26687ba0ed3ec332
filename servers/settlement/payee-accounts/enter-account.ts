import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { type BankAccountTyped, parseAccount } from '../../../kit/typed/bank-account.ts';
import { parseName } from '../../../kit/typed/name.ts';
import type { SettlementContext } from '../context.ts';
import { accountFact, type PayeeAccount, sealAccount } from './account.ts';

export const ENTER_ACCOUNT_REFUSALS = refusals(
  'bank_account_invalid',
  'name_invalid',
  'wrong_state', // another account of this payee waits to be confirmed
);

export type EnteredAccount = {
  payee: string;
  currency: string;
  account: BankAccountTyped;
  holder: string;
};

/** Enters where a payee's money is to be sent. It is paid to once a second person has confirmed it. */
export async function enterAccount(
  context: Pick<SettlementContext, 'clock' | 'secrets' | 'random'>,
  tx: Tx,
  staff_id: string,
  { payee, currency, account: written, holder: name }: EnteredAccount,
): Promise<Result<PayeeAccount, RefusalOf<typeof ENTER_ACCOUNT_REFUSALS>>> {
  const parsed = parseAccount(written);
  if (!parsed.ok) return parsed;
  const holder = parseName(name);
  if (!holder.ok) return holder;
  const account_id = newId();
  const account: PayeeAccount = {
    ...{ account_id, payee, currency, kind: parsed.value.kind },
    bank_code: parsed.value.kind === 'kr' ? parsed.value.bank_code : null,
    last4: parsed.value.number.slice(-4),
    state: 'entered',
    entered_by: staff_id,
  };
  const sealed = sealAccount(context, account_id, { number: parsed.value.number, holder: holder.value });
  const now = context.clock();
  const entered = await sql`
    with entered as (
      insert into payee_accounts (account_id, payee, currency, kind, bank_code, number_sealed, holder_sealed, last4, state,
        entered_by, entered_at)
      values (${account_id}, ${payee}, ${currency}, ${account.kind}, ${account.bank_code}, ${sealed.number_sealed},
        ${sealed.holder_sealed}, ${account.last4}, 'entered', ${staff_id}, ${now})
      on conflict (payee, currency) where state = 'entered' do nothing
      returning account_id),
    ${factParts(accountFact(account, 'entered', now, { staff_id }), sql`entered`)}
    select 1 from entered`.execute(tx);
  return entered.rows.length === 0 ? refuse('wrong_state') : done(account);
}
