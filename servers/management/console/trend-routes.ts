import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Day, LastDays } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { STAFF_ROLES } from '../http/guards.ts';
import { readTrends } from './trends.ts';

const TrendsShape = closed({
  orders: Type.Array(closed({ day: Day, count: Type.Integer({ minimum: 0 }) })),
  currencies: Type.Array(
    closed({
      currency: Currency,
      days: Type.Array(
        closed({
          day: Day,
          sold_minor: AmountMinorOrZero,
          used_minor: Type.Integer({
            description: 'Negative if reversals of earlier redemptions outweigh the day’s.',
          }),
          refunded_minor: AmountMinorOrZero,
        }),
      ),
    }),
  ),
});

/** Figures of the last days, beside which the current ones are shown. */
export function staffTrendRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/trends',
    {
      // Asked for by a page that is left open, and without personal data.
      config: { staffRoles: STAFF_ROLES, serviceScope: 'numbers', audited: null },
      schema: {
        tags: ['staff'],
        summary: 'Get orders, sales, redemptions and refunds by Korean day, including today',
        security: [{ session: [] }],
        querystring: closed({ days: LastDays }),
        response: { 200: TrendsShape },
      },
    },
    async (request, reply) => sendResult(request, reply, done(await readTrends(context, request.query.days))),
  );
}
