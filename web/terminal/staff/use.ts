import type { paths } from '../../api/shop.gen.ts';

/** A redemption made in this store. */
export type Use =
  paths['/v1/redemptions']['get']['responses'][200]['content']['application/json']['redemptions'][number];
