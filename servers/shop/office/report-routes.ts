import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Day, LastDays } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { ALARM_ORIGINS, listAlarms } from '../opening/spraying.ts';
import { readTrends } from './trends.ts';

const security = [{ session: [] }];
const ALARMS_MAX = 20;

const totals = {
  issued_minor: AmountMinorOrZero,
  used_minor: AmountMinorOrZero,
  reversed_minor: AmountMinorOrZero,
  refunded_minor: AmountMinorOrZero,
  expired_minor: AmountMinorOrZero,
};

const TrendsShape = closed({
  from: Day,
  until: Day,
  currencies: Type.Array(
    closed({
      currency: Currency,
      outstanding_minor: AmountMinorOrZero,
      period: closed(totals),
      days: Type.Array(closed({ day: Day, ...totals, outstanding_minor: AmountMinorOrZero })),
      stores: Type.Array(
        closed({
          store_id: Id,
          name_ko: Type.String(),
          name_en: Type.String(),
          uses: Type.Integer(),
          used_minor: AmountMinorOrZero,
          reversed_minor: AmountMinorOrZero,
        }),
      ),
    }),
  ),
});

const AlarmsShape = closed({
  alarms: Type.Array(
    closed({
      alarm_id: Id,
      origin: Type.Enum([...ALARM_ORIGINS]),
      compared: Type.Integer({ description: 'PINs compared in the ten minutes before it was raised…' }),
      wrong: Type.Integer({ description: '…and how many of them were wrong.' }),
      raised_at: Timestamp,
      ended_at: Type.Union([Timestamp, Type.Null()]),
    }),
  ),
});

/** Trends, and guessing at PINs. */
export function officeReportRoutes(app: App, context: ShopContext): void {
  const tags = ['office: figures'];

  app.get(
    '/v1/office/trends',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'], serviceScope: 'reports' },
      schema: {
        tags,
        summary:
          'Get amounts issued, redeemed, reversed, refunded and expired, by day and by store, including today',
        security,
        querystring: closed({ days: LastDays }),
        response: { 200: TrendsShape },
      },
    },
    async (request, reply) => sendResult(request, reply, done(await readTrends(context, request.query.days))),
  );

  app.get(
    '/v1/office/guessing-alarms',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'] },
      schema: {
        tags,
        summary: 'List when PINs were being guessed, newest first; without an end if they still are',
        security,
        response: { 200: AlarmsShape },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ alarms: await listAlarms(context, ALARMS_MAX) })),
  );
}
