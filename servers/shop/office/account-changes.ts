import type { Registry } from 'prom-client';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import {
  ACCOUNT_STATES,
  PAYEE_ACCOUNTS_MAX,
  PAYEE_ACCOUNTS_PATH,
  PayeeAccount,
} from '../../../contracts/settlement-accounts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Db, Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import { done, type Result, refusals } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { askSettlement } from '../payments/ask-settlement.ts';

/** An account is in one state after another; coming to each is a change. */
export const ACCOUNT_CHANGES = ACCOUNT_STATES;
type Change = (typeof ACCOUNT_CHANGES)[number];

/** As a newer settlement may tell it, too: with states and properties that this version doesn't know. */
const Told = Type.Object({
  accounts: Type.Array(Type.Object({ ...PayeeAccount.properties, state: Type.String() }), {
    maxItems: PAYEE_ACCOUNTS_MAX,
  }),
});
type Account = Static<typeof Told>['accounts'][number];

/**
 * Asks settlement for our accounts and writes down what became of them since, each change once, however many processes
 * ask. A settlement that doesn't answer, or not to this yet, changes nothing. A job. Returns how many changes are new.
 */
export async function noticeAccountChanges(context: ShopContext): Promise<number> {
  if (!context.parties.some(({ role }) => role === 'settlement')) return 0;
  const answer = await askSettlement(context, PAYEE_ACCOUNTS_PATH, refusals(), 'service_unavailable');
  if (!answer.ok) return 0;
  if (!Value.Check(Told, answer.value)) throw new Error('Settlement’s list of our accounts is malformed.');
  const changes = answer.value.accounts.flatMap(changesOf);
  const each = <T>(of: (change: (typeof changes)[number]) => T) => changes.map(of);
  const noticed = await sql`
    insert into account_changes (change_id, account_id, change, currency, bank_code, last4, changed_at, noticed_at)
    select change_id, account_id, change, currency, bank_code, last4, changed_at, ${context.clock()}::timestamptz
    from unnest(${each(() => newId())}::uuid[], ${each(({ account_id }) => account_id)}::uuid[],
      ${each(({ change }) => change)}::text[], ${each(({ currency }) => currency)}::text[],
      ${each(({ bank_code }) => bank_code ?? null)}::text[], ${each(({ last4 }) => last4)}::text[],
      ${each(({ changed_at }) => changed_at)}::timestamptz[])
      as c(change_id, account_id, change, currency, bank_code, last4, changed_at)
    on conflict (account_id, change) do nothing returning 1`.execute(context.db);
  const count = noticed.rows.length;
  if (count > 0) context.log.warn({ count }, 'the bank accounts that we are paid to changed');
  return count;
}

/** All that became of an account, also what happened between two questions. */
function changesOf(account: Account): (Account & { change: Change; changed_at: string })[] {
  const { state, entered_at, decided_at, ended_at } = account;
  const at: Partial<Record<Change, string | undefined>> = {
    entered: entered_at,
    [state === 'refused' ? 'refused' : 'confirmed']: decided_at,
    ended: ended_at,
  };
  return ACCOUNT_CHANGES.flatMap((change) => {
    const changed_at = at[change];
    return changed_at === undefined ? [] : [{ ...account, change, changed_at }];
  });
}

const SHOWN_MAX = 100;

/** Changes that nobody has acknowledged, the latest first. */
export async function listAccountChanges(executor: Executor) {
  const found = await sql<{
    change_id: string;
    change: Change;
    currency: string;
    bank_code: string | null;
    last4: string;
    changed_at: Date;
  }>`
    select change_id, change, currency, bank_code, last4, changed_at from account_changes
    where acknowledged_at is null order by changed_at desc, change_id desc limit ${SHOWN_MAX}`.execute(
    executor,
  );
  return found.rows.map(({ changed_at, ...change }) => ({ ...change, changed_at: changed_at.toISOString() }));
}

/** Somebody has seen these changes. Who acknowledged one first stays on record. */
export async function acknowledgeAccountChanges(
  { clock }: Pick<ShopContext, 'clock'>,
  tx: Tx,
  staffId: string,
  changeIds: readonly string[],
): Promise<Result<{ acknowledged: number }, never>> {
  const acknowledged = await sql`
    update account_changes set acknowledged_at = ${clock()}, acknowledged_by = ${staffId}
    where change_id = any(${changeIds}::uuid[]) and acknowledged_at is null returning 1`.execute(tx);
  return done({ acknowledged: acknowledged.rows.length });
}

export const ACCOUNT_CHANGES_OPEN = serverGauge(
  'seonmul_account_changes_open',
  'Changes of the bank accounts that the shop is paid to that no owner has acknowledged, and requests of its own for one that nobody has confirmed.',
);

export function measureAccountChanges(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [ACCOUNT_CHANGES_OPEN], async (tx) => {
    const found = await sql<{ open: bigint }>`
      select c.open + p.open as open
      from (select count(*) as open from account_changes where acknowledged_at is null) c,
        (select count(*) as open from account_proposals where state = 'entered') p`.execute(tx);
    return [[ACCOUNT_CHANGES_OPEN, found.rows[0]?.open ?? 0]];
  });
}
