import type { paths } from '../../api/management.gen.ts';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

export const SHOPS = ['shops'];

export const readShops = () => answered(api.GET('/v1/staff/shops'));
export type Shop = Awaited<ReturnType<typeof readShops>>['shops'][number];
/** What became of what a shop says of itself. */
export type Window = Awaited<ReturnType<typeof readShops>>['windows'][number];

type Changes = NonNullable<
  paths['/v1/staff/shops/{shop_id}']['patch']['requestBody']
>['content']['application/json'];
export type ShopChanges = Changes;
