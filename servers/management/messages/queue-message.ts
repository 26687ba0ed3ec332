import { type Sql, sql } from '../../../kit/db/sql.ts';
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

/** A message of any kind. */
export type UnsealedMessage = Omit<OutgoingMessage<NoticeKind>, 'kind' | 'vars'> & {
  kind: string;
  vars: object;
};

/** A message that is ready to be stored. Its text is rendered when it is sent; until then its variables are encrypted. */
export type SealedMessage = {
  message_id: string;
  subject_id: string;
  kind: string;
  to: readonly Reach[];
  locale: Locale;
  vars_sealed: Buffer;
  due_at: Date | null;
  forget_at: Date | null;
};

/**
 * Queues a message in the transaction of the event it reports. Its text is rendered when it is sent; until then its
 * variables, which may hold a code or a link, are encrypted.
 */
export async function queueMessage<Kind extends NoticeKind>(
  context: ManagementContext,
  tx: Executor,
  message: OutgoingMessage<Kind>,
): Promise<void> {
  const sealed = sealedMessage(context, message);
  await insertMessages([sealed], context.clock()).execute(tx);
  await planCallsFor(context, tx, [sealed]);
}

export function sealedMessage(context: ManagementContext, message: UnsealedMessage): SealedMessage {
  const { kind, vars, to, locale, subject_id, due_at = null, expires_at = null } = message;
  if (to.length === 0) throw new Error(`A message of kind ${kind} leads nowhere.`);
  const message_id = newId();
  const json = JSON.stringify(vars, (_name, value: unknown) =>
    typeof value === 'bigint' ? minorToJson(value) : value,
  );
  const vars_sealed = sealText(context, message_id, json);
  const forget_at = to[0]?.channel === 'voice' ? expires_at : null;
  return { message_id, subject_id, kind, to, locale, vars_sealed, due_at, forget_at };
}

/** Queues messages: a statement, or the end of a larger one. */
export function insertMessages(messages: readonly SealedMessage[], now: Date): Sql {
  const each = <T>(of: (message: SealedMessage) => T) => messages.map(of);
  return sql`
    insert into messages (message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind,
      vars_sealed, state, due_at, created_at, trace_id, forget_at)
    select message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind, vars_sealed, 'due',
      coalesce(due_at, ${now}), ${now}, ${currentTraceId()}, forget_at
    from unnest(${each(({ message_id }) => message_id)}::uuid[], ${each(({ subject_id }) => subject_id)}::uuid[],
      ${each(({ to }) => to[0]?.channel)}::text[], ${each(({ to }) => to[0]?.address)}::text[],
      ${each(({ to }) => to[1]?.channel ?? null)}::text[], ${each(({ to }) => to[1]?.address ?? null)}::text[],
      ${each(({ locale }) => locale)}::text[], ${each(({ kind }) => kind)}::text[],
      ${each(({ vars_sealed }) => vars_sealed)}::bytea[], ${each(({ due_at }) => due_at)}::timestamptz[],
      ${each(({ forget_at }) => forget_at)}::timestamptz[])
      as m (message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind, vars_sealed,
        due_at, forget_at)`;
}

/** Plans the calls that tell what can only be said. */
export async function planCallsFor(
  context: ManagementContext,
  tx: Executor,
  messages: readonly SealedMessage[],
): Promise<void> {
  for (const { kind, message_id, to } of messages) {
    const [first] = to;
    if (first?.channel === 'voice')
      await planCallFor(context, tx, { kind, messageId: message_id }, first.address);
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
    to: address,
    locale,
    text,
    subject_id = newId(),
  }: { to: string; locale: Locale; text: string; subject_id?: string },
): Promise<void> {
  const to = [{ channel: 'sms', address }] as const;
  const message = sealedMessage(context, { kind: PLAIN_TEXT, vars: { text }, to, subject_id, locale });
  await insertMessages([message], context.clock()).execute(tx);
}
