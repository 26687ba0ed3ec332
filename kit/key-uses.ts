import { type Sql, sql } from './db/sql.ts';
import type { Db, Executor } from './db/transaction.ts';
import type { KeyRing, Secrets } from './secrets.ts';

export type RekeyContext = { db: Db; secrets: Secrets; random: (bytes: number) => Buffer };

/** How many values are stored under a version of a key; null is a version that isn't known. */
export type VersionCount = { version: string | null; rows: bigint };

/** Something that is stored under a key ring of SECRETS_FILE. */
export type KeyUse = {
  ring: string;
  /** What is stored, such as `certificate numbers`. */
  what: string;
  /** Selects how many values are stored under each version of the key. */
  count: (executor: Executor) => Promise<{ rows: VersionCount[] }>;
  /** How it comes under the current key: rewritten by `--rekey`, at its next right use, or not at all until it expires. */
  renewed: 'by_rekey' | 'by_use' | 'by_expiry';
  /** For `by_rekey`: stores a batch of the values under other keys anew. Returns how many. */
  rewrite?: (context: RekeyContext) => Promise<number>;
};

const RENEWED = {
  by_rekey: 'rewritten by --rekey',
  by_use: 'rewritten at the next right use',
  by_expiry: 'expires by itself',
} as const;

type UseCount = { use: KeyUse; version: string | null; rows: number; isOld: boolean };

/** How many values are stored under each version of each ring. */
export async function countKeyUses(
  executor: Executor,
  uses: readonly KeyUse[],
  ringOf: (name: string) => KeyRing,
): Promise<UseCount[]> {
  const counts: UseCount[] = [];
  for (const use of uses) {
    const { current } = ringOf(use.ring);
    for (const { version, rows } of (await use.count(executor)).rows)
      counts.push({ use, version, rows: Number(rows), isOld: version !== current });
  }
  return counts;
}

/** The counts as lines to print; a version that nothing is stored under may be removed from the file. */
export function describeKeyUses(counts: readonly UseCount[], rings: readonly KeyRing[]): string {
  const lines = rings.flatMap((ring) =>
    [...ring.byVersion.keys()].flatMap((version) => {
      const stored = counts.filter((count) => count.use.ring === ring.name && isUnder(count, version, ring));
      const head = `${ring.name} ${version}${version === ring.current ? ' (current)' : ''}`;
      if (stored.length === 0) return [`${head}: nothing is stored under it`];
      return stored.map(({ use, rows, isOld }) => {
        const how = isOld ? `; ${RENEWED[use.renewed]}` : '';
        return `${head}: ${rows} ${use.what}${how}`;
      });
    }),
  );
  return lines.join('\n');
}

/** A value whose version isn't known may be under any but the current key. */
function isUnder({ version }: UseCount, asked: string, { current }: KeyRing): boolean {
  return version === asked || (version === null && asked !== current);
}

/** Stores everything that can be under the current keys, a batch at a time. Returns how much, by what it is. */
export async function rekey(context: RekeyContext, uses: readonly KeyUse[]): Promise<Map<string, number>> {
  const rewritten = new Map<string, number>();
  for (const { what, rewrite } of uses) {
    if (rewrite === undefined) continue;
    let total = 0;
    for (;;) {
      const batch = await rewrite(context);
      if (batch === 0) break;
      total += batch;
    }
    rewritten.set(what, total);
  }
  return rewritten;
}

/** The version of a key in front of what `sealText` made. */
export function sealedVersion(column: Sql): Sql {
  return sql`convert_from(substring(${column} from 2 for get_byte(${column}, 0)), 'UTF8')`;
}
