import { closed, Id } from '../../../contracts/common.ts';
import {
  giftResendsPath,
  RESEND_GIFT_REFUSALS,
  ResendGift,
  ResentGift,
} from '../../../contracts/gift-resends.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../context.ts';
import { resendOffer } from './resend-offer.ts';

/** Shops whose staff help somebody that has not got the message about a gift. */
export function giftResendRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  app.post(
    giftResendsPath(':order_id'),
    {
      config: { callers: ['shop'] },
      schema: {
        tags: ['shops'],
        summary: 'Tell the recipient of a gift of the shop once more',
        security: [{ signature: [] }],
        params: closed({ order_id: Id }),
        body: ResendGift,
        response: { 200: ResentGift },
        refusals: withIdempotencyKey(RESEND_GIFT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party } = peerOf(request);
      const { order_id } = request.params;
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, async () => {
          const resent = await resendOffer(context, order_id, { party });
          return resent.ok ? done({ order_id }) : resent;
        }),
      );
    },
  );
}
