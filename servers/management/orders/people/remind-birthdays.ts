import { addDays, type Day, dayIn, ZONE_DEFAULT } from '../../../../kit/calendar.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../../kit/due/claims.ts';
import { eachDue } from '../../../../kit/due/each-due.ts';
import { maskName } from '../../../../kit/names.ts';
import type { ManagementContext } from '../../context.ts';
import { queueMessage } from '../../messages/queue-message.ts';
import { isReachable, reachesOf } from '../../messages/reach.ts';
import { BUYER_COLUMNS, type Buyer } from '../buyer.ts';
import { isTurnedOff } from '../tell.ts';
import { nextBirthday, nextReminder, REMIND_DAYS } from './birthdays.ts';
import { newestGift, type PersonRow } from './newest-gift.ts';

type Due = Buyer & { address: string; member_id: string; birth_month: number; birth_day: number };

/**
 * Reminds buyers of the birthdays that they want to be reminded of: once a year each, in writing and never by a call. What was
 * missed until the birthday itself is over is not made up for.
 */
export function remindBirthdays(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select kept_id::text as subject_id, remind_at as due_at from kept_people where remind_at <= ${now}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'birthdays', find, (_within, { subject_id }) => remindOf(context, subject_id));
}

async function remindOf(context: ManagementContext, keptId: string): Promise<boolean> {
  const now = context.clock();
  return inTransaction(context.db, async (tx) => {
    const kept = await moveOn(tx, keptId, now);
    if (kept === undefined) return false;
    const day = nextBirthday(birthdayOf(kept), now);
    if (day > addDays(dayIn(ZONE_DEFAULT, now), REMIND_DAYS)) return false;
    const gifts = await newestGift(sql`${kept.member_id}`, sql`${kept.address}`).execute(tx);
    const [gift] = gifts.rows;
    return gift === undefined ? false : tellOf(context, tx, kept, gift, day);
  });
}

/** Whoever is due, and from now on due in a year; undefined if they are no more. */
async function moveOn(tx: Tx, keptId: string, now: Date): Promise<Due | undefined> {
  const found = await sql<Due>`
    select k.address, k.member_id, k.birth_month, k.birth_day, ${BUYER_COLUMNS}
    from kept_people k join members m using (member_id)
    where k.kept_id = ${keptId} and k.remind_at <= ${now}
      and k.birth_month is not null and k.birth_day is not null and m.member_number is not null
    for update of k`.execute(tx);
  const [kept] = found.rows;
  if (kept === undefined) return undefined;
  await sql`
    update kept_people set remind_at = ${nextReminder(birthdayOf(kept), now)}
    where kept_id = ${keptId}`.execute(tx);
  return kept;
}

const birthdayOf = ({ birth_month, birth_day }: Due) => ({ month: birth_month, day: birth_day });

async function tellOf(
  context: ManagementContext,
  tx: Tx,
  buyer: Due,
  { order_id, recipient_name }: PersonRow,
  day: Day,
): Promise<boolean> {
  const kind = 'buyer.birthday_soon';
  if (isTurnedOff(buyer, kind) || !isReachable(buyer)) return false;
  const [first, ...more] = reachesOf(buyer).filter(({ channel }) => channel !== 'voice');
  if (first === undefined) return false;
  const vars = {
    recipient: maskName(recipient_name ?? ''),
    // Messages are dated in Korea.
    birthday: `${day}T12:00:00+09:00`,
    gift_url: `${context.publicUrl}/give/to/${order_id}`,
  };
  // Its subject is their last gift, by which a mail finds whose notices its link turns off.
  const { locale } = buyer;
  await queueMessage(context, tx, { kind, vars, to: [first, ...more], locale, subject_id: order_id });
  return true;
}
