import type { Client } from 'pg';
import type { Books } from './gifts.ts';
import { addGifts, range, scattered } from './gifts.ts';
import type { Asked, Generator } from './load.ts';
import { addGivers, type BenchBuyer, type Till } from './people.ts';
import type { Pgbench } from './pgbench.ts';
import type { Results } from './results.ts';
import { openAtTills } from './sales.ts';
import type { BenchSystem } from './system.ts';

export type BenchOptions = {
  rounds: number;
  seconds: number;
  /** How many certificates are opened for a round, at all tills together. */
  opened: number;
  /** How long a round may wait until what was sold has been delivered. */
  patience: number;
};

export type Bench = {
  system: BenchSystem;
  generator: Generator;
  pgbench: Pgbench;
  tills: readonly Till[];
  buyers: readonly BenchBuyer[];
  /** Ids of members who gave away what there was at first. */
  givers: string[];
  books: Books;
  results: Results;
  options: BenchOptions;
  /** How many certificates there are. */
  size: number;
  /** Numbers that have been used for recipients and offers so far. */
  used: { recipients: number; offers: number; openings: number };
  timeline_s: number[];
};

/** The first certificates were given by a buyer who is logged in and looks at their timelines. */
export const WATCHED = 40;
/** The numbers of certificates that all tills use at once, one a round. */
export const HOT_FROM = 10_000_000;
const HOT_MINOR = 100_000_000;
/** A till may use what it opened for five minutes. */
const OPENED_FOR_MS = 100_000;
/** From here on management has only so many of the orders: nothing else of them would be used. */
const ALL_ORDERS_UNTIL = 1_000_000;
const EVERY_ORDER = 10;
/** Nobody gives away much more than a few gifts a year. */
const GIFTS_A_GIVER = 8;
const GIVERS_MAX = 50_000;

/** Adds certificates until there are so many, and has PostgreSQL look at them. */
export async function fillTo(bench: Bench, size: number): Promise<void> {
  const { books } = bench;
  await addGiversFor(bench, size);
  const ownerOf = (n: number) => (n < WATCHED ? (bench.buyers[0]?.member_id ?? '') : giverOf(bench, n));
  const middle = Math.min(size, Math.max(bench.size, ALL_ORDERS_UNTIL));
  await addGifts(books, 'accepted', [bench.size, middle], ownerOf);
  await addGifts(books, 'accepted', [middle, size], ownerOf, { everyOrder: EVERY_ORDER });
  bench.size = size;
  await untilInOrder(books.shop);
  for (const client of [books.shop, books.management]) await analyse(client);
}

/** What is empty is left alone: no autovacuum tells the planner that a table will stay so. */
async function analyse(client: Client): Promise<void> {
  const filled = await client.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0`,
  );
  await client.query(`vacuum (analyze) ${filled.rows.map(({ table }) => table).join(', ')}`);
}

async function addGiversFor({ books, buyers, givers }: Bench, size: number): Promise<void> {
  const [buyer] = buyers;
  const wanted = Math.min(Math.ceil(size / GIFTS_A_GIVER), GIVERS_MAX);
  if (buyer !== undefined && wanted > givers.length)
    givers.push(...(await addGivers(books.management, buyer, givers.length, wanted)));
}

export const giverOf = ({ givers }: Bench, n: number): string => givers[n % givers.length] ?? '';

/** Waits until the shop has put all facts of its journal in order. */
async function untilInOrder(shop: Client): Promise<void> {
  for (;;) {
    const found = await shop.query(
      "select floor_seq >= pg_sequence_last_value('journal_seq') as done from journal_sequencer",
    );
    if (found.rows[0]?.done === true) return;
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

export async function addHotCertificates(bench: Bench): Promise<void> {
  const hot = [HOT_FROM, HOT_FROM + bench.options.rounds] as const;
  const owner = bench.buyers[0]?.member_id ?? '';
  await addGifts(bench.books, 'accepted', hot, () => owner, { amountMinor: HOT_MINOR });
}

/** Numbers of certificates spread over all of them, others at each call. */
export function someNumbers(bench: Bench, count: number): number[] {
  bench.used.openings += 1;
  const every = bench.size > ALL_ORDERS_UNTIL ? EVERY_ORDER : 1;
  const choices = Math.floor((bench.size - WATCHED) / every);
  const pick = scattered(choices, bench.used.openings);
  const start = WATCHED + ((every - (WATCHED % every)) % every);
  return range(0, Math.min(count, choices)).map((n) => start + pick(n) * every);
}

let opened: { sales: readonly Asked[]; at: number; size: number } | undefined;

/** Sales at the tills that have certificates open. They are opened anew before they close. */
export async function openSales(bench: Bench): Promise<readonly Asked[]> {
  const now = performance.now();
  if (opened !== undefined && opened.size === bench.size && now - opened.at < OPENED_FOR_MS)
    return opened.sales;
  const numbers = someNumbers(bench, bench.options.opened);
  const sales = await openAtTills(bench.system.stack.url('shop'), bench.tills, numbers);
  opened = { sales, at: now, size: bench.size };
  return sales;
}

export const watchedNumbers = (): number[] => range(0, WATCHED);
