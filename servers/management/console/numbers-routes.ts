import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { minorToJson } from '../../../kit/money.ts';
import { done } from '../../../kit/result.ts';
import { conservation } from '../books/conservation.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { ORDER_STATES, type OrderState } from '../orders/order-states.ts';
import { liveNumbers } from './live-numbers.ts';

const security = [{ session: [] }];
const tags = ['staff'];
const Count = Type.Integer({ minimum: 0 });
const Seconds = Type.Optional(Type.Integer({ minimum: 0 }));
/** Negative when reversals of earlier redemptions outweigh today's. */
const Sum = Type.Integer();

const BooksShape = closed({
  currency: Currency,
  issued_minor: AmountMinorOrZero,
  outstanding_minor: AmountMinorOrZero,
  redeemed_minor: AmountMinorOrZero,
  refunded_minor: AmountMinorOrZero,
  expired_minor: AmountMinorOrZero,
  holds: Type.Boolean(),
});

/** Live counts and totals, and whether the books balance. */
export function staffNumbersRoutes(app: App, context: ManagementContext): void {
  const { db } = context;

  app.get(
    '/v1/staff/numbers',
    {
      // Polled every few seconds, and without personal data.
      config: { staffRoles: STAFF_ROLES, serviceScope: 'numbers', audited: null },
      schema: {
        tags,
        summary: 'Get current counts and totals',
        security,
        response: {
          200: closed({
            at: Timestamp,
            day_began_at: Timestamp,
            orders: Type.Array(
              closed({ state: Type.Enum(Object.keys(ORDER_STATES) as OrderState[]), count: Count }),
            ),
            money: Type.Array(
              closed({ currency: Currency, sold_minor: Sum, used_minor: Sum, refunded_minor: Sum }),
            ),
            stuck_orders: Count,
            messages: closed({
              waiting: Count,
              failing: Count,
              failed_today: Count,
              oldest_waiting_s: Seconds,
            }),
            to_say: closed({ waiting: Count, oldest_waiting_s: Seconds }),
            calls: closed({ unknown: Count, oldest_unknown_s: Seconds }),
            notices: Type.Array(
              closed({
                sender: Type.String(),
                last_batch_no: Count,
                last_taken_at: Type.Optional(Timestamp),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => sendResult(request, reply, done(await liveNumbers(context))),
  );

  app.get(
    '/v1/staff/books',
    {
      config: {
        staffRoles: ['operator', 'auditor'],
        audited: audited('look_at_books', 'books', () => 'management'),
      },
      schema: {
        tags,
        summary: 'Check whether issued = outstanding + redeemed + refunded + expired',
        security,
        response: { 200: closed({ books: Type.Array(BooksShape) }) },
      },
    },
    async (request, reply) => {
      const books = (await conservation(db)).map(({ currency, holds, ...amounts }) => ({
        currency,
        ...Object.fromEntries(Object.entries(amounts).map(([name, minor]) => [name, minorToJson(minor)])),
        holds,
      }));
      return sendResult(request, reply, done({ books }));
    },
  );
}
