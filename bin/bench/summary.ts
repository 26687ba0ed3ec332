import { median, quantile, type Results } from './results.ts';

/** What can't be read from the samples of the rounds. */
export type Extras = { timeline_s: readonly number[]; statements_per_gift: number | null };

export type Summary = Readonly<Record<string, number | null>>;

/** The members of the last line. What was not measured is null. */
export function summarise(results: Results, { timeline_s, statements_per_gift }: Extras): Summary {
  const grown = (size: string) => {
    const large = median(results.toOne(`redeem_256_${size}`));
    const small = median(results.toOne('redeem_256'));
    return large === null || small === null || small === 0 ? null : large / small;
  };
  const members = {
    redeem_16_to_one: median(results.toOne('redeem_16')),
    redeem_64_to_one: median(results.toOne('redeem_64')),
    redeem_256_to_one: median(results.toOne('redeem_256')),
    redeem_256_quiet_to_one: median(results.toOne('redeem_256_quiet')),
    catch_up_to_redeem: results.ratio('catch_up', 'redeem_256'),
    cpu_us_per_sale: results.median('redeem_256', 'cpu_us'),
    hot_to_spread: results.ratio('hot', 'redeem_64'),
    intake_to_redeem: results.median('redeem_256', 'intake'),
    timeline_p99_s: quantile(timeline_s, 0.99),
    verify_per_s: results.median('verify'),
    purchase_per_s: results.median('purchase'),
    accept_per_s: results.median('accept'),
    balance_per_s: results.median('balance'),
    registration_per_s: results.median('registration'),
    grow_1m: grown('1m'),
    grow_10m: grown('10m'),
    two_shops_to_one: median(results.toOne('two_shops')),
    two_shops_to_single: results.ratio('two_shops', 'redeem_256'),
    rss_mb: results.median('redeem_256', 'rss_shop'),
    wal_bytes_per_sale: results.median('redeem_256', 'wal_bytes'),
    statements_per_gift,
    verify_to_one: median(results.toOne('verify')),
    purchase_to_one: median(results.toOne('purchase')),
    accept_to_one: median(results.toOne('accept')),
    balance_to_one: median(results.toOne('balance')),
    registration_to_one: median(results.toOne('registration')),
    one_per_s: median(results.ones),
    tpcb_simple_update_per_s: results.median('tpcb'),
  };
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [name, rounded(value)]));
}

/** Three digits say all there is to say. */
export function rounded(value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return Number(value.toPrecision(3));
}
