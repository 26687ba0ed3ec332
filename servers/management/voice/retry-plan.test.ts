import { describe, expect, test } from 'vitest';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { nextDialAt, USUAL_PLAN } from './retry-plan.ts';
import { DIAL_OUTCOMES, type DialOutcome } from './turn.ts';

const NOW = new Date('2026-11-25T01:00:00Z');
const LANDLINE = { canBeTexted: false };

/** The minutes until each next call if every call has the same outcome. */
function waitsFor(outcome: DialOutcome, reach = LANDLINE): number[] {
  const waits: number[] = [];
  for (let outcomes = [outcome]; ; outcomes = [...outcomes, outcome]) {
    const next = nextDialAt(USUAL_PLAN, outcomes, NOW, reach);
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

  test('does not follow the answering machine of a phone that can be texted', () => {
    expect(waitsFor('machine', { canBeTexted: true })).toEqual([]);
  });

  test('does not come once the phone has rung eight times; failures on our side don’t count', () => {
    const seven: DialOutcome[] = ['busy', 'busy', 'busy', 'no_answer', 'no_answer', 'machine', 'answered'];
    expect(nextDialAt(USUAL_PLAN, [...seven, 'unreachable'], NOW, LANDLINE)).toEqual(addMs(NOW, MINUTE_MS));
    expect(nextDialAt(USUAL_PLAN, [...seven, 'busy'], NOW, LANDLINE)).toBeNull();
  });
});
