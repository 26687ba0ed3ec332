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
/** Longer than a key and a notice can take: until then no other process tries. */
const CLAIM_MS = 30 * SECOND_MS;
const WAIT_MS_MAX = 5 * MINUTE_MS;
const ROUND_MAX = 20;

type Answered = Extract<SignedAnswer, { kind: 'answered' }>;

type DueMessage = {
  message_id: string;
  operator: string;
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
 * Asks operators to say what is due. What got no final answer is tried again until it expires, with the same bytes.
 * Returns how many messages are done with.
 */
export async function sendDueSpoken(context: ShopContext): Promise<number> {
  const now = context.clock();
  const claimed = await sql<DueMessage>`
    update messages set attempts = attempts + 1, due_at = ${addMs(now, CLAIM_MS)}
    where message_id in (
      select message_id from messages where channel = 'voice' and state = 'due' and due_at <= ${now}
      order by due_at limit ${ROUND_MAX} for update skip locked)
      and operator is not null and content_sealed is not null and expires_at is not null
    returning message_id, operator, content_sealed, attempts, expires_at`.execute(context.db);
  // Together, so that one operator that doesn't answer holds up no other's.
  const finished = await Promise.all(claimed.rows.map((message) => sendSpoken(context, message)));
  return finished.filter(Boolean).length;
}

async function sendSpoken(context: ShopContext, message: DueMessage): Promise<boolean> {
  const { message_id, operator, attempts, expires_at } = message;
  if (expires_at <= context.clock()) return finish(context, message_id, 'expired');
  const party = context.parties.find((candidate) => candidate.party === operator);
  const answer = party === undefined ? undefined : await ask(context, party, message);
  if (answer?.kind === 'answered') {
    if (isTaken(answer, message_id)) return finish(context, message_id, null);
    const refusal = finalRefusal(answer);
    if (refusal !== undefined) return finish(context, message_id, refusal);
  }
  const wait = Math.min(2 ** attempts * SECOND_MS, WAIT_MS_MAX);
  await sql`
    update messages set due_at = ${addMs(context.clock(), wait)}, problem = ${problemOf(answer)}
    where message_id = ${message_id} and state = 'due'`.execute(context.db);
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
