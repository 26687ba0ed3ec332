import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { isId } from '../../../kit/ids.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import type { Movement } from '../acquirers/port.ts';
import { bookMovements, type NamedMovement } from './book-movements.ts';
import { noteDifference } from './differences.ts';

type Stored = {
  movement_id: string;
  kind: Movement['kind'];
  payment_named: string | null;
  payment_id: string | null;
  amount_minor: bigint;
  fee_minor: bigint;
  currency: string;
  /** Whether it was heard just now. */
  is_new: boolean;
};

/**
 * Stores what an acquirer lists, each movement once, however often it is listed, and books fees and payouts of those that are new.
 * Notes what belongs to no payment of ours, and what is listed otherwise than before. Returns how many are new.
 */
export async function takeMovements(
  tx: Tx,
  { reconciliation_id, acquirer }: { reconciliation_id: string; acquirer: string },
  listed: readonly Movement[],
  now: Date,
): Promise<number> {
  if (listed.length === 0) return 0;
  const named = listed.map((movement) => ({
    ...movement,
    movement_id: derivedId('acquirer_movement', acquirer, movement.reference),
  }));
  // Of one that is listed twice in a page, the first is taken and the other compared with it.
  const firsts = [...new Map([...named].reverse().map(byId)).values()];
  const ids = firsts.map(({ movement_id }) => movement_id);
  const each = <T>(of: (movement: NamedMovement) => T) => firsts.map(of);
  const inserted = await sql<{ movement_id: string }>`
    insert into acquirer_movements (movement_id, acquirer, reference, kind, payment_named, payment_id, amount_minor, fee_minor, currency,
      at, reconciliation_id, heard_at)
    select m.movement_id, ${acquirer}, m.reference, m.kind, m.payment_named, coalesce(i.payment_id, r.payment_id), m.amount_minor,
      m.fee_minor, m.currency, m.at, ${reconciliation_id}::uuid, ${now}::timestamptz
    from unnest(${ids}::uuid[], ${each(({ reference }) => reference)}::text[], ${each(({ kind }) => kind)}::text[],
        ${each(({ payment }) => payment?.value ?? null)}::text[], ${each(ourId)}::uuid[], ${each(theirReference)}::text[],
        ${each(({ amount_minor }) => amount_minor)}::bigint[], ${each(({ fee_minor }) => fee_minor)}::bigint[],
        ${each(({ currency }) => currency)}::text[], ${each(({ at }) => at)}::timestamptz[])
      as m (movement_id, reference, kind, payment_named, by_id, by_reference, amount_minor, fee_minor, currency, at)
      left join payments i on i.payment_id = m.by_id and i.acquirer = ${acquirer}
      left join payments r on r.acquirer = ${acquirer} and r.acquirer_reference = m.by_reference
    order by m.movement_id
    on conflict do nothing returning movement_id`.execute(tx);
  const fresh = new Set(inserted.rows.map(({ movement_id }) => movement_id));
  const stored = await readStored(tx, ids);
  for (const movement of named) {
    const known = stored.get(movement.movement_id);
    if (known === undefined) throw new Error(`Movement ${movement.reference} was not stored.`);
    const isNew = fresh.has(movement.movement_id);
    await noteMovement(tx, acquirer, movement, { ...known, is_new: isNew }, now);
  }
  const booked = firsts.filter(({ movement_id }) => fresh.has(movement_id));
  await bookMovements(tx, acquirer, booked, now);
  return booked.length;
}

const byId = (movement: NamedMovement) => [movement.movement_id, movement] as const;

async function readStored(tx: Tx, ids: readonly string[]): Promise<Map<string, Omit<Stored, 'is_new'>>> {
  const found = await sql<Omit<Stored, 'is_new'>>`
    select movement_id, kind, payment_named, payment_id, amount_minor, fee_minor, currency from acquirer_movements
    where movement_id = any(${ids}::uuid[])`.execute(tx);
  return new Map(found.rows.map((row) => [row.movement_id, row]));
}

/** Differences of one movement alone; those of payments are found by comparing. */
async function noteMovement(
  tx: Tx,
  acquirer: string,
  movement: NamedMovement,
  known: Stored,
  now: Date,
): Promise<void> {
  const about = {
    ...{ acquirer, about: 'movement', movement_id: movement.movement_id, payment_id: known.payment_id },
    ...{ currency: known.currency, theirs_currency: movement.currency },
    ...{ theirs_minor: movement.amount_minor, may_be_late: false },
  };
  if (!isSame(movement, known))
    await noteDifference(tx, { ...about, kind: 'movement_changed', ours_minor: known.amount_minor }, now);
  else if (known.is_new && belongsNowhere(movement, known))
    await noteDifference(tx, { ...about, kind: 'unknown_to_us', ours_minor: 0n }, now);
}

function isSame(movement: Movement, known: Stored): boolean {
  return (
    movement.kind === known.kind &&
    (movement.payment?.value ?? null) === known.payment_named &&
    movement.amount_minor === known.amount_minor &&
    movement.fee_minor === known.fee_minor &&
    movement.currency === known.currency
  );
}

/** It moved money, and nothing in our book says why. */
function belongsNowhere({ kind, amount_minor }: Movement, { payment_id }: Stored): boolean {
  if (kind === 'fee' || kind === 'payout' || amount_minor === 0n) return false;
  return kind === 'other' || payment_id === null;
}

function ourId({ payment }: Movement): string | null {
  return payment?.by === 'id' && isId(payment.value) ? payment.value : null;
}

function theirReference({ payment }: Movement): string | null {
  return payment?.by === 'reference' ? payment.value : null;
}
