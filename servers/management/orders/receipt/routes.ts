import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Id, Timestamp } from '../../../../contracts/common.ts';
import { ApprovalNumber } from '../../../../contracts/settlement-payments.ts';
import { Business } from '../../../../kit/business/shapes.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { localeOf } from '../../../../kit/http/problem.ts';
import { done } from '../../../../kit/result.ts';
import { mainLocale, words } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember } from '../../http/guards.ts';
import { Locale } from '../../http/shapes.ts';
import { READ_RECEIPT_REFUSALS, readReceipt } from './receipt.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { receiptView } from './receipt-view.ts';

const Money = closed({ amount_minor: AmountMinorOrZero, currency: Currency });

const ReceiptShape = closed({
  order_id: Id,
  captured_at: Timestamp,
  buyer_name: Type.String(),
  masked_recipient: Type.String(),
  shop: closed({ name_ko: Type.String(), name_en: Type.String() }),
  brand: Type.Optional(Type.String()),
  last4: Type.Optional(Type.String()),
  paid_in_cash: Type.Optional(Type.Literal(true)),
  approval_number: Type.Optional(ApprovalNumber),
  amount: Money,
  refund: Type.Optional(closed({ at: Timestamp, amount: Money })),
  remains: Money,
  vat: Type.Optional(
    closed({
      percent: Type.String({ examples: ['10'], description: 'Of what remains; 0 if no VAT is part of it.' }),
      net: Money,
      vat: Money,
    }),
  ),
  seller: Type.Optional(Business),
});

/** The receipt for a gift. */
export function receiptRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/orders/:order_id/receipt/details',
    {
      onRequest: requireMember(context),
      schema: {
        tags: ['orders'],
        summary: 'Get what the receipt says',
        security: [{ session: [] }],
        params: closed({ order_id: Id }),
        response: { 200: ReceiptShape },
        refusals: READ_RECEIPT_REFUSALS,
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const receipt = await readReceipt(context, order_id, memberOf(request).member_id);
      return sendResult(request, reply, receipt.ok ? done(receiptView(receipt.value)) : receipt);
    },
  );

  app.get(
    '/v1/orders/:order_id/receipt',
    {
      onRequest: requireMember(context),
      schema: {
        tags: ['orders'],
        summary: 'Download the receipt as PDF',
        security: [{ session: [] }],
        params: closed({ order_id: Id }),
        querystring: closed({ lang: Type.Optional(Locale) }),
        response: {
          200: {
            description: 'An A5 page',
            content: {
              'application/pdf': { schema: Type.Unsafe<Buffer>(Type.String({ format: 'binary' })) },
            },
          },
        },
        refusals: READ_RECEIPT_REFUSALS,
      },
    },
    async (request, reply) => {
      const { order_id } = request.params;
      const receipt = await readReceipt(context, order_id, memberOf(request).member_id);
      if (!receipt.ok) return sendResult(request, reply, receipt);
      const w = words(mainLocale(request.query.lang ?? localeOf(request)));
      const bytes = await receiptPdf(w, receipt.value, context.clock());
      return reply
        .headers({
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="receipt-${order_id}.pdf"`,
          'cache-control': 'no-store',
        })
        .send(bytes);
    },
  );
}
