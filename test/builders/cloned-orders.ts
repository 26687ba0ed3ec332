import { Client } from 'pg';
import type { TestManagement } from './management.ts';

/** Runs statements as the owner of the database, for what the server itself may not do. */
export async function asOwner(
  { ownerUrl }: Pick<TestManagement, 'ownerUrl'>,
  ...statements: (string | { text: string; values: unknown[] })[]
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** As many copies of an order, at another shop. */
export function cloneOrder(
  management: Pick<TestManagement, 'ownerUrl'>,
  orderId: string,
  { shop_id, copies }: { shop_id: string; copies: number },
): Promise<void> {
  const text = `
    insert into orders
    select (jsonb_populate_record(o, jsonb_build_object('order_id', gen_random_uuid(), 'shop_id', $2::text))).*
    from orders o cross join generate_series(1, $3::integer) where o.order_id = $1`;
  return asOwner(management, { text, values: [orderId, shop_id, copies] });
}

/** A copy of the shop `haneul` with an id and a server of its own. */
export function cloneShop(
  management: Pick<TestManagement, 'ownerUrl'>,
  shopId: string,
  party: string,
): Promise<void> {
  const text = `
    insert into shops
    select (jsonb_populate_record(s, jsonb_build_object('shop_id', $1::text, 'party', $2::text))).*
    from shops s where s.shop_id = 'haneul'`;
  return asOwner(management, { text, values: [shopId, party] });
}
