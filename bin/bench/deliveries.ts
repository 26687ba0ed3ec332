import type { Client } from 'pg';
import type { BenchSystem } from './system.ts';

const LOOK_MS = 250;
/** A sender that was refused waits before it tries again. */
const STALLED_MS = 60_000;
/** Rows also come into pages before the last: PostgreSQL makes a table longer by many pages at a time. */
const PAGES_BEFORE = 1_000;

/** Counts the uses that management has booked since it was made. */
export type DeliveryCount = () => Promise<number>;

/**
 * Rows are only ever added, and near the end, so it is enough to count from some pages before the last one. Counting all of
 * a large table again and again would take processor time from what is measured.
 */
export async function countDeliveries(management: Client): Promise<DeliveryCount> {
  const size = await management.query("select pg_relation_size('certificate_uses') / 8192 as pages");
  const page = Math.max(0, Number(size.rows[0]?.pages) - PAGES_BEFORE);
  const count = async () => {
    const found = await management.query(
      `select count(*) as uses from certificate_uses where ctid >= '(${page},0)'::tid`,
    );
    return Number(found.rows[0]?.uses);
  };
  const before = await count();
  return async () => (await count()) - before;
}

export type Delivered = { delivered: number; complete: boolean; per_s: number };

/**
 * Waits until so many uses have been delivered, at most for so long, and says how fast they came once they did.
 * @param already what had been delivered when the wait began.
 */
export async function untilDelivered(
  count: DeliveryCount,
  sales: number,
  { already, seconds }: { already: number; seconds: number },
): Promise<Delivered> {
  const deadline = performance.now() + seconds * 1000;
  let delivered = already;
  let firstAt: number | undefined;
  let lastAt = performance.now();
  let firstCount = already;
  while (delivered < sales && performance.now() < deadline) {
    await new Promise((wait) => setTimeout(wait, LOOK_MS));
    const now = await count();
    const at = performance.now();
    if (now > delivered) {
      // What comes first was on its way; the rate is that of what follows.
      if (firstAt === undefined) {
        firstAt = at;
        firstCount = now;
      }
      lastAt = at;
    } else if (at - lastAt > STALLED_MS) break;
    delivered = now;
  }
  const took = firstAt === undefined ? 0 : (lastAt - firstAt) / 1000;
  const per_s = took === 0 ? 0 : (delivered - firstCount) / took;
  return { delivered, complete: delivered >= sales, per_s };
}

/** Texts that nobody has sent yet are dropped, so that sending them takes nothing from what is measured next. */
export async function dropTexts({ database }: BenchSystem): Promise<void> {
  for (const role of ['management', 'shop'] as const)
    await database[role].query("delete from messages where state = 'due'");
}
