import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import { sendAnswer } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import { refuse } from '../../../../kit/result.ts';
import { EmailTyped, PersonNameTyped, PhoneTyped } from '../../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember } from '../../http/guards.ts';
import { OrderShape } from '../shapes.ts';
import { recipientAsBefore } from './as-before.ts';
import { CONFIRM_RECIPIENT_REFUSALS, confirmRecipient } from './confirm-recipient.ts';
import { NAME_RECIPIENT_REFUSALS, nameRecipient } from './name-recipient.ts';

/** The buyer names the recipient, hears the masked name, and confirms it (Purchase 6–13). */
export function recipientRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const guarded = { onRequest: requireMember(context) };
  const common = { tags: ['orders'], security: [{ session: [] }], params: closed({ order_id: Id }) };

  app.put(
    '/v1/orders/:order_id/recipient',
    {
      ...guarded,
      schema: {
        ...common,
        summary: 'Set the recipient; the masked name is read back (Purchase 6-10)',
        body: Type.Union([
          closed({
            phone: PhoneTyped,
            by_call: Type.Optional(
              Type.Boolean({
                description: 'Call the recipient instead of texting, as is always done for landlines.',
              }),
            ),
            // Counts only for numbers of countries where no operator can be asked for it.
            name: Type.Optional(PersonNameTyped),
          }),
          closed({ email: EmailTyped, name: PersonNameTyped }),
          closed({ self: Type.Literal(true) }),
          closed({
            // An earlier gift of mine, whose recipient gets this one, too. The name is looked up anew.
            same_as: Id,
          }),
        ]),
        response: { 200: OrderShape },
        refusals: withIdempotencyKey(NAME_RECIPIENT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const { order_id } = request.params;
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
      const { body } = request;
      const name = async () => {
        const recipient = 'same_as' in body ? await recipientAsBefore(db, member_id, body.same_as) : body;
        return recipient === undefined
          ? refuse('order_not_found')
          : nameRecipient(context, order_id, member_id, recipient);
      };
      return sendAnswer(reply, await idempotentProcess(idempotency, name));
    },
  );

  app.post(
    '/v1/orders/:order_id/confirmation',
    {
      ...guarded,
      schema: {
        ...common,
        summary: 'Confirm the name read back; the payment is captured (Purchase 11-13)',
        body: closed({ read_back_id: Id }),
        response: { 200: OrderShape },
        refusals: withIdempotencyKey(CONFIRM_RECIPIENT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const { order_id } = request.params;
      const { read_back_id } = request.body;
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () =>
          confirmRecipient(context, order_id, member_id, read_back_id),
        ),
      );
    },
  );
}
