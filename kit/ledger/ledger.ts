import { sql } from '../db/sql.ts';
import { constraintOf } from '../db/sqlstate.ts';
import type { Executor } from '../db/transaction.ts';
import { newId } from '../ids.ts';
import { done, type Result, refuse } from '../result.ts';

export type AccountSide = 'credit' | 'debit' | 'pooled';

export type AccountKey = { code: string; subject_id: string; currency: string; side: AccountSide };

type Account = { account_id: string; side: AccountSide };

export type Posting = {
  debit: AccountKey;
  credit: AccountKey;
  amount_minor: bigint;
  /** The purpose of the transfer, such as `capture`. */
  code: string;
  subject_id: string;
};

type Transfer = {
  transfer_id: string;
  debit_account_id: string;
  credit_account_id: string;
  amount_minor: bigint;
  currency: string;
  subject_id: string;
};

/** A transfer would have overdrawn a bounded account. Its transaction has failed and can only be rolled back. */
export class Overdrawn extends Error {}

/**
 * Moves money at once. Returns the transfer's id; throws `Overdrawn` if a bounded account would be overdrawn. Lock order: the accounts' balance rows by account id, so that opposing transfers can't deadlock.
 */
export async function postTransfer(tx: Executor, posting: Posting, now: Date): Promise<string> {
  return insertTransfer(tx, 'posted', posting, now);
}

/** Holds money on the debited account until it is posted or voided. Throws like `postTransfer`. */
export async function holdTransfer(tx: Executor, posting: Posting, now: Date): Promise<string> {
  return insertTransfer(tx, 'pending', posting, now);
}

/**
 * Posts a hold, in full or in part; the rest is released. `wrong_state`: it was already posted or voided;
 * `insufficient_balance`: the amount exceeds the hold.
 */
export async function postPending(
  tx: Executor,
  pendingTransferId: string,
  amountMinor: bigint,
  now: Date,
): Promise<Result<string, 'hold_not_found' | 'insufficient_balance' | 'wrong_state'>> {
  const pending = await readPending(tx, pendingTransferId);
  if (pending === undefined) return refuse('hold_not_found');
  if (amountMinor > pending.amount_minor) return refuse('insufficient_balance');
  return resolvePending(tx, 'post', pending, amountMinor, now);
}

/** Voids a hold, which releases all of it. */
export async function voidPending(
  tx: Executor,
  pendingTransferId: string,
  now: Date,
): Promise<Result<string, 'hold_not_found' | 'wrong_state'>> {
  const pending = await readPending(tx, pendingTransferId);
  if (pending === undefined) return refuse('hold_not_found');
  return resolvePending(tx, 'void', pending, pending.amount_minor, now);
}

/**
 * An account's balance: credits less debits for a credit or pooled account, debits less credits for a debit account.
 * Pending transfers are not counted.
 */
export async function accountBalance(executor: Executor, key: AccountKey): Promise<bigint> {
  const account = await findAccount(executor, key);
  if (account === undefined) return 0n;
  const { account_id } = account;
  if (key.side !== 'pooled') {
    const kept = await sql<{ balance_minor: bigint }>`
      select balance_minor from ledger_balances where account_id = ${account_id}`.execute(executor);
    return kept.rows[0]?.balance_minor ?? 0n;
  }
  const summed = await sql<{ balance_minor: bigint }>`
    select (coalesce((select sum(amount_minor) from ledger_transfers
        where credit_account_id = ${account_id} and kind in ('posted', 'post')), 0)
      - coalesce((select sum(amount_minor) from ledger_transfers
        where debit_account_id = ${account_id} and kind in ('posted', 'post')), 0))::bigint as balance_minor`.execute(
    executor,
  );
  return summed.rows[0]?.balance_minor ?? 0n;
}

async function insertTransfer(
  tx: Executor,
  kind: 'posted' | 'pending',
  posting: Posting,
  now: Date,
): Promise<string> {
  const { amount_minor, code, subject_id } = posting;
  const debit = await openAccount(tx, posting.debit, now);
  const credit = await openAccount(tx, posting.credit, now);
  const transferId = newId();
  await sql`
    insert into ledger_transfers (transfer_id, kind, debit_account_id, credit_account_id,
      amount_minor, currency, code, subject_id, created_at)
    values (${transferId}, ${kind}, ${debit.account_id}, ${credit.account_id}, ${amount_minor},
      ${posting.debit.currency}, ${code}, ${subject_id}, ${now})`.execute(tx);
  if (kind === 'posted') {
    await moveBalances(tx, transferId, [
      { account: debit, side: 'debit', amountMinor: amount_minor },
      { account: credit, side: 'credit', amountMinor: amount_minor },
    ]);
  } else if (debit.side === 'credit') {
    await changeBalance(tx, transferId, debit.account_id, 0n, amount_minor);
  }
  return transferId;
}

async function resolvePending(
  tx: Executor,
  kind: 'post' | 'void',
  pending: Transfer,
  amountMinor: bigint,
  now: Date,
): Promise<Result<string, 'wrong_state'>> {
  const transferId = newId();
  const inserted = await sql`
    insert into ledger_transfers (transfer_id, kind, pending_transfer_id, debit_account_id, credit_account_id,
      amount_minor, currency, code, subject_id, created_at)
    values (${transferId}, ${kind}, ${pending.transfer_id}, ${pending.debit_account_id}, ${pending.credit_account_id},
      ${amountMinor}, ${pending.currency}, ${kind}, ${pending.subject_id}, ${now})
    on conflict (pending_transfer_id) where pending_transfer_id is not null do nothing
    returning transfer_id`.execute(tx);
  if (inserted.rows.length === 0) return refuse('wrong_state');
  const debit = await readAccount(tx, pending.debit_account_id);
  const credit = await readAccount(tx, pending.credit_account_id);
  if (debit.side === 'credit') {
    await changeBalance(tx, transferId, debit.account_id, 0n, -pending.amount_minor);
  }
  if (kind === 'post') {
    await moveBalances(tx, transferId, [
      { account: debit, side: 'debit', amountMinor },
      { account: credit, side: 'credit', amountMinor },
    ]);
  }
  return done(transferId);
}

async function moveBalances(
  tx: Executor,
  transferId: string,
  moves: { account: Account; side: 'debit' | 'credit'; amountMinor: bigint }[],
): Promise<void> {
  const bounded = moves.filter(({ account }) => account.side !== 'pooled');
  bounded.sort((a, b) => (a.account.account_id < b.account.account_id ? -1 : 1));
  for (const { account, side, amountMinor } of bounded) {
    const delta = account.side === side ? amountMinor : -amountMinor;
    await changeBalance(tx, transferId, account.account_id, delta, 0n);
  }
}

async function changeBalance(
  tx: Executor,
  transferId: string,
  accountId: string,
  deltaMinor: bigint,
  heldDeltaMinor: bigint,
): Promise<void> {
  try {
    await sql`
      with changed as (
        update ledger_balances
        set balance_minor = balance_minor + ${deltaMinor}, held_minor = held_minor + ${heldDeltaMinor},
          version = version + 1
        where account_id = ${accountId}
        returning account_id, version, balance_minor, held_minor)
      insert into ledger_entries
        (account_id, version, transfer_id, before_minor, delta_minor, after_minor, held_after_minor)
      select account_id, version, ${transferId}, balance_minor - ${deltaMinor}, ${deltaMinor}, balance_minor, held_minor
      from changed`.execute(tx);
  } catch (error) {
    if (OVERDRAWN.has(constraintOf(error) ?? '')) throw new Overdrawn();
    throw error;
  }
}

const OVERDRAWN = new Set(['account_not_overdrawn', 'hold_within_balance']);

async function openAccount(tx: Executor, key: AccountKey, now: Date): Promise<Account> {
  const found = await findAccount(tx, key);
  if (found !== undefined) return found;
  const accountId = newId();
  await sql`
    with opened as (
      insert into ledger_accounts (account_id, code, subject_id, currency, side, created_at)
      values (${accountId}, ${key.code}, ${key.subject_id}, ${key.currency}, ${key.side}, ${now})
      on conflict on constraint one_account_a_subject do nothing
      returning account_id, side)
    insert into ledger_balances (account_id) select account_id from opened where side <> 'pooled'`.execute(
    tx,
  );
  const opened = await findAccount(tx, key);
  if (opened === undefined) throw new Error(`Account ${key.code} could not be opened.`);
  return opened;
}

async function findAccount(tx: Executor, key: AccountKey): Promise<Account | undefined> {
  const found = await sql<Account>`
    select account_id, side from ledger_accounts
    where code = ${key.code} and subject_id = ${key.subject_id} and currency = ${key.currency}`.execute(tx);
  return found.rows[0];
}

async function readAccount(tx: Executor, accountId: string): Promise<Account> {
  const found = await sql<Account>`
    select account_id, side from ledger_accounts where account_id = ${accountId}`.execute(tx);
  const account = found.rows[0];
  if (account === undefined) throw new Error(`There is no account ${accountId}.`);
  return account;
}

async function readPending(tx: Executor, transferId: string): Promise<Transfer | undefined> {
  const found = await sql<Transfer>`
    select transfer_id, debit_account_id, credit_account_id, amount_minor, currency, subject_id
    from ledger_transfers where transfer_id = ${transferId} and kind = 'pending'`.execute(tx);
  return found.rows[0];
}
