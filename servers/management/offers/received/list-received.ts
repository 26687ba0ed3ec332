import { sql } from '../../../../kit/db/sql.ts';
import type { Locale } from '../../../../kit/format/locale.ts';
import type { GiftState } from '../../../../kit/gift-state.ts';
import { minorToJson } from '../../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { registeredUntil } from '../../orders/certificate-expiry.ts';
import { type GiftFacts, readGiftFacts } from '../../orders/gift-facts.ts';
import { recipientState } from '../../orders/gift-state.ts';
import { ORDER_COLUMNS, type OrderRow } from '../../orders/orders.ts';
import type { Shop } from '../../shops/shops.ts';
import { isStillTheirs, type ProvedContact, provedContacts } from './contacts.ts';

/** A gift as the member sees it whose number or mail address it was sent to, or whose number opens it. */
export type ReceivedGift = {
  order_id: string;
  shop: { name_ko: string; name_en: string };
  sender_name: string;
  amount_minor: number;
  currency: string;
  card_design?: string;
  /** Missing if the shop didn't say who has used it. */
  gift_state?: GiftState;
  /** It waits for an answer, and until when. */
  answer_by?: string;
  /** While it can be used: as it was sold. Its shop may have extended it. */
  valid_until?: string;
  /** Once accepted: where its holder sees the balance. */
  certificate_url?: string;
  sent_at: string;
};

type Row = OrderRow & Pick<Shop, 'party' | 'name_ko' | 'name_en'> & { sender_name: string };

export const LIST_RECEIVED_REFUSALS = refusals(
  'rate_limited', // the operator of the member's number is asked each time
);

/**
 * A member's gifts by what they proved, newest first, only those older than `before` if given. Whoever had the number before
 * got gifts, too: of those that came before the member proved it there is only what waits or can still be used, which the
 * number opens. What its buyer has since sent to somebody else is not among them, nor what the recipient was never told of.
 */
export async function listReceived(
  context: ManagementContext,
  memberId: string,
  { limit, before, locale }: { limit: number; before: string | undefined; locale: Locale },
): Promise<Result<ReceivedGift[], RefusalOf<typeof LIST_RECEIVED_REFUSALS>>> {
  const { db, clock } = context;
  const theirs: ProvedContact[] = [];
  for (const contact of await provedContacts(db, memberId)) {
    const still = await isStillTheirs(context, memberId, contact);
    if (!still.ok) return still;
    if (still.value !== false) theirs.push(contact);
  }
  const found = await sql<Row>`
    with contacts as materialized (
      select * from unnest(${theirs.map(({ address }) => address)}::text[],
        ${theirs.map(({ proved_at }) => proved_at)}::timestamptz[]) as c(address, proved_at)),
    told as (
      select x.order_id, c.proved_at from contacts c cross join lateral (
        select order_id from orders where recipient_phone = c.address offset 0) x
      union all
      select x.order_id, c.proved_at from contacts c cross join lateral (
        select order_id from orders where accepted_phone = c.address offset 0) x
      union all
      select x.order_id, c.proved_at from contacts c cross join lateral (
        select order_id from orders where lower(recipient_email) = c.address and recipient_email is not null offset 0) x),
    once as (select order_id, min(proved_at) as proved_at from told group by order_id)
    select ${ORDER_COLUMNS}, s.party, s.name_ko, s.name_en, m.name as sender_name
    from once x cross join lateral (
        select ${ORDER_COLUMNS} from orders o where o.order_id = x.order_id offset 0) o
      join shops s using (shop_id) join members m on m.member_id = o.member_id
    where o.answer_by is not null and o.state not in ('scheduled', 'correcting')
      and (o.created_at >= x.proved_at or o.state in ('offered', 'accepting')
        or (o.state in ('accepted', 'issued') and (
          select b.balance_minor from ledger_accounts a join ledger_balances b using (account_id)
          where a.code = 'certificate' and a.subject_id = o.order_id::text and a.currency = o.currency) > 0))
      and ${before === undefined ? sql`true` : sql`o.order_id < ${before}`}
    order by o.order_id desc limit ${limit}`.execute(db);
  const [facts, until] = await Promise.all([
    readGiftFacts(db, found.rows),
    registeredUntil(
      db,
      found.rows.map(({ order_id }) => order_id),
    ),
  ]);
  return done(
    found.rows.map((row) => {
      const of = { facts: facts.get(row.order_id), valid_until: until.get(row.order_id) };
      return viewOf(context, row, { ...of, now: clock(), locale });
    }),
  );
}

const USABLE: ReadonlySet<GiftState | undefined> = new Set([
  'waiting',
  'accepting',
  'ready',
  'partly_used',
  'frozen',
] as const);

type Known = {
  facts: GiftFacts | undefined;
  valid_until: string | undefined;
  now: Date;
  locale: Locale;
};

function viewOf({ parties }: ManagementContext, row: Row, known: Known): ReceivedGift {
  const { facts, valid_until, now, locale } = known;
  const gift_state = recipientState(row, facts, now);
  const shopUrl = parties.find(({ party }) => party === row.party)?.base_url;
  const isHeld = facts !== undefined && gift_state !== 'handed_over' && gift_state !== 'cancelled';
  return {
    order_id: row.order_id,
    shop: { name_ko: row.name_ko, name_en: row.name_en },
    sender_name: row.sender_name,
    amount_minor: minorToJson(row.amount_minor),
    currency: row.currency,
    ...(row.card_design === null ? {} : { card_design: row.card_design }),
    ...(gift_state === undefined ? {} : { gift_state }),
    ...(gift_state === 'waiting' && row.answer_by !== null ? { answer_by: row.answer_by.toISOString() } : {}),
    // One that should be over and is not was extended.
    ...(USABLE.has(gift_state) && valid_until !== undefined && new Date(valid_until) > now
      ? { valid_until }
      : {}),
    ...(isHeld && shopUrl !== undefined ? { certificate_url: `${shopUrl}/certificate?lang=${locale}` } : {}),
    sent_at: (row.deliver_at ?? row.created_at).toISOString(),
  };
}
