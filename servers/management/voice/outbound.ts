import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { newId } from '../../../kit/ids.ts';
import { nextCallTime } from '../call-hours.ts';
import type { ManagementContext } from '../context.ts';
import { wantsNoCalls } from '../messages/plan-dial.ts';
import { type CallRow, lockCall, spokenTurn } from './call-rows.ts';
import { accountPurpose } from './purposes/account.ts';
import { codePurpose } from './purposes/code.ts';
import { newsPurpose } from './purposes/news.ts';
import { offerPurpose } from './purposes/offer.ts';
import type { Dial, DialPurpose, Purpose } from './purposes/purpose.ts';
import { nextDialAt, URGENT_PLAN } from './retry-plan.ts';
import type { Stepped } from './run-step.ts';
import { type DialOutcome, LINES, type Line, type OutboundCall, type SpokenTurn } from './turn.ts';

/** How long a phone rings; voicemail usually answers sooner. */
const RING_S = 40;
/** Older claims were left by a process that died. */
const DIALLING_MS_MAX = 3 * MINUTE_MS;
/** A line that has not asked for this long is down. Database time, since a demo moves the business clock (ADR 13). */
const LINE_DOWN_S = 15;

const PURPOSES: Readonly<Record<DialPurpose, Purpose>> = {
  offer: offerPurpose,
  news: newsPurpose,
  code: codePurpose,
  account: accountPurpose,
};

const DIAL_COLUMNS = sql`dial_id, purpose, order_id, message_id, phone, asked_for, call_id`;

/**
 * Claims the calls that are due for a line, which asks every few seconds. While a better line asks as well, the calls are
 * left to it. Every claim ends with `reportOutcome`.
 */
export async function claimDueCalls(
  context: ManagementContext,
  line: Line,
  limit: number,
): Promise<OutboundCall[]> {
  await sql`
    insert into voice_lines (line, seen_at) values (${line}, now())
    on conflict (line) do update set seen_at = greatest(voice_lines.seen_at, excluded.seen_at)`.execute(
    context.db,
  );
  if (await isBetterLineUp(context, line)) return [];
  await releaseAbandoned(context);
  const due = (at: Date) => sql`
    select dial_id::text as subject_id, due_at from voice_dials where state = 'due' and due_at <= ${at}`;
  const find = (claiming: Claim) => claimUnparted(claiming, due(claiming.now), limit).execute(context.db);
  const claimed: OutboundCall[] = [];
  await eachDue(context, 'phone_calls', find, async (_within, { subject_id }) => {
    const call = await inTransaction(context.db, (tx) => claimDial(context, tx, subject_id, line));
    if (call !== null) claimed.push(call);
  });
  return claimed;
}

/** Null if there is nothing to call about, it is not the hour for calls, or another line was first. */
async function claimDial(
  context: ManagementContext,
  tx: Tx,
  dialId: string,
  line: Line,
): Promise<OutboundCall | null> {
  const now = context.clock();
  const due = await sql<Dial>`
    select ${DIAL_COLUMNS} from voice_dials
    where dial_id = ${dialId} and state = 'due' and due_at <= ${now} for update skip locked`.execute(tx);
  const [dial] = due.rows;
  return dial === undefined ? null : claim(context, tx, dial, line, now);
}

/** `LINES` is in order of preference: our own Asterisk first, the demo's phones last. */
async function isBetterLineUp(context: ManagementContext, line: Line): Promise<boolean> {
  const better = LINES.slice(0, LINES.indexOf(line));
  const found = await sql`
    select 1 from voice_lines
    where line = any(${better}::text[]) and seen_at > now() - ${LINE_DOWN_S} * interval '1 second'`.execute(
    context.db,
  );
  return found.rows.length > 0;
}

async function claim(
  context: ManagementContext,
  tx: Tx,
  dial: Dial,
  line: Line,
  now: Date,
): Promise<OutboundCall | null> {
  const { dial_id, phone, asked_for } = dial;
  if (!(await PURPOSES[dial.purpose].isOpen(context, tx, dial))) {
    await sql`update voice_dials set state = 'done' where dial_id = ${dial_id}`.execute(tx);
    return null;
  }
  if (!asked_for && (await wantsNoCalls(tx, phone))) {
    await stopCalling(context, tx, dial);
    return null;
  }
  const allowedAt = asked_for ? now : nextCallTime(now, phone, context.settings.voiceHours);
  if (allowedAt > now) {
    await sql`update voice_dials set due_at = ${allowedAt} where dial_id = ${dial_id}`.execute(tx);
    return null;
  }
  const callId = newId();
  await sql`
    insert into voice_calls (call_id, line, direction, external_id, phone, dial_id, state, turn, turn_no, turn_at, started_at)
    values (${callId}, ${line}, 'out', ${callId}, ${phone}, ${dial_id}, '{}', '{"say":[]}', 0, ${now}, ${now})`.execute(
    tx,
  );
  await sql`
    update voice_dials set state = 'dialling', call_id = ${callId}, claimed_at = ${now}
    where dial_id = ${dial_id}`.execute(tx);
  return { call_id: callId, to: phone, ring_s: RING_S };
}

/** Calls whose process died while the phone rang, whether or not anything is left to call about. */
async function releaseAbandoned(context: ManagementContext): Promise<void> {
  const due = (now: Date) => sql`
    select call_id::text as subject_id, turn_at as due_at from voice_calls
    where ended_at is null and turn_no = 0 and turn_at <= ${addMs(now, -DIALLING_MS_MAX)}`;
  const find = (claiming: Claim) => claimUnparted(claiming, due(claiming.now)).execute(context.db);
  await eachDue(context, 'abandoned_calls', find, (_within, { subject_id }) =>
    reportOutcome(context, subject_id, 'unreachable'),
  );
}

/**
 * Records a call's outcome; the first report stands. Returns the turn to speak to the person who answered or to leave on
 * the machine, otherwise null.
 */
export async function reportOutcome(
  context: ManagementContext,
  callId: string,
  outcome: DialOutcome,
): Promise<SpokenTurn | null> {
  return inTransaction(context.db, async (tx) => {
    const call = await lockCall(tx, callId);
    if (call === undefined || call.dial_id === null) return null;
    const isFirst = await sql`
      insert into voice_dial_outcomes (call_id, dial_id, outcome, at)
      values (${callId}, ${call.dial_id}, ${outcome}, ${context.clock()})
      on conflict (call_id) do nothing returning 1`.execute(tx);
    if (isFirst.rows.length === 0) return call.turn_no > 0 ? spokenTurn(context, call) : null;
    const dial = await lockDial(tx, call.dial_id);
    const purpose = PURPOSES[dial.purpose];
    await purpose.record?.(context, tx, dial, outcome);
    if (outcome === 'answered') {
      await sql`
        update voice_dials set state = 'talking' where dial_id = ${dial.dial_id} and state = 'dialling'`.execute(
        tx,
      );
      return storeFirstTurn(context, tx, call, await purpose.answer(context, tx, dial, call));
    }
    // Otherwise the plan ended while the phone rang: the gift has another recipient now.
    const isPlanned = dial.call_id === callId;
    const message = outcome === 'machine' && isPlanned ? await purpose.leaveMessage(tx, dial) : null;
    if (isPlanned) await planNext(context, tx, dial);
    if (message !== null) return storeFirstTurn(context, tx, call, message);
    await sql`update voice_calls set ended_at = ${context.clock()} where call_id = ${callId}`.execute(tx);
    return null;
  });
}

/** Locks the order first, then its dial, in the same order as `planDial`. */
async function lockDial(tx: Tx, dialId: string): Promise<Dial> {
  await sql`
    select 1 from orders where order_id = (select order_id from voice_dials where dial_id = ${dialId}) for update`.execute(
    tx,
  );
  const found = await sql<Dial>`
    select ${DIAL_COLUMNS} from voice_dials where dial_id = ${dialId} for update`.execute(tx);
  const dial = found.rows[0];
  if (dial === undefined) throw new Error(`There is no dial ${dialId}.`);
  return dial;
}

async function storeFirstTurn(
  context: ManagementContext,
  tx: Tx,
  call: CallRow,
  { state, turn }: Stepped,
): Promise<SpokenTurn> {
  const talking: CallRow = { ...call, state, turn, turn_no: 1 };
  await sql`
    update voice_calls set state = ${JSON.stringify(state)}::jsonb, turn = ${JSON.stringify(turn)}::jsonb, turn_no = 1,
      turn_at = ${context.clock()}
    where call_id = ${call.call_id}`.execute(tx);
  return spokenTurn(context, talking);
}

/** A call that we placed has ended: its dial is done if nothing is left to call about, otherwise the next is planned. */
export async function settleDial(
  context: ManagementContext,
  tx: Tx,
  dialId: string,
  callId: string,
): Promise<void> {
  const dial = await lockDial(tx, dialId);
  if (dial.call_id === callId) await planNext(context, tx, dial);
}

async function planNext(context: ManagementContext, tx: Tx, dial: Dial): Promise<void> {
  const { dial_id, phone } = dial;
  const purpose = PURPOSES[dial.purpose];
  if (!(await purpose.isOpen(context, tx, dial))) {
    await sql`update voice_dials set state = 'done', call_id = null where dial_id = ${dial_id}`.execute(tx);
    await purpose.afterDone?.(context, tx, dial);
    return;
  }
  const known = await sql<{ outcome: DialOutcome }>`
    select outcome from voice_dial_outcomes where dial_id = ${dial_id} order by at, call_id`.execute(tx);
  const outcomes = known.rows.map(({ outcome }) => outcome);
  const canBeTexted = purpose.canBeTexted(dial);
  const next = nextDialAt(purpose.retryPlan, outcomes, context.clock(), { canBeTexted });
  const isUrgent = purpose.retryPlan === URGENT_PLAN;
  if (next === null || (!isUrgent && (await wantsNoCalls(tx, phone)))) return stopCalling(context, tx, dial);
  // Somebody who asked to be called about a gift asked for one call; further ones keep to the permitted hours.
  const due = isUrgent ? next : nextCallTime(next, phone, context.settings.voiceHours);
  await sql`
    update voice_dials set state = 'due', due_at = ${due}, asked_for = ${isUrgent}, call_id = null
    where dial_id = ${dial_id}`.execute(tx);
}

async function stopCalling(context: ManagementContext, tx: Tx, dial: Dial): Promise<void> {
  await sql`update voice_dials set state = 'given_up', call_id = null where dial_id = ${dial.dial_id}`.execute(
    tx,
  );
  await PURPOSES[dial.purpose].giveUp(context, tx, dial);
}
