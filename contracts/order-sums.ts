import Type, { type Static } from 'typebox';
import { AmountMinorOrZero, Currency, closed, open, Timestamp } from './common.ts';

/**
 * GET order-sums?from=&until= → OrderSums: what a server's books say of the caller's orders whose ids were made in that time, at
 * most a day, by the hour. The caller compares it with its own (callers: management).
 */
export const ORDER_SUMS_PATH = '/v1/peer/order-sums';
export const ReadOrderSums = closed({ from: Timestamp, until: Timestamp });

/**
 * Sums over the orders of one hour. `payments` (settlement): those with money of the buyer that is not refunded, and how much.
 * `certificates` (shop): those that were not cancelled, and what they were worth. `balances` (shop): those with something left.
 */
export const OrderSum = open({
  hour: Timestamp,
  of: Type.String(),
  currency: Currency,
  count: Type.Integer({ minimum: 0 }),
  amount_minor: AmountMinorOrZero,
});
export type OrderSum = Static<typeof OrderSum>;
export const OrderSums = open({ sums: Type.Array(OrderSum) });
