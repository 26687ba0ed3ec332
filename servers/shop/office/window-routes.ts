import Type from 'typebox';
import { closed, Timestamp } from '../../../contracts/common.ts';
import { ShopParams, ShopWindow, ShownShop, WindowContent } from '../../../contracts/shop-windows.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { ShopContext } from '../context.ts';
import { listWindows, PUBLISH_WINDOW_REFUSALS, publishWindow } from '../stores/windows.ts';

const tags = ['office: shop window'];
const security = [{ session: [] }];
const Published = closed({ ...ShopWindow.properties, published_at: Timestamp });
const Where = {
  operator: Type.String({ minLength: 1, maxLength: 64, description: 'The management server that sells it.' }),
  ...ShopParams.properties,
};

const WindowsShape = closed({
  windows: Type.Array(
    closed({
      ...Where,
      ...ShownShop.properties,
      asked_at: Timestamp,
      wanted: Type.Optional(Published),
    }),
  ),
});

/** What operators show buyers of this brand's shops, and what it wants shown. Owners publish, everybody else reads. */
export function officeWindowRoutes(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/windows',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'] },
      schema: {
        tags,
        summary: 'List what operators show of each shop, and the limits of what it may sell',
        security,
        response: { 200: WindowsShape },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ windows: await listWindows(context.db) })),
  );

  app.post(
    '/v1/office/windows',
    {
      config: { staffRoles: ['owner'], recentProof: true },
      schema: {
        tags,
        summary: 'Publish what an operator is to show of a shop; earlier versions are kept',
        security,
        body: closed({
          ...Where,
          after: Type.Integer({
            minimum: 0,
            maximum: 2_147_483_646,
            description:
              'The higher of the version shown and the one published last, as the writer saw them.',
          }),
          window: WindowContent,
        }),
        response: { 201: Published },
        refusals: withIdempotencyKey(PUBLISH_WINDOW_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { window: content, ...where } = request.body;
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          publishWindow(context, tx, staff_id, { ...where, content }),
        ),
      );
    },
  );
}
