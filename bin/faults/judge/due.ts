import { SERVER_ROLES } from '../../stack/roles.ts';
import type { Books } from './books.ts';

const ON_THE_WAY = `('authorising', 'requires_action', 'authorised', 'awaiting_confirmation', 'capturing', 'registering',
  'correcting', 'accepting', 'cancelling', 'refunding', 'voiding', 'refund_failed')`;

/** What is still to be done, by server: each is a count and a few of them. */
const DUE: Record<string, readonly (readonly [what: string, query: string])[]> = {
  management: [
    [
      'calls',
      `select call_id::text as id from calls where state in ('planned', 'unknown') and purpose <> 'look_up_member'`,
    ],
    ['orders', `select order_id::text as id from orders where state in ${ON_THE_WAY}`],
    [
      'batches that were not applied',
      `select sender as id from inbox_batches b
       where batch_no > coalesce((select applied_batch_no from inbox_senders s where s.sender = b.sender), 0)`,
    ],
    [
      'notices that were put aside',
      'select unapplied_no::text as id from unapplied_notices where applied_at is null',
    ],
    ['payouts', `select payout_id::text as id from payouts where state in ('asked', 'planned', 'sent')`],
    [
      'shops that are to be paid',
      `select shop_id as id from shops where coalesce(next_payout_at, '-infinity') <= $1`,
    ],
  ],
  settlement: [
    ['requests to the acquirer', `select request_id::text as id from acquirer_requests where state = 'open'`],
    [
      'payments',
      `select payment_id::text as id from payments where status in ('processing', 'requires_action', 'authorised')`,
    ],
    ['payouts', `select payout_id::text as id from payouts where state in ('planned', 'sent')`],
  ],
  shop: [
    ['calls', `select call_id::text as id from calls where state in ('planned', 'unknown')`],
    ['ranges', 'select range_no::text as id from journal_ranges where acknowledged_at is null'],
    ['holds', `select hold_id::text as id from holds where state = 'held'`],
  ],
  carrier: [],
};
const EVERYWHERE = [
  ['dead letters', 'select job || $$ $$ || subject_id as id from failing_work where dead_at is not null'],
  [
    'restores that have not fetched everything',
    `select epoch_no::text as id from (select * from epochs order by epoch_no desc limit 1) own where reconciled_at is null`,
  ],
  // The first batch after a restore is shown to staff, too, and is as it should be.
  ['stream breaks', `select to_jsonb(b)::text as id from inbox_breaks b where reason <> 'new_epoch'`],
  [
    'facts that are in no range',
    `select party as id from journal group by party
     having count(*) <> coalesce((select sum(entries) from journal_ranges r where r.party = journal.party), 0)`,
  ],
] as const;

/** What is still due at a moment of the servers' clocks; nothing once everything has come to its end. */
export async function stillDue(books: Books, at: Date): Promise<string[]> {
  const due: string[] = [];
  for (const role of SERVER_ROLES) {
    // The carrier does nothing that could wait.
    const looks = role === 'carrier' ? [] : [...(DUE[role] ?? []), ...EVERYWHERE];
    for (const [what, query] of looks) {
      const rows = await books[role].rows(query, query.includes('$1') ? [at] : []);
      const some = rows.slice(0, 3).map(({ id }) => id);
      if (rows.length > 0) due.push(`${role}: ${rows.length} ${what} (${some.join(', ')})`);
    }
  }
  return due;
}
