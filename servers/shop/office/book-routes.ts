import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import { conservation } from '../books/conservation.ts';
import type { ShopContext } from '../context.ts';
import { listLookups } from '../members/look-up-member.ts';

const security = [{ session: [] }];

const BooksShape = closed({
  currencies: Type.Array(
    closed({
      currency: Currency,
      issued_minor: AmountMinorOrZero,
      outstanding_minor: AmountMinorOrZero,
      redeemed_minor: AmountMinorOrZero,
      refunded_minor: AmountMinorOrZero,
      expired_minor: AmountMinorOrZero,
      held_minor: AmountMinorOrZero,
      differences: Type.Array(Type.String(), {
        description: 'Failed checks; empty when the books balance.',
      }),
    }),
  ),
});

/** The books, and the log of member look-ups. */
export function officeBookRoutes(app: App, context: ShopContext): void {
  const tags = ['office: books'];

  app.get(
    '/v1/office/member-lookups',
    {
      config: { staffRoles: ['owner', 'auditor'], serviceScope: 'books' },
      schema: {
        tags,
        summary: 'List member look-ups: who asked, for which order, when, and the answer',
        security,
        querystring: closed({ before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            lookups: Type.Array(
              closed({
                lookup_id: Id,
                party: Type.String(),
                order_id: Id,
                phone: Type.String(),
                found: Type.Boolean(),
                at: Timestamp,
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ lookups: await listLookups(context, request.query) })),
  );

  app.get(
    '/v1/office/books',
    {
      config: { staffRoles: ['owner', 'auditor'], serviceScope: 'books' },
      schema: {
        tags,
        summary: 'Get issued = outstanding + redeemed + refunded + expired, and whether the books balance',
        security,
        response: { 200: BooksShape },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ currencies: await conservation(context.db) })),
  );
}
