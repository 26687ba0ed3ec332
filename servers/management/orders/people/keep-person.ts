import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { type Birthday, isBirthday, nextReminder } from './birthdays.ts';
import { type Person, personOf } from './list-people.ts';
import { IS_TO_SOMEBODY, newestGift, PERSON_COLUMNS, type PersonRow } from './newest-gift.ts';

/** All that is noted about a person. */
export type Note = { favourite: boolean; birthday: Birthday | null; remind: boolean };

/** Of so many people. */
const KEPT_MAX = 100;

export const KEEP_PERSON_REFUSALS = refusals(
  'birthday_invalid', // no such day, or a reminder of none
  'order_not_found', // none of the member's, never paid for, for the member, or it says no more for whom
  'kept_people_limit',
);

/**
 * Notes who is a favourite, when their birthday is and whether the buyer wants to be reminded of it, in place of what was noted
 * before; a gift to them says who it is. Noting nothing forgets them.
 */
export async function keepPerson(
  { clock }: Pick<ManagementContext, 'clock'>,
  tx: Tx,
  memberId: string,
  orderId: string,
  { favourite, birthday, remind }: Note,
): Promise<Result<Person, RefusalOf<typeof KEEP_PERSON_REFUSALS>>> {
  if (birthday === null ? remind : !isBirthday(birthday)) return refuse('birthday_invalid');
  // One note of a member comes after the other, so that they are counted.
  await sql`select 1 from members where member_id = ${memberId} for no key update`.execute(tx);
  const found = await sql<PersonRow>`
    select ${PERSON_COLUMNS} from orders o
    where o.order_id = ${orderId} and o.member_id = ${memberId} and ${IS_TO_SOMEBODY}`.execute(tx);
  const [gift] = found.rows;
  const address = gift?.recipient_phone ?? gift?.recipient_email;
  if (address == null) return refuse('order_not_found');
  const newest = await newestGift(sql`${memberId}`, sql`${address}`).execute(tx);
  const person = newest.rows[0] ?? gift;
  if (person === undefined) return refuse('order_not_found');
  if (!favourite && birthday === null) {
    await sql`delete from kept_people where member_id = ${memberId} and address = ${address}`.execute(tx);
    return done(personOf(person));
  }
  const others = await sql<{ count: number }>`
    select count(*)::integer as count from kept_people
    where member_id = ${memberId} and address <> ${address}`.execute(tx);
  if ((others.rows[0]?.count ?? 0) >= KEPT_MAX) return refuse('kept_people_limit');
  const now = clock();
  const kept = {
    is_favourite: favourite,
    birth_month: birthday?.month ?? null,
    birth_day: birthday?.day ?? null,
    remind_at: birthday !== null && remind ? nextReminder(birthday, now) : null,
  };
  await sql`
    insert into kept_people (kept_id, member_id, address, is_favourite, birth_month, birth_day, remind_at, looked_at)
    values (${newId()}, ${memberId}, ${address}, ${kept.is_favourite}, ${kept.birth_month}, ${kept.birth_day},
      ${kept.remind_at}, ${now})
    on conflict (member_id, address) do update
      set is_favourite = excluded.is_favourite, birth_month = excluded.birth_month, birth_day = excluded.birth_day,
        remind_at = excluded.remind_at`.execute(tx);
  return done(personOf(person, kept));
}
