import { type Sql, sql } from '../db/sql.ts';
import { constraintOf } from '../db/sqlstate.ts';
import type { Executor, Tx } from '../db/transaction.ts';
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

/** A transfer would have overdrawn a bounded account. Its transaction has failed and can only be rolled back. */
export class Overdrawn extends Error {}

/**
 * Moves money at once. Returns the transfer's id; throws `Overdrawn` if a bounded account would be overdrawn. Lock order: the accounts' balance rows by account id, so that opposing transfers can't deadlock.
 */
export async function postTransfer(tx: Tx, posting: Posting, now: Date): Promise<string> {
  return insertTransfer(tx, 'posted', posting, now);
}

/** Holds money on the debited account until it is posted or voided. Throws like `postTransfer`. */
export async function holdTransfer(tx: Tx, posting: Posting, now: Date): Promise<string> {
  return insertTransfer(tx, 'pending', posting, now);
}

/**
 * Posts a hold, in full or in part; the rest is released. `wrong_state`: it was already posted or voided;
 * `insufficient_balance`: the amount exceeds the hold.
 */
export async function postPending(
  tx: Tx,
  pendingTransferId: string,
  amountMinor: bigint,
  now: Date,
): Promise<Result<string, 'hold_not_found' | 'insufficient_balance' | 'wrong_state'>> {
  const resolved = await resolvePending(tx, 'post', pendingTransferId, amountMinor, now);
  if (resolved === undefined) return refuse('hold_not_found');
  if (amountMinor > resolved.held_minor) return refuse('insufficient_balance');
  return resolved.transfer_id === null ? refuse('wrong_state') : done(resolved.transfer_id);
}

/** Voids a hold, which releases all of it. */
export async function voidPending(
  tx: Tx,
  pendingTransferId: string,
  now: Date,
): Promise<Result<string, 'hold_not_found' | 'wrong_state'>> {
  const resolved = await resolvePending(tx, 'void', pendingTransferId, null, now);
  if (resolved === undefined) return refuse('hold_not_found');
  return resolved.transfer_id === null ? refuse('wrong_state') : done(resolved.transfer_id);
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

/** Opens the accounts that are new, and moves the amount or holds it, in one statement. */
async function insertTransfer(
  tx: Tx,
  kind: 'posted' | 'pending',
  { debit, credit, amount_minor, code, subject_id }: Posting,
  now: Date,
): Promise<string> {
  const transferId = newId();
  const isPosted = kind === 'posted';
  const legs = [
    { leg: 'debit', ...debit, delta: isPosted ? deltaOf(debit, 'debit', amount_minor) : 0n },
    { leg: 'credit', ...credit, delta: isPosted ? deltaOf(credit, 'credit', amount_minor) : 0n },
  ].map((leg) => ({
    ...leg,
    held: !isPosted && leg.leg === 'debit' && leg.side === 'credit' ? amount_minor : 0n,
  }));
  const each = <T>(of: (leg: (typeof legs)[number]) => T) => legs.map(of);
  for (let attempt = 0; attempt < OPEN_ATTEMPTS_MAX; attempt++) {
    const inserted = await bounded(
      sql`
      with legs (leg, new_id, code, subject_id, currency, side, delta_minor, held_minor) as (
        select * from unnest(${each(({ leg }) => leg)}::text[], ${each(() => newId())}::uuid[],
          ${each((leg) => leg.code)}::text[], ${each((leg) => leg.subject_id)}::text[],
          ${each(({ currency }) => currency)}::char(3)[], ${each(({ side }) => side)}::text[],
          ${each(({ delta }) => delta)}::bigint[], ${each(({ held }) => held)}::bigint[])),
      known as materialized (
        select l.*, a.account_id from legs l
          join ledger_accounts a on a.code = l.code and a.subject_id = l.subject_id and a.currency = l.currency),
      opened as (
        insert into ledger_accounts (account_id, code, subject_id, currency, side, created_at)
        select new_id, code, subject_id, currency, side, ${now}::timestamptz from legs
        where leg not in (select leg from known) order by code, subject_id
        on conflict on constraint one_account_a_subject do nothing returning account_id),
      accounts as materialized (
        select leg, account_id, side, delta_minor, held_minor, false as fresh from known
        union all
        select leg, new_id, side, delta_minor, held_minor, true from legs where new_id in (select account_id from opened)),
      transferred as (
        insert into ledger_transfers (transfer_id, kind, debit_account_id, credit_account_id, amount_minor, currency, code,
          subject_id, created_at)
        select ${transferId}::uuid, ${kind}::text, d.account_id, c.account_id, ${amount_minor}::bigint,
          ${debit.currency}::char(3), ${code}::text, ${subject_id}::text, ${now}::timestamptz
        from accounts d, accounts c where d.leg = 'debit' and c.leg = 'credit'
        returning transfer_id),
      moves as materialized (
        select account_id, delta_minor, held_minor, fresh from accounts
        where (delta_minor <> 0 or held_minor <> 0) and exists (select 1 from transferred)),
      first as (
        insert into ledger_balances (account_id, balance_minor, held_minor, version)
        select account_id, coalesce(m.delta_minor, 0), coalesce(m.held_minor, 0),
          case when m.account_id is null then 0 else 1 end
        from accounts a left join moves m using (account_id) where a.fresh and a.side <> 'pooled'
        returning account_id, version, balance_minor, held_minor),
      first_entered as (
        insert into ledger_entries
          (account_id, version, transfer_id, before_minor, delta_minor, after_minor, held_after_minor)
        select account_id, version, ${transferId}::uuid, 0, balance_minor, balance_minor, held_minor
        from first where version = 1),
      ${moving(transferId)}
      select 1 from transferred`.execute(tx),
    );
    if (inserted.rows.length > 0) return transferId;
    // Another transaction opened one of the accounts at the same moment; from now on it is known.
  }
  throw new Error(`Accounts ${debit.code} and ${credit.code} could not be opened.`);
}

const OPEN_ATTEMPTS_MAX = 5;

/** By how much a posted amount changes an account's balance row; a pooled account has none. */
function deltaOf({ side }: AccountKey, leg: 'debit' | 'credit', amountMinor: bigint): bigint {
  if (side === 'pooled') return 0n;
  return side === leg ? amountMinor : -amountMinor;
}

/**
 * Parts of a statement's `with`: they change the balances that `moves` names and are there already, always in one order, and
 * append their entries.
 */
function moving(transferId: string): Sql {
  return sql`
    locked as materialized (
      select account_id from ledger_balances where account_id in (select account_id from moves where not fresh)
      order by account_id for update),
    changed as (
      update ledger_balances b
      set balance_minor = b.balance_minor + m.delta_minor, held_minor = b.held_minor + m.held_minor,
        version = b.version + 1
      from moves m where b.account_id = m.account_id and b.account_id in (select account_id from locked)
      returning b.account_id, b.version, b.balance_minor, b.held_minor, m.delta_minor),
    entered as (
      insert into ledger_entries
        (account_id, version, transfer_id, before_minor, delta_minor, after_minor, held_after_minor)
      select account_id, version, ${transferId}::uuid, balance_minor - delta_minor, delta_minor, balance_minor, held_minor
      from changed)`;
}

/**
 * Posts or voids a hold in one statement. Undefined if there is none; `transfer_id` is null if it was resolved before, or if
 * the amount exceeds it.
 */
async function resolvePending(
  tx: Tx,
  kind: 'post' | 'void',
  pendingTransferId: string,
  amountMinor: bigint | null,
  now: Date,
): Promise<{ held_minor: bigint; transfer_id: string | null } | undefined> {
  const transferId = newId();
  const isPost = kind === 'post';
  const resolved = await bounded(
    sql<{ held_minor: bigint; transfer_id: string | null }>`
    with pending as materialized (
      select t.transfer_id, t.debit_account_id, t.credit_account_id, t.amount_minor, t.currency, t.subject_id,
        coalesce(${amountMinor}::bigint, t.amount_minor) as resolved_minor, d.side as debit_side,
        c.side as credit_side
      from ledger_transfers t
        join ledger_accounts d on d.account_id = t.debit_account_id
        join ledger_accounts c on c.account_id = t.credit_account_id
      where t.transfer_id = ${pendingTransferId} and t.kind = 'pending'),
    transferred as (
      insert into ledger_transfers (transfer_id, kind, pending_transfer_id, debit_account_id, credit_account_id,
        amount_minor, currency, code, subject_id, created_at)
      select ${transferId}::uuid, ${kind}::text, transfer_id, debit_account_id, credit_account_id, resolved_minor, currency,
        ${kind}::text, subject_id, ${now}::timestamptz
      from pending where resolved_minor <= amount_minor
      on conflict (pending_transfer_id) where pending_transfer_id is not null do nothing
      returning transfer_id),
    moves as materialized (
      select debit_account_id as account_id, false as fresh,
        case when not ${isPost}::boolean then 0 when debit_side = 'debit' then resolved_minor else -resolved_minor end
          as delta_minor,
        case when debit_side = 'credit' then -amount_minor else 0 end as held_minor
      from pending where (${isPost}::boolean or debit_side = 'credit') and exists (select 1 from transferred)
      union all
      select credit_account_id, false, case when credit_side = 'credit' then resolved_minor else -resolved_minor end, 0
      from pending where ${isPost}::boolean and exists (select 1 from transferred)),
    ${moving(transferId)}
    select amount_minor as held_minor, (select transfer_id from transferred) as transfer_id from pending`.execute(
      tx,
    ),
  );
  return resolved.rows[0];
}

/** Tells an overdrawn account from other failures. */
async function bounded<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement;
  } catch (error) {
    if (OVERDRAWN.has(constraintOf(error) ?? '')) throw new Overdrawn();
    throw error;
  }
}

const OVERDRAWN = new Set(['account_not_overdrawn', 'hold_within_balance']);

async function findAccount(tx: Executor, key: AccountKey): Promise<Account | undefined> {
  const found = await sql<Account>`
    select account_id, side from ledger_accounts
    where code = ${key.code} and subject_id = ${key.subject_id} and currency = ${key.currency}`.execute(tx);
  return found.rows[0];
}
