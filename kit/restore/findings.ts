import { sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

/** What could not be had again, or does not fit: `about` names the fact, batch or call. */
export type Finding = { kind: string; party: string; subject_id?: string; about: string };

export async function keepFinding(
  executor: Executor,
  epochNo: bigint,
  { kind, party, subject_id, about }: Finding,
  now: Date,
): Promise<void> {
  await sql`
    insert into restore_findings (epoch_no, kind, party, subject_id, about, found_at)
    values (${epochNo}, ${kind}, ${party}, ${subject_id ?? null}, ${about}, ${now})
    on conflict do nothing`.execute(executor);
}

export type KeptFinding = {
  kind: string;
  party: string;
  subject_id: string | null;
  about: string;
  found_at: Date;
};

/** Those of an epoch, in the order in which they were found. */
export async function listFindings(
  executor: Executor,
  epochNo: bigint,
  { after = 0, limit }: { after?: number | undefined; limit: number },
): Promise<(KeptFinding & { finding_no: bigint })[]> {
  const found = await sql<KeptFinding & { finding_no: bigint }>`
    select finding_no, kind, party, subject_id, about, found_at from restore_findings
    where epoch_no = ${epochNo} and finding_no > ${after} order by finding_no limit ${limit}`.execute(
    executor,
  );
  return found.rows;
}
