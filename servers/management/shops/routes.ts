import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { FIND_SHOP_REFUSALS, findShop, listShops } from './list-shops.ts';
import { ShopId, ShopShape } from './shapes.ts';

/** The shops whose certificates are on sale, for everybody. */
export function shopRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/shops',
    {
      schema: {
        tags: ['shops'],
        summary: 'List shops and the amounts they sell',
        response: { 200: closed({ shops: Type.Array(ShopShape) }) },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ shops: await listShops(context) })),
  );

  app.get(
    '/v1/shops/:shop_id',
    {
      schema: {
        tags: ['shops'],
        summary: 'Get a shop',
        params: closed({ shop_id: ShopId }),
        response: { 200: ShopShape },
        refusals: FIND_SHOP_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await findShop(context, request.params.shop_id)),
  );
}
