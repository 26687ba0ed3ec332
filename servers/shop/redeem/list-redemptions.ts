import { inDays } from '../../../kit/db/in-days.ts';
import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';
import type { ReversalReason } from './reversal-reasons.ts';

export type RedemptionSearch = {
  certificate_id?: string;
  store_id?: string;
  /** The till's own reference for the sale. */
  sale_reference?: string;
  /** The last four digits of the certificate's number. */
  last4?: string;
  /** Korean days of the redemption, inclusive. */
  from?: string;
  until?: string;
};

export type ListedRedemption = {
  redemption_id: string;
  certificate_id: string;
  last4: string;
  store_name_ko: string;
  store_name_en: string;
  channel: 'store' | 'online';
  /** Who sold it at a till, if somebody was signed in. */
  clerk_name: string | null;
  sale_reference: string;
  amount_minor: number;
  reversed_minor: number;
  /** Who reversed how much of it, and why; the oldest first. */
  reversals: ListedReversal[];
  currency: string;
  at: string;
};

export type ListedReversal = {
  amount_minor: number;
  at: string;
  /** The clerk, or null for the office. */
  clerk_name: string | null;
  second_clerk_name: string | null;
  reason: ReversalReason | null;
};

type Row = Omit<ListedRedemption, 'amount_minor' | 'reversed_minor' | 'reversals' | 'at'> & {
  amount_minor: bigint;
  reversed_minor: bigint;
  at: Date;
};

/**
 * Redemptions, newest first: of a certificate, of a store, or all. The newest of each store are read by the index on its
 * journal, and those from before the journal by theirs.
 */
export async function listRedemptions(
  { db }: Pick<ShopContext, 'db'>,
  { certificate_id, store_id, sale_reference, last4, from, until }: RedemptionSearch,
  { before, limit }: { before?: string; limit: number },
): Promise<ListedRedemption[]> {
  const matches = sql`
    c.number_last4 is not null and r.store_id = s.store_id and ${inDays(sql`r.at`, { from, until })}
      and ${certificate_id === undefined ? sql`true` : sql`r.certificate_id = ${certificate_id}`}
      and ${sale_reference === undefined ? sql`true` : sql`r.sale_reference = ${sale_reference}`}
      and ${last4 === undefined ? sql`true` : sql`c.number_last4 = ${last4}`}
      and ${before === undefined ? sql`true` : sql`(r.at, r.redemption_id) < (select b.at, b.redemption_id from redemptions_by_id b where b.redemption_id = ${before})`}
    order by r.at desc, r.redemption_id desc limit ${limit}`;
  const found = await sql<Row>`
    select r.redemption_id, r.certificate_id, c.number_last4 as last4, s.name_ko as store_name_ko,
      s.name_en as store_name_en, r.channel, k.name as clerk_name, r.sale_reference, r.amount_minor,
      coalesce((select sum(amount_minor) from reversals v where v.redemption_id = r.redemption_id), 0)::bigint
        as reversed_minor, r.currency, r.at
    from stores s
      cross join lateral (
        (select r.redemption_id, r.certificate_id, r.channel, r.clerk_id, r.sale_reference, r.amount_minor, r.currency, r.at
          from redemptions_in_journal r join certificates c using (certificate_id) where ${matches})
        union all
        (select r.redemption_id, r.certificate_id, r.channel, r.clerk_id, r.sale_reference, r.amount_minor, r.currency, r.at
          from redemptions_before r join certificates c using (certificate_id) where ${matches})) r
      join certificates c using (certificate_id) left join clerks k on k.clerk_id = r.clerk_id
    where ${store_id === undefined ? sql`true` : sql`s.store_id = ${store_id}`} and c.number_last4 is not null
    order by r.at desc, r.redemption_id desc limit ${limit}`.execute(db);
  const reversals = await readReversals(
    db,
    found.rows.filter(({ reversed_minor }) => reversed_minor > 0n),
  );
  return found.rows.map((row) => ({
    ...row,
    reversals: reversals.get(row.redemption_id) ?? [],
    amount_minor: minorToJson(row.amount_minor),
    reversed_minor: minorToJson(row.reversed_minor),
    at: row.at.toISOString(),
  }));
}

async function readReversals(
  db: ShopContext['db'],
  redemptions: readonly { redemption_id: string }[],
): Promise<Map<string, ListedReversal[]>> {
  if (redemptions.length === 0) return new Map();
  const found = await sql<
    Omit<ListedReversal, 'amount_minor' | 'at'> & { redemption_id: string; amount_minor: bigint; at: Date }
  >`
    select v.redemption_id, v.amount_minor, v.at, k.name as clerk_name, o.name as second_clerk_name, w.reason
    from reversals v left join reversal_reasons w using (reversal_id) left join clerks k on k.clerk_id = v.clerk_id
      left join clerks o on o.clerk_id = w.second_clerk_id
    where v.redemption_id = any(${redemptions.map(({ redemption_id }) => redemption_id)}::uuid[])
    order by v.at, v.reversal_id`.execute(db);
  const rows = found.rows.map(({ redemption_id, ...row }) => ({
    redemption_id,
    reversal: { ...row, amount_minor: minorToJson(row.amount_minor), at: row.at.toISOString() },
  }));
  const grouped = Map.groupBy(rows, ({ redemption_id }) => redemption_id);
  return new Map(Array.from(grouped, ([id, of]) => [id, of.map(({ reversal }) => reversal)]));
}
