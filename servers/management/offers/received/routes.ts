import Type from 'typebox';
import { AmountMinor, Currency, closed, Id, Timestamp } from '../../../../contracts/common.ts';
import { GIFT_STATES } from '../../../../kit/gift-state.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { localeOf } from '../../../../kit/http/problem.ts';
import { done } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember, webOnly } from '../../http/guards.ts';
import { LIST_RECEIVED_REFUSALS, listReceived } from './list-received.ts';
import { OPEN_RECEIVED_REFUSALS, openReceived } from './open-received.ts';

const ReceivedShape = closed({
  order_id: Id,
  shop: closed({ name_ko: Type.String(), name_en: Type.String() }),
  sender_name: Type.String(),
  amount_minor: AmountMinor,
  currency: Currency,
  card_design: Type.Optional(Type.String()),
  gift_state: Type.Optional(
    Type.Enum([...GIFT_STATES], { description: 'Missing if the shop didn’t say who has used it.' }),
  ),
  answer_by: Type.Optional(Timestamp),
  valid_until: Type.Optional(Timestamp),
  certificate_url: Type.Optional(Type.String({ description: 'Where its holder sees the balance.' })),
  sent_at: Timestamp,
});

const PATH = '/v1/members/me/received';

/** Gifts that were sent to what a member proved to be theirs. */
export function receivedRoutes(app: App, context: ManagementContext): void {
  const onRequest = [requireMember(context), webOnly];
  const common = { tags: ['offers'], security: [{ session: [] }] };

  app.get(
    PATH,
    {
      onRequest,
      schema: {
        ...common,
        summary: 'List the gifts that I was sent, newest first',
        querystring: closed({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
          before: Type.Optional(Id),
        }),
        response: { 200: closed({ gifts: Type.Array(ReceivedShape) }) },
        refusals: LIST_RECEIVED_REFUSALS,
      },
    },
    async (request, reply) => {
      const { limit = 20, before } = request.query;
      const asked = { limit, before, locale: localeOf(request) };
      const listed = await listReceived(context, memberOf(request).member_id, asked);
      return sendResult(request, reply, listed.ok ? done({ gifts: listed.value }) : listed);
    },
  );

  app.put(
    `${PATH}/:order_id/link`,
    {
      onRequest,
      schema: {
        ...common,
        summary: 'Get a link by which I answer a gift that waits; the same whenever it is asked for',
        params: closed({ order_id: Id }),
        response: { 200: closed({ url: Type.String() }) },
        refusals: OPEN_RECEIVED_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await openReceived(context, memberOf(request).member_id, request.params.order_id),
      ),
  );
}
