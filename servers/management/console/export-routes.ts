import { closed } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { Csv, type CsvColumns, csvOf, type Page, sendCsv } from '../../../kit/http/csv-export.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { listPayouts, type Payout } from '../shops/list-payouts.ts';
import { orderFilters, payoutFilters } from './filters.ts';
import { type StaffOrder, searchOrders } from './search-orders.ts';

const ORDER_COLUMNS: CsvColumns<StaffOrder> = {
  order_id: (row) => row.order_id,
  created_at: (row) => row.created_at,
  shop_id: (row) => row.shop_id,
  state: (row) => row.state,
  end_reason: (row) => row.end_reason,
  amount_minor: (row) => row.amount_minor,
  currency: (row) => row.currency,
  buyer: (row) => row.buyer,
  buyer_member_number: (row) => row.buyer_member_number,
  recipient: (row) => row.recipient?.masked_name,
  recipient_address: (row) => row.recipient?.masked_address,
  certificate_last4: (row) => row.certificate_last4,
  deliver_at: (row) => row.deliver_at,
  answer_by: (row) => row.answer_by,
};

const PAYOUT_COLUMNS: CsvColumns<Payout> = {
  payout_id: (row) => row.payout_id,
  created_at: (row) => row.created_at,
  shop_id: (row) => row.shop_id,
  state: (row) => row.state,
  gross_minor: (row) => row.gross_minor,
  commission_minor: (row) => row.commission_minor,
  net_minor: (row) => row.net_minor,
  currency: (row) => row.currency,
  used_from: (row) => row.used_from,
  used_until: (row) => row.used_until,
  code: (row) => row.code,
};

/** The console's lists of gifts and payouts as CSV files, streamed. */
export function staffExportRoutes(app: App, context: ManagementContext): void {
  const common = { tags: ['staff'], security: [{ session: [] }] };
  app.get(
    '/v1/staff/exports/orders.csv',
    {
      // As in the list, what was searched for may be somebody's number.
      config: { staffRoles: STAFF_ROLES, audited: audited('export_orders', 'search', () => 'orders') },
      schema: {
        ...common,
        summary: 'Export gifts as CSV, with the filters of the list',
        querystring: closed(orderFilters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => {
      const find = (page: Page) => searchOrders(context, request.query, page);
      return sendCsv(
        reply,
        'gifts.csv',
        csvOf(ORDER_COLUMNS, find, ({ order_id }) => order_id),
      );
    },
  );

  app.get(
    '/v1/staff/exports/payouts.csv',
    {
      config: {
        staffRoles: ['operator', 'auditor'],
        audited: audited('export_payouts', 'payouts', () => 'all'),
      },
      schema: {
        ...common,
        summary: 'Export payouts to shops as CSV, with the filters of the list',
        querystring: closed(payoutFilters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => {
      const find = (page: Page) => listPayouts(context, request.query, page);
      return sendCsv(
        reply,
        'payouts.csv',
        csvOf(PAYOUT_COLUMNS, find, ({ payout_id }) => payout_id),
      );
    },
  );
}
