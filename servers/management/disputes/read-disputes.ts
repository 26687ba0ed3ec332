import { DISPUTES_PATH, type Dispute, Disputes } from '../../../contracts/settlement-disputes.ts';
import { calledParties } from '../../../kit/calls/calls.ts';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue, type WithinJob } from '../../../kit/due/each-due.ts';
import { type Read, readParty } from '../../../kit/due/read-party.ts';
import { mayAsk } from '../../../kit/due/silent-parties.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import { type ManagementContext, settlementsOf } from '../context.ts';
import { takeDispute } from './take-dispute.ts';

const EVERY_MS = 10 * SECOND_MS;
/** A server that doesn't tell of disputes, such as one of an older version. */
const AGAIN_MS = MINUTE_MS;
const PROBLEM_LENGTH_MAX = 100;

/**
 * Reads the lists of disputes of all servers that take payments: settlement servers, and shops that take payment themselves.
 * How far one was read is noted after all of it was taken, and taking it again changes nothing, so none is lost, whoever is stopped
 * when. Returns how many
 * lists had something new.
 */
export function readDisputes(context: ManagementContext): Promise<number> {
  const settlements = settlementsOf(context);
  const shops = context.parties.filter(({ role }) => role === 'shop');
  const telling = { parties: [...settlements, ...shops] };
  const due = (now: Date) => sql`
    select p.party as subject_id, coalesce(l.next_read_at, '-infinity') as due_at
    from (select p.party) t left join dispute_lists l using (party)
    where coalesce(l.next_read_at, '-infinity') <= ${now}
      and (p.party = any(${settlements.map(({ party }) => party)}::text[]) or exists (
        select 1 from shops s where s.party = p.party and s.payment_route = 'through_shop'))`;
  const find = (claim: Claim) =>
    claimDue(claim, calledParties(telling, claim.now), due(claim.now)).execute(context.db);
  return eachDue(context, 'dispute_lists', find, (within, { subject_id }) => readList(within, subject_id));
}

async function readList(within: WithinJob<ManagementContext>, name: string): Promise<boolean> {
  const { db, clock } = within;
  if (!(await mayAsk(db, name, clock()))) return false;
  const found = await sql<{ read_up_to: bigint }>`
    select read_up_to from dispute_lists where party = ${name}`.execute(db);
  const after = found.rows[0]?.read_up_to ?? 0n;
  const answer = checkProgress(await ask(within, name, after), after);
  if (!('told' in answer)) {
    await noteProblem(within, name, answer.problem);
    return false;
  }
  const { told, evidence } = answer;
  // It has lost some of its data: what it tells is taken as it stands, from the beginning.
  const isSetBack = BigInt(told.last_position) < after;
  if (isSetBack)
    within.log.error({ party: name, after: String(after) }, 'a list of disputes has become shorter');
  const read_up_to = isSetBack ? 0n : BigInt(told.read_up_to);
  const isWhole = read_up_to >= BigInt(told.last_position);
  if (told.disputes.length > 0) await takeEach(within, name, told.disputes, evidence);
  const next = isWhole ? addMs(clock(), EVERY_MS) : clock();
  await sql`
    insert into dispute_lists (party, read_up_to, next_read_at) values (${name}, ${read_up_to}, ${next})
    on conflict (party) do update
      set read_up_to = ${read_up_to}, next_read_at = ${next}, failing_since = null, problem = null`.execute(
    db,
  );
  return told.disputes.length > 0;
}

/** One that can't be taken holds up none of the others, only how far the list is read. */
async function takeEach(
  context: ManagementContext,
  toldBy: string,
  disputes: readonly Dispute[],
  evidence: Evidence,
): Promise<void> {
  const evidenceId = await inTransaction(context.db, (tx) => storeEvidence(tx, evidence));
  const failures: unknown[] = [];
  for (const dispute of disputes)
    await inTransaction(context.db, (tx) => takeDispute(context, tx, { toldBy, evidenceId }, dispute)).catch(
      (error: unknown) => failures.push(error),
    );
  if (failures.length > 0) throw failures[0];
}

/** A list of which more is left goes on, or it would be asked for without end. */
function checkProgress(answer: Told, after: bigint): Told {
  if (!('told' in answer)) return answer;
  const [read, last] = [BigInt(answer.told.read_up_to), BigInt(answer.told.last_position)];
  return last > after && read <= after ? { problem: 'list_without_end' } : answer;
}

type Told = Read<Disputes>;

async function ask(within: WithinJob<ManagementContext>, name: string, after: bigint): Promise<Told> {
  const party = within.parties.find((known) => known.party === name);
  return party === undefined
    ? { problem: 'party_not_configured' }
    : readParty(within, party, `${DISPUTES_PATH}?after=${after}`, Disputes);
}

/** Staff see which lists can't be read, and since when. */
async function noteProblem(
  { db, clock, log }: ManagementContext,
  name: string,
  problem: string,
): Promise<void> {
  const now = clock();
  const said = problem.slice(0, PROBLEM_LENGTH_MAX);
  log.warn({ party: name, problem: said }, 'a list of disputes can’t be read');
  await sql`
    insert into dispute_lists as l (party, read_up_to, next_read_at, failing_since, problem)
    values (${name}, 0, ${addMs(now, AGAIN_MS)}, ${now}, ${said})
    on conflict (party) do update set next_read_at = excluded.next_read_at, problem = excluded.problem,
      failing_since = coalesce(l.failing_since, excluded.failing_since)`.execute(db);
}
