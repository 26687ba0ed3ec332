import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayIn, endOfDay, endOfTerm, isTimeZone } from './calendar.ts';
import { addMs } from './clock.ts';

const SEOUL = 'Asia/Seoul';

describe('a term', () => {
  test.each([
    ['2023-03-01', 60, '2028-03-01T14:59:59.999Z'], // bought at 05:00 in Korea, on the day before in UTC
    ['2026-08-31', 18, '2028-02-29T14:59:59.999Z'],
    ['2025-08-31', 18, '2027-02-28T14:59:59.999Z'],
    ['2028-02-29', 12, '2029-02-28T14:59:59.999Z'],
    ['2026-12-31', 1, '2027-01-31T14:59:59.999Z'],
    ['2026-01-31', 1_200, '2126-01-31T14:59:59.999Z'],
  ])('of %s and %i months ends with its last day in Korea', (delivered_on, months, end) => {
    expect(endOfTerm(SEOUL, { delivered_on, months }).toISOString()).toBe(end);
  });
});

describe('a day', () => {
  test.each([
    ['2023-02-28T20:00:00Z', SEOUL, '2023-03-01'],
    ['2023-02-28T14:59:59.999Z', SEOUL, '2023-02-28'],
    ['2023-02-28T20:00:00Z', 'America/New_York', '2023-02-28'],
    ['2023-02-28T20:00:00Z', 'UTC', '2023-02-28'],
  ])('of %s in %s is %s', (at, zone, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day);
  });

  test.each([
    ['America/New_York', '2026-03-08', '2026-03-09T03:59:59.999Z'], // 23 hours long
    ['America/New_York', '2026-11-01', '2026-11-02T04:59:59.999Z'], // 25 hours long
    ['America/Santiago', '2026-09-05', '2026-09-06T03:59:59.999Z'], // the next begins at 01:00
    ['America/Santiago', '2026-04-04', '2026-04-05T03:59:59.999Z'], // its last hour comes twice
    ['Asia/Kathmandu', '2026-06-01', '2026-06-01T18:14:59.999Z'],
  ])('in %s on %s ends at %s', (zone, day, end) => {
    expect(endOfDay(zone, day).toISOString()).toBe(end);
  });

  test('ends where the next begins, in every zone', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zone, day, (name, at) => {
        const today = dayIn(name, at);
        const end = endOfDay(name, today);
        expect(end >= at).toBe(true);
        expect(dayIn(name, end)).toBe(today);
        expect(dayIn(name, addMs(end, 1)) > today).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is moved over the ends of months and years', () => {
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(addDays('2028-02-22', 7)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  });
});

test.each([
  [SEOUL, true],
  ['America/New_York', true],
  ['Asia/Atlantis', false],
  ['+09:00', false],
  ['', false],
])('%j is a time zone: %s', (name, is) => {
  expect(isTimeZone(name)).toBe(is);
});
