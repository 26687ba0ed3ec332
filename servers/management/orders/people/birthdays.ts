import { addDays, type Day, dayIn, endOfDay, ZONE_DEFAULT } from '../../../../kit/calendar.ts';
import { addMs, HOUR_MS } from '../../../../kit/clock.ts';

/** A day of each year; of those without a 29th of February, it is the 28th. */
export type Birthday = { month: number; day: number };

/** How long before a birthday people are reminded of it, and at what time of that day. */
export const REMIND_DAYS = 7;
const REMIND_HOUR = 9;

export function isBirthday({ month, day }: Birthday): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOf(2000, month);
}

/** The next birthday: today's, or a later one. */
export function nextBirthday(birthday: Birthday, now: Date): Day {
  const today = dayIn(ZONE_DEFAULT, now);
  const [first = today] = upcoming(birthday, now).filter((day) => day >= today);
  return first;
}

/** The next moment to remind somebody of a birthday, after `now`. */
export function nextReminder(birthday: Birthday, now: Date): Date {
  const moments = upcoming(birthday, now).map(reminderOf);
  const [first] = moments.filter((at) => at > now);
  if (first === undefined) throw new Error(`There is no birthday on ${birthday.month}-${birthday.day}.`);
  return first;
}

function upcoming({ month, day }: Birthday, now: Date): Day[] {
  const year = Number(dayIn(ZONE_DEFAULT, now).slice(0, 4));
  const two = (part: number) => String(part).padStart(2, '0');
  return [year, year + 1, year + 2].map(
    (in_year) => `${in_year}-${two(month)}-${two(Math.min(day, lastOf(in_year, month)))}`,
  );
}

function reminderOf(day: Day): Date {
  const eve = endOfDay(ZONE_DEFAULT, addDays(day, -REMIND_DAYS - 1));
  return addMs(eve, 1 + REMIND_HOUR * HOUR_MS);
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
