import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { minorToJson } from '../../../../kit/money.ts';
import type { Locale } from '../../../../kit/words/index.ts';
import { readGift } from '../gift.ts';
import { commonVars } from '../tell.ts';
import type { UseKind } from './check-notice.ts';

type BookedUse = { kind: UseKind; amount_minor: bigint; balance_minor: bigint; store_name: string; at: Date };

/** What messages about a use, or about a reversal of one, say of it. */
export function varsOfUse(
  { kind, amount_minor, balance_minor, store_name, at }: BookedUse,
  currency: string,
) {
  return {
    amount: { amount_minor: minorToJson(amount_minor), currency },
    remaining: { amount_minor: minorToJson(balance_minor), currency },
    store_name,
    ...(kind === 'reversed' ? { reversed_at: at.toISOString() } : { used_at: at.toISOString() }),
  };
}

/** The variables of a message about an entry of a gift's certificate, read from the books. */
export async function readVarsOfUse(
  executor: Executor,
  { subject_id, entry_no, locale }: { subject_id: string; entry_no: bigint; locale: Locale },
): Promise<object> {
  const { order, shop, buyer } = await readGift(executor, subject_id);
  const found = await sql<BookedUse>`
    select kind, amount_minor, balance_minor, store_name, at from certificate_uses
    where order_id = ${subject_id} and entry_no = ${entry_no}`.execute(executor);
  const [use] = found.rows;
  if (use === undefined) throw new Error(`Order ${subject_id} has no entry ${entry_no}.`);
  return { ...commonVars(shop, order, buyer, locale), link: '', ...varsOfUse(use, order.currency) };
}
