import { addMs } from './clock.ts';
import { sql } from './db/sql.ts';
import type { Executor, Tx } from './db/transaction.ts';

/** The right to do what one process does at a time. `fence` rises with each holder, and is compared with each write. */
export type Lease = { readonly name: string; readonly holder: string; readonly fence: bigint };

/** Another process has taken over: nothing more may be written under this lease. */
export class LostLease extends Error {}

/** Takes or keeps a lease; undefined while another process holds it, or is at it. */
export async function takeLease(
  executor: Executor,
  { name, holder }: { name: string; holder: string },
  now: Date,
  lease_ms: number,
): Promise<Lease | undefined> {
  const taken = await sql<{ fence: bigint }>`
    with free as materialized (
      select name from leases
      where name = ${name} and (holder = ${holder}::uuid or leased_until <= ${now}) for update skip locked),
    taken as (
      update leases l set holder = ${holder}::uuid, leased_until = ${addMs(now, lease_ms)},
        fence = l.fence + (l.holder is distinct from ${holder}::uuid)::int
      from free where l.name = free.name returning l.fence),
    made as (
      insert into leases (name, holder, leased_until, fence)
      select ${name}, ${holder}::uuid, ${addMs(now, lease_ms)}::timestamptz, 1
      where not exists (select from leases where name = ${name})
      on conflict do nothing returning fence)
    select fence from taken union all select fence from made`.execute(executor);
  const [row] = taken.rows;
  return row && { name, holder, fence: row.fence };
}

/**
 * First in every transaction that writes under a lease: renews it, and keeps everybody else from taking it until the commit.
 * Throws `LostLease` if somebody has.
 */
export async function holdLease(tx: Tx, { name, fence }: Lease, now: Date, lease_ms: number): Promise<void> {
  const held = await sql`
    update leases set leased_until = ${addMs(now, lease_ms)} where name = ${name} and fence = ${fence}
    returning 1`.execute(tx);
  if (held.rows.length === 0) throw new LostLease(`Another process has the lease ${name}.`);
}

/** Lets other processes take over at once. */
export async function endLeases(executor: Executor, holder: string): Promise<void> {
  await sql`
    update leases set holder = null, leased_until = '-infinity' where holder = ${holder}::uuid`.execute(
    executor,
  );
}
