import { expect, test } from 'vitest';
import { PLANTS } from '../plants/plants.ts';
import { CHECK_NAMES } from '../record/checks.ts';
import { KIND_NAMES } from './kinds.ts';
import { roundOf } from './schedule.ts';

const SETTINGS = { seed: 7, faults: 9, spreadMs: 7_000, processesOf: 2, freezeMs: 60_000, only: [] };

test('a round follows from the seed and its number', () => {
  expect(roundOf(SETTINGS, 3)).toEqual(roundOf(SETTINGS, 3));
  expect(roundOf(SETTINGS, 3)).not.toEqual(roundOf(SETTINGS, 4));
  expect(roundOf({ ...SETTINGS, seed: 8 }, 3)).not.toEqual(roundOf(SETTINGS, 3));
});

test('every kind of fault is drawn in a long run, or only those that are asked for', () => {
  const drawn = (only: typeof KIND_NAMES) =>
    new Set(
      Array.from({ length: 100 }, (_, round) => roundOf({ ...SETTINGS, only }, round)).flatMap((faults) =>
        faults.map(({ kind }) => kind),
      ),
    );
  expect([...drawn([])].sort()).toEqual([...KIND_NAMES].sort());
  expect([...drawn(['kill', 'keys'])].sort()).toEqual(['keys', 'kill']);
});

test('a round is restored at most once', () => {
  const rounds = Array.from({ length: 100 }, (_, round) => roundOf({ ...SETTINGS, faults: 100 }, round));
  const restores = rounds.map((faults) => faults.filter(({ kind }) => kind === 'restore').length);
  expect(new Set(restores)).toEqual(new Set([0, 1]));
});

test('each check has a plant, and no two plants have one name', () => {
  expect(new Set(PLANTS.map(({ check }) => check))).toEqual(new Set(CHECK_NAMES));
  expect(new Set(PLANTS.map(({ name }) => name)).size).toBe(PLANTS.length);
});
