import { CSV_START, formatCsv } from '../../../kit/csv.ts';
import type { ShopContext } from '../context.ts';
import { type ListedRedemption, listRedemptions, type RedemptionSearch } from '../redeem/list-redemptions.ts';
import { type CertificateSearch, type OfficeCertificate, searchCertificates } from './certificates.ts';

const PAGE_ROWS = 500;

type Page = { before?: string; limit: number };
type Columns<Row> = { readonly [Head: string]: (row: Row) => string | number | null };

const CERTIFICATE_COLUMNS: Columns<OfficeCertificate> = {
  certificate_id: (row) => row.certificate_id,
  last4: (row) => row.last4,
  state: (row) => row.state,
  amount_minor: (row) => row.amount_minor,
  balance_minor: (row) => row.balance_minor,
  held_minor: (row) => row.held_minor,
  currency: (row) => row.currency,
  buyer_name: (row) => row.buyer_name,
  recipient_name: (row) => row.recipient_name,
  phone: (row) => row.phone,
  registered_at: (row) => row.registered_at,
  expires_at: (row) => row.expires_at,
};

const REDEMPTION_COLUMNS: Columns<ListedRedemption> = {
  redemption_id: (row) => row.redemption_id,
  at: (row) => row.at,
  certificate_id: (row) => row.certificate_id,
  last4: (row) => row.last4,
  store_name_ko: (row) => row.store_name_ko,
  store_name_en: (row) => row.store_name_en,
  channel: (row) => row.channel,
  clerk: (row) => row.clerk_name,
  sale_reference: (row) => row.sale_reference,
  amount_minor: (row) => row.amount_minor,
  reversed_minor: (row) => row.reversed_minor,
  currency: (row) => row.currency,
};

/** The results of `searchCertificates` as CSV. */
export function certificatesAsCsv(context: ShopContext, search: CertificateSearch): AsyncIterable<string> {
  return csvOf(
    CERTIFICATE_COLUMNS,
    (page) => searchCertificates(context, search, page),
    (row) => row.certificate_id,
  );
}

/** The results of `listRedemptions` as CSV. */
export function redemptionsAsCsv(context: ShopContext, search: RedemptionSearch): AsyncIterable<string> {
  return csvOf(
    REDEMPTION_COLUMNS,
    (page) => listRedemptions(context, search, page),
    (row) => row.redemption_id,
  );
}

/** Page by page, so that a file of any length needs the memory of one page. */
async function* csvOf<Row>(
  columns: Columns<Row>,
  find: (page: Page) => Promise<Row[]>,
  cursorOf: (row: Row) => string,
): AsyncGenerator<string> {
  yield CSV_START + formatCsv([Object.keys(columns)]);
  let page: Page = { limit: PAGE_ROWS };
  for (;;) {
    const rows = await find(page);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield formatCsv(rows.map((row) => Object.values(columns).map((cell) => cell(row))));
    page = { before: cursorOf(last), limit: PAGE_ROWS };
  }
}
