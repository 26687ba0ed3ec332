import { AskStores, HOLDER_PATHS, Stores } from '../../../contracts/shop-holders.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { listPlaces, type Store, storeIn } from './stores.ts';

/** Where certificates are accepted, for callers on management's phone line. */
export function storePeerRoutes(app: App, context: ShopContext): void {
  app.get(
    HOLDER_PATHS.stores,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['management'],
        security: [{ signature: [] }],
        summary: 'List the stores that accept certificates, with what callers ask about them',
        querystring: AskStores,
        response: { 200: Stores },
      },
    },
    async (request, reply) => {
      const stores = (await listPlaces(context)).map((store) => asTold(request.query, store));
      return sendResult(request, reply, done({ stores }));
    },
  );
}

function asTold({ locale, with: wanted }: AskStores, store: Store): Stores['stores'][number] {
  const { store_id, name, district, address, opening_hours, phone, map_url } = storeIn(locale, store);
  return {
    store_id,
    name,
    ...(district === null ? {} : { district }),
    ...(address === null ? {} : { address }),
    ...(opening_hours === null ? {} : { opening_hours }),
    ...(phone === null ? {} : { phone }),
    ...(map_url === null || wanted !== 'maps' ? {} : { map_url }),
  };
}
