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

/** Redemptions, newest first: of a certificate, of a store, or all. */
export async function listRedemptions(
  { db }: Pick<ShopContext, 'db'>,
  { certificate_id, store_id, sale_reference, last4, from, until }: RedemptionSearch,
  { before, limit }: { before?: string; limit: number },
): Promise<ListedRedemption[]> {
  const found = await sql<Row>`
    select r.redemption_id, r.certificate_id, c.number_last4 as last4, s.name_ko as store_name_ko,
      s.name_en as store_name_en, r.channel, k.name as clerk_name, r.sale_reference, r.amount_minor,
      coalesce((select sum(amount_minor) from reversals v where v.redemption_id = r.redemption_id), 0)::bigint
        as reversed_minor, r.currency, r.at
    from redemptions r join stores s using (store_id) join certificates c using (certificate_id)
      left join clerks k on k.clerk_id = r.clerk_id
    where c.number_last4 is not null and (${certificate_id ?? null}::uuid is null or r.certificate_id = ${certificate_id ?? null}::uuid)
      and (${store_id ?? null}::uuid is null or r.store_id = ${store_id ?? null}::uuid)
      and (${sale_reference ?? null}::text is null or r.sale_reference = ${sale_reference ?? null})
      and (${last4 ?? null}::text is null or c.number_last4 = ${last4 ?? null})
      and ${inDays(sql`r.at`, { from, until })}
      and (${before ?? null}::uuid is null or (r.at, r.redemption_id) < (
        select b.at, b.redemption_id from redemptions_by_id b where b.redemption_id = ${before ?? null}::uuid))
    order by r.at desc, r.redemption_id desc limit ${limit}`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    amount_minor: minorToJson(row.amount_minor),
    reversed_minor: minorToJson(row.reversed_minor),
    at: row.at.toISOString(),
  }));
}
