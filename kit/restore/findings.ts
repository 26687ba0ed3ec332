import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';

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
  finding_no: bigint;
  kind: string;
  party: string;
  subject_id: string | null;
  about: string;
  found_at: Date;
  by: string | null;
  reason: string | null;
  at: Date | null;
};

const COLUMNS = sql`
  finding_no, kind, party, subject_id, about, found_at, a.staff_id as by, a.reason, a.at`;

/** Those of an epoch, in the order in which they were found. */
export async function listFindings(
  executor: Executor,
  epochNo: bigint,
  { after = 0, limit }: { after?: number | undefined; limit: number },
): Promise<KeptFinding[]> {
  const found = await sql<KeptFinding>`
    select ${COLUMNS} from restore_findings left join acknowledged_findings a using (finding_no)
    where epoch_no = ${epochNo} and finding_no > ${after} order by finding_no limit ${limit}`.execute(
    executor,
  );
  return found.rows;
}

export const ACKNOWLEDGE_REFUSALS = refusals(
  'not_found',
  'wrong_state', // somebody has said so already
);

export async function acknowledgeFinding(
  tx: Tx,
  findingNo: number,
  { reason, staff_id }: { reason: string; staff_id: string },
  now: Date,
): Promise<Result<KeptFinding, RefusalOf<typeof ACKNOWLEDGE_REFUSALS>>> {
  const added = await sql`
    insert into acknowledged_findings (finding_no, staff_id, reason, at)
    select finding_no, ${staff_id}::uuid, ${reason}::text, ${now}::timestamptz from restore_findings
    where finding_no = ${findingNo}
    on conflict do nothing returning 1`.execute(tx);
  const found = await sql<KeptFinding>`
    select ${COLUMNS} from restore_findings left join acknowledged_findings a using (finding_no)
    where finding_no = ${findingNo}`.execute(tx);
  const [finding] = found.rows;
  if (finding === undefined) return refuse('not_found');
  return added.rows.length > 0 ? done(finding) : refuse('wrong_state');
}

export const ACKNOWLEDGE_KIND_REFUSALS = refusals(
  'not_found', // somebody has looked at all of this kind
);

/** The same of all that are left of a kind: there may be one for each gift. Returns how many. */
export async function acknowledgeKind(
  tx: Tx,
  kind: string,
  { reason, staff_id }: { reason: string; staff_id: string },
  now: Date,
): Promise<Result<number, RefusalOf<typeof ACKNOWLEDGE_KIND_REFUSALS>>> {
  const added = await sql`
    insert into acknowledged_findings (finding_no, staff_id, reason, at)
    select finding_no, ${staff_id}::uuid, ${reason}::text, ${now}::timestamptz from restore_findings
    where kind = ${kind} and epoch_no = (select max(epoch_no) from epochs)
    on conflict do nothing returning 1`.execute(tx);
  return added.rows.length > 0 ? done(added.rows.length) : refuse('not_found');
}

/** How many are left for people to look at. */
export async function countOpenFindings(executor: Executor, epochNo: bigint): Promise<bigint> {
  const found = await sql<{ findings: bigint }>`
    select count(*) as findings from restore_findings f
    where epoch_no = ${epochNo} and not exists (
      select from acknowledged_findings a where a.finding_no = f.finding_no)`.execute(executor);
  return found.rows[0]?.findings ?? 0n;
}
