import { type Sql, sql } from '../db/sql.ts';

/** What a batch says of its place in its sender's stream, as far as it says it. */
export type NamedPlace = { first_position: bigint | null; previous_digest: Buffer | null };

const DIGEST = /^[0-9a-f]{64}$/;

export function placeNamed({
  first_position: position,
  previous_digest: digest,
}: {
  first_position?: unknown;
  previous_digest?: unknown;
}): NamedPlace {
  return {
    first_position:
      typeof position === 'number' && Number.isSafeInteger(position) && position > 0
        ? BigInt(position)
        : null,
    previous_digest: typeof digest === 'string' && DIGEST.test(digest) ? Buffer.from(digest, 'hex') : null,
  };
}

/**
 * Records which of these batches, each with the one before it there, don't follow it: they name other bytes than those that
 * are held under the number before, or another position than the next. Part of a statement. `moved` has `first_no` and
 * `last_no`.
 */
export function insertBreaks(sender: string, moved: Sql, now: Date): Sql<{ batch_no: bigint }> {
  return sql<{ batch_no: bigint }>`
    insert into inbox_breaks (sender, batch_no, held_digest, named_digest, expected_position, named_position, found_at)
    select b.sender, b.batch_no, p.digest, b.previous_digest, p.first_position + p.notice_count, b.first_position, ${now}
    from ${moved} join inbox_batches b on b.sender = ${sender} and b.batch_no between first_no and last_no
      join inbox_batches p on p.sender = b.sender and p.batch_no = b.batch_no - 1
    where b.previous_digest <> p.digest or b.first_position <> p.first_position + p.notice_count
    on conflict do nothing returning batch_no`;
}
