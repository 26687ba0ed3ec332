import { sql } from '../../../kit/db/sql.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { type OrderView, orderView, withViews } from './order-view.ts';
import { ORDER_COLUMNS, type OrderRow } from './orders.ts';

/** A member's orders, newest first, only those older than `before` if given. Gifts of a group are listed with it. */
export async function listOrders(
  context: ManagementContext,
  memberId: string,
  limit: number,
  before: string | undefined,
): Promise<OrderView[]> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o
    where member_id = ${memberId} and group_id is null and ${before === undefined ? sql`true` : sql`order_id < ${before}`}
    order by order_id desc limit ${limit}`.execute(context.db);
  const viewed = await withViews(context.db, found.rows, context.clock());
  return viewed.map(({ view }) => view);
}

export const OWN_ORDER_REFUSALS = refusals('order_not_found');

export async function ownOrder(
  context: ManagementContext,
  memberId: string,
  orderId: string,
): Promise<Result<OrderView, RefusalOf<typeof OWN_ORDER_REFUSALS>>> {
  const found = await sql<OrderRow>`
    select ${ORDER_COLUMNS} from orders o where order_id = ${orderId} and member_id = ${memberId}`.execute(
    context.db,
  );
  const order = found.rows[0];
  return order === undefined
    ? refuse('order_not_found')
    : done(await orderView(context.db, order, context.clock()));
}
