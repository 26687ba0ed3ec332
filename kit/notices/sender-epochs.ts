import { sql } from '../db/sql.ts';
import type { Tx } from '../db/transaction.ts';
import type { Epoch } from '../journal/epoch.ts';

/**
 * What a batch's epoch says of its sender. `first`: it has named none before. `later`: it was restored, and knows it. `passed`:
 * it is a copy from before, or another one of the same backup, and doesn't know what was told since.
 */
export type Standing = 'unnamed' | 'first' | 'known' | 'later' | 'passed';

export function standingOf(named: Epoch | undefined, known: Epoch | null): Standing {
  if (named === undefined) return 'unnamed';
  if (known === null) return 'first';
  if (named.epoch_no > known.epoch_no) return 'later';
  return named.epoch_no === known.epoch_no && named.epoch_id === known.epoch_id ? 'known' : 'passed';
}

/** The epoch that a batch's address names, as far as it names one. */
export function epochNamed({
  epoch_no,
  epoch_id,
}: {
  epoch_no?: number | undefined;
  epoch_id?: string | undefined;
}): Epoch | undefined {
  return epoch_no === undefined || epoch_id === undefined
    ? undefined
    : { epoch_no: BigInt(epoch_no), epoch_id: epoch_id.toLowerCase() };
}

export async function keepEpoch(
  tx: Tx,
  sender: string,
  { epoch_no, epoch_id }: Epoch,
  now: Date,
): Promise<void> {
  await sql`
    insert into inbox_epochs (sender, epoch_no, epoch_id, first_seen_at)
    values (${sender}, ${epoch_no}, ${epoch_id}, ${now})`.execute(tx);
}
