import { closed, Id } from '../../../contracts/common.ts';
import {
  AskAboutGift,
  AskedAboutGift,
  CANCEL_GIFT_REFUSALS,
  GiftActions,
  giftActionsPath,
  giftCancellationPath,
  giftRefundPath,
  giftResendsPath,
  READ_GIFT_ACTIONS_REFUSALS,
  REFUND_GIFT_REFUSALS,
  RESEND_GIFT_REFUSALS,
} from '../../../contracts/gift-requests.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../context.ts';
import { cancelOrder, withdrawOrder } from './end-order.ts';
import { readGiftActions } from './gift-actions.ts';
import { resendOffer } from './resend-offer.ts';

const common = { tags: ['shops'], security: [{ signature: [] }], params: closed({ order_id: Id }) };

/** Shops whose staff help a buyer or a recipient who came to them. */
export function giftRequestRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const config = { callers: ['shop'] };

  app.get(
    giftActionsPath(':order_id'),
    {
      config,
      schema: {
        ...common,
        summary: 'What can be done with a gift of the shop now',
        response: { 200: GiftActions },
        refusals: READ_GIFT_ACTIONS_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readGiftActions(context, request.params.order_id, peerOf(request))),
  );

  const verbs = [
    [
      giftResendsPath,
      'Tell the recipient of a gift of the shop once more',
      resendOffer,
      RESEND_GIFT_REFUSALS,
    ],
    [
      giftCancellationPath,
      'Cancel a gift of the shop for its buyer before it is accepted; it is refunded',
      ...([cancelOrder, CANCEL_GIFT_REFUSALS] as const),
    ],
    [
      giftRefundPath,
      'Refund an accepted gift of the shop for its buyer, by the rules that hold for the buyer',
      ...([withdrawOrder, REFUND_GIFT_REFUSALS] as const),
    ],
  ] as const;
  for (const [path, summary, operation, codes] of verbs) {
    app.post(
      path(':order_id'),
      {
        config,
        schema: {
          ...common,
          summary,
          body: AskAboutGift,
          response: { 200: AskedAboutGift },
          refusals: withIdempotencyKey(codes),
        },
      },
      async (request, reply) => {
        const { party } = peerOf(request);
        const { order_id } = request.params;
        const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
        return sendAnswer(
          reply,
          await idempotentProcess(idempotency, async () => {
            const asked = await operation(context, order_id, { party });
            return asked.ok ? done({ order_id }) : asked;
          }),
        );
      },
    );
  }
}
