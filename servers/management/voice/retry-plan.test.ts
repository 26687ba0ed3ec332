import { describe, expect, test } from 'vitest';
import { addMs, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { ConfigError } from '../../../kit/config.ts';
import { nextCallTime, readCallHours } from '../call-hours.ts';
import { nextDialAt } from './retry-plan.ts';
import { DIAL_OUTCOMES, type DialOutcome } from './turn.ts';

const NOW = new Date('2026-11-25T01:00:00Z');
const LANDLINE = { canBeTexted: false };

/** The minutes until each next call when every call comes to the same. */
function waitsFor(outcome: DialOutcome, reach = LANDLINE): number[] {
  const waits: number[] = [];
  for (let outcomes = [outcome]; ; outcomes = [...outcomes, outcome]) {
    const next = nextDialAt(outcomes, NOW, reach);
    if (next === null) return waits;
    waits.push((next.getTime() - NOW.getTime()) / MINUTE_MS);
  }
}

describe('the next call', () => {
  test.each<[DialOutcome, number[]]>([
    ['answered', [1440]],
    ['busy', [5, 15, 60, 240]],
    ['declined', [1440]],
    ['no_answer', [60, 240, 1440, 1440]],
    ['unknown_number', []],
    ['machine', [240, 1440]],
    ['unreachable', [1, 5, 15, 60, 240, 240]],
  ])('after %s', (outcome, waits) => expect(waitsFor(outcome)).toEqual(waits));

  test('has a plan for every outcome', () => {
    for (const outcome of DIAL_OUTCOMES) expect(waitsFor(outcome).length).toBeLessThan(8);
  });

  test('is none for a machine of a phone that can be texted', () => {
    expect(waitsFor('machine', { canBeTexted: true })).toEqual([]);
  });

  test('is none once the phone rang eight times, whatever came of it; our own trouble is no ring', () => {
    const seven: DialOutcome[] = ['busy', 'busy', 'busy', 'no_answer', 'no_answer', 'machine', 'answered'];
    expect(nextDialAt([...seven, 'unreachable'], NOW, LANDLINE)).toEqual(addMs(NOW, MINUTE_MS));
    expect(nextDialAt([...seven, 'busy'], NOW, LANDLINE)).toBeNull();
  });
});

describe('decent hours', () => {
  const hours = readCallHours('08:00-21:00');
  const at = (phone: string, time: string) => nextCallTime(new Date(time), phone, hours).toISOString();

  test('are those of Korea for a Korean number', () => {
    expect(at('+8225551234', '2026-11-25T11:59:59Z')).toBe('2026-11-25T11:59:59.000Z');
    expect(at('+8225551234', '2026-11-25T12:00:00Z')).toBe('2026-11-25T23:00:00.000Z');
    expect(at('+8225551234', '2026-11-25T22:59:00Z')).toBe('2026-11-25T23:00:00.000Z');
    expect(at('+8225551234', '2026-11-25T23:00:00Z')).toBe('2026-11-25T23:00:00.000Z');
  });

  test('hold in every time zone of the country that the number is of', () => {
    const decent = new Date(at('+12025550123', '2026-11-25T06:00:00Z'));
    const hoursIn = (timeZone: string) =>
      Number(
        new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(decent),
      );
    for (const zone of ['Pacific/Honolulu', 'America/Los_Angeles', 'America/New_York']) {
      expect(hoursIn(zone)).toBeGreaterThanOrEqual(8);
      expect(hoursIn(zone)).toBeLessThan(21);
    }
  });

  test('are found where no hour suits all zones, and end where summer time begins', () => {
    expect(nextCallTime(NOW, '+33123456789', hours).getTime()).toBeLessThan(NOW.getTime() + 24 * HOUR_MS);
    expect(at('+4930123456', '2026-03-29T00:30:00Z')).toBe('2026-03-29T06:00:00.000Z');
  });

  test('may be any time by policy', () => {
    const always = readCallHours('00:00-24:00');
    const night = new Date('2026-11-25T18:00:00Z');
    expect(nextCallTime(night, '+8225551234', always)).toBe(night);
  });

  test.each(['', '8-21', '21:00-08:00', '08:00-25:00', '08:00-08:00', 'a08:00-21:00'])('are not %j', (text) =>
    expect(() => readCallHours(text)).toThrow(ConfigError),
  );
});
