import type { RestoreTo } from '../backup/copy.ts';

/**
 * `latest`, or a moment with its offset from UTC, since a night's mistake must not become another hour's: as
 * `2026-03-01 08:15+09:00` or `2026-02-28T23:15:00Z`. What was committed until then is restored, and nothing after it.
 */
export function parseMoment(text: string, now: Date): RestoreTo {
  if (text === 'latest') return 'latest';
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)? ?(?:(Z)|([+-]\d\d):?(\d\d)?)$/.exec(
    text.trim(),
  );
  if (parts === null)
    throw new Error('--to must be latest, or a moment with its offset, such as 2026-03-01 08:15:00+09:00.');
  const [, day, minute, second = ':00', utc, hours, minutes = '00'] = parts;
  const moment = new Date(`${day}T${minute}${second}${utc ?? `${hours}:${minutes}`}`);
  if (Number.isNaN(moment.getTime()) || dayOf(moment, utc, hours, minutes) !== day)
    throw new Error(`--to ${text} is in no calendar.`);
  if (moment > now) throw new Error(`--to ${text} has not come yet; for all that there is, say latest.`);
  return moment;
}

/** The day there, which differs where the 31st of a short month was given. */
function dayOf(moment: Date, utc: string | undefined, hours = '+00', minutes = '00'): string {
  const sign = hours.startsWith('-') ? -1 : 1;
  const offset_min = utc === undefined ? Number(hours) * 60 + sign * Number(minutes) : 0;
  return new Date(moment.getTime() + offset_min * 60_000).toISOString().slice(0, 10);
}
