import { Value } from 'typebox/value';
import { ENDED_ACCOUNTS_PATH, EndedAccounts } from '../../../contracts/settlement-accounts.ts';
import { SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Party, signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { SettlementContext } from '../context.ts';
import { endAccount } from '../payee-accounts/decide-account.ts';
import { find } from './made-payment.ts';

const TIMEOUT_MS = 15 * SECOND_MS;

/**
 * Ends accounts that are in force in the backup and no longer were, as this server had told the shop: its payouts wait until
 * people confirm the one that it is paid to now. False if the shop can't be asked now.
 */
export async function endAccounts(context: SettlementContext, shop: Party): Promise<boolean> {
  if (shop.role !== 'shop') return true;
  const { db, clock, signingKey: key } = context;
  const { party } = shop;
  const answer = await signedFetch({
    ...{ key, party: shop, method: 'GET', path: ENDED_ACCOUNTS_PATH, clock },
    timeout_ms: TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown') return false;
  // Of an earlier version.
  if (answer.status === 404 || answer.status === 405) {
    await find(context, party, 'ended_accounts_not_told');
    return true;
  }
  const told: unknown = answer.json;
  if (answer.status !== 200 || !Value.Check(EndedAccounts, told)) return false;
  for (const { account_id } of told.accounts)
    await inTransaction(db, async (tx) => {
      const own = sql`account_id = ${account_id} and payee = ${party}`;
      if (await endAccount(tx, own, 'ended_before_restore', clock()))
        await find({ clock, db: tx }, party, 'account_ended_since', { subject_id: account_id });
    });
  return true;
}
