import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { minorToJson } from '../../../kit/money.ts';
import { sealText } from '../../../kit/sealed-text.ts';
import { currentTraceId } from '../../../kit/trace.ts';
import type { Locale, NoticeKind, NoticeVars } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';

export type OutgoingMessage<Kind extends NoticeKind> = {
  kind: Kind;
  vars: NoticeVars<Kind>;
  channel: 'sms' | 'email';
  to: string;
  /** The address on the other channel, used if this one fails. */
  fallback_to?: string;
  locale: Locale;
  /** The order or member it is about. */
  subject_id: string;
  /** Not sent before this time. */
  due_at?: Date;
};

/** The kind of replies in the text dialogue, whose wording is final when they are queued. */
export const PLAIN_TEXT = 'plain_text';

/**
 * Queues a message in the transaction of the event it reports. Its text is rendered when it is sent; until then its
 * variables, which may hold a code or a link, are encrypted.
 */
export async function queueMessage<Kind extends NoticeKind>(
  context: ManagementContext,
  tx: Executor,
  message: OutgoingMessage<Kind>,
): Promise<void> {
  await insertMessage(context, tx, message);
}

/** Queues a reply in the text dialogue. */
export async function queueText(
  context: ManagementContext,
  tx: Executor,
  { to, locale, text }: { to: string; locale: Locale; text: string },
): Promise<void> {
  const message = { kind: PLAIN_TEXT, vars: { text }, channel: 'sms', subject_id: newId() } as const;
  await insertMessage(context, tx, { ...message, to, locale });
}

async function insertMessage(
  context: ManagementContext,
  tx: Executor,
  {
    kind,
    vars,
    channel,
    to,
    fallback_to,
    locale,
    subject_id,
    due_at,
  }: Omit<OutgoingMessage<NoticeKind>, 'kind' | 'vars'> & { kind: string; vars: object },
): Promise<void> {
  const now = context.clock();
  const messageId = newId();
  const json = JSON.stringify(vars, (_name, value: unknown) =>
    typeof value === 'bigint' ? minorToJson(value) : value,
  );
  await sql`
    insert into messages (message_id, subject_id, channel, address, fallback_address, locale, kind, vars_sealed, state,
      due_at, created_at, trace_id)
    values (${messageId}, ${subject_id}, ${channel}, ${to}, ${fallback_to ?? null}, ${locale}, ${kind},
      ${sealText(context, messageId, json)}, 'due', ${due_at ?? now}, ${now}, ${currentTraceId()})`.execute(
    tx,
  );
}
