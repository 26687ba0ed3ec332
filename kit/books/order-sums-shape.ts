import Type, { type Static } from 'typebox';
import { AmountMinorOrZero, Currency, closed, Timestamp } from '../http/shapes.ts';

export const ReadOrderSums = closed({ from: Timestamp, until: Timestamp });

/**
 * Sums over the orders of one hour. `payments` (settlement; of those for cash, the shop): those with money of the buyer that is not
 * refunded, and how much.
 * `certificates` (shop): those that were not cancelled, and what they were worth. `balances` (shop): those with something left.
 */
export const OrderSum = Type.Object({
  hour: Timestamp,
  of: Type.String(),
  currency: Currency,
  count: Type.Integer({ minimum: 0 }),
  amount_minor: AmountMinorOrZero,
});
export type OrderSum = Static<typeof OrderSum>;
export const OrderSums = Type.Object({ sums: Type.Array(OrderSum) });
export type OrderSums = Static<typeof OrderSums>;
