import { inDays } from '../../../kit/db/in-days.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type CsvColumns, csvOf } from '../../../kit/http/csv-export.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ShopContext } from '../context.ts';
import { CASH_OWED } from '../payments/cash/cash-payments.ts';

/** What became of cash: ours, to be given back, or given back. `open`: the purchase is not finished. */
export const CASH_STANDINGS = ['open', 'kept', 'owed', 'returned'] as const;

export type ListedCash = {
  order_id: string;
  receipt_no: string;
  store_name_ko: string;
  store_name_en: string;
  amount_minor: number;
  currency: string;
  standing: (typeof CASH_STANDINGS)[number];
  taken_at: string;
  /** Null only after a restore. */
  taken_by: string | null;
  returned_at: string | null;
  returned_by: string | null;
};

export type CashSearch = { store_id?: string; standing?: 'owed'; from?: string; until?: string };

/** Cash that clerks took, of a store or of all, of some Korean days, newest orders first. */
export async function listCash(
  { db }: Pick<ShopContext, 'db'>,
  { store_id, standing, from, until }: CashSearch,
  { before, limit }: { before?: string; limit: number },
): Promise<ListedCash[]> {
  const found = await sql<
    Omit<ListedCash, 'amount_minor' | 'taken_at' | 'returned_at'> & {
      amount_minor: bigint;
      taken_at: Date;
      returned_at: Date | null;
    }
  >`
    select p.order_id, p.receipt_no, s.name_ko as store_name_ko, s.name_en as store_name_en, p.amount_minor, p.currency,
      p.taken_at, k.name as taken_by, p.returned_at, b.name as returned_by,
      case when p.returned_at is not null then 'returned' when p.state in ('voided', 'refunded') then 'owed'
        when p.state = 'captured' then 'kept' else 'open' end as standing
    from (
      select order_id, receipt_no, store_id, amount_minor, currency, state, taken_at, returned_at from cash_payments
      where taken_at is not null and ${inDays(sql`taken_at`, { from, until })}
        and ${store_id === undefined ? sql`true` : sql`store_id = ${store_id}`}
        and ${standing === undefined ? sql`true` : CASH_OWED}
        and ${before === undefined ? sql`true` : sql`order_id < ${before}`}
      order by order_id desc limit ${limit}) p
    join stores s using (store_id)
    left join cash_events t on t.order_id = p.order_id and t.kind = 'taken' left join clerks k on k.clerk_id = t.clerk_id
    left join cash_events r on r.order_id = p.order_id and r.kind = 'returned' left join clerks b on b.clerk_id = r.clerk_id
    order by p.order_id desc`.execute(db);
  return found.rows.map(({ amount_minor, taken_at, returned_at, ...row }) => ({
    ...row,
    amount_minor: minorToJson(amount_minor),
    taken_at: taken_at.toISOString(),
    returned_at: returned_at?.toISOString() ?? null,
  }));
}

const COLUMNS: CsvColumns<ListedCash> = {
  receipt_no: (row) => row.receipt_no,
  order_id: (row) => row.order_id,
  store_name_ko: (row) => row.store_name_ko,
  store_name_en: (row) => row.store_name_en,
  amount_minor: (row) => row.amount_minor,
  currency: (row) => row.currency,
  standing: (row) => row.standing,
  taken_at: (row) => row.taken_at,
  taken_by: (row) => row.taken_by,
  returned_at: (row) => row.returned_at,
  returned_by: (row) => row.returned_by,
};

/** The results of `listCash` as CSV. */
export function cashAsCsv(context: ShopContext, search: CashSearch): AsyncIterable<string> {
  return csvOf(
    COLUMNS,
    (page) => listCash(context, search, page),
    (row) => row.order_id,
  );
}
