import { expect, test } from 'vitest';
import { compare, type Side } from './compare.ts';

/** A charge of 10,000 that both sides agree about. */
const AGREED: Side = {
  ...{ about: 'charge', currency: 'KRW', is_open: false, amounts: [10_000n], under_way_minor: 0n },
  ...{ least_minor: 10_000n, least_lines: 1, most_minor: 10_000n },
  ...{ theirs_minor: 10_000n, their_lines: 1, their_currency: 'KRW' },
};
const NOTHING_HERE = { least_minor: 0n, least_lines: 0, most_minor: 0n, amounts: [] };
const NOTHING_THERE = { theirs_minor: 0n, their_lines: 0, their_currency: null };

test.each<[string, Partial<Side>, string | undefined, boolean]>([
  ['what agrees', {}, undefined, false],
  ['nothing on either side', { ...NOTHING_HERE, ...NOTHING_THERE }, undefined, false],
  ['a charge that isn’t listed', NOTHING_THERE, 'missing_at_acquirer', true],
  [
    'one that was booked before anything was read',
    { ...NOTHING_THERE, least_minor: 0n, least_lines: 0 },
    undefined,
    false,
  ],
  ['one that is a won too low', { theirs_minor: 9_999n }, 'amount_differs', false],
  ['one that is a won too high', { theirs_minor: 10_001n }, 'amount_differs', false],
  ['one in another currency', { their_currency: 'USD' }, 'currency_differs', false],
  ['one that is charged twice', { theirs_minor: 20_000n, their_lines: 2 }, 'charged_twice', false],
  ['one that is given back again', { their_lines: 2 }, undefined, false],
  ['one of a payment that is open here', { ...NOTHING_HERE, is_open: true }, 'state_differs', true],
  ['one of a payment that was voided here', NOTHING_HERE, 'state_differs', false],
  ['one that is being captured', { ...NOTHING_HERE, under_way_minor: 10_000n }, 'state_differs', true],
])('%s', (_what, change, kind, may_be_late) => {
  expect(compare({ ...AGREED, ...change })).toEqual(
    kind === undefined ? undefined : expect.objectContaining({ kind, may_be_late }),
  );
});

/** Refunds of 3,000 and 2,000. */
const REFUNDED: Partial<Side> = {
  ...{ about: 'refund', amounts: [3_000n, 2_000n], least_minor: 5_000n, least_lines: 2, most_minor: 5_000n },
  ...{ theirs_minor: 5_000n, their_lines: 2 },
};

test.each<[string, Partial<Side>, string | undefined, boolean]>([
  ['refunds that agree', {}, undefined, false],
  ['one that isn’t listed', { theirs_minor: 3_000n, their_lines: 1 }, 'missing_at_acquirer', true],
  ['one that is refunded twice', { theirs_minor: 7_000n, their_lines: 3 }, 'refunded_twice', false],
  ['one that we never asked for', { theirs_minor: 6_000n, their_lines: 3 }, 'unknown_to_us', false],
  ['one that is a won too high', { theirs_minor: 5_001n }, 'amount_differs', false],
  ['one that is a won too low', { theirs_minor: 4_999n }, 'amount_differs', false],
  [
    'one that we are asking for',
    { theirs_minor: 6_000n, their_lines: 3, under_way_minor: 1_000n },
    'state_differs',
    true,
  ],
])('%s', (_what, change, kind, may_be_late) => {
  expect(compare({ ...AGREED, ...REFUNDED, ...change })).toEqual(
    kind === undefined ? undefined : expect.objectContaining({ kind, may_be_late }),
  );
});

test.each<[string, Partial<Side>, string | undefined]>([
  ['a lost dispute', {}, undefined],
  ['an open one whose money was taken', { least_minor: 0n, least_lines: 0 }, undefined],
  ['an open one whose money was not taken', { least_minor: 0n, least_lines: 0, ...NOTHING_THERE }, undefined],
  ['a lost one whose money was not taken', NOTHING_THERE, 'missing_at_acquirer'],
  ['one that we know nothing of', NOTHING_HERE, 'unknown_to_us'],
  ['a won one whose money is not back', { ...NOTHING_HERE, under_way_minor: 10_000n }, 'state_differs'],
])('%s', (_what, change, kind) => {
  expect(compare({ ...AGREED, about: 'charge_back', ...change })).toEqual(
    kind === undefined ? undefined : expect.objectContaining({ kind, may_be_late: true }),
  );
});
