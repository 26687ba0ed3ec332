import { addMs, type Clock, HOUR_MS, MINUTE_MS } from '../clock.ts';
import { boundLongReading } from '../db/bounds.ts';
import { sql } from '../db/sql.ts';
import { type Db, inSnapshot, type Tx } from '../db/transaction.ts';
import type { Job } from '../jobs.ts';
import type { Logger } from '../log.ts';

/** A comparison of books with each other. Reads all of them, and returns what does not agree, a few words each. */
export type BooksCheck = { name: string; differences: (tx: Tx) => Promise<string[]> };

type BooksContext = { db: Db; clock: Clock; log: Logger };

const EVERY_MS = HOUR_MS;
/** A check that takes long is made seldom: it keeps a connection for a fiftieth of the time at most. */
const REST_PER_CHECK = 50;
/** Longer than a check may take; whoever began one and died leaves it to the others after that. */
const CLAIM_MS = 20 * MINUTE_MS;
const DIFFERENCES_MAX = 20;

/** Compares the books every hour, in one process of all, in a transaction that sees them at one moment. */
export function booksCheckJob(context: BooksContext, checks: readonly BooksCheck[]): Job {
  return {
    name: 'books_check',
    every_ms: MINUTE_MS,
    async round() {
      for (const check of checks) if (await claim(context, check)) await make(context, check);
      return 0;
    },
  };
}

async function claim({ db, clock }: BooksContext, { name }: BooksCheck): Promise<boolean> {
  const now = clock();
  const claimed = await sql`
    insert into book_checks as b (check_name, since, next_at) values (${name}, ${now}, ${addMs(now, CLAIM_MS)})
    on conflict (check_name) do update set next_at = excluded.next_at where b.next_at <= ${now}
    returning 1`.execute(db);
  return claimed.rows.length > 0;
}

async function make({ db, clock, log }: BooksContext, { name, differences }: BooksCheck): Promise<void> {
  const began = performance.now();
  const found = await inSnapshot(db, async (tx) => {
    await boundLongReading(tx);
    return differences(tx);
  });
  const now = clock();
  const rest_ms = Math.max(EVERY_MS, REST_PER_CHECK * (performance.now() - began));
  await sql`
    update book_checks set checked_at = ${now}, next_at = ${addMs(now, Math.ceil(rest_ms))},
      differences = ${found.slice(0, DIFFERENCES_MAX)}::text[]
    where check_name = ${name}`.execute(db);
  if (found.length > 0)
    log.error({ check: name, differences: found.slice(0, DIFFERENCES_MAX) }, 'the books do not agree');
}
