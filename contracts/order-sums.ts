/**
 * GET order-sums?from=&until= → OrderSums: what a server's books say of the caller's orders whose ids were made in that time, at
 * most a day, by the hour. The caller compares it with its own (callers: management).
 */
export const ORDER_SUMS_PATH = '/v1/peer/order-sums';
export { type OrderSum, OrderSums } from '../kit/books/order-sums-shape.ts';
