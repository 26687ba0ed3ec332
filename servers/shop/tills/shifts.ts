import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';

/** How many of a terminal's last shifts are listed. */
const LISTED_MAX = 14;

/** A shift at a terminal: from the end of the one before, or null for its first; without an end, the one that is open. */
export type Shift = {
  shift_no: number;
  begun_at: string | null;
  ended_at: string | null;
  ended_by: string | null;
};

/** The open shift of a terminal and its last ones, newest first. */
export async function listShifts(
  { db }: ShopContext,
  { terminal_id }: { terminal_id: string },
): Promise<Shift[]> {
  const found = await sql<{ shift_no: number; ended_at: Date; name: string }>`
    select s.shift_no, s.ended_at, c.name from till_shifts s join clerks c on c.clerk_id = s.ended_by
    where s.terminal_id = ${terminal_id} order by s.shift_no desc limit ${LISTED_MAX + 1}`.execute(db);
  const ended = found.rows;
  const endOf = (index: number) => ended[index]?.ended_at.toISOString() ?? null;
  const [last] = ended;
  const open = { shift_no: (last?.shift_no ?? 0) + 1, begun_at: endOf(0), ended_at: null, ended_by: null };
  const closed = ended.slice(0, LISTED_MAX).map(({ shift_no, ended_at, name }, index) => ({
    shift_no,
    begun_at: endOf(index + 1),
    ended_at: ended_at.toISOString(),
    ended_by: name,
  }));
  return [open, ...closed];
}

export const END_SHIFT_REFUSALS = refusals(
  'clerk_required', // nobody is signed in at the till
);

/** Ends the open shift of a terminal; the next begins at once. */
export async function endShift(
  { clock }: ShopContext,
  tx: Tx,
  { terminal_id, clerk_id }: { terminal_id: string; clerk_id: string | null },
  shiftId: string,
): Promise<Result<{ shift_no: number; ended_at: string }, RefusalOf<typeof END_SHIFT_REFUSALS>>> {
  if (clerk_id === null) return refuse('clerk_required');
  // Two ends at one terminal follow each other.
  await sql`select 1 from terminals where terminal_id = ${terminal_id} for no key update`.execute(tx);
  const ended = await sql<{ shift_no: number; ended_at: Date }>`
    insert into till_shifts (shift_id, terminal_id, shift_no, ended_at, ended_by)
    select ${shiftId}, ${terminal_id}, coalesce(max(shift_no), 0) + 1, ${clock()}::timestamptz, ${clerk_id}
    from till_shifts where terminal_id = ${terminal_id}
    returning shift_no, ended_at`.execute(tx);
  const [shift] = ended.rows;
  if (shift === undefined) throw new Error('A shift got no number.');
  return done({ shift_no: shift.shift_no, ended_at: shift.ended_at.toISOString() });
}
