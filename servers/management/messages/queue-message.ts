import { type Sql, sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson } from '../../../kit/money.ts';
import { NONCE_BYTES, type Sealer, sealText } from '../../../kit/sealed-text.ts';
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
  /** The entry of its gift's certificate that it tells of: what it says is read from the books when it is sent. */
  entry_no?: number | undefined;
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
  first: Reach;
  second: Reach | undefined;
  locale: Locale;
  /** Null where what it says is read from the books. */
  vars_sealed: Buffer | null;
  entry_no: number | null;
  due_at: Date | null;
  trace_id: string;
  forget_at: Date | null;
};

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
  if (messages.length === 0) return;
  const sealed = sealedMessages(context, messages);
  await insertMessages(sealed, context.clock()).execute(tx);
  await planCallsFor(context, tx, sealed);
}

/** Messages as they are stored. */
export function sealedMessages(
  context: ManagementContext,
  messages: readonly UnsealedMessage[],
): SealedMessage[] {
  const trace = currentTraceId();
  const sealedCount = messages.filter(({ entry_no }) => entry_no === undefined).length;
  const sealer: Sealer = { secrets: context.secrets, random: inPieces(context, sealedCount) };
  return messages.map(
    ({
      kind,
      vars,
      to,
      locale,
      subject_id,
      due_at = null,
      expires_at = null,
      trace_id = trace,
      entry_no,
    }) => {
      const [first, second] = to;
      if (first === undefined) throw new Error(`A message of kind ${kind} leads nowhere.`);
      const message_id = newId();
      const vars_sealed = entry_no === undefined ? sealText(sealer, message_id, jsonOf(vars)) : null;
      const forget_at = first.channel === 'voice' ? expires_at : null;
      return {
        message_id,
        subject_id,
        first,
        second,
        locale,
        kind,
        vars_sealed,
        entry_no: entry_no ?? null,
        due_at,
        trace_id,
        forget_at,
      };
    },
  );
}

function jsonOf(vars: object): string {
  return JSON.stringify(vars, (_name, value: unknown) =>
    typeof value === 'bigint' ? minorToJson(value) : value,
  );
}

/** Randomness for so many nonces, asked for once. */
function inPieces({ random }: ManagementContext, nonces: number): (bytes: number) => Buffer {
  let left = random(nonces * NONCE_BYTES);
  return (bytes) => {
    const piece = left.subarray(0, bytes);
    left = left.subarray(bytes);
    return piece;
  };
}

/** Queues messages: a statement, or the end of a larger one. */
export function insertMessages(rows: readonly SealedMessage[], now: Date): Sql {
  return sql`
    insert into messages (message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind,
      vars_sealed, entry_no, state, due_at, created_at, trace_id, forget_at)
    select message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind, decode(vars_sealed, 'base64'),
      entry_no, 'due', coalesce(due_at, ${now}::timestamptz), ${now}::timestamptz, trace_id, forget_at
    from unnest(${rows.map(({ message_id }) => message_id)}::uuid[],
      ${rows.map(({ subject_id }) => subject_id)}::uuid[],
      ${rows.map(({ first }) => first.channel)}::text[],
      ${rows.map(({ first }) => first.address)}::text[],
      ${rows.map(({ second }) => second?.channel ?? null)}::text[],
      ${rows.map(({ second }) => second?.address ?? null)}::text[],
      ${rows.map(({ locale }) => locale)}::text[],
      ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ vars_sealed }) => vars_sealed?.toString('base64') ?? null)}::text[],
      ${rows.map(({ entry_no }) => entry_no)}::bigint[],
      ${rows.map(({ due_at }) => due_at)}::timestamptz[],
      ${rows.map(({ trace_id }) => trace_id)}::text[],
      ${rows.map(({ forget_at }) => forget_at)}::timestamptz[])
      as m(message_id, subject_id, channel, address, fallback_channel, fallback_address, locale, kind, vars_sealed,
        entry_no, due_at, trace_id, forget_at)`;
}

/** Plans the calls that tell what can only be said. */
export async function planCallsFor(
  context: ManagementContext,
  tx: Executor,
  messages: readonly SealedMessage[],
): Promise<void> {
  const planned = new Set<string>();
  for (const { kind, message_id, first } of messages) {
    if (first.channel !== 'voice') continue;
    // One call tells all the news that waits for a phone.
    if (!CODE_KINDS.has(kind) && planned.has(first.address)) continue;
    planned.add(first.address);
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
  tx: Tx,
  {
    to: address,
    locale,
    text,
    subject_id = newId(),
  }: { to: string; locale: Locale; text: string; subject_id?: string },
): Promise<void> {
  const to = [{ channel: 'sms', address }] as const;
  const sealed = sealedMessages(context, [{ kind: PLAIN_TEXT, vars: { text }, to, subject_id, locale }]);
  await insertMessages(sealed, context.clock()).execute(tx);
}
