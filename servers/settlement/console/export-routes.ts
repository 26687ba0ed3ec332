import { closed } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { Csv, type CsvColumns, csvOf, type Page, sendCsv } from '../../../kit/http/csv-export.ts';
import type { SettlementContext } from '../context.ts';
import { listPayouts } from '../payouts/list.ts';
import { paymentFilters, payoutFilters } from './filters.ts';
import { listPayments, type StaffPayment } from './payments.ts';

type Payout = Awaited<ReturnType<typeof listPayouts>>[number];

const PAYMENT_COLUMNS: CsvColumns<StaffPayment> = {
  payment_id: (row) => row.payment_id,
  created_at: (row) => row.created_at,
  order_id: (row) => row.order_id,
  payee: (row) => row.payee,
  status: (row) => row.status,
  decline_reason: (row) => row.decline_reason,
  acquirer: (row) => row.acquirer,
  acquirer_reference: (row) => row.acquirer_reference,
  approval_number: (row) => row.approval_number,
  amount_minor: (row) => row.amount_minor,
  captured_minor: (row) => row.captured_minor,
  refunded_minor: (row) => row.refunded_minor,
  currency: (row) => row.currency,
};

const PAYOUT_COLUMNS: CsvColumns<Payout> = {
  payout_id: (row) => row.payout_id,
  requested_at: (row) => row.requested_at,
  payee: (row) => row.payee,
  status: (row) => row.status,
  waits_for: (row) => row.waits_for,
  gross_minor: (row) => row.gross_minor,
  commission_minor: (row) => row.commission_minor,
  net_minor: (row) => row.net_minor,
  currency: (row) => row.currency,
  bank: (row) => row.bank,
  account_last4: (row) => row.account_last4,
  approved_by: (row) => row.approved_by.join(' '),
  sent_at: (row) => row.sent_at,
};

/** The console's lists of payments and payouts as CSV files, streamed. For a scope of staff. */
export function exportRoutes(
  app: App,
  { db, banks }: SettlementContext,
  staffRoles: readonly string[],
): void {
  const security = [{ session: [] }];
  app.get(
    '/v1/staff/exports/payments.csv',
    {
      config: { staffRoles, serviceScope: 'payments' },
      schema: {
        tags: ['staff: payments'],
        summary: 'Export payments as CSV, with the filters of the list',
        security,
        querystring: closed(paymentFilters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => {
      const find = (page: Page) => listPayments(db, { ...request.query, ...page });
      return sendCsv(
        reply,
        'payments.csv',
        csvOf(PAYMENT_COLUMNS, find, ({ payment_id }) => payment_id),
      );
    },
  );

  app.get(
    '/v1/staff/exports/payouts.csv',
    {
      config: { staffRoles, serviceScope: 'books' },
      schema: {
        tags: ['staff: payouts'],
        summary: 'Export payouts to shops as CSV, with the filters of the list',
        security,
        querystring: closed(payoutFilters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => {
      const find = (page: Page) => listPayouts(db, banks, { ...request.query, ...page });
      return sendCsv(
        reply,
        'payouts.csv',
        csvOf(PAYOUT_COLUMNS, find, ({ payout_id }) => payout_id),
      );
    },
  );
}
