import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';

export type Shop = {
  shop_id: string;
  party: string;
  /** The settlement server that takes its payments; null is the first in the list. */
  settlement: string | null;
  name_ko: string;
  name_en: string;
  description_ko: string | null;
  description_en: string | null;
  image_key: string | null;
  currency: string;
  amount_min_minor: bigint;
  amount_max_minor: bigint;
  suggested_minor: bigint[];
  payment_route: 'direct' | 'through_shop';
  commission_bp: number;
  answer_days: number;
  remind_days: number;
  validity_months: number;
  refund_days: number;
  time_zone: string;
  active: boolean;
  /** What the shop says a certificate can be used for; only its own window has it (`take-window.ts`). */
  usage_ko: string | null;
  usage_en: string | null;
  /** A picture of the shop's window; it comes before `image_key`. */
  picture_id: string | null;
};

/** The columns of a Shop. */
export const SHOP_COLUMNS = sql`
  shop_id, party, settlement, name_ko, name_en, description_ko, description_en, image_key, currency, amount_min_minor,
  amount_max_minor, suggested_minor, payment_route, commission_bp, answer_days, remind_days,
  validity_months, refund_days, time_zone, active, usage_ko, usage_en, picture_id`;

export async function readShop(executor: Executor, shopId: string): Promise<Shop | undefined> {
  const found =
    await sql<Shop>`select ${SHOP_COLUMNS} from shops where shop_id = ${shopId} and active`.execute(executor);
  return found.rows[0];
}

export async function shopOf(executor: Executor, { shop_id }: Pick<Shop, 'shop_id'>): Promise<Shop> {
  const found = await sql<Shop>`select ${SHOP_COLUMNS} from shops where shop_id = ${shop_id}`.execute(
    executor,
  );
  const shop = found.rows[0];
  if (shop === undefined) throw new Error(`There is no shop ${shop_id}.`);
  return shop;
}

/** The name that a party goes by; undefined if it has no shop. With several shops, that of the first. */
export async function shopOfParty(
  executor: Executor,
  party: string,
): Promise<Pick<Shop, 'party' | 'name_ko' | 'name_en'> | undefined> {
  const found = await sql<Pick<Shop, 'party' | 'name_ko' | 'name_en'>>`
    select party, name_ko, name_en from shops where party = ${party} order by shop_id limit 1`.execute(
    executor,
  );
  return found.rows[0];
}
