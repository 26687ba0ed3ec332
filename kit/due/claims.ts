import { type Sql, sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';

/** One round of a job, as it claims what it will do. */
export type Claim = {
  readonly job: string;
  readonly claim_id: string;
  readonly now: Date;
  readonly until: Date;
};

/** Something due, claimed by this round. */
export type Claimed = { subject_id: string; party: string };

/** Something due that this round chose. It is another's if that chose it at the same moment. */
export type Chosen = Claimed & { is_ours: boolean; due_at: Date };

/** Of one party no more is worked on at once, by all processes together. */
const PARTY_MAX = 8;
/** And no more is claimed by one round. */
const ROUND_MAX = 64;
/** Work for nobody in particular asks nobody, so it is claimed by the handful. */
const UNPARTED_MAX = 50;

/**
 * Claims what is due of each party in turn, the oldest first, so that a thousand of one party come after the first of every
 * other. `parties` selects `party`; `due` selects, of party `p.party`, each `subject_id` (text) and `due_at`. Passed over
 * is what another round works on and what waits after a failure.
 */
export function claimDue(claim: Claim, parties: Sql, due: Sql): Sql<Chosen> {
  const left = sql`greatest(0, ${PARTY_MAX}::bigint - (
    select count(*) from job_claims h
    where h.job = ${claim.job} and h.party = p.party and h.claimed_until > ${claim.now}))`;
  return claimEach(claim, parties, due, left, { partyMax: PARTY_MAX, roundMax: ROUND_MAX });
}

/** As `claimDue`, where nobody is asked and whom it is done for makes no difference. `due` selects the same. */
export function claimUnparted(claim: Claim, due: Sql, max = UNPARTED_MAX): Sql<Chosen> {
  const limits = { partyMax: max, roundMax: max };
  return claimEach(claim, sql`select '' as party`, due, sql`${max}::bigint`, limits);
}

/*
 * From the inside out: the oldest of a party, enough of them that whatever is passed over can't crowd out the rest, and no
 * more, however many are due; those nobody works on and that don't wait; as many as the party may still have; the parties
 * in turn. Of rounds that choose the same at the same moment, one claims it.
 */

function claimEach(
  claim: Claim,
  parties: Sql,
  due: Sql,
  left: Sql,
  { partyMax, roundMax }: { partyMax: number; roundMax: number },
): Sql<Chosen> {
  return sql<Chosen>`
    with chosen as materialized (
      select d.subject_id, p.party, d.due_at,
        row_number() over (partition by p.party order by d.due_at, d.subject_id) as place
      from (${parties}) p cross join lateral (
        select f.subject_id, f.due_at from (
          select g.subject_id, g.due_at from (${due}) g order by g.due_at
          limit ${partyMax}::bigint
            + (select count(*) from job_claims h where h.job = ${claim.job})
            + (select count(*) from failing_work w where w.job = ${claim.job})) f
        where not exists (
            select 1 from job_claims h
            where h.job = ${claim.job} and h.subject_id = f.subject_id and h.claimed_until > ${claim.now})
          and not exists (
            select 1 from failing_work w
            where w.job = ${claim.job} and w.subject_id = f.subject_id
              and (w.dead_at is not null or w.next_attempt_at > ${claim.now}))
        order by f.due_at, f.subject_id limit ${left}) d
      order by place, d.due_at limit ${roundMax}),
    claimed as (
      insert into job_claims as c (job, subject_id, party, claim_id, claimed_until)
      select ${claim.job}, subject_id, party, ${claim.claim_id}, ${claim.until} from chosen order by subject_id
      on conflict (job, subject_id) do update
        set party = excluded.party, claim_id = excluded.claim_id, claimed_until = excluded.claimed_until
        where c.claimed_until <= ${claim.now}
      returning subject_id)
    select subject_id, party, due_at, coalesce(subject_id in (select subject_id from claimed), false) as is_ours
    from chosen where subject_id is not null and party is not null and due_at is not null order by place`;
}

/** Keeps what this round claimed and no other has taken over. False if nothing is left of it, or it ended before. */
export async function renew(
  executor: Executor,
  { job, claim_id }: Claim,
  until: Date,
  now: Date,
): Promise<boolean> {
  const renewed = await sql`
    update job_claims set claimed_until = ${until}
    where job = ${job} and claim_id = ${claim_id} and claimed_until > ${now} returning 1`.execute(executor);
  return renewed.rows.length > 0;
}

/** Ends claims, unless another round has taken them over. What was done has failed no more. */
export async function release(
  executor: Executor,
  { job, claim_id }: Claim,
  worked: readonly string[],
  succeeded: readonly string[],
): Promise<void> {
  await sql`
    with ended as (
      delete from job_claims
      where job = ${job} and claim_id = ${claim_id} and subject_id = any(${worked}::text[]) returning subject_id)
    delete from failing_work
    where job = ${job} and subject_id = any(${succeeded}::text[]) and subject_id in (select subject_id from ended)`.execute(
    executor,
  );
}
