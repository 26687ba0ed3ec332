import { type CsvColumns, csvOf } from '../../../kit/http/csv-export.ts';
import { formatPhone } from '../../../kit/phone-format.ts';
import type { ShopContext } from '../context.ts';
import { listMembers, maskMember, type OfficeMember } from '../members/members.ts';
import { type ListedRedemption, listRedemptions, type RedemptionSearch } from '../redeem/list-redemptions.ts';
import { type CertificateSearch, type OfficeCertificate, searchCertificates } from './certificates.ts';

const CERTIFICATE_COLUMNS: CsvColumns<OfficeCertificate> = {
  certificate_id: (row) => row.certificate_id,
  last4: (row) => row.last4,
  state: (row) => row.state,
  locked_since: (row) => row.locked_since,
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

const REDEMPTION_COLUMNS: CsvColumns<ListedRedemption> = {
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

const MEMBER_COLUMNS: CsvColumns<OfficeMember> = {
  member_no: (row) => row.member_no,
  name: (row) => row.name,
  phone: (row) => row.phone,
  email: (row) => row.email,
  origin: (row) => row.origin,
};

/** The results of `listMembers` as CSV, with numbers as they are dialled in Korea; masked for an auditor. */
export function membersAsCsv(
  context: ShopContext,
  search: { query?: string; origin?: OfficeMember['origin'] },
  { isAuditor }: { isAuditor: boolean },
): AsyncIterable<string> {
  return csvOf(
    MEMBER_COLUMNS,
    async ({ before: after, limit }) => {
      const page = { ...search, limit, ...(after === undefined ? {} : { after }) };
      const members = await listMembers(context, page, { byNumberOnly: isAuditor });
      return members.map((member) =>
        isAuditor ? maskMember(member) : { ...member, phone: formatPhone(member.phone, 'ko') },
      );
    },
    (row) => row.member_no,
  );
}
