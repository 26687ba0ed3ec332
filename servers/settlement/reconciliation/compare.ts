/** What may differ between an acquirer's list and our book. */
export const DIFFERENCES = [
  /** We booked it, and the acquirer doesn't list it. */
  'missing_at_acquirer',
  /** It moved money that we know nothing of. */
  'unknown_to_us',
  'amount_differs',
  'currency_differs',
  /** It moved money that is not moved here yet, or not any more. */
  'state_differs',
  'charged_twice',
  'refunded_twice',
  /** What it lists of a payout doesn't come to what was paid. */
  'payout_differs',
  /** It lists something else under the same reference than before. */
  'movement_changed',
] as const;
export type DifferenceKind = (typeof DIFFERENCES)[number];

/** One side of a payment, here and at its acquirer. Amounts are positive, whichever way the money goes. */
export type Side = {
  about: 'charge' | 'refund' | 'charge_back';
  currency: string;
  /** Whether the payment can still be captured. */
  is_open: boolean;
  /** What the acquirer must list by now, in so many lines, and the most that it may list. */
  least_minor: bigint;
  least_lines: number;
  most_minor: bigint;
  /** What we have booked, one by one. */
  amounts: readonly bigint[];
  /** What we are asking for at this moment, or expect to be given back. */
  under_way_minor: bigint;
  /** What the acquirer lists, in how many lines, and a currency among them that isn't the payment's. */
  theirs_minor: bigint;
  their_lines: number;
  their_currency: string | null;
};

export type Compared = {
  kind: DifferenceKind;
  ours_minor: bigint;
  theirs_minor: bigint;
  /** Whether it may come right by itself within a day. */
  may_be_late: boolean;
};

/** How one side differs; undefined if it agrees. */
export function compare(side: Side): Compared | undefined {
  const { least_minor, most_minor, theirs_minor, their_currency, currency } = side;
  const found = (kind: DifferenceKind, may_be_late: boolean): Compared => ({
    ...{ kind, may_be_late, theirs_minor },
    ours_minor: theirs_minor < least_minor ? least_minor : most_minor,
  });
  if (their_currency !== null && their_currency !== currency) return found('currency_differs', false);
  if (theirs_minor < least_minor)
    return side.their_lines < side.least_lines
      ? found('missing_at_acquirer', true)
      : found('amount_differs', side.about === 'charge_back');
  if (theirs_minor <= most_minor) return undefined;
  if (theirs_minor <= most_minor + side.under_way_minor) return found('state_differs', true);
  return found(...tooMuch(side));
}

/** What it is that the acquirer lists more than we have booked and are asking for. */
function tooMuch(side: Side): [DifferenceKind, boolean] {
  const { about, most_minor, theirs_minor, their_lines, amounts } = side;
  if (about === 'charge') {
    if (their_lines > 1) return ['charged_twice', false];
    return most_minor === 0n ? ['state_differs', side.is_open] : ['amount_differs', false];
  }
  // That a bank took money back is heard of by webhook, which may come later.
  if (about === 'charge_back') return [most_minor === 0n ? 'unknown_to_us' : 'amount_differs', true];
  if (their_lines <= amounts.length) return ['amount_differs', false];
  return [amounts.includes(theirs_minor - most_minor) ? 'refunded_twice' : 'unknown_to_us', false];
}
