import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import { done } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember, webOnly } from '../../http/guards.ts';
import { ShopId } from '../../shops/shapes.ts';
import { KEEP_PERSON_REFUSALS, keepPerson } from './keep-person.ts';
import { peopleGivenTo } from './list-people.ts';

const BirthdayShape = closed({
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  day: Type.Integer({ minimum: 1, maximum: 31 }),
});

const PersonShape = closed({
  /** The last gift to them. */
  order_id: Id,
  shop_id: ShopId,
  masked_name: Type.String(),
  masked_address: Type.String(),
  last_at: Timestamp,
  favourite: Type.Boolean(),
  birthday: Type.Optional(BirthdayShape),
  remind: Type.Boolean({ description: 'Whether the buyer is reminded of the birthday.' }),
});

const PATH = '/v1/members/me/people';

/** The people whom a buyer gives to, and what the buyer notes about them. */
export function peopleRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const common = { tags: ['orders'], security: [{ session: [] }] };

  app.get(
    PATH,
    {
      onRequest: requireMember(context),
      schema: {
        ...common,
        summary: 'List the people I gave to, favourites first, then newest first',
        response: { 200: closed({ people: Type.Array(PersonShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ people: await peopleGivenTo(db, memberOf(request).member_id) })),
  );

  app.put(
    `${PATH}/:order_id`,
    {
      onRequest: [requireMember(context), webOnly],
      schema: {
        ...common,
        summary:
          'Note whether the recipient of a gift is a favourite, their birthday, and whether to be reminded',
        params: closed({ order_id: Id }),
        body: closed({
          favourite: Type.Boolean(),
          birthday: Type.Union([BirthdayShape, Type.Null()]),
          remind: Type.Boolean(),
        }),
        response: { 200: PersonShape },
        refusals: withIdempotencyKey(KEEP_PERSON_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          keepPerson(context, tx, member_id, request.params.order_id, request.body),
        ),
      );
    },
  );
}
