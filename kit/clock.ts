import { existsSync, statSync } from 'node:fs';
import { ConfigError, readSettingJson } from './config.ts';

/** The time in business terms. It is passed in, never taken, so that a deadline can be tested. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/**
 * The system's time moved by the `offset_ms` in a JSON file, so that a demo can pass a deadline in all
 * servers at once. A missing file is an offset of nothing. The file is read again when its
 * modification time changes, and looked at most every 20 ms.
 */
export function fileClock(path: string): Clock {
  let offsetMs = 0;
  let seenVersion = '';
  let lookedAtMs = 0;
  return () => {
    const nowMs = Date.now();
    if (nowMs - lookedAtMs >= 20) {
      lookedAtMs = nowMs;
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

/** The `offset_ms` of a clock file; 0 when there is none. */
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

/** When a Korean calendar day (`2026-03-01`) begins and the next one does; Korea has no summer time. */
export function koreanDay(day: string): { from: Date; until: Date } {
  const from = new Date(`${day}T00:00:00+09:00`);
  return { from, until: addMs(from, DAY_MS) };
}

/** The Korean calendar day in which a moment is: `2026-03-01`. */
export function koreanDayOf(at: Date): string {
  return addMs(at, 9 * HOUR_MS)
    .toISOString()
    .slice(0, 10);
}
