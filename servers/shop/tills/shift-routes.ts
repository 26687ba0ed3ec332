import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { instantOf } from '../../../kit/http/instant.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { readDayReport } from './day-report.ts';
import { clerkOf, tillOf } from './guard.ts';
import { END_SHIFT_REFUSALS, endShift, listShifts } from './shifts.ts';

const security = [{ session: [] }];
const tags = ['terminal'];
const asClerk = { byClerk: true } as const;

const dayTotal = {
  currency: Currency,
  uses: Type.Integer(),
  used_minor: AmountMinorOrZero,
  reversals: Type.Integer(),
  reversed_minor: AmountMinorOrZero,
  cash_taken: Type.Integer({ description: 'Gifts that were sold for cash.' }),
  cash_taken_minor: AmountMinorOrZero,
  cash_returned: Type.Integer(),
  cash_returned_minor: AmountMinorOrZero,
};

/** What a terminal took in a time, by clerk, and its shifts. */
export function shiftRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.get(
    '/v1/day-report',
    {
      config: asClerk,
      schema: {
        tags,
        summary:
          'Get this terminal’s totals since a time, for the end-of-day report, and those of each clerk; with `until`, of a shift that has ended',
        security,
        querystring: closed({ since: Timestamp, until: Type.Optional(Timestamp) }),
        response: {
          200: closed({
            totals: Type.Array(closed(dayTotal)),
            clerks: Type.Array(closed({ clerk_name: Type.Union([Type.String(), Type.Null()]), ...dayTotal })),
          }),
        },
      },
    },
    async (request, reply) => {
      const { since, until } = request.query;
      const period = {
        since: instantOf(since, '/since'),
        until: until === undefined ? null : instantOf(until, '/until'),
      };
      return sendResult(request, reply, done(await readDayReport(context, tillOf(request), period)));
    },
  );

  app.get(
    '/v1/terminal/shifts',
    {
      config: asClerk,
      schema: {
        tags,
        summary: 'List this terminal’s open shift and its last ones, newest first',
        security,
        response: {
          200: closed({
            shifts: Type.Array(
              closed({
                shift_no: Type.Integer(),
                begun_at: Type.Union([Timestamp, Type.Null()]),
                ended_at: Type.Union([Timestamp, Type.Null()]),
                ended_by: Type.Union([Type.String(), Type.Null()]),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ shifts: await listShifts(context, tillOf(request)) })),
  );

  app.post(
    '/v1/terminal/shifts',
    {
      config: asClerk,
      schema: {
        tags,
        summary: 'End this terminal’s shift; the next begins at once',
        security,
        response: { 201: closed({ shift_no: Type.Integer(), ended_at: Timestamp }) },
        refusals: withIdempotencyKey(END_SHIFT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { terminal_id } = tillOf(request);
      const clerk_id = clerkOf(request);
      const idempotency = { db, clock, request, scope: `terminal:${terminal_id}`, status: 201 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, shiftId) =>
          endShift(context, tx, { terminal_id, clerk_id }, shiftId),
        ),
      );
    },
  );
}
