import { type AccountState, PAYEE_ACCOUNTS_MAX } from '../../../contracts/settlement-accounts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { Sealer } from '../../../kit/sealed-text.ts';
import { openHolder } from './account.ts';

type Row = {
  account_id: string;
  payee: string;
  currency: string;
  kind: 'iban' | 'kr';
  bank_code: string | null;
  last4: string;
  holder_sealed: Buffer;
  state: AccountState;
  entered_by: string;
  entered_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  ended_at: Date | null;
  reason: string | null;
};

export type AccountFilter = {
  payee?: string;
  state?: AccountState;
  before?: string;
  limit: number;
};

/** Payees' accounts with who entered and who confirmed them, newest first; with `before`, only those from before that one. */
export async function listAccounts(
  executor: Executor,
  sealer: Pick<Sealer, 'secrets'>,
  { payee, state, before, limit }: AccountFilter,
) {
  const conditions = [sql`true`];
  if (payee !== undefined) conditions.push(sql`a.payee = ${payee}`);
  if (state !== undefined) conditions.push(sql`a.state = ${state}`);
  if (before !== undefined) conditions.push(sql`a.account_id < ${before}`);
  const found = await sql<Row>`
    select a.account_id, a.payee, a.currency, a.kind, a.bank_code, a.last4, a.holder_sealed, a.state,
      e.login as entered_by, a.entered_at, d.login as decided_by, a.decided_at, a.ended_at, a.reason
    from payee_accounts a join staff e on e.staff_id = a.entered_by left join staff d on d.staff_id = a.decided_by
    where ${sql.join(conditions, sql` and `)} order by a.account_id desc limit ${limit}`.execute(executor);
  return found.rows.map(({ holder_sealed, ...account }) => ({
    ...account,
    holder: openHolder(sealer, { account_id: account.account_id, holder_sealed }),
    entered_at: account.entered_at.toISOString(),
    decided_at: account.decided_at?.toISOString() ?? null,
    ended_at: account.ended_at?.toISOString() ?? null,
  }));
}

/** The accounts that a payee is or was paid to, newest first, as the payee itself is told. */
export async function accountsOf(executor: Executor, payee: string) {
  const found = await sql<{
    currency: string;
    bank_code: string | null;
    last4: string;
    decided_at: Date;
    ended_at: Date | null;
  }>`
    select currency, bank_code, last4, coalesce(decided_at, entered_at) as decided_at, ended_at from payee_accounts
    where payee = ${payee} and state in ('confirmed', 'ended') order by account_id desc limit 20`.execute(
    executor,
  );
  return found.rows.map(({ currency, bank_code, last4, decided_at, ended_at }) => ({
    currency,
    last4,
    ...(bank_code === null ? {} : { bank_code }),
    paid_to_from: decided_at.toISOString(),
    ...(ended_at === null ? {} : { paid_to_until: ended_at.toISOString() }),
  }));
}

/** The accounts of a shop that changed last, also those that wait to be confirmed and those that were refused. */
export async function accountsOfShop(executor: Executor, payee: string) {
  const found = await sql<
    Pick<
      Row,
      'account_id' | 'currency' | 'bank_code' | 'last4' | 'state' | 'entered_at' | 'decided_at' | 'ended_at'
    >
  >`
    select account_id, currency, bank_code, last4, state, entered_at, decided_at, ended_at from payee_accounts
    where payee = ${payee} order by coalesce(ended_at, decided_at, entered_at) desc, account_id desc
    limit ${PAYEE_ACCOUNTS_MAX}`.execute(executor);
  return found.rows.map(({ bank_code, entered_at, decided_at, ended_at, ...account }) => ({
    ...account,
    ...(bank_code === null ? {} : { bank_code }),
    entered_at: entered_at.toISOString(),
    ...(decided_at === null ? {} : { decided_at: decided_at.toISOString() }),
    ...(ended_at === null ? {} : { ended_at: ended_at.toISOString() }),
  }));
}
