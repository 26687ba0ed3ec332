import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { writeFact } from '../../../kit/journal/write.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { postToBooks } from '../books/books.ts';
import { moveBalance } from '../certificates/certificates.ts';
import type { ShopContext } from '../context.ts';
import { tellUse } from './tell-use.ts';

/** Who reverses: a clerk at a terminal, in its own store only, or staff in the office, in any store and online. */
export type ReversedBy = { terminal_id: string; store_id: string; clerk_id: string } | { staff_id: string };

export type Reversal = {
  reversal_id: string;
  redemption_id: string;
  amount_minor: number;
  balance_minor: number;
  currency: string;
};

type Redemption = {
  certificate_id: string;
  order_id: string;
  operator: string;
  amount_minor: bigint;
  currency: string;
  state: string;
  store_id: string;
  store_name: string;
  handed_over: boolean;
  /** Whether all of the certificate's history is there: its earlier reversals, for one. */
  is_whole: boolean;
};

export const REVERSE_REFUSALS = refusals(
  'redemption_not_found',
  'already_reversed', // in full
  'reversal_not_allowed', // more than is left to reverse, the certificate has expired or was cancelled, or part of its history was dropped
);

/** Reverses a redemption, in part or, without an amount, all that is left of it. */
export async function reverse(
  context: ShopContext,
  tx: Tx,
  by: ReversedBy,
  input: { redemption_id: string; amount_minor?: number },
): Promise<Result<Reversal, RefusalOf<typeof REVERSE_REFUSALS>>> {
  const now = context.clock();
  const { redemption_id } = input;
  const redemption = await lockRedemption(tx, redemption_id, by);
  if (redemption === undefined) return refuse('redemption_not_found');
  const before = await readReversed(tx, redemption_id);
  const part_no = before.parts + 1n;
  const left_minor = redemption.amount_minor - before.reversed_minor;
  if (left_minor === 0n) return refuse('already_reversed');
  const amount = input.amount_minor === undefined ? left_minor : minorFromJson(input.amount_minor);
  // What is frozen is more afterwards.
  const isPossible = ['active', 'frozen'].includes(redemption.state) && redemption.is_whole;
  if (amount > left_minor || !isPossible)
    return refuse('reversal_not_allowed', { reversible_minor: isPossible ? minorToJson(left_minor) : 0 });

  const { certificate_id, order_id, currency, store_id, store_name, handed_over } = redemption;
  const entry = await moveBalance(tx, certificate_id, amount);
  const transfer = {
    debit: 'redeemed',
    credit: 'outstanding',
    code: 'reverse',
    subject_id: store_id,
  } as const;
  await postToBooks(tx, { ...transfer, amount_minor: amount, currency }, now);
  const answer: Reversal = {
    reversal_id: derivedId('redemption_reversed', redemption_id, `${part_no}`),
    redemption_id,
    amount_minor: minorToJson(amount),
    balance_minor: minorToJson(entry.after_minor),
    currency,
  };
  const content = {
    ...answer,
    certificate_id,
    order_id,
    store_id,
    store_name,
    entry_no: minorToJson(entry.entry_no),
    handed_over,
  };
  await writeFact(tx, {
    party: redemption.operator,
    kind: 'redemption_reversed',
    fact_id: answer.reversal_id,
    parent_id: redemption_id,
    line_no: part_no,
    subject_id: certificate_id,
    entry,
    currency,
    original_minor: redemption.amount_minor,
    reversed_minor: before.reversed_minor + amount,
    ...by,
    store_id,
    content,
    at: now,
  });
  if (handed_over) {
    const use = { amount_minor: amount, after_minor: entry.after_minor, currency, store_name };
    await tellUse(context, tx, certificate_id, 'recipient.use_reversed', use);
  }
  return done(answer);
}

/** Two reversals of one redemption are serialised by the lock on the balance. */
async function lockRedemption(tx: Tx, redemptionId: string, by: ReversedBy): Promise<Redemption | undefined> {
  const inStore = 'store_id' in by ? sql`r.store_id = ${by.store_id}` : sql`true`;
  const found = await sql<Redemption>`
    select c.certificate_id, c.order_id, c.operator, r.amount_minor, r.currency, c.state, r.store_id,
      s.name_ko as store_name, c.holder_name is not null as handed_over,
      not exists (select from journal_carried k where k.subject_id = c.certificate_id) as is_whole
    from redemptions_by_id r join certificates c using (certificate_id) join certificate_balances b using (certificate_id)
    join stores s on s.store_id = r.store_id
    where r.redemption_id = ${redemptionId} and ${inStore} for update of b`.execute(tx);
  return found.rows[0];
}

async function readReversed(
  tx: Tx,
  redemptionId: string,
): Promise<{ parts: bigint; reversed_minor: bigint }> {
  const found = await sql<{ parts: bigint; reversed_minor: bigint }>`
    select count(*) as parts, coalesce(sum(amount_minor), 0)::bigint as reversed_minor
    from reversals where redemption_id = ${redemptionId}`.execute(tx);
  return found.rows[0] ?? { parts: 0n, reversed_minor: 0n };
}
