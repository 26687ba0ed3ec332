import type { Registry } from 'prom-client';
import { addMs, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { type Sql, sql } from '../db/sql.ts';
import type { Db, Executor } from '../db/transaction.ts';
import { serverGauge } from '../metrics/definition.ts';
import { measure } from '../metrics/measure.ts';
import type { SignedAnswer } from '../signing/index.ts';
import { type BackOff, nextAttemptAt } from './back-off.ts';

/** A party that left so many requests in a row unanswered is silent. */
export const UNANSWERED_MAX = 3;
const BACK_OFF: BackOff = { min_ms: SECOND_MS, max_ms: MINUTE_MS };
/** Longer than a request takes: only one at a time probes a silent party. */
const PROBING_MS = 15 * SECOND_MS;

/**
 * Whether a job asks a party now. One that is silent is asked once in a while, by one request, to hear whether it is back;
 * everything else would only wait for its time-out.
 */
export async function mayAsk(executor: Executor, party: string, now: Date): Promise<boolean> {
  return (await silenceOf(executor, party, now)).mayAsk;
}

/** The same, with whether the party left a request unanswered lately, so that an answer is worth noting. */
export async function silenceOf(
  executor: Executor,
  party: string,
  now: Date,
): Promise<{ mayAsk: boolean; isNoted: boolean }> {
  const noted = await sql<{ may_ask: boolean }>`
    with probe as (
      update silent_parties set next_probe_at = ${addMs(now, PROBING_MS)}
      where party = ${party} and unanswered >= ${UNANSWERED_MAX} and next_probe_at <= ${now} returning 1)
    select unanswered < ${UNANSWERED_MAX} or exists (select 1 from probe) as may_ask from silent_parties
    where party = ${party}`.execute(executor);
  const [row] = noted.rows;
  return { mayAsk: row?.may_ask ?? true, isNoted: row !== undefined };
}

/** Whether a party, a column, is silent and not to be asked yet: what is meant for it is not even claimed. */
export function isSpared(party: Sql, now: Date): Sql {
  return sql`exists (
    select 1 from silent_parties s
    where s.party = ${party} and s.unanswered >= ${UNANSWERED_MAX} and s.next_probe_at > ${now})`;
}

/** What a party said to a request, or that it said nothing. */
export async function noteAnswer(
  executor: Executor,
  party: string,
  answer: SignedAnswer,
  hasBeenSilent: boolean,
  now: Date,
): Promise<void> {
  await noteSilence(executor, party, answer, now);
  if (hasBeenSilent && !isSilence(answer)) await forgetSilence(party).execute(executor);
}

/** Counts a request that a party left unanswered. */
export async function noteSilence(
  executor: Executor,
  party: string,
  answer: SignedAnswer,
  now: Date,
): Promise<void> {
  if (isSilence(answer)) await heardNothing(executor, party, now);
}

/** A party that answers is silent no longer: a statement, or part of the one that stores its answer. */
export function forgetSilence(party: string | null): Sql {
  return sql`delete from silent_parties where party = ${party}::text`;
}

/** Whatever can be read of an answer, a party that gives one keeps nobody waiting. */
function isSilence(answer: SignedAnswer): boolean {
  return answer.kind === 'unknown' && SILENCE.test(answer.reason);
}
const SILENCE = /^(?:timed_out$|connection_)/;

/** The next probe comes later each time. */
async function heardNothing(executor: Executor, party: string, now: Date): Promise<void> {
  await sql`
    insert into silent_parties as s (party, unanswered, since, next_probe_at)
    values (${party}, 1, ${now}, ${now})
    on conflict (party) do update set unanswered = s.unanswered + 1,
      next_probe_at = ${nextAttemptAt(now, sql`(s.unanswered + 2 - ${UNANSWERED_MAX}::integer)`, BACK_OFF)}`.execute(
    executor,
  );
}

export const SILENT_PARTIES = serverGauge(
  'seonmul_silent_parties',
  'How many requests in a row a silent party left unanswered.',
  ['party'],
);

export function measureSilentParties(registry: Registry, context: { db: Db }): void {
  measure(registry, context, [SILENT_PARTIES], async (tx) => {
    const found = await sql<{ party: string; unanswered: number }>`
      select party, unanswered from silent_parties where unanswered >= ${UNANSWERED_MAX}`.execute(tx);
    return found.rows.map(({ party, unanswered }) => [SILENT_PARTIES, unanswered, { party }]);
  });
}
