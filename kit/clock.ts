import { existsSync, statSync } from 'node:fs';
import { ConfigError, readSettingJson } from './config.ts';

/** The business time. It is passed in, never read from the system, so that deadlines can be tested. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/**
 * The system time, shifted by the `offset_ms` in a JSON file, so that a demo can move all servers past a deadline at
 * once. A missing file means no offset. The file is checked at most every 20 ms, and read when its modification time has
 * changed.
 */
export function fileClock(path: string): Clock {
  let offsetMs = 0;
  let seenVersion = '';
  let checkedAtMs = 0;
  return () => {
    const nowMs = Date.now();
    if (nowMs - checkedAtMs >= 20) {
      checkedAtMs = nowMs;
      const stat = statSync(path, { throwIfNoEntry: false });
      const version = stat === undefined ? '' : `${stat.ino}:${stat.mtimeMs}`;
      if (version !== seenVersion) {
        seenVersion = version;
        offsetMs = readClockOffset(path);
      }
    }
    return new Date(nowMs + offsetMs);
  };
}

/** The `offset_ms` of a clock file; 0 without a file. */
export function readClockOffset(path: string): number {
  if (!existsSync(path)) return 0;
  const parsed = readSettingJson('CLOCK_FILE', path);
  const offset =
    typeof parsed === 'object' && parsed !== null && 'offset_ms' in parsed ? parsed.offset_ms : 0;
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset)) {
    throw new ConfigError(`CLOCK_FILE ${path}: offset_ms must be a whole number of milliseconds.`);
  }
  return offset;
}

export function addMs(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The start of a Korean calendar day (`2026-03-01`) and of the next one; Korea has no daylight saving time. */
export function koreanDay(day: string): { from: Date; until: Date } {
  const from = new Date(`${day}T00:00:00+09:00`);
  return { from, until: addMs(from, DAY_MS) };
}

/** The start of a Korean calendar month (`2026-03`) and of the next one. */
export function koreanMonth(month: string): { from: Date; until: Date } {
  const from = new Date(`${month}-01T00:00:00+09:00`);
  const [year, number] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year ?? 0, number ?? 0, 1)).toISOString().slice(0, 10);
  return { from, until: koreanDay(next).from };
}

/** The Korean calendar day of a moment: `2026-03-01`. */
export function koreanDayOf(at: Date): string {
  return addMs(at, 9 * HOUR_MS)
    .toISOString()
    .slice(0, 10);
}
