import { CSV_START, csvLine } from '../../../kit/csv.ts';
import type { ShopContext } from '../context.ts';
import { listUses, type OfficeUse, type UseSearch } from '../redeem/list-redemptions.ts';
import { type CertificateSearch, type OfficeCertificate, searchCertificates } from './certificates.ts';

const ROWS_AT_ONCE = 500;

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

const USE_COLUMNS: Columns<OfficeUse> = {
  redemption_id: (row) => row.redemption_id,
  at: (row) => row.at,
  certificate_id: (row) => row.certificate_id,
  last4: (row) => row.last4,
  store_name_ko: (row) => row.store_name_ko,
  store_name_en: (row) => row.store_name_en,
  channel: (row) => row.channel,
  sale_reference: (row) => row.sale_reference,
  amount_minor: (row) => row.amount_minor,
  reversed_minor: (row) => row.reversed_minor,
  currency: (row) => row.currency,
};

/** What `searchCertificates` finds, as CSV. */
export function certificatesAsCsv(context: ShopContext, search: CertificateSearch): AsyncIterable<string> {
  return csvOf(
    CERTIFICATE_COLUMNS,
    (page) => searchCertificates(context, search, page),
    (row) => row.certificate_id,
  );
}

/** What `listUses` finds, as CSV. */
export function usesAsCsv(context: ShopContext, search: UseSearch): AsyncIterable<string> {
  return csvOf(
    USE_COLUMNS,
    (page) => listUses(context, search, page),
    (row) => row.redemption_id,
  );
}

/** Page by page, so that a file of any length needs the memory of one. */
async function* csvOf<Row>(
  columns: Columns<Row>,
  find: (page: Page) => Promise<Row[]>,
  cursorOf: (row: Row) => string,
): AsyncGenerator<string> {
  yield CSV_START + csvLine(Object.keys(columns));
  let page: Page = { limit: ROWS_AT_ONCE };
  for (;;) {
    const rows = await find(page);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => csvLine(Object.values(columns).map((cell) => cell(row)))).join('');
    page = { before: cursorOf(last), limit: ROWS_AT_ONCE };
  }
}
