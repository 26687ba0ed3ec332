import Type from 'typebox';
import { AmountMinor, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Csv, sendCsv } from '../../../kit/http/csv-export.ts';
import { days, Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { CASH_STANDINGS, cashAsCsv, listCash } from './cash.ts';

const security = [{ session: [] }];
const filters = {
  store_id: Type.Optional(Id),
  standing: Type.Optional(Type.Literal('owed')),
  ...days,
};
const OrNull = <T extends Type.TSchema>(shape: T) => Type.Union([shape, Type.Null()]);

/** Cash that clerks took for gifts and gave back, by store and day. */
export function officeCashRoutes(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/cash',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'], serviceScope: 'reports' },
      schema: {
        tags: ['office: figures'],
        summary: 'List the cash that clerks took for gifts, who took it, and who gave it back',
        security,
        querystring: closed({ ...filters, before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            cash: Type.Array(
              closed({
                order_id: Id,
                receipt_no: Type.String(),
                store_name_ko: Type.String(),
                store_name_en: Type.String(),
                amount_minor: AmountMinor,
                currency: Currency,
                standing: Type.Enum([...CASH_STANDINGS]),
                taken_at: Timestamp,
                taken_by: OrNull(Type.String()),
                returned_at: OrNull(Timestamp),
                returned_by: OrNull(Type.String()),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const { before, limit, ...search } = request.query;
      const page = before === undefined ? { limit } : { before, limit };
      return sendResult(request, reply, done({ cash: await listCash(context, search, page) }));
    },
  );

  app.get(
    '/v1/office/exports/cash.csv',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'], serviceScope: 'exports' },
      schema: {
        tags: ['office: exports'],
        summary: 'Export cash that clerks took as CSV, with the filters of the list',
        security,
        querystring: closed(filters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => sendCsv(reply, 'cash.csv', cashAsCsv(context, request.query)),
  );
}
