import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';

/** How many processes can take calls at once: the number of applications that the dialplan tries (ADR 13). */
export const SEATS = 8;

/**
 * A seat is a lease that must be renewed within this time. Leases use the database's time, not the business clock, which
 * a demo moves forward by days.
 */
const HELD_S = 10;

/** The name of a seat's Stasis application in Asterisk. */
export function appOf(seat: number): string {
  return `seonmul-${seat}`;
}

export function seatOf(app: string): number | undefined {
  const seat = Number(/^seonmul-(\d)$/.exec(app)?.[1]);
  return seat >= 1 && seat <= SEATS ? seat : undefined;
}

/** Takes a free seat, or the wanted one if it is free; undefined if none is. */
export async function takeSeat(db: Executor, holder: string, wanted?: number): Promise<number | undefined> {
  const taken = await sql<{ seat: number }>`
    update voice_seats set holder = ${holder}, held_until = now() + ${HELD_S} * interval '1 second'
    where seat = (
      select seat from voice_seats
      where held_until <= now() and (${wanted ?? null}::smallint is null or seat = ${wanted ?? null}::smallint)
      order by seat limit 1 for update skip locked)
    returning seat`.execute(db);
  return taken.rows[0]?.seat;
}

/** False if the lease has expired. */
export async function renewSeat(db: Executor, holder: string, seat: number): Promise<boolean> {
  const renewed = await sql`
    update voice_seats set held_until = now() + ${HELD_S} * interval '1 second'
    where seat = ${seat} and holder = ${holder} and held_until > now()
    returning 1`.execute(db);
  return renewed.rows.length > 0;
}

export async function releaseSeat(db: Executor, holder: string, seat: number): Promise<void> {
  await sql`
    update voice_seats set held_until = now() where seat = ${seat} and holder = ${holder}`.execute(db);
}
