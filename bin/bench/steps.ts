import { join, resolve } from 'node:path';
import { startChild } from '../stack/child.ts';
import { waitUntilReady } from '../stack/stack.ts';
import { type Bench, giverOf, HOT_FROM, openSales, someNumbers, watchedNumbers } from './bench.ts';
import { countDeliveries, dropTexts, untilDelivered } from './deliveries.ts';
import { addGifts, addOfferLinks, PIN, phoneOf, pinOf, range } from './gifts.ts';
import type { Asked, Load } from './load.ts';
import { buyMany } from './purchases.ts';
import { registerMany } from './registrations.ts';
import { openAtEach, openAtTills, verifications } from './sales.ts';
import { memoryOf, perSale, startOthers, stopOthers, usageOf } from './system.ts';
import { watchTimelines } from './timeline.ts';

const VERIFY_CONNECTIONS = 64;
const ACCEPT_CONNECTIONS = 32;
const BUYERS_AT_ONCE = 16;
const HOT_TILLS = 64;
/** More than are accepted in a second. */
const OFFERS_A_SECOND = 600;
const SECOND_SHOP_PORT = 510;

export async function tpcb({ pgbench, options, results }: Bench, round: number): Promise<void> {
  results.add('tpcb', round, { per_s: await pgbench.simpleUpdate(options.seconds) });
}

/** Sales while their notices flow to management and are booked there; it is over when all have been. */
export async function redeem(bench: Bench, round: number, connections: number, name: string): Promise<void> {
  await sell(bench, round, name, await openSales(bench), connections);
}

/** The same while buyers look at their timelines. */
export async function redeemWatched(bench: Bench, round: number, connections: number): Promise<void> {
  const { stack } = bench.system;
  const shop = stack.url('shop');
  const sales = await openSales(bench);
  const numbers = watchedNumbers();
  const watched = await openAtTills(shop, bench.tills, numbers);
  const buyer = bench.buyers[0]?.token ?? '';
  const watch = watchTimelines({ shop, management: stack.url('management'), buyer, sales: watched, numbers });
  await sell(bench, round, `redeem_${connections}`, sales, connections, () => watch.endUses());
  bench.timeline_s.push(...(await watch.end(bench.options.patience)));
}

async function sell(
  { system, generator, options, results }: Bench,
  round: number,
  name: string,
  sales: readonly Asked[],
  connections: number,
  endOtherUses: () => Promise<number> = async () => 0,
): Promise<void> {
  const count = await countDeliveries(system.database.management);
  const before = await usageOf(system);
  const url = system.stack.url('shop');
  const load = await generator.run({ url, requests: sales, connections, seconds: options.seconds });
  const already = await count();
  const sold = load.answered - load.refused + (await endOtherUses());
  const { complete } = await untilDelivered(count, sold, { already, seconds: options.patience });
  const used = complete ? perSale(before, await usageOf(system), sold) : {};
  const memory = Object.entries(memoryOf(system) ?? {}).map(([role, mb]) => [`rss_${role}`, mb] as const);
  await dropTexts(system);
  const intake = Math.min(1, already / sold);
  results.add(name, round, { ...load, intake, ...used, ...Object.fromEntries(memory) });
}

/** All tills at one certificate. */
export async function hot(bench: Bench, round: number): Promise<void> {
  const tills = bench.tills.slice(0, HOT_TILLS);
  const sales = await openAtEach(bench.system.stack.url('shop'), tills, HOT_FROM + round);
  await sell(bench, round, 'hot', sales, HOT_TILLS);
}

/** Sales while nothing else runs; then everything comes back, and what was sold meanwhile is delivered. */
export async function quietAndCatchUp(bench: Bench, round: number): Promise<void> {
  const { system, generator, options, results } = bench;
  const sales = await openSales(bench);
  const count = await countDeliveries(system.database.management);
  await stopOthers(system);
  let load: Load;
  try {
    const url = system.stack.url('shop');
    load = await generator.run({ url, requests: sales, connections: 256, seconds: options.seconds });
  } finally {
    await startOthers(system);
  }
  results.add('redeem_256_quiet', round, load);
  const sold = load.answered - load.refused;
  const { per_s } = await untilDelivered(count, sold, { already: await count(), seconds: options.patience });
  if (per_s > 0) results.add('catch_up', round, { per_s });
  await dropTexts(system);
}

/** Two processes of the shop, each with half of the tills. */
export async function twoShops(bench: Bench, round: number): Promise<void> {
  const { system, generator, options, results } = bench;
  const { stack } = system;
  const shop = new URL(stack.url('shop'));
  const port = String(Number(shop.port) - 500 + SECOND_SHOP_PORT);
  const second = `${shop.protocol}//${shop.hostname}:${port}`;
  const program = resolve(import.meta.dirname, '../../servers/shop/main.ts');
  const log = join(bench.books.shopSecretsFile, '../../logs/second-shop.log');
  const environment = { ...stack.environments.get('shop'), PORT: port };
  const child = startChild('a second shop', program, environment, log, () => {});
  try {
    await waitUntilReady('a second shop', second, log);
    const sales = await openSales(bench);
    const half = Math.ceil(sales.length / 2);
    const count = await countDeliveries(system.database.management);
    const loads = await Promise.all(
      [[stack.url('shop'), sales.slice(0, half)] as const, [second, sales.slice(half)] as const].map(
        ([url, requests]) => generator.run({ url, requests, connections: 128, seconds: options.seconds }),
      ),
    );
    const sum = (member: keyof Load) => loads.reduce((total, load) => total + load[member], 0);
    const longest = (member: keyof Load) => Math.max(...loads.map((load) => load[member]));
    const load: Load = {
      per_s: sum('per_s'),
      answered: sum('answered'),
      refused: sum('refused'),
      p50_ms: longest('p50_ms'),
      p99_ms: longest('p99_ms'),
    };
    results.add('two_shops', round, load);
    const sold = load.answered - load.refused;
    await untilDelivered(count, sold, { already: await count(), seconds: options.patience });
  } finally {
    await child.stop();
  }
  await dropTexts(system);
}

export async function verify(bench: Bench, round: number): Promise<void> {
  const { system, generator, options, results, tills } = bench;
  const requests = verifications(tills, someNumbers(bench, bench.size));
  const url = system.stack.url('shop');
  const load = await generator.run({
    url,
    requests,
    connections: VERIFY_CONNECTIONS,
    seconds: options.seconds,
  });
  results.add('verify', round, load);
}

/** Phone number and PIN away from a till, each from an address of its own. */
export async function balance(bench: Bench, round: number): Promise<void> {
  const { system, generator, options, results } = bench;
  const requests = someNumbers(bench, bench.size).map(
    (n): Asked => ['', '/v1/balances', { phone: phoneOf(n), pin: pinOf(n) }],
  );
  const settings = { url: system.stack.url('shop'), requests, seconds: options.seconds };
  results.add('balance', round, await generator.run({ ...settings, connections: VERIFY_CONNECTIONS }));
}

/** Certificates that management has the shop register, each with a signed request. */
export async function registration({ system, options, results }: Bench, round: number): Promise<void> {
  results.add('registration', round, await registerMany(system.stack, options.seconds));
}

/** Gifts that were bought before and whose recipients accept them now, each with a PIN. */
export async function accept(bench: Bench, round: number): Promise<void> {
  const { system, generator, options, results, books, used } = bench;
  const offers = range(used.offers, used.offers + OFFERS_A_SECOND * options.seconds);
  used.offers += offers.length;
  await addGifts(books, 'offered', [offers[0] ?? 0, used.offers], (n) => giverOf(bench, n));
  const tokens = await addOfferLinks(books.management, offers);
  const requests = tokens.map((token): Asked => ['', `/v1/offers/${token}/acceptance`, { pin: PIN }]);
  const url = system.stack.url('management');
  const load = await generator.run({
    url,
    requests,
    connections: ACCEPT_CONNECTIONS,
    seconds: options.seconds,
    once: true,
  });
  results.add('accept', round, load);
  await dropTexts(system);
}

/** The whole purchase, over all four servers. */
export async function purchase(
  { system, options, results, buyers, used }: Bench,
  round: number,
): Promise<void> {
  const some = buyers.slice(0, BUYERS_AT_ONCE);
  const next = () => used.recipients++;
  results.add('purchase', round, await buyMany(system.stack.url('management'), some, options.seconds, next));
  await dropTexts(system);
}
