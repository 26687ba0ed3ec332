import {
  PictureParams,
  READ_WINDOW_PICTURE_REFUSALS,
  ShopParams,
  ShownShop,
  WantedWindow,
  WINDOW_PICTURES_PATH,
  WINDOWS_PATH,
  WindowPicture,
} from '../../../contracts/shop-windows.ts';
import { readPicture } from '../../../kit/business/pictures.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done, refuse } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { answerWindow } from './windows.ts';

const about = { tags: ['management'], security: [{ signature: [] }] };
const config = { callers: ['management'] };

/** What an operator shows of a shop, and what the shop wants shown. */
export function windowPeerRoutes(app: App, context: ShopContext): void {
  const { db } = context;

  app.put(
    `${WINDOWS_PATH}/:shop_id`,
    {
      config,
      schema: {
        ...about,
        summary: 'Say what is shown of a shop, and get what the shop wants shown',
        params: ShopParams,
        body: ShownShop,
        response: { 200: WantedWindow },
      },
    },
    async (request, reply) => {
      const where = { operator: peerOf(request).party, shop_id: request.params.shop_id };
      return sendResult(request, reply, done(await answerWindow(context, where, request.body)));
    },
  );

  app.get(
    `${WINDOW_PICTURES_PATH}/:picture_id`,
    {
      config,
      schema: {
        ...about,
        summary: 'Get a picture of a shop’s window',
        params: PictureParams,
        response: { 200: WindowPicture },
        refusals: READ_WINDOW_PICTURE_REFUSALS,
      },
    },
    async (request, reply) => {
      const picture = await readPicture(db, request.params.picture_id);
      return sendResult(
        request,
        reply,
        picture === undefined
          ? refuse('picture_unknown')
          : done({ base64: picture.bytes.toString('base64') }),
      );
    },
  );
}
