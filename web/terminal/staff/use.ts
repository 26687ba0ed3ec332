import type { paths } from '../../api/shop.gen.ts';

/** A redemption made in this store. */
export type Use =
  paths['/v1/redemptions']['get']['responses'][200]['content']['application/json']['redemptions'][number];

/** The redemptions that were made together; never empty. */
export type SaleUses = readonly [Use, ...Use[]];

/** Redemptions by their sales, in the order in which they are listed. All of a sale have one time and reference. */
export function bySale(uses: readonly Use[]): SaleUses[] {
  const sales = Map.groupBy(uses, ({ at, sale_reference }) => `${at} ${sale_reference}`);
  return [...sales.values()].flatMap(([first, ...more]): SaleUses[] =>
    first === undefined ? [] : [[first, ...more]],
  );
}

/** What was paid in a sale, and what of it is not reversed yet. */
export function sumsOf(sale: SaleUses): { amount_minor: number; left_minor: number } {
  const amount_minor = sale.reduce((sum, use) => sum + use.amount_minor, 0);
  return { amount_minor, left_minor: amount_minor - sale.reduce((sum, use) => sum + use.reversed_minor, 0) };
}

type Body = NonNullable<
  paths['/v1/redemptions/{redemption_id}/reversal']['post']['requestBody']
>['content']['application/json'];
export type Reason = NonNullable<Body['reason']>;
export const REASONS = [
  'wrong_amount',
  'wrong_certificate',
  'goods_returned',
  'paid_otherwise',
  'other',
] as const satisfies readonly Reason[];
