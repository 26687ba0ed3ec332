import { addMs, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { ManagementContext } from '../context.ts';

export type PlannedDial = {
  order_id: string;
  /** E.164. */
  phone: string;
  due_at: Date;
  /** The phone's owner asked for this call, so permitted hours and their opt-out do not apply. */
  asked_for: boolean;
};

/** Plans to call a recipient about a gift. A gift has one plan at a time, which planning again can only bring forward. */
export async function planDial(
  context: ManagementContext,
  tx: Tx,
  { order_id, phone, due_at, asked_for }: PlannedDial,
): Promise<void> {
  await sql`
    insert into voice_dials (dial_id, purpose, order_id, phone, state, asked_for, due_at, created_at)
    values (${newId()}, 'offer', ${order_id}, ${phone}, 'due', ${asked_for}, ${due_at}, ${context.clock()})
    on conflict (order_id) where state in ('due', 'dialling', 'talking') do update
    set due_at = least(voice_dials.due_at, excluded.due_at), asked_for = voice_dials.asked_for or excluded.asked_for`.execute(
    tx,
  );
}

/**
 * Plans to call a number with the news that is waiting for it. It waits a little, since what happens next is often about the
 * same gift. A call that is planned already tells it too: its row is locked, so that a call that ends meanwhile still sees
 * this news (`afterDone`).
 */
export async function planNewsCall(context: ManagementContext, tx: Executor, phone: string): Promise<void> {
  const now = context.clock();
  const due = addMs(now, context.settings.newsGather_s * SECOND_MS);
  await sql`
    insert into voice_dials (dial_id, purpose, phone, state, asked_for, due_at, created_at)
    values (${newId()}, 'news', ${phone}, 'due', false, ${due}, ${now})
    on conflict (phone) where purpose = 'news' and state in ('due', 'dialling', 'talking') do update
    set due_at = voice_dials.due_at`.execute(tx);
}

/** Gives somebody who is calling us time to hang up. */
export const CALL_BACK_MS = 8 * SECOND_MS;

/** Plans to call a number at once with the code that its owner is waiting for. */
export async function planCodeCall(
  context: ManagementContext,
  tx: Executor,
  { message_id, phone }: { message_id: string; phone: string },
): Promise<void> {
  const now = context.clock();
  const calling = await sql`
    select 1 from voice_calls where phone = ${phone} and direction = 'in' and ended_at is null limit 1`.execute(
    tx,
  );
  const due = calling.rows.length === 0 ? now : addMs(now, CALL_BACK_MS);
  await sql`
    insert into voice_dials (dial_id, purpose, message_id, phone, state, asked_for, due_at, created_at)
    values (${newId()}, 'code', ${message_id}, ${phone}, 'due', true, ${due}, ${now})
    on conflict (message_id) where purpose = 'code' and state in ('due', 'dialling', 'talking') do nothing`.execute(
    tx,
  );
}

/**
 * Plans to call a number whose owner wants to join, or to choose a new phone PIN: the call proves the number. A call that is
 * planned already can only be brought forward. One that is talking is locked, so that when it ends it sees what was stored
 * for the next one (`afterDone`).
 */
export async function planAccountCall(
  context: ManagementContext,
  tx: Tx,
  { phone, due_at }: { phone: string; due_at: Date },
): Promise<void> {
  await sql`
    insert into voice_dials (dial_id, purpose, phone, state, asked_for, due_at, created_at)
    values (${newId()}, 'account', ${phone}, 'due', true, ${due_at}, ${context.clock()})
    on conflict (phone) where purpose = 'account' and state in ('due', 'dialling', 'talking') do update
    set due_at = least(voice_dials.due_at, excluded.due_at)`.execute(tx);
}

/** Ends all calls about a gift. A call in progress will find that the offer is gone. */
export async function endDials(tx: Tx, orderId: string): Promise<void> {
  await sql`
    update voice_dials set state = 'done', call_id = null
    where order_id = ${orderId} and state in ('due', 'dialling', 'talking')`.execute(tx);
}

/** Whether a number's owner has opted out of our calls. */
export async function wantsNoCalls(executor: Executor, phone: string): Promise<boolean> {
  const found = await sql`select 1 from uncalled_phones where phone = ${phone}`.execute(executor);
  return found.rows.length > 0;
}

/** Whether a number's owner wants no calls about uses. */
export async function wantsNoUses(executor: Executor, phone: string): Promise<boolean> {
  const found = await sql`select 1 from phones_not_told_of_uses where phone = ${phone}`.execute(executor);
  return found.rows.length > 0;
}

/** What a number is called about of our own accord: everything, all but uses, or nothing. */
export type CallsWanted = 'all' | 'no_uses' | 'none';

export async function callsWanted(executor: Executor, phone: string): Promise<CallsWanted> {
  if (await wantsNoCalls(executor, phone)) return 'none';
  return (await wantsNoUses(executor, phone)) ? 'no_uses' : 'all';
}

/** A number's owner chooses what they are called about. Choosing the same again changes nothing. */
export async function chooseCalls(
  { clock }: ManagementContext,
  tx: Executor,
  phone: string,
  calls: CallsWanted,
): Promise<void> {
  if (calls === 'none')
    return void (await sql`
      insert into uncalled_phones (phone, since) values (${phone}, ${clock()}) on conflict do nothing`.execute(
      tx,
    ));
  await sql`delete from uncalled_phones where phone = ${phone}`.execute(tx);
  if (calls === 'all') await sql`delete from phones_not_told_of_uses where phone = ${phone}`.execute(tx);
  else
    await sql`
      insert into phones_not_told_of_uses (phone, since) values (${phone}, ${clock()}) on conflict do nothing`.execute(
      tx,
    );
}

/** Whether any phone line was up within the last hour. */
export async function canCall({ db }: ManagementContext): Promise<boolean> {
  const found = await sql`
    select 1 from voice_lines where seen_at > now() - interval '1 hour' limit 1`.execute(db);
  return found.rows.length > 0;
}
