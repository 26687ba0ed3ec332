import type { READ_GIFT_ACTIONS_REFUSALS } from '../../../contracts/gift-requests.ts';
import { SHOP_ACTIONS, type ShopAction } from '../../../kit/gift-state.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { shopOf } from '../shops/shops.ts';
import type { ShopAsking } from './asked-by.ts';
import { orderView } from './order-view.ts';
import { readOrderIfAny } from './orders.ts';

/** What a shop can have done with a gift of its own now. */
export async function readGiftActions(
  { db, clock }: ManagementContext,
  orderId: string,
  { party }: ShopAsking,
): Promise<
  Result<{ order_id: string; actions: ShopAction[] }, RefusalOf<typeof READ_GIFT_ACTIONS_REFUSALS>>
> {
  const order = await readOrderIfAny(db, orderId);
  if (order === undefined || (await shopOf(db, order)).party !== party) return refuse('order_not_found');
  const { actions } = await orderView(db, order, clock());
  return done({ order_id: orderId, actions: SHOP_ACTIONS.filter((action) => actions.includes(action)) });
}
