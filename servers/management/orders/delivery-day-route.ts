import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import type { ManagementContext } from '../context.ts';
import { memberOf, requireMember } from '../http/guards.ts';
import { CHANGE_DELIVERY_DAY_REFUSALS, changeDeliveryDay, countDayChange } from './change-delivery-day.ts';
import { OrderShape } from './shapes.ts';

/** A buyer changes when a scheduled gift is delivered. */
export function deliveryDayRoute(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  app.put(
    '/v1/orders/:order_id/delivery-day',
    {
      onRequest: requireMember(context),
      schema: {
        tags: ['orders'],
        security: [{ session: [] }],
        summary: 'Change when a scheduled gift is delivered, or have it delivered now',
        params: closed({ order_id: Id }),
        body: closed({
          deliver_at: Type.Union([Timestamp, Type.Null()], { description: 'Null to deliver it now.' }),
        }),
        response: { 200: OrderShape },
        refusals: withIdempotencyKey(CHANGE_DELIVERY_DAY_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const { order_id } = request.params;
      const { deliver_at } = request.body;
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
      const day = deliver_at === null ? null : new Date(deliver_at);
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countDayChange(context, order_id, member_id),
          (tx) => changeDeliveryDay(context, tx, order_id, member_id, day),
        ),
      );
    },
  );
}
