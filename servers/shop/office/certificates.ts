import { inDays } from '../../../kit/db/in-days.ts';
import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { sql } from '../../../kit/db/sql.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone } from '../../../kit/phone.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { listNotes, type Note } from '../../../kit/staff/notes.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';
import { type ListedRedemption, listRedemptions } from '../redeem/list-redemptions.ts';
import { type ListedOpening, listClerkOpenings } from './clerk-openings.ts';

export type CertificateSearch = {
  last4?: string;
  phone?: string;
  state?: string;
  /** A store where they were redeemed. */
  store_id?: string;
  /** Korean days of registration, inclusive. */
  from?: string;
  until?: string;
};

/** A certificate as staff see it, with names and numbers masked. */
export type OfficeCertificate = {
  certificate_id: string;
  state: string;
  amount_minor: number;
  balance_minor: number;
  held_minor: number;
  currency: string;
  buyer_name: string;
  recipient_name: string;
  phone: string | null;
  last4: string | null;
  /** Whether its PIN alone opens it nowhere but at a till. */
  locked: boolean;
  /** Since when staff have it locked. */
  locked_since: string | null;
  print_count: number;
  registered_at: string;
  expires_at: string;
};

type Row = {
  certificate_id: string;
  state: string;
  amount_minor: bigint;
  balance_minor: bigint;
  held_minor: bigint;
  currency: string;
  buyer_name: string;
  recipient_name: string;
  phone: string | null;
  number_last4: string | null;
  locked: boolean;
  locked_since: Date | null;
  print_count: number;
  registered_at: Date;
  expires_at: Date;
};

const COLUMNS = sql`c.certificate_id, c.state, c.amount_minor, b.balance_minor, b.held_minor, c.currency, c.buyer_name,
  coalesce(c.holder_name, c.recipient_name) as recipient_name, coalesce(c.phone, c.recipient_phone) as phone, c.number_last4,
  (c.code_needed_since is not null) as locked, c.locked_since, c.print_count, c.registered_at, c.expires_at`;

/** Certificates, newest first. An invalid phone number finds none. */
export async function searchCertificates(
  { db }: Pick<ShopContext, 'db'>,
  { last4, phone, state, store_id, from, until }: CertificateSearch,
  { before, limit }: { before?: string; limit: number },
): Promise<OfficeCertificate[]> {
  const parsed = phone === undefined ? undefined : parsePhone(phone);
  const number = parsed?.ok ? parsed.e164 : (phone ?? null);
  const found = await sql<Row>`
    select ${COLUMNS} from certificates c join certificate_balances b using (certificate_id)
    where (${last4 ?? null}::text is null or c.number_last4 = ${last4 ?? null})
      and (${number}::text is null or c.phone = ${number} or c.recipient_phone = ${number})
      and (${state ?? null}::text is null or c.state = ${state ?? null})
      and (${store_id ?? null}::uuid is null or exists (
        select 1 from redemptions r where r.certificate_id = c.certificate_id and r.store_id = ${store_id ?? null}::uuid))
      and ${inDays(sql`c.registered_at`, { from, until })}
      and (${before ?? null}::uuid is null or c.certificate_id < ${before ?? null}::uuid)
    order by c.certificate_id desc limit ${limit}`.execute(db, FOR_THESE_VALUES);
  return found.rows.map(officeCertificate);
}

export type CertificateHistory = OfficeCertificate & {
  entries: { entry_no: number; kind: string; delta_minor: number; after_minor: number; at: string }[];
  uses: ListedRedemption[];
  reversals: ListedReversal[];
  openings: ListedOpening[];
  issues: { issue_id: string; print_no: number; at: string }[];
  /** What staff noted, and why they did something; newest first. */
  notes: Note[];
};

/** A reversal, with the name of the clerk at the till or of whoever did it in the office; null before names were kept. */
export type ListedReversal = {
  reversal_id: string;
  redemption_id: string;
  amount_minor: number;
  by_name: string | null;
  in_office: boolean;
  at: string;
};

export const READ_HISTORY_REFUSALS = refusals('certificate_not_found');

/** One certificate with its history. Of months that were dropped, one entry each says what they left. */
export async function readHistory(
  context: ShopContext,
  certificateId: string,
): Promise<Result<CertificateHistory, RefusalOf<typeof READ_HISTORY_REFUSALS>>> {
  const { db } = context;
  const found = await sql<Row>`
    select ${COLUMNS} from certificates c join certificate_balances b using (certificate_id)
    where c.certificate_id = ${certificateId}`.execute(db);
  const row = found.rows[0];
  if (row === undefined) return refuse('certificate_not_found');
  const entries = await sql<{
    entry_no: bigint;
    kind: string;
    delta_minor: bigint;
    after_minor: bigint;
    at: Date;
  }>`
    select entry_no, kind, delta_minor, after_minor, at from certificate_entries where certificate_id = ${certificateId}
    union all
    select coalesce(max(k.last_entry_no), 0), 'carried_forward', coalesce(sum(k.delta_minor), 0)::bigint,
      coalesce((array_agg(k.after_minor order by k.last_entry_no desc))[1], 0), m.ends_at
    from journal_carried k join journal_dropped_months m using (month)
    where k.subject_id = ${certificateId} and k.last_entry_no is not null group by m.month
    order by entry_no desc limit 500`.execute(db);
  const issues = await sql<{ issue_id: string; print_no: number; at: Date }>`
    select issue_id, print_no, at from issues where certificate_id = ${certificateId}
    order by print_no desc limit 100`.execute(db);
  return done({
    ...officeCertificate(row),
    entries: entries.rows.map((entry) => ({
      entry_no: minorToJson(entry.entry_no),
      kind: entry.kind,
      delta_minor: minorToJson(entry.delta_minor),
      after_minor: minorToJson(entry.after_minor),
      at: entry.at.toISOString(),
    })),
    uses: await listRedemptions(context, { certificate_id: certificateId }, { limit: 500 }),
    reversals: await listReversals(context, certificateId),
    openings: await listClerkOpenings(context, { certificate_id: certificateId }, { limit: 100 }),
    issues: issues.rows.map((issue) => ({ ...issue, at: issue.at.toISOString() })),
    notes: await listNotes(db, certificateId),
  });
}

async function listReversals({ db }: ShopContext, certificateId: string): Promise<ListedReversal[]> {
  const found = await sql<{
    reversal_id: string;
    redemption_id: string;
    amount_minor: bigint;
    by_name: string | null;
    in_office: boolean;
    at: Date;
  }>`
    select v.reversal_id, v.redemption_id, v.amount_minor, coalesce(k.name, s.name) as by_name,
      v.staff_id is not null as in_office, v.at
    from reversals v
      left join clerks k on k.clerk_id = v.clerk_id left join staff s on s.staff_id = v.staff_id
    where v.certificate_id = ${certificateId} order by v.at desc, v.reversal_id desc limit 500`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    amount_minor: minorToJson(row.amount_minor),
    at: row.at.toISOString(),
  }));
}

function officeCertificate({ number_last4, ...row }: Row): OfficeCertificate {
  return {
    ...row,
    amount_minor: minorToJson(row.amount_minor),
    balance_minor: minorToJson(row.balance_minor),
    held_minor: minorToJson(row.held_minor),
    buyer_name: maskName(row.buyer_name),
    recipient_name: maskName(row.recipient_name),
    phone: row.phone === null ? null : maskPhone(row.phone),
    last4: number_last4,
    locked_since: row.locked_since?.toISOString() ?? null,
    registered_at: row.registered_at.toISOString(),
    expires_at: row.expires_at.toISOString(),
  };
}
