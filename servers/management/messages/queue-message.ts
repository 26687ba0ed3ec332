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
export async function queueMessage<Kind extends NoticeKind>(
  context: ManagementContext,
  tx: Executor,
  message: OutgoingMessage<Kind>,
): Promise<void> {
  const messageId = await insertMessage(context, tx, message);
  const [first] = message.to;
  if (first?.channel === 'voice') await planCallFor(context, tx, { ...message, messageId }, first.address);
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
  await insertMessage(context, tx, {
    kind: PLAIN_TEXT,
    vars: { text },
    to: reach,
    subject_id,
    locale,
  });
}

async function insertMessage(
  context: ManagementContext,
  tx: Executor,
  {
    kind,
    vars,
    to: [first, second],
    locale,
    subject_id,
    due_at,
    expires_at,
  }: Omit<OutgoingMessage<NoticeKind>, 'kind' | 'vars'> & { kind: string; vars: object },
): Promise<string> {
  if (first === undefined) throw new Error(`A message of kind ${kind} leads nowhere.`);
  const now = context.clock();
  const messageId = newId();
  const json = JSON.stringify(vars, (_name, value: unknown) =>
    typeof value === 'bigint' ? minorToJson(value) : value,
  );
  await sql`
    insert into messages (message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind,
      vars_sealed, state, due_at, created_at, trace_id, forget_at)
    values (${messageId}, ${subject_id}, ${first.channel}, ${first.address}, ${second?.channel ?? null},
      ${second?.address ?? null}, ${locale}, ${kind}, ${sealText(context, messageId, json)}, 'due', ${due_at ?? now},
      ${now}, ${currentTraceId()}, ${first.channel === 'voice' ? (expires_at ?? null) : null})`.execute(tx);
  return messageId;
}
