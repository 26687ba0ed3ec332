import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { Reason } from '../../../kit/staff/notes.ts';
import { EmailTyped, PersonNameTyped, PhoneTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { audited } from '../http/guards.ts';
import { CONFIRM_CORRECTION_REFUSALS, confirmCorrection } from '../orders/corrections/confirm-correction.ts';
import { NAME_CORRECTION_REFUSALS, nameCorrection } from '../orders/corrections/name-correction.ts';
import {
  CANCEL_ORDER_REFUSALS,
  cancelOrder,
  WITHDRAW_ORDER_REFUSALS,
  withdrawOrder,
} from '../orders/end-order.ts';
import { RESEND_OFFER_REFUSALS, resendOffer } from '../orders/resend-offer.ts';
import { OrderShape, RecipientShape } from '../orders/shapes.ts';
import { NOTE_ORDER_REFUSALS, noteOrder } from './note-order.ts';

const orderId = ({ params }: FastifyRequest) => Object(params).order_id;
const common = {
  tags: ['staff'],
  security: [{ session: [] }],
  params: closed({ order_id: Id }),
};

/** What staff do with one gift from its page, each with a reason. What moves money or value needs a recent proof of who they are. */
export function staffActRoutes(app: App, context: ManagementContext): void {
  verbRoutes(app, context);
  correctionRoutes(app, context);
  noteRoute(app, context);
}

function verbRoutes(app: App, context: ManagementContext): void {
  const serving = { staffRoles: ['operator', 'support'] };
  const movingMoney = { staffRoles: ['operator'], recentProof: true };
  const verbs = [
    ['resend', serving, 'resend_gift', 'Tell the recipient once more', resendOffer, RESEND_OFFER_REFUSALS],
    [
      ...(['cancellation', movingMoney, 'cancel_gift'] as const),
      'Cancel a gift for its buyer before it is accepted; it is refunded',
      cancelOrder,
      CANCEL_ORDER_REFUSALS,
    ],
    [
      ...(['refund', movingMoney, 'refund_gift'] as const),
      'Refund an accepted gift for its buyer, by the rules that hold for the buyer',
      withdrawOrder,
      WITHDRAW_ORDER_REFUSALS,
    ],
  ] as const;
  for (const [verb, who, action, summary, operation, codes] of verbs) {
    app.post(
      `/v1/staff/orders/:order_id/${verb}`,
      {
        config: { ...who, audited: audited(action, 'order', orderId) },
        schema: {
          ...common,
          summary,
          body: closed({ reason: Reason }),
          response: { 200: OrderShape },
          refusals: withIdempotencyKey(codes),
        },
      },
      async (request, reply) => {
        const { order_id } = request.params;
        const act = { staff_id: staffOf(request).staff_id, reason: request.body.reason };
        return sendAnswer(
          reply,
          await idempotentProcess(staffIdempotency(context, request, 200), (note_id) =>
            operation(context, order_id, { ...act, note_id }),
          ),
        );
      },
    );
  }
}

function correctionRoutes(app: App, context: ManagementContext): void {
  const config = { staffRoles: ['operator'], recentProof: true };

  app.put(
    '/v1/staff/orders/:order_id/correction',
    {
      config: { ...config, audited: audited('ask_to_correct_gift', 'order', orderId) },
      schema: {
        ...common,
        summary:
          'Start changing the recipient before acceptance; the masked name is read back and nothing changes yet',
        body: Type.Union([
          closed({ phone: PhoneTyped, name: Type.Optional(PersonNameTyped) }),
          closed({ email: EmailTyped, name: PersonNameTyped }),
        ]),
        response: { 200: RecipientShape },
        refusals: withIdempotencyKey(NAME_CORRECTION_REFUSALS),
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      return sendAnswer(
        reply,
        await idempotentProcess(staffIdempotency(context, request, 200), () =>
          nameCorrection(context, order_id, undefined, request.body),
        ),
      );
    },
  );

  app.post(
    '/v1/staff/orders/:order_id/correction/confirmation',
    {
      config: { ...config, audited: audited('correct_gift', 'order', orderId) },
      schema: {
        ...common,
        summary: 'Confirm the new recipient; the old link stops working and the new recipient is messaged',
        body: closed({ read_back_id: Id, reason: Reason }),
        response: { 200: OrderShape },
        refusals: withIdempotencyKey(CONFIRM_CORRECTION_REFUSALS),
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const { read_back_id, reason } = request.body;
      const act = { staff_id: staffOf(request).staff_id, reason };
      return sendAnswer(
        reply,
        await idempotentProcess(staffIdempotency(context, request, 200), (note_id) =>
          confirmCorrection(context, order_id, { ...act, note_id }, read_back_id),
        ),
      );
    },
  );
}

function noteRoute(app: App, context: ManagementContext): void {
  app.post(
    '/v1/staff/orders/:order_id/notes',
    {
      config: { staffRoles: ['operator', 'support'], audited: audited('note_gift', 'order', orderId) },
      schema: {
        ...common,
        summary: 'Note something about a gift, for other staff',
        body: closed({ text: Reason }),
        response: { 201: closed({ note_id: Id }) },
        refusals: withIdempotencyKey(NOTE_ORDER_REFUSALS),
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const act = { staff_id: staffOf(request).staff_id, reason: request.body.text };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx, note_id) =>
          noteOrder(context, tx, order_id, { ...act, note_id }),
        ),
      );
    },
  );
}
