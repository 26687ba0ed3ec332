import Type from 'typebox';
import { days } from '../../../kit/http/shapes.ts';
import { ORDER_STATES, type OrderState } from '../orders/order-states.ts';
import { PAYOUT_STATES } from '../shops/payout-news.ts';
import { ShopId } from '../shops/shapes.ts';

export const orderFilters = {
  query: Type.Optional(Type.String({ minLength: 4, maxLength: 254 })),
  state: Type.Optional(Type.Enum(Object.keys(ORDER_STATES) as OrderState[])),
  shop_id: Type.Optional(ShopId),
  ...days,
};

export const payoutFilters = {
  state: Type.Optional(Type.Enum([...PAYOUT_STATES])),
  shop_id: Type.Optional(ShopId),
  ...days,
};
