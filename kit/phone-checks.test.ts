import { describe, expect, test } from 'vitest';
import { judgePhone, needsChecking, type PhoneFacts, phonePolicy } from './phone-checks.ts';

const setting = phonePolicy('POLICY', 'something happens');
const read = (given: string) => setting.read(given);

describe('a policy', () => {
  test('has the default’s answer for what is left out', () => {
    expect(read('')).toEqual(read(setting.fallback ?? ''));
    expect(read('unknown=refuse hours=24')).toEqual({
      sim_swapped: 'refuse',
      recycled: 'refuse',
      unknown: 'refuse',
      hours: 24,
    });
  });

  test.each(['sim_swapped=no', 'sim=refuse', 'hours=0', 'hours=2401', 'hours', 'refuse'])(
    'is not %s',
    (given) => {
      expect(() => read(given)).toThrow('POLICY must be like');
    },
  );

  test('that allows everything asks nobody', () => {
    expect(needsChecking(read('sim_swapped=allow recycled=allow unknown=allow'))).toBe(false);
    expect(needsChecking(read('sim_swapped=allow recycled=allow unknown=refuse'))).toBe(true);
  });
});

const FINE: PhoneFacts = { sim_swapped: false, recycled: false };

test.each<[string, PhoneFacts, string | null]>([
  ['', FINE, null],
  ['', { ...FINE, sim_swapped: true }, 'sim_changed'],
  ['', { ...FINE, recycled: true }, 'number_recycled'],
  ['', { sim_swapped: true, recycled: true }, 'number_recycled'],
  ['', { sim_swapped: null, recycled: null }, null],
  ['unknown=refuse', { ...FINE, sim_swapped: null }, 'number_not_checked'],
  ['unknown=refuse', { ...FINE, recycled: null }, 'number_not_checked'],
  ['sim_swapped=allow', { ...FINE, sim_swapped: true }, null],
  ['recycled=allow', { ...FINE, recycled: true }, null],
  ['recycled=allow', { sim_swapped: true, recycled: true }, 'sim_changed'],
])('by the policy “%s”, %j is %s', (given, facts, expected) => {
  expect(judgePhone(read(given), facts)).toBe(expected);
});
