import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { Compared, DifferenceKind } from './compare.ts';

/** A difference as it was found: of a payment, or of one movement. */
export type FoundDifference = Compared & {
  acquirer: string;
  about: string;
  payment_id: string | null;
  movement_id: string | null;
  currency: string;
  theirs_currency: string;
};

type Known = {
  difference_id: string;
  kind: DifferenceKind;
  ours_minor: bigint;
  theirs_minor: bigint;
  theirs_currency: string;
  state: 'waiting' | 'open' | 'closed';
  found_at: Date;
  opens_at: Date;
  closed_because: string | null;
};

/** So long one waits that may only be late: until the next night has been compared, too. */
const GRACE_MS = 20 * HOUR_MS;

/**
 * Notes a difference, once for as long as it stays the same. One that staff dismissed stays dismissed until it changes, and one
 * that has changed takes the place of the one before.
 */
export async function noteDifference(tx: Tx, found: FoundDifference, now: Date): Promise<void> {
  const last = await lastOf(tx, found);
  if (last !== undefined && isSame(last, found)) {
    if (last.state === 'open' || last.closed_because === 'dismissed') return;
    if (last.state === 'waiting') {
      if (!found.may_be_late || last.opens_at <= now) await open(tx, last);
      return;
    }
  }
  const before = last?.state === 'closed' ? undefined : last;
  if (before !== undefined) await close(tx, before, now);
  const opensAt = before?.opens_at ?? addMs(now, GRACE_MS);
  const waits = found.may_be_late && before?.state !== 'open' && opensAt > now;
  const { acquirer, about, payment_id, movement_id, kind, ours_minor, theirs_minor } = found;
  await sql`
    insert into differences (difference_id, acquirer, about, subject_id, payment_id, movement_id, kind, ours_minor, theirs_minor,
      currency, theirs_currency, state, found_at, opens_at)
    values (${newId()}, ${acquirer}, ${about}, ${subjectOf(found)}, ${payment_id}, ${movement_id}, ${kind}, ${ours_minor},
      ${theirs_minor}, ${found.currency}, ${found.theirs_currency}, ${waits ? 'waiting' : 'open'},
      ${before?.found_at ?? now}, ${waits ? opensAt : now})`.execute(tx);
}

/** Closes what is open about these payments beside what was just found: it has come right. */
export async function closeAgreed(
  tx: Tx,
  paymentIds: readonly string[],
  found: readonly FoundDifference[],
  now: Date,
): Promise<void> {
  await sql`
    update differences set state = 'closed', closed_at = ${now}, closed_because = 'agreed'
    where payment_id = any(${paymentIds}::uuid[]) and movement_id is null and state <> 'closed'
      and (payment_id, about) not in (
        select * from unnest(${found.map(({ payment_id }) => payment_id)}::uuid[],
          ${found.map(({ about }) => about)}::text[]))`.execute(tx);
}

async function lastOf(tx: Tx, difference: FoundDifference): Promise<Known | undefined> {
  const found = await sql<Known>`
    select difference_id, kind, ours_minor, theirs_minor, theirs_currency, state, found_at, opens_at, closed_because
    from differences where subject_id = ${subjectOf(difference)} and about = ${difference.about}
    order by difference_id desc limit 1`.execute(tx);
  return found.rows[0];
}

function subjectOf({ movement_id, payment_id }: FoundDifference): string {
  const subject = movement_id ?? payment_id;
  if (subject === null) throw new Error('A difference is of a payment or of a movement.');
  return subject;
}

function isSame(known: Known, found: FoundDifference): boolean {
  return (
    known.kind === found.kind &&
    known.ours_minor === found.ours_minor &&
    known.theirs_minor === found.theirs_minor &&
    known.theirs_currency === found.theirs_currency
  );
}

async function open(tx: Tx, { difference_id }: Known): Promise<void> {
  await sql`update differences set state = 'open' where difference_id = ${difference_id}`.execute(tx);
}

async function close(tx: Tx, { difference_id }: Known, now: Date): Promise<void> {
  await sql`
    update differences set state = 'closed', closed_at = ${now}, closed_because = 'changed'
    where difference_id = ${difference_id}`.execute(tx);
}
