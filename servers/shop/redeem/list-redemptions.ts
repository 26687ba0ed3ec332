import { inDays } from '../../../kit/db/in-days.ts';
import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';

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
  currency: string;
  at: string;
};

type Row = Omit<ListedRedemption, 'amount_minor' | 'reversed_minor' | 'at'> & {
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
  return found.rows.map((row) => ({
    ...row,
    amount_minor: minorToJson(row.amount_minor),
    reversed_minor: minorToJson(row.reversed_minor),
    at: row.at.toISOString(),
  }));
}
