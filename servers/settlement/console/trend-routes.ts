import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Day, LastDays } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { readTrends } from './trends.ts';

const TrendsShape = closed({
  currencies: Type.Array(
    closed({
      currency: Currency,
      days: Type.Array(
        closed({
          day: Day,
          /** Of the payments that were begun on that day. */
          captured_minor: AmountMinorOrZero,
          refunded_minor: AmountMinorOrZero,
          paid_out_minor: AmountMinorOrZero,
          /** Sent back by banks. */
          returned_minor: AmountMinorOrZero,
        }),
      ),
    }),
  ),
});

/** For a scope of staff. */
export function trendRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  app.get(
    '/v1/staff/trends',
    {
      config: { staffRoles, serviceScope: 'payments', audited: null },
      schema: {
        tags: ['staff: payments'],
        summary: 'Get what was captured, given back, paid out and sent back by Korean day, including today',
        security: [{ session: [] }],
        querystring: closed({ days: LastDays }),
        response: { 200: TrendsShape },
      },
    },
    async (request, reply) => sendResult(request, reply, done(await readTrends(context, request.query.days))),
  );
}
