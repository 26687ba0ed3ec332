import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import { sendAnswer } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import { EmailTyped, PersonNameTyped, PhoneTyped } from '../../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember } from '../../http/guards.ts';
import { OrderShape, RecipientShape } from '../shapes.ts';
import { CONFIRM_CORRECTION_REFUSALS, confirmCorrection } from './confirm-correction.ts';
import { NAME_CORRECTION_REFUSALS, nameCorrection } from './name-correction.ts';

const OrderParams = closed({ order_id: Id });

/** A buyer who named the wrong recipient changes it, until somebody has accepted. */
export function correctionRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const guarded = { onRequest: requireMember(context) };
  const common = { tags: ['orders'], security: [{ session: [] }], params: OrderParams };

  app.put(
    '/v1/orders/:order_id/correction',
    {
      ...guarded,
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
      const { member_id } = memberOf(request);
      const { order_id } = request.params;
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () =>
          nameCorrection(context, order_id, member_id, request.body),
        ),
      );
    },
  );

  app.post(
    '/v1/orders/:order_id/correction/confirmation',
    {
      ...guarded,
      schema: {
        ...common,
        summary: 'Confirm the new recipient; the old link stops working and the new recipient is messaged',
        body: closed({ read_back_id: Id }),
        response: { 200: OrderShape },
        refusals: withIdempotencyKey(CONFIRM_CORRECTION_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const { order_id } = request.params;
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () =>
          confirmCorrection(context, order_id, member_id, request.body.read_back_id),
        ),
      );
    },
  );
}
