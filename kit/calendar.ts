import { addMs, DAY_MS } from './clock.ts';

/** A calendar day: `2028-02-29`. */
export type Day = string;

/** What a shop reckons days in unless it says otherwise. */
export const ZONE_DEFAULT = 'Asia/Seoul';

/** How long something is valid: from the day on which it was delivered. */
export type Term = { delivered_on: Day; months: number };

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether there is such a time zone: `Asia/Seoul`, `America/New_York`. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && clockIn(name) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The calendar day of a moment in a time zone. */
export function dayIn(zone: string, at: Date): Day {
  return new Date(wallClock(zone, at)).toISOString().slice(0, 10);
}

/**
 * The last moment of a calendar day in a time zone. What is valid through a day is valid until this moment, and
 * whoever shows the moment as a date shows that day.
 */
export function endOfDay(zone: string, day: Day): Date {
  const midnight = addMs(startOf(day), DAY_MS);
  // The clocks may change within the day, or at its end.
  const starts = [-DAY_MS, DAY_MS].map((ms) => {
    const near = addMs(midnight, ms);
    return addMs(midnight, near.getTime() - wallClock(zone, near));
  });
  const next = starts.filter((at) => dayIn(zone, at) > day).map((at) => at.getTime());
  return new Date(Math.min(...next) - 1);
}

export function addDays(day: Day, days: number): Day {
  return addMs(startOf(day), days * DAY_MS)
    .toISOString()
    .slice(0, 10);
}

/** The same day some months later, or the last day of a month that is too short for it. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** Until when a term lasts: through its last day in the shop's time zone, the day of delivery not counted. */
export function endOfTerm(zone: string, { delivered_on, months }: Term): Date {
  return endOfDay(zone, addMonths(delivered_on, months));
}

function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** What the clocks of a time zone show at a moment, as if it were UTC. */
function wallClock(zone: string, at: Date): number {
  const shown = Object.fromEntries(
    clockIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = shown;
  return Date.parse(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const two = '2-digit';
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two, hourCycle: 'h23' },
  });
  clocks.set(zone, clock);
  return clock;
}
