import { sql } from 'kysely';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { Locale, NoticeKind, NoticeVars } from '../../../kit/messages/index.ts';
import type { ManagementContext } from '../context.ts';

export type OutgoingMessage<Kind extends NoticeKind> = {
  kind: Kind;
  vars: NoticeVars<Kind>;
  channel: 'sms' | 'email';
  to: string;
  locale: Locale;
  /** The order or member that it is about. */
  subject_id: string;
  /** Not before then. */
  due_at?: Date;
};

/** Queues a message in the transaction of what it tells. Its words are put together when it is sent. */
export async function queueMessage<Kind extends NoticeKind>(
  context: ManagementContext,
  tx: Executor,
  { kind, vars, channel, to, locale, subject_id, due_at }: OutgoingMessage<Kind>,
): Promise<void> {
  const now = context.clock();
  await sql`
    insert into messages (message_id, subject_id, channel, address, locale, kind, vars, state, due_at, created_at)
    values (${newId()}, ${subject_id}, ${channel}, ${to}, ${locale}, ${kind}, ${JSON.stringify(vars)}::jsonb, 'due',
      ${due_at ?? now}, ${now})`.execute(tx);
}
