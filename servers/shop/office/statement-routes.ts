import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { asAttachment } from '../../../kit/http/attachment.ts';
import { localeOf } from '../../../kit/http/problem.ts';
import { Day, days } from '../../../kit/http/shapes.ts';
import { statementCsv } from '../../../kit/papers/statement.ts';
import { statementPdf } from '../../../kit/papers/statement-pdf.ts';
import { MAIN_LOCALES, mainLocale, words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import {
  askStatement,
  readShopStatement,
  SHOP_PAYOUT_STATES,
  SHOP_STATEMENT_REFUSALS,
} from './read-statement.ts';

const security = [{ session: [] }];

const StatementShape = closed({
  from: Day,
  until: Day,
  payouts: Type.Array(
    closed({
      payout_id: Id,
      state: Type.Enum([...SHOP_PAYOUT_STATES]),
      at: Timestamp,
      paid_at: Type.Optional(Timestamp),
      returned_at: Type.Optional(Timestamp),
      return_reason: Type.Optional(Type.String()),
      waits_for: Type.Optional(Type.String()),
      gross_minor: AmountMinorOrZero,
      commission_minor: AmountMinorOrZero,
      net_minor: AmountMinorOrZero,
      currency: Currency,
    }),
  ),
  accounts: Type.Array(
    closed({
      currency: Currency,
      bank_code: Type.Optional(Type.String()),
      last4: Type.String(),
      paid_to_from: Timestamp,
      paid_to_until: Type.Optional(Timestamp),
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

/** The statement of settlement, to look at and to keep. */
export function officeStatementRoutes(app: App, context: ShopContext): void {
  const tags = ['office: figures'];
  const config = { staffRoles: ['owner', 'auditor'], serviceScope: 'reports' };

  app.get(
    '/v1/office/statement',
    {
      config,
      schema: {
        tags,
        summary: 'Get settlement’s statement of the shop for a period, compared with the shop’s own books',
        security,
        querystring: closed(days),
        response: { 200: StatementShape },
        refusals: SHOP_STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await readShopStatement(context, request.query)),
  );

  app.get(
    '/v1/office/statement.csv',
    {
      config,
      schema: {
        tags,
        summary: 'Download settlement’s statement of the shop for a period as CSV',
        security,
        querystring: closed(days),
        response: { 200: { content: { 'text/csv': { schema: Type.String() } } } },
        refusals: SHOP_STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => {
      const asked = await askStatement(context, request.query);
      if (!asked.ok) return sendResult(request, reply, asked);
      return asAttachment(reply, 'text/csv; charset=utf-8', 'statement.csv').send(
        statementCsv(asked.value.statement),
      );
    },
  );

  app.get(
    '/v1/office/statement.pdf',
    {
      config,
      schema: {
        tags,
        summary: 'Download settlement’s statement of the shop for a period as PDF',
        security,
        querystring: closed({ ...days, lang: Type.Optional(Type.Enum([...MAIN_LOCALES])) }),
        response: {
          200: {
            description: 'A4 pages',
            content: {
              'application/pdf': { schema: Type.Unsafe<Buffer>(Type.String({ format: 'binary' })) },
            },
          },
        },
        refusals: SHOP_STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => {
      const asked = await askStatement(context, request.query);
      if (!asked.ok) return sendResult(request, reply, asked);
      const w = words(mainLocale(request.query.lang ?? localeOf(request)));
      const bytes = await statementPdf(w, asked.value.statement, context.clock());
      return asAttachment(reply, 'application/pdf', 'statement.pdf').send(bytes);
    },
  );
}
