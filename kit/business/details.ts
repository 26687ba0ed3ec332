import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../result.ts';
import { isReadableOnWhite } from './colour.ts';
import type { Business, BusinessDetails } from './shapes.ts';

export const PUBLISH_DETAILS_REFUSALS = refusals(
  'colour_unreadable', // too pale for white text
  'picture_unknown', // the logo was not uploaded
  'changed_meanwhile', // somebody else has published since
);

/** What was published last; undefined if nothing was. */
export async function readBusiness(executor: Executor): Promise<Business | undefined> {
  const found = await sql<Omit<Business, 'published_at'> & { published_at: Date }>`
    select version, name_ko, name_en, representative, registration_number, mail_order_number, address_ko, address_en,
      telephone, email, hours_ko, hours_en, privacy_officer, colour, logo_id, vat_bp, published_at
    from business_details order by version desc limit 1`.execute(executor);
  const row = found.rows[0];
  return row === undefined ? undefined : { ...row, published_at: row.published_at.toISOString() };
}

/**
 * Publishes details as the version after `after`, which is the one that their writer has seen, or 0. `staffId` is null for
 * demo data.
 */
export async function publishDetails(
  { clock }: { clock: Clock },
  tx: Tx,
  staffId: string | null,
  after: number,
  details: BusinessDetails,
): Promise<Result<Business, RefusalOf<typeof PUBLISH_DETAILS_REFUSALS>>> {
  const { logo_id, colour } = details;
  if (colour !== null && !isReadableOnWhite(colour)) return refuse('colour_unreadable');
  if (logo_id !== null) {
    const logo = await sql`select 1 from pictures where picture_id = ${logo_id}`.execute(tx);
    if (logo.rows.length === 0) return refuse('picture_unknown');
  }
  const now = clock();
  const version = after + 1;
  const published = await sql`
    insert into business_details (version, name_ko, name_en, representative, registration_number, mail_order_number,
      address_ko, address_en, telephone, email, hours_ko, hours_en, privacy_officer, colour, logo_id, vat_bp,
      published_at, published_by)
    select ${version}, ${details.name_ko}, ${details.name_en}, ${details.representative},
      ${details.registration_number}, ${details.mail_order_number}, ${details.address_ko}, ${details.address_en},
      ${details.telephone}, ${details.email}, ${details.hours_ko}, ${details.hours_en}, ${details.privacy_officer},
      ${details.colour}, ${logo_id}, ${details.vat_bp}, ${now}, ${staffId}
    where ${after} = (select coalesce(max(version), 0) from business_details)
    on conflict (version) do nothing returning 1`.execute(tx);
  if (published.rows.length === 0) return rollBack(refuse('changed_meanwhile'));
  return done({ version, ...details, published_at: now.toISOString() });
}
