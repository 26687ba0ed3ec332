import { Value } from 'typebox/value';
import {
  SPOKEN_NOTICES_PATH,
  type SpokenCode,
  SpokenNoticeTaken,
  type TAKE_SPOKEN_NOTICE_REFUSALS,
} from '../../../contracts/spoken-notices.ts';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { type BackOff, backOffMs } from '../../../kit/due/back-off.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue, type WithinJob } from '../../../kit/due/each-due.ts';
import { isSpared, mayAsk, noteAnswer } from '../../../kit/due/silent-parties.ts';
import { problemCodeOf } from '../../../kit/http/problem.ts';
import { newId } from '../../../kit/ids.ts';
import type { RefusalOf } from '../../../kit/result.ts';
import { sealCode } from '../../../kit/sealed-code.ts';
import { openText, sealText } from '../../../kit/sealed-text.ts';
import { fetchSealingKey } from '../../../kit/sealing-keys.ts';
import { type Party, type SignedAnswer, signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import type { Locale } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { type Notice, type Spoken, spokenOf } from './notices.ts';

const CALL_TIMEOUT_MS = 10 * SECOND_MS;
/** Longer than a key and a notice can take: after a crash it is tried again then. */
const CLAIM_MS = 30 * SECOND_MS;
const RETRY: BackOff = { min_ms: SECOND_MS, max_ms: 5 * MINUTE_MS };

type Answered = Extract<SignedAnswer, { kind: 'answered' }>;

type DueMessage = {
  message_id: string;
  content_sealed: Buffer;
  attempts: number;
  expires_at: Date;
};

/** Queues a call by an operator's phone line. The message's id is the id of its notice. */
export async function queueSpoken(
  context: ShopContext,
  tx: Executor,
  to: { phone: string; locale: Locale },
  notice: Notice,
  { operator, due_at, expires_at }: { operator: string; due_at: Date; expires_at: Date },
): Promise<void> {
  const id = newId();
  const content = sealText(context, id, JSON.stringify(spokenOf(id, to, notice)));
  await sql`
    insert into messages (message_id, channel, phone, content_sealed, operator, state, due_at, expires_at, created_at)
    values (${id}, 'voice', ${to.phone}, ${content}, ${operator}, 'due', ${due_at}, ${expires_at}, ${context.clock()})`.execute(
    tx,
  );
}

/**
 * Asks operators to say what is due, each of them a few at once, so that one that doesn't answer holds up no other's. What got
 * no final answer is tried again until it expires, with the same bytes. Returns how many messages are done with.
 */
export function sendDueSpoken(context: ShopContext): Promise<number> {
  const operators = (now: Date) => sql`
    select distinct operator as party from messages
    where channel = 'voice' and state = 'due' and due_at <= ${now} and operator is not null
      and not ${isSpared(sql`operator`, now)}`;
  const due = (now: Date) => sql`
    select message_id::text as subject_id, due_at from messages
    where channel = 'voice' and state = 'due' and due_at <= ${now} and operator = p.party`;
  const find = (claim: Claim) => claimDue(claim, operators(claim.now), due(claim.now)).execute(context.db);
  return eachDue(context, 'spoken', find, (within, { subject_id, party }) =>
    sendSpoken(within, subject_id, party),
  );
}

async function sendSpoken(
  context: WithinJob<ShopContext>,
  messageId: string,
  operator: string,
): Promise<boolean> {
  const { db, clock, parties } = context;
  const party = parties.find((candidate) => candidate.party === operator);
  if (party !== undefined && !(await mayAsk(db, operator, clock()))) return false;
  const now = clock();
  const begun = await sql<DueMessage>`
    update messages set attempts = attempts + 1, due_at = ${addMs(now, CLAIM_MS)}
    where message_id = ${messageId} and state = 'due' and due_at <= ${now}
      and content_sealed is not null and expires_at is not null
    returning message_id, content_sealed, attempts, expires_at`.execute(db);
  const [message] = begun.rows;
  if (message === undefined) return false;
  const { message_id, attempts, expires_at } = message;
  if (expires_at <= clock()) return finish(context, message_id, 'expired');
  const answer = party === undefined ? undefined : await ask(context, party, message);
  if (answer !== undefined) await noteAnswer(db, operator, answer, true, clock());
  if (answer?.kind === 'answered') {
    if (isTaken(answer, message_id)) return finish(context, message_id, null);
    const refusal = finalRefusal(answer);
    if (refusal !== undefined) return finish(context, message_id, refusal);
  }
  const wait = backOffMs(attempts + 1, RETRY);
  await sql`
    update messages set due_at = ${addMs(clock(), wait)}, problem = ${problemOf(answer)}
    where message_id = ${message_id} and state = 'due'`.execute(db);
  return false;
}

/** The operator's answer; undefined if it gives no key to seal the code with. */
async function ask(
  context: ShopContext,
  party: Party,
  message: DueMessage,
): Promise<SignedAnswer | undefined> {
  const body = await sealedBody(context, party, message);
  if (body === undefined) return undefined;
  const { signingKey, clock } = context;
  return signedFetch({
    key: signingKey,
    party,
    method: 'POST',
    path: SPOKEN_NOTICES_PATH,
    body: Buffer.from(body),
    idempotency_key: message.message_id,
    clock,
    timeout_ms: CALL_TIMEOUT_MS,
    traceparent: currentTraceparent(),
  });
}

/**
 * What is sent to the operator. A code is sealed for it the first time, and the result is kept: under one idempotency key
 * every attempt must have the same bytes. Undefined if the operator gives no key.
 */
async function sealedBody(
  context: ShopContext,
  operator: Party,
  { message_id, content_sealed }: DueMessage,
): Promise<string | undefined> {
  const content = openText(context, message_id, content_sealed);
  const spoken: Spoken | SpokenCode = JSON.parse(content);
  if (!('code' in spoken)) return content;
  const key = await fetchSealingKey(context, operator);
  if (key === undefined) return undefined;
  const { code, ...notice } = spoken;
  const body = JSON.stringify({ ...notice, sealed_code: await sealCode(key, message_id, code) });
  await sql`
    update messages set content_sealed = ${sealText(context, message_id, body)}
    where message_id = ${message_id} and state = 'due'`.execute(context.db);
  return body;
}

function isTaken({ status, json }: Answered, noticeId: string): boolean {
  return status < 300 && Value.Check(SpokenNoticeTaken, json) && json.notice_id === noticeId;
}

/** What no later attempt changes. Any other refusal may be different in a moment, or by a newer version. */
const FINAL: readonly RefusalOf<typeof TAKE_SPOKEN_NOTICE_REFUSALS>[] = [
  'phone_number_invalid',
  'sealed_code_unreadable',
  'certificate_not_found',
];

function finalRefusal({ status, json }: Answered): string | undefined {
  const code = problemCodeOf(json);
  return status < 300 ? undefined : FINAL.find((final) => final === code);
}

function problemOf(answer: SignedAnswer | undefined): string {
  if (answer === undefined) return 'operator_unavailable';
  return answer.kind === 'unknown'
    ? answer.reason
    : (problemCodeOf(answer.json) ?? `status_${answer.status}`);
}

/** Forgets what the message said. */
async function finish(context: ShopContext, messageId: string, problem: string | null): Promise<true> {
  const state = problem === null ? 'sent' : 'failed';
  await sql`
    update messages set state = ${state}, content_sealed = null, problem = ${problem}
    where message_id = ${messageId} and state = 'due'`.execute(context.db);
  if (problem !== null) context.log.warn({ message_id: messageId, problem }, 'a message was not spoken');
  return true;
}
