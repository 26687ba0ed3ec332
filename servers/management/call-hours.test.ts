import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../kit/clock.ts';
import { ConfigError } from '../../kit/config.ts';
import { nextCallTime, readCallHours } from './call-hours.ts';

describe('call hours', () => {
  const hours = readCallHours('08:00-21:00');
  const at = (phone: string, time: string) => nextCallTime(new Date(time), phone, hours).toISOString();

  test('are in Korean time for a Korean number', () => {
    expect(at('+8225551234', '2026-11-25T11:59:59Z')).toBe('2026-11-25T11:59:59.000Z');
    expect(at('+8225551234', '2026-11-25T12:00:00Z')).toBe('2026-11-25T23:00:00.000Z');
    expect(at('+8225551234', '2026-11-25T22:59:00Z')).toBe('2026-11-25T23:00:00.000Z');
    expect(at('+8225551234', '2026-11-25T23:00:00Z')).toBe('2026-11-25T23:00:00.000Z');
  });

  test('hold in every time zone of the number’s country', () => {
    const callTime = new Date(at('+12025550123', '2026-11-25T06:00:00Z'));
    const hoursIn = (timeZone: string) =>
      Number(
        new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(callTime),
      );
    for (const zone of ['Pacific/Honolulu', 'America/Los_Angeles', 'America/New_York']) {
      expect(hoursIn(zone)).toBeGreaterThanOrEqual(8);
      expect(hoursIn(zone)).toBeLessThan(21);
    }
  });

  test('are found where no hour suits every zone, and where summer time begins', () => {
    const now = new Date('2026-11-25T01:00:00Z');
    expect(nextCallTime(now, '+33123456789', hours).getTime()).toBeLessThan(now.getTime() + 24 * HOUR_MS);
    expect(at('+4930123456', '2026-03-29T00:30:00Z')).toBe('2026-03-29T06:00:00.000Z');
  });

  test('may allow any time', () => {
    const always = readCallHours('00:00-24:00');
    const night = new Date('2026-11-25T18:00:00Z');
    expect(nextCallTime(night, '+8225551234', always)).toBe(night);
  });

  test.each(['', '8-21', '21:00-08:00', '08:00-25:00', '08:00-08:00', 'a08:00-21:00'])(
    'can’t be %j',
    (text) => expect(() => readCallHours(text)).toThrow(ConfigError),
  );
});
