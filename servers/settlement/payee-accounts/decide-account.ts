import { type Sql, sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { isFromBeforeRestore } from '../../../kit/journal/epoch.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { ACCOUNT_COLUMNS, accountFact, type PayeeAccount } from './account.ts';

export const CONFIRM_ACCOUNT_REFUSALS = refusals(
  'bank_account_not_found',
  'wrong_state', // it was confirmed or refused before
  'from_before_restore', // what became of it since may be lost
  'other_person_needed', // whoever entered it
);
export const REFUSE_ACCOUNT_REFUSALS = refusals('bank_account_not_found', 'wrong_state');

type Context = Pick<SettlementContext, 'clock'>;

/** A second person confirms an account. From now on it is paid to, and the one before it no more. */
export async function confirmAccount(
  { clock }: Context,
  tx: Tx,
  staff_id: string,
  accountId: string,
): Promise<Result<PayeeAccount, RefusalOf<typeof CONFIRM_ACCOUNT_REFUSALS>>> {
  const found = await lockEntered(tx, accountId);
  if (!found.ok) return found;
  const { is_outdated, ...account } = found.value;
  if (is_outdated) return refuse('from_before_restore');
  if (account.entered_by === staff_id) return refuse('other_person_needed');
  const now = clock();
  const { payee, currency } = account;
  await endAccount(tx, sql`payee = ${payee} and currency = ${currency}`, 'replaced', now);
  await sql`
    update payee_accounts set state = 'confirmed', decided_by = ${staff_id}, decided_at = ${now}
    where account_id = ${accountId}`.execute(tx);
  await writeFact(tx, accountFact(account, 'confirmed', now, { staff_id }));
  return done({ ...account, state: 'confirmed' });
}

/** Anybody of staff may refuse an account, also whoever entered it. */
export async function refuseAccount(
  { clock }: Context,
  tx: Tx,
  staff_id: string,
  { account_id, reason }: { account_id: string; reason: string },
): Promise<Result<PayeeAccount, RefusalOf<typeof REFUSE_ACCOUNT_REFUSALS>>> {
  const found = await lockEntered(tx, account_id);
  if (!found.ok) return found;
  const now = clock();
  await sql`
    update payee_accounts set state = 'refused', decided_by = ${staff_id}, decided_at = ${now}, reason = ${reason}
    where account_id = ${account_id}`.execute(tx);
  await writeFact(tx, accountFact(found.value, 'refused', now, { staff_id, reason }));
  const { is_outdated: _, ...account } = found.value;
  return done({ ...account, state: 'refused' });
}

/** Ends the account that is paid to, if it is this one: payouts wait until another one is confirmed. Whether it was. */
export async function endAccount(tx: Tx, which: Sql, reason: string, now: Date): Promise<boolean> {
  const ended = await sql<PayeeAccount>`
    update payee_accounts set state = 'ended', ended_at = ${now}, reason = ${reason}
    where state = 'confirmed' and ${which} returning ${ACCOUNT_COLUMNS}`.execute(tx);
  const [account] = ended.rows;
  if (account === undefined) return false;
  await writeFact(tx, accountFact(account, 'ended', now, { reason }));
  return true;
}

async function lockEntered(
  tx: Tx,
  accountId: string,
): Promise<Result<PayeeAccount & { is_outdated: boolean }, 'bank_account_not_found' | 'wrong_state'>> {
  const found = await sql<PayeeAccount & { is_outdated: boolean }>`
    select ${ACCOUNT_COLUMNS}, ${isFromBeforeRestore(sql`entered_at`)} as is_outdated from payee_accounts where account_id = ${accountId} for update`.execute(
    tx,
  );
  const [account] = found.rows;
  if (account === undefined) return refuse('bank_account_not_found');
  return account.state === 'entered' ? done(account) : refuse('wrong_state');
}
