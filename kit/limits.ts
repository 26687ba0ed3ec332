import type { Pool, QueryConfig } from 'pg';
import pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { keyedDigest } from './keyed-digest.ts';
import type { KeyRing } from './secrets.ts';

export type LimitSettings = {
  /** The prefix of its keys in the table, such as `pin_by_phone`. */
  readonly name: string;
  /** How many uses are allowed… */
  readonly points: number;
  /** …in a window of this many seconds, which starts with the first use. */
  readonly duration_s: number;
  /** Keys are stored as digests under this ring: a plain hash of a phone number could be reversed by trying them all. */
  readonly ring: KeyRing;
};

export type LimitAnswer = { readonly ok: true } | { readonly ok: false; readonly retry_after_s: number };

/** How much of a limit a key has used. */
export type LimitUsage = { readonly used: number; readonly reached: boolean; readonly retry_after_s: number };

export type Limiter = {
  readonly name: string;
  readonly points: number;
  readonly duration_s: number;
  /** Counts one use and returns whether it was within the limit. The count is committed before it is compared. */
  consume(key: string): Promise<LimitAnswer>;
  /** Takes one use back: it was a success, and only failures count. */
  giveBack(key: string): Promise<void>;
  /** Resets a key, after a success that clears earlier failures. */
  clear(key: string): Promise<void>;
  /** Reads without counting. `reached` means that the next use is refused. */
  usage(key: string): Promise<LimitUsage>;
};

/**
 * A limit shared by all processes of a server, counted in its table `rate_limits`. The library measures windows by the
 * machine's clock, not by the business clock that is passed around elsewhere: moving the business clock neither fills nor
 * resets a limit.
 */
export function limiter(pool: Pool, { name, points, duration_s, ring }: LimitSettings): Limiter {
  const counters = new RateLimiterPostgres({
    storeClient: { query: (query: QueryConfig) => pool.query({ ...query, types: PLAIN_NUMBERS }) },
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix: name,
    points,
    duration: duration_s,
  });
  const stored = (key: string) => keyedDigest(ring, `rate_limit:${name}`, key).digest.toString('base64url');
  return {
    name,
    points,
    duration_s,
    async consume(key) {
      try {
        await counters.consume(stored(key));
        return { ok: true };
      } catch (thrown) {
        // The library throws its result when the limit is reached, and an Error when the database fails.
        if (!(thrown instanceof RateLimiterRes)) throw thrown;
        return { ok: false, retry_after_s: Math.max(1, Math.ceil(thrown.msBeforeNext / 1000)) };
      }
    },
    async giveBack(key) {
      await counters.reward(stored(key));
    },
    async clear(key) {
      await counters.delete(stored(key));
    },
    async usage(key) {
      const counted = await counters.get(stored(key));
      if (counted === null) return { used: 0, reached: false, retry_after_s: 0 };
      const { consumedPoints: used, msBeforeNext } = counted;
      const reached = used >= points;
      return { used, reached, retry_after_s: reached ? Math.max(1, Math.ceil(msBeforeNext / 1000)) : 0 };
    },
  };
}

/**
 * Counts one use against every limit, even when one of them is exceeded. If any is, the answer is a refusal with the
 * longest wait.
 */
export async function consumeAll(
  uses: readonly (readonly [limit: Limiter, key: string])[],
): Promise<LimitAnswer> {
  const answers = await Promise.all(uses.map(([limit, key]) => limit.consume(key)));
  const waits_s = answers.flatMap((answer) => (answer.ok ? [] : [answer.retry_after_s]));
  return waits_s.length === 0 ? { ok: true } : { ok: false, retry_after_s: Math.max(...waits_s) };
}

const INT8_OID = 20;

// The servers read bigint columns as BigInt (kit/db/values.ts). The library needs numbers, and milliseconds fit.
const PLAIN_NUMBERS: NonNullable<QueryConfig['types']> = {
  getTypeParser: (oid, format) => (oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format)),
};
