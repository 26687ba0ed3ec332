import { sql } from 'kysely';
import type { Executor } from '../../../kit/db/transaction.ts';

export type Shop = {
  shop_id: string;
  party: string;
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
  active: boolean;
};

export async function readShop(executor: Executor, shopId: string): Promise<Shop | undefined> {
  const found = await sql<Shop>`select * from shops where shop_id = ${shopId} and active`.execute(executor);
  return found.rows[0];
}

export async function shopOf(executor: Executor, { shop_id }: Pick<Shop, 'shop_id'>): Promise<Shop> {
  const found = await sql<Shop>`select * from shops where shop_id = ${shop_id}`.execute(executor);
  const shop = found.rows[0];
  if (shop === undefined) throw new Error(`There is no shop ${shop_id}.`);
  return shop;
}
