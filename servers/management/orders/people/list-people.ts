import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { maskEmail } from '../../../../kit/email.ts';
import { maskName } from '../../../../kit/names.ts';
import { maskPhone } from '../../../../kit/phone.ts';
import type { Birthday } from './birthdays.ts';
import { IS_TO_SOMEBODY, newestGift, PERSON_COLUMNS, type PersonRow } from './newest-gift.ts';

/** Somebody whom the buyer has paid a gift for; `order_id` is the last of them. */
export type Person = {
  order_id: string;
  masked_name: string;
  masked_address: string;
  shop_id: string;
  last_at: string;
  /** What the buyer noted. */
  favourite: boolean;
  birthday?: Birthday;
  /** Whether the buyer is reminded of it. */
  remind: boolean;
};

/** How many of the newest gifts are looked through, and how many people are named of whom nothing is noted. */
const GIFTS_LOOKED_AT = 200;
const PEOPLE_MAX = 12;

type Kept = {
  address: string;
  is_favourite: boolean;
  birth_month: number | null;
  birth_day: number | null;
  remind_at: Date | null;
};

/**
 * The people to whom the member gave: favourites first, then those of whom a birthday is noted or who were given to last, each
 * once, newest first. Their names and addresses are masked, as always.
 */
export async function peopleGivenTo(executor: Executor, memberId: string): Promise<Person[]> {
  const kept = await sql<PersonRow & Kept>`
    select k.address, k.is_favourite, k.birth_month, k.birth_day, k.remind_at, g.*
    from kept_people k cross join lateral (${newestGift(sql`k.member_id`, sql`k.address`)}) g
    where k.member_id = ${memberId}`.execute(executor);
  const known = kept.rows.map(({ address }) => address);
  const others = await sql<PersonRow>`
    with recent as (
      select ${PERSON_COLUMNS}, o.confirmed_at, o.captured_at, o.name_source from orders o
      where o.member_id = ${memberId} order by o.order_id desc limit ${GIFTS_LOOKED_AT}),
    newest as (
      select distinct on (coalesce(o.recipient_phone, o.recipient_email)) ${PERSON_COLUMNS} from recent o
      where ${IS_TO_SOMEBODY} and coalesce(o.recipient_phone, o.recipient_email) <> all (${known}::text[])
      order by coalesce(o.recipient_phone, o.recipient_email), o.order_id desc)
    select * from newest order by order_id desc limit ${PEOPLE_MAX}`.execute(executor);
  return [...kept.rows.map((row) => personOf(row, row)), ...others.rows.map((row) => personOf(row))].sort(
    (one, other) =>
      Number(other.favourite) - Number(one.favourite) || (one.order_id < other.order_id ? 1 : -1),
  );
}

/** A person as their buyer sees them. */
export function personOf(gift: PersonRow, kept?: Omit<Kept, 'address'>): Person {
  const { order_id, shop_id, recipient_channel: channel, created_at } = gift;
  const { is_favourite = false, birth_month = null, birth_day = null, remind_at = null } = kept ?? {};
  return {
    order_id,
    shop_id,
    masked_name: maskName(gift.recipient_name ?? ''),
    masked_address:
      channel === 'email' ? maskEmail(gift.recipient_email ?? '') : maskPhone(gift.recipient_phone ?? ''),
    last_at: created_at.toISOString(),
    favourite: is_favourite,
    ...(birth_month === null || birth_day === null
      ? {}
      : { birthday: { month: birth_month, day: birth_day } }),
    remind: remind_at !== null,
  };
}
