import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Day } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { ALARM_ORIGINS, listAlarms } from '../opening/spraying.ts';
import { readShopStatement, SHOP_STATEMENT_REFUSALS } from './read-statement.ts';
import { readTrends } from './trends.ts';

const security = [{ session: [] }];
const DAYS_MAX = 366;
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

const StatementShape = closed({
  from: Day,
  until: Day,
  payouts: Type.Array(
    closed({
      payout_id: Id,
      paid_at: Timestamp,
      gross_minor: AmountMinorOrZero,
      commission_minor: AmountMinorOrZero,
      net_minor: AmountMinorOrZero,
      currency: Currency,
    }),
  ),
  sales: Type.Array(
    closed({
      order_id: Id,
      kind: Type.Enum(['capture', 'refund']),
      amount_minor: AmountMinorOrZero,
      currency: Currency,
      at: Timestamp,
    }),
  ),
  totals: Type.Array(
    closed({
      currency: Currency,
      captured_minor: AmountMinorOrZero,
      refunded_minor: AmountMinorOrZero,
      paid_out_minor: AmountMinorOrZero,
      commission_minor: AmountMinorOrZero,
      in_trust_minor: AmountMinorOrZero,
      used_minor: AmountMinorOrZero,
      unpaid_minor: Type.Integer({
        description: 'Redeemed by our books but not paid out; negative if a paid redemption was reversed.',
      }),
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

/** Trends, guessing at PINs, and the statement of settlement. */
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
        querystring: closed({ days: Type.Integer({ minimum: 1, maximum: DAYS_MAX, default: 30 }) }),
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

  app.get(
    '/v1/office/statement',
    {
      config: { staffRoles: ['owner', 'auditor'], serviceScope: 'reports' },
      schema: {
        tags,
        summary: 'Get settlement’s statement of the shop for a period, compared with the shop’s own books',
        security,
        querystring: closed({ from: Type.Optional(Day), until: Type.Optional(Day) }),
        response: { 200: StatementShape },
        refusals: SHOP_STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await readShopStatement(context, request.query)),
  );
}
