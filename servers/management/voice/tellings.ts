import { addMs, DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import type { NoticeKind } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import { handleUndelivered } from '../delivery/handle-undelivered.ts';
import { MESSAGE_COLUMNS, type Message } from '../delivery/message.ts';
import { lockOrder } from '../orders/orders.ts';

/** Records which messages a call was made for, however it went. */
export async function recordCalledAbout(
  tx: Tx,
  callId: string,
  messages: readonly { message_id: string }[],
): Promise<void> {
  const ids = messages.map(({ message_id }) => message_id);
  await sql`
    insert into voice_call_messages (call_id, message_id)
    select ${callId}, message_id from unnest(${ids}::uuid[]) as m (message_id)
    on conflict do nothing`.execute(tx);
}

/** A call begins to tell these messages. */
export async function beginTelling(
  { clock }: ManagementContext,
  tx: Executor,
  callId: string,
  messages: readonly { message_id: string }[],
): Promise<void> {
  const ids = messages.map(({ message_id }) => message_id);
  await sql`
    insert into voice_tellings (call_id, message_id, begun_at)
    select ${callId}, message_id, ${clock()} from unnest(${ids}::uuid[]) as m (message_id)
    on conflict (call_id, message_id) do nothing`.execute(tx);
}

/** Whether a call has begun to tell anything. */
export async function wasBegun(tx: Tx, callId: string): Promise<boolean> {
  const found = await sql`select 1 from voice_tellings where call_id = ${callId} limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** These were heard to their end in a call: they are delivered, and their content is deleted. Safe to repeat. */
export async function markHeard(
  { db, clock }: ManagementContext,
  callId: string,
  messageIds: readonly string[],
): Promise<void> {
  const now = clock();
  await inTransaction(db, async (tx) => {
    await sql`
      update voice_tellings set heard_at = ${now}
      where call_id = ${callId} and message_id = any(${messageIds}::uuid[]) and heard_at is null`.execute(tx);
    await sql`
      update messages set state = 'delivered', sent_at = ${now}, delivered_at = ${now}, vars_sealed = null,
        forget_at = null
      where message_id = any(${messageIds}::uuid[]) and channel = 'voice' and state = 'due'`.execute(tx);
  });
}

/** What a call has just told its caller in its own words is not told in another call. */
export async function markToldInCall(
  context: ManagementContext,
  callId: string,
  { order_id, kind }: { order_id: string; kind: NoticeKind },
): Promise<void> {
  const found = await sql<{ message_id: string }>`
    select message_id from messages
    where subject_id = ${order_id} and kind = ${kind} and channel = 'voice' and state = 'due'`.execute(
    context.db,
  );
  if (found.rows.length === 0) return;
  await beginTelling(context, context.db, callId, found.rows);
  await markHeard(
    context,
    callId,
    found.rows.map(({ message_id }) => message_id),
  );
}

/** A message and the plan to tell it are written together, so one without a plan is not new. */
const SETTLED_MS = MINUTE_MS;

/** How long what nobody heard is kept for a letter, where there is no other way. */
const LETTER_MS = 14 * DAY_MS;

/**
 * Messages that no call will tell any more go on by their fallback. What has none and is about an order is kept for a
 * letter. Returns how many.
 */
export function failUntold(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select m.message_id::text as subject_id, m.created_at as due_at from messages m
    where m.channel = 'voice' and m.state = 'due' and m.created_at <= ${addMs(now, -SETTLED_MS)}
      and not exists (
        select 1 from voice_dials d
        where d.state in ('due', 'dialling', 'talking')
          and (d.message_id = m.message_id or (d.purpose = 'news' and d.phone = m.address)))`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'untold_messages', find, (_within, { subject_id }) => failOne(context, subject_id));
}

async function failOne(context: ManagementContext, messageId: string): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    // Orders are locked before messages; the subject of most messages is one.
    const about = await sql<{ subject_id: string }>`
      select subject_id from messages where message_id = ${messageId}`.execute(tx);
    const [subject] = about.rows;
    const order = subject && (await lockOrder(tx, subject.subject_id));
    const locked = await sql<Message>`
      select ${MESSAGE_COLUMNS} from messages
      where message_id = ${messageId} and channel = 'voice' and state = 'due' for update`.execute(tx);
    const message = locked.rows[0];
    if (message === undefined) return;
    const isForLetter = order !== undefined && message.fallback_address === null;
    await sql`
      update messages set state = 'failed', problem = ${NOT_HEARD},
        vars_sealed = ${isForLetter ? message.vars_sealed : null},
        forget_at = ${isForLetter ? addMs(context.clock(), LETTER_MS) : null}
      where message_id = ${messageId}`.execute(tx);
    await handleUndelivered(context, tx, message, { kind: 'refused', reason: NOT_HEARD });
  });
}

const NOT_HEARD = 'not_heard';
