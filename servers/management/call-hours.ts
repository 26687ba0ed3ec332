import { addMs, MINUTE_MS } from '../../kit/clock.ts';
import { ConfigError } from '../../kit/config.ts';
import { phoneRegion } from '../../kit/phone.ts';

/** When people may be called, as minutes of the day. */
export type CallHours = { from_minute: number; until_minute: number };

const DAY_MINUTES = 24 * 60;
/** All time zones differ by multiples of a quarter of an hour. */
const STEP_MINUTES = 15;

/** Parses `08:00-21:00`. `00:00-24:00` allows any time. */
export function readCallHours(text: string): CallHours {
  const [, ...numbers] = /^([0-2]\d):([0-5]\d)-([0-2]\d):([0-5]\d)$/.exec(text) ?? [];
  const [fromHour = 0, fromMinute = 0, untilHour = 0, untilMinute = 0] = numbers.map(Number);
  const hours = { from_minute: fromHour * 60 + fromMinute, until_minute: untilHour * 60 + untilMinute };
  if (numbers.length === 0 || hours.from_minute >= hours.until_minute || hours.until_minute > DAY_MINUTES)
    throw new ConfigError('VOICE_HOURS must be two times of a day such as 08:00-21:00.');
  return hours;
}

export function isAllDay({ from_minute, until_minute }: CallHours): boolean {
  return from_minute === 0 && until_minute === DAY_MINUTES;
}

/**
 * The earliest time from `at` on when a number may be called: within the hours in every time zone of its country, since a
 * number does not show which of them its owner is in.
 */
export function nextCallTime(at: Date, phone: string, hours: CallHours): Date {
  const zones = zonesOf(phone);
  const isAllowed = (time: Date) => zones.every((zone) => isWithin(minuteOfDay(time, zone), hours));
  if (isAllowed(at)) return at;
  const stepMs = STEP_MINUTES * MINUTE_MS;
  let time = new Date(Math.ceil(at.getTime() / stepMs) * stepMs);
  for (let step = 0; step < DAY_MINUTES / STEP_MINUTES; step++) {
    if (isAllowed(time)) return time;
    time = addMs(time, stepMs);
  }
  // No hour suits every zone of the country: use its first zone only.
  return zones.length > 1 ? nextTimeIn(at, zones[0] ?? 'UTC', hours) : at;
}

function nextTimeIn(at: Date, zone: string, hours: CallHours): Date {
  let time = at;
  while (!isWithin(minuteOfDay(time, zone), hours)) time = addMs(time, STEP_MINUTES * MINUTE_MS);
  return time;
}

function isWithin(minute: number, { from_minute, until_minute }: CallHours): boolean {
  return minute >= from_minute && minute < until_minute;
}

function zonesOf(phone: string): readonly string[] {
  const zones = new Intl.Locale(`und-${phoneRegion(phone) ?? 'KR'}`).getTimeZones() ?? [];
  return zones.length === 0 ? ['Asia/Seoul'] : zones;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function minuteOfDay(at: Date, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, format);
  const [hour = '0', minute = '0'] = format.format(at).split(':');
  return Number(hour) * 60 + Number(minute);
}
