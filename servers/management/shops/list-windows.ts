import type { WindowLimits } from '../../../contracts/shop-windows.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';

export type TakenWindow = {
  shop_id: string;
  /** 0 if none was taken. */
  version: number;
  taken_at: string | null;
  limits: WindowLimits;
  refused?: { version: number; code: string };
};

/** What became of the windows of shops that have said what is to be shown of them. */
export async function listWindows(executor: Executor): Promise<TakenWindow[]> {
  const found = await sql<{
    shop_id: string;
    version: number | null;
    taken_at: Date | null;
    min_minor: bigint;
    max_minor: bigint;
    refused_version: number | null;
    refused_code: string | null;
  }>`
    select s.shop_id, s.window_version as version, t.taken_at, coalesce(s.limit_min_minor, s.amount_min_minor) as min_minor,
      coalesce(s.limit_max_minor, s.amount_max_minor) as max_minor, r.refused_version, r.refused_code
    from shops s left join taken_windows t on t.shop_id = s.shop_id and t.version = s.window_version
    left join window_reads r on r.shop_id = s.shop_id
    where s.window_version is not null or r.refused_version is not null
    order by s.shop_id limit 1000`.execute(executor);
  return found.rows.map(
    ({ shop_id, version, taken_at, min_minor, max_minor, refused_version, refused_code }) => ({
      shop_id,
      version: version ?? 0,
      taken_at: taken_at?.toISOString() ?? null,
      limits: { amount_min_minor: minorToJson(min_minor), amount_max_minor: minorToJson(max_minor) },
      ...(refused_version === null || refused_code === null
        ? {}
        : { refused: { version: refused_version, code: refused_code } }),
    }),
  );
}
