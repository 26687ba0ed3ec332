import { expect, test } from 'vitest';
import { isBirthday, nextBirthday, nextReminder } from './birthdays.ts';

test.each([
  [{ month: 2, day: 29 }, true],
  [{ month: 12, day: 31 }, true],
  [{ month: 2, day: 30 }, false],
  [{ month: 4, day: 31 }, false],
  [{ month: 13, day: 1 }, false],
  [{ month: 0, day: 1 }, false],
  [{ month: 1, day: 0 }, false],
])('%o is a day of some year: %s', (birthday, is) => {
  expect(isBirthday(birthday)).toBe(is);
});

// Nine in the morning in Korea is midnight in UTC.
test.each([
  [
    'later in the year',
    { month: 12, day: 24 },
    '2026-11-30T12:00Z',
    '2026-12-24',
    '2026-12-17T00:00:00.000Z',
  ],
  ['within the week', { month: 12, day: 3 }, '2026-11-30T12:00Z', '2026-12-03', '2027-11-26T00:00:00.000Z'],
  ['today in Korea', { month: 12, day: 1 }, '2026-11-30T15:00Z', '2026-12-01', '2027-11-24T00:00:00.000Z'],
  ['early next year', { month: 1, day: 3 }, '2026-12-20T00:00Z', '2027-01-03', '2026-12-27T00:00:00.000Z'],
  ['in a leap year', { month: 2, day: 29 }, '2027-03-01T00:00Z', '2028-02-29', '2028-02-22T00:00:00.000Z'],
  ['in a common year', { month: 2, day: 29 }, '2026-12-01T00:00Z', '2027-02-28', '2027-02-21T00:00:00.000Z'],
  [
    'at the moment itself',
    { month: 12, day: 24 },
    '2026-12-17T00:00Z',
    '2026-12-24',
    '2027-12-17T00:00:00.000Z',
  ],
])('a birthday %s', (_what, birthday, now, day, reminder) => {
  expect(nextBirthday(birthday, new Date(now))).toBe(day);
  expect(nextReminder(birthday, new Date(now)).toISOString()).toBe(reminder);
});
