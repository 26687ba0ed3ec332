import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson } from '../../../kit/money.ts';
import { sealText } from '../../../kit/sealed-text.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { Locale, NoticeKind, NoticeVars } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { planCodeCall, planNewsCall } from './plan-dial.ts';
import type { Reach } from './reach.ts';

export type OutgoingMessage<Kind extends NoticeKind> = {
  kind: Kind;
  vars: NoticeVars<Kind>;
  /** The ways to reach the person, the first one first; the second is used if that fails. */
  to: readonly Reach[];
  locale: Locale;
  /** The order or member it is about. */
  subject_id: string;
  /** Not sent before this time. */
  due_at?: Date;
  /** A spoken code is not said after this time. */
  expires_at?: Date;
  /** The trace that it belongs to, if not the current one. */
  trace_id?: string;
};

/** The kind of replies in the text dialogue and of what callers ask for, whose wording is final when they are queued. */
export const PLAIN_TEXT = 'plain_text';

/** Notices with a code, which by phone is said in a call of its own. */
const CODE_KINDS: ReadonlySet<string> = new Set<NoticeKind>([
  'account.verification_code',
  'account.unlock_code',
  'account.checkout_code',
  'recipient.number_code',
  'recipient.hand_over_begun',
  'recipient.hand_over',
]);

/**
 * Queues a message in the transaction of the event it reports. Its text is rendered when it is sent; until then its
 * variables, which may hold a code or a link, are encrypted.
 */
export function queueMessage<Kind extends NoticeKind>(
  context: ManagementContext,
  tx: Executor,
  message: OutgoingMessage<Kind>,
): Promise<void> {
  return queueMessages(context, tx, [message]);
}

/** The same for many, in their order. */
export async function queueMessages<Kind extends NoticeKind>(
  context: ManagementContext,
  tx: Executor,
  messages: readonly OutgoingMessage<Kind>[],
): Promise<void> {
  const ids = await insertMessages(context, tx, messages);
  const toSay = messages.flatMap(({ kind, to: [first] }, at) =>
    first?.channel === 'voice' ? { kind, messageId: ids[at] ?? '', phone: first.address } : [],
  );
  const planned = new Set<string>();
  for (const { kind, messageId, phone } of toSay) {
    // One call tells all the news that waits for a phone.
    if (!CODE_KINDS.has(kind) && planned.has(phone)) continue;
    planned.add(phone);
    await planCallFor(context, tx, { kind, messageId }, phone);
  }
}

/** A code is said at once; news waits to be told together with what else there is. */
export async function planCallFor(
  context: ManagementContext,
  tx: Executor,
  { kind, messageId }: { kind: string; messageId: string },
  phone: string,
): Promise<void> {
  if (CODE_KINDS.has(kind)) await planCodeCall(context, tx, { message_id: messageId, phone });
  else await planNewsCall(context, tx, phone);
}

/** Whether there is a message about this. */
export async function wasQueued(executor: Executor, subjectId: string): Promise<boolean> {
  const found = await sql`select 1 from messages where subject_id = ${subjectId} limit 1`.execute(executor);
  return found.rows.length > 0;
}

/** Queues a text whose wording is final: a reply in the text dialogue, or what a caller asked for. */
export async function queueText(
  context: ManagementContext,
  tx: Executor,
  {
    to,
    locale,
    text,
    subject_id = newId(),
  }: { to: string; locale: Locale; text: string; subject_id?: string },
): Promise<void> {
  const reach = [{ channel: 'sms', address: to }] as const;
  await insertMessages(context, tx, [{ kind: PLAIN_TEXT, vars: { text }, to: reach, subject_id, locale }]);
}

type Insertable = Omit<OutgoingMessage<NoticeKind>, 'kind' | 'vars'> & { kind: string; vars: object };

/** Returns the ids of the messages. */
async function insertMessages(
  context: ManagementContext,
  tx: Executor,
  messages: readonly Insertable[],
): Promise<string[]> {
  if (messages.length === 0) return [];
  const now = context.clock();
  const trace = currentTraceId();
  const rows = messages.map((message) => rowOf(context, message, now, trace));
  await sql`
    insert into messages (message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind,
      vars_sealed, state, due_at, created_at, trace_id, forget_at)
    select message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind, vars_sealed,
      'due', due_at, ${now}, trace_id, forget_at
    from unnest(${rows.map(({ message_id }) => message_id)}::uuid[],
      ${rows.map(({ subject_id }) => subject_id)}::uuid[],
      ${rows.map(({ first }) => first.channel)}::text[],
      ${rows.map(({ first }) => first.address)}::text[],
      ${rows.map(({ second }) => second?.channel ?? null)}::text[],
      ${rows.map(({ second }) => second?.address ?? null)}::text[],
      ${rows.map(({ locale }) => locale)}::text[],
      ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ vars_sealed }) => vars_sealed)}::bytea[],
      ${rows.map(({ due_at }) => due_at)}::timestamptz[],
      ${rows.map(({ trace_id }) => trace_id)}::text[],
      ${rows.map(({ forget_at }) => forget_at)}::timestamptz[])
      as m(message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind, vars_sealed,
        due_at, trace_id, forget_at)`.execute(tx);
  return rows.map(({ message_id }) => message_id);
}

function rowOf(context: ManagementContext, message: Insertable, now: Date, trace: string) {
  const {
    kind,
    vars,
    to: [first, second],
    locale,
    subject_id,
    due_at = now,
    expires_at = null,
    trace_id = trace,
  } = message;
  if (first === undefined) throw new Error(`A message of kind ${kind} leads nowhere.`);
  const message_id = newId();
  const json = JSON.stringify(vars, (_name, value: unknown) =>
    typeof value === 'bigint' ? minorToJson(value) : value,
  );
  const vars_sealed = sealText(context, message_id, json);
  const forget_at = first.channel === 'voice' ? expires_at : null;
  return { message_id, subject_id, first, second, locale, kind, vars_sealed, due_at, trace_id, forget_at };
}
