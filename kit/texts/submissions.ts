import { validate } from 'uuid';
import { addMs, DAY_MS, MINUTE_MS, SECOND_MS } from '../clock.ts';
import { type Sql, sql } from '../db/sql.ts';
import type { Executor } from '../db/transaction.ts';
import { idAt, type Report, type SendOutcome } from './port.ts';

/** Longer than any attempt takes: should its process die, the provider is asked then. */
const ATTEMPT_MS_MAX = 2.5 * MINUTE_MS;
/** Soon after an answer that was not heard: whatever was on its way has arrived. */
const ASK_SOON_MS = 5 * SECOND_MS;
/** A text that the provider has is asked about if no webhook tells first. */
const ASK_LATER_MS = 10 * MINUTE_MS;
/** Within which a report may be about a text whose answer is still on its way. */
const ANSWER_MS_MAX = MINUTE_MS;

export type Submission = {
  submission_id: string;
  message_id: string;
  provider: string;
  phone: string;
  sender: string;
  provider_message_id: string | null;
  state: string;
  begun_at: Date;
  asked: number;
};

const COLUMNS = sql`
  submission_id, message_id, provider, phone, sender, provider_message_id, state, begun_at, asked`;

type Begun = Pick<Submission, 'submission_id' | 'message_id' | 'provider' | 'phone' | 'sender' | 'begun_at'>;

/** Notes an attempt before it is made. */
export async function noteAttempt(
  executor: Executor,
  { submission_id, message_id, provider, phone, sender, begun_at }: Begun,
  { canAsk }: { canAsk: boolean },
): Promise<void> {
  const ask_at = canAsk ? addMs(begun_at, ATTEMPT_MS_MAX) : null;
  await sql`
    insert into text_submissions (submission_id, message_id, provider, phone, sender, state, begun_at, ask_at)
    values (${submission_id}, ${message_id}, ${provider}, ${phone}, ${sender}, 'begun', ${begun_at}, ${ask_at})`.execute(
    executor,
  );
}

/** Notes what came of an attempt. What nobody heard stays begun. */
export async function noteOutcome(
  executor: Executor,
  submissionId: string,
  outcome: SendOutcome,
  { canAsk, now }: { canAsk: boolean; now: Date },
): Promise<void> {
  const [id = null] = outcome.kind === 'submitted' ? outcome.provider_message_ids : [];
  const state = { submitted: 'submitted', unknown: 'begun', refused: 'ended', not_sent: 'ended' }[
    outcome.kind
  ];
  const wait = outcome.kind === 'submitted' ? ASK_LATER_MS : ASK_SOON_MS;
  const ask_at = canAsk && state !== 'ended' ? addMs(now, wait) : null;
  await sql`
    update text_submissions set state = ${state}, provider_message_id = ${id}, ask_at = ${ask_at}
    where submission_id = ${submissionId} and state = 'begun'`.execute(executor);
}

/** Whether a provider will be asked what became of the message's last attempt. */
export async function willBeAsked(executor: Executor, messageId: string): Promise<boolean> {
  const found = await sql`
    select 1 from text_submissions
    where message_id = ${messageId} and state = 'begun' and ask_at is not null limit 1`.execute(executor);
  return found.rows.length > 0;
}

/** The id under which a provider has the message, if it said so to a process that did not record it. */
export async function submittedAs(executor: Executor, messageId: string): Promise<string | undefined> {
  const found = await sql<{ provider: string; provider_message_id: string }>`
    select provider, provider_message_id from text_submissions
    where message_id = ${messageId} and state = 'submitted' and provider_message_id is not null
    order by begun_at desc limit 1`.execute(executor);
  const [one] = found.rows;
  return one === undefined ? undefined : idAt(one.provider, one.provider_message_id);
}

/** The submission that a report is about. `not_yet` is one that may be about a text whose answer is still on its way. */
export async function submissionOf(
  executor: Executor,
  provider: string,
  { provider_message_id, reference }: Omit<Report, 'state'>,
  now: Date,
): Promise<Submission | 'not_yet' | undefined> {
  const found = await sql<Submission>`
    select ${COLUMNS} from text_submissions
    where provider = ${provider} and provider_message_id = ${provider_message_id ?? null}
    union all
    select ${COLUMNS} from text_submissions
    where provider = ${provider} and submission_id = ${reference !== undefined && validate(reference) ? reference : null}
    limit 1`.execute(executor);
  if (found.rows[0] !== undefined) return found.rows[0];
  const begun = await sql`
    select 1 from text_submissions
    where provider = ${provider} and state = 'begun' and begun_at > ${addMs(now, -ANSWER_MS_MAX)} limit 1`.execute(
    executor,
  );
  return begun.rows.length > 0 ? 'not_yet' : undefined;
}

/** Has the provider asked about a text now. */
export async function askNow(executor: Executor, submissionId: string, now: Date): Promise<void> {
  await sql`
    update text_submissions set ask_at = ${now}
    where submission_id = ${submissionId} and state in ('begun', 'submitted') and ask_at is not null`.execute(
    executor,
  );
}

/** What providers are to be asked about, for `claimDue`. */
export function dueToAsk(now: Date): Sql {
  return sql`
    select s.submission_id::text as subject_id, s.ask_at as due_at from text_submissions s
    where s.provider = p.party and s.ask_at <= ${now}`;
}

export async function readSubmission(
  executor: Executor,
  submissionId: string,
  now: Date,
): Promise<Submission | undefined> {
  const found = await sql<Submission>`
    select ${COLUMNS} from text_submissions
    where submission_id = ${submissionId} and ask_at <= ${now}`.execute(executor);
  return found.rows[0];
}

/** Ids that the provider gave to other texts to the same number since then. */
export async function otherIds(
  executor: Executor,
  { submission_id, provider, phone, begun_at }: Submission,
): Promise<Set<string>> {
  const found = await sql<{ provider_message_id: string }>`
    select provider_message_id from text_submissions
    where provider = ${provider} and phone = ${phone} and begun_at >= ${addMs(begun_at, -DAY_MS)}
      and submission_id <> ${submission_id} and provider_message_id is not null`.execute(executor);
  return new Set(found.rows.map(({ provider_message_id }) => provider_message_id));
}

/** Notes that the provider has the text. */
export async function noteFound(executor: Executor, submissionId: string, id: string): Promise<void> {
  await sql`
    update text_submissions set state = 'submitted', provider_message_id = ${id}
    where submission_id = ${submissionId} and state = 'begun'`.execute(executor);
}

/** Asks again at a time, or no more. */
export async function askAgainAt(executor: Executor, submissionId: string, at: Date | null): Promise<void> {
  await sql`
    update text_submissions set asked = asked + 1, ask_at = ${at},
      state = case when ${at}::timestamptz is null then 'ended' else state end
    where submission_id = ${submissionId}`.execute(executor);
}
