import { setTimeout as pause } from 'node:timers/promises';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { parsePhone } from '../../../kit/phone.ts';
import type { ManagementContext } from '../context.ts';
import { knownLocale } from '../orders/recipient/locale.ts';
import { CALL_COLUMNS, type CallRow, lockCall, readCall, spokenTurn } from './call-rows.ts';
import { say } from './dialogues/say.ts';
import { firstState } from './dialogues/step.ts';
import { leaveCall } from './leave.ts';
import { reportOutcome, settleDial } from './outbound.ts';
import { firstTurn, runStep, type Stepped } from './run-step.ts';
import type { InboundCall, Line, LineInput, SpokenTurn } from './turn.ts';

/** Longer than all that one input can ask of other servers. */
const WORKING_MS_MAX = 45 * SECOND_MS;
const POLL_MS = 100;
/** Somebody who listens presses a key or hangs up within that time; otherwise the line has lost the call. */
const SILENT_MS_MAX = 15 * MINUTE_MS;

/** Takes a call that comes in; the same call again gets its current turn. */
export async function openInbound(
  context: ManagementContext,
  { line, external_id, from }: InboundCall,
): Promise<SpokenTurn> {
  const { db, clock } = context;
  const parsed = from === null ? undefined : parsePhone(from);
  const phone = parsed?.ok ? parsed.e164 : null;
  const known = phone === null ? undefined : await knownLocale(db, phone);
  const begun = firstState(known === undefined ? 'language' : 'menu', {
    locale: known ?? 'ko',
    phone,
    has_operator: context.settings.voiceOperator !== '',
  });
  const { state, turn } = firstTurn(begun);
  const now = clock();
  await sql`
    insert into voice_calls (call_id, line, direction, external_id, phone, state, turn, turn_no, turn_at, started_at)
    values (${newId()}, ${line}, 'in', ${external_id}, ${phone}, ${JSON.stringify(state)}::jsonb,
      ${JSON.stringify(turn)}::jsonb, 1, ${now}, ${now})
    on conflict (line, external_id) do nothing`.execute(db);
  const found = await sql<CallRow>`
    select ${CALL_COLUMNS} from voice_calls where line = ${line} and external_id = ${external_id}`.execute(
    db,
  );
  const call = found.rows[0];
  if (call === undefined) throw new Error(`The call ${external_id} of ${line} was not written.`);
  return spokenTurn(call);
}

/**
 * Takes what was keyed for a turn and answers with the next one. The same again, or something late for a turn that has
 * passed, is answered with the current turn and changes nothing. What an input asks of others is asked under an id that
 * was written down before, so that after a crash the same input goes on with it.
 */
export async function takeInput(
  context: ManagementContext,
  { call_id, turn_no }: { call_id: string; turn_no: number },
  input: LineInput,
): Promise<SpokenTurn> {
  const begun = await begin(context, call_id, turn_no);
  if (begun.effect_id === null) return spokenTurn(begun);
  try {
    const stepped = await runStep(context, begun, begun.effect_id, input);
    return await keep(context, begun, stepped);
  } catch (error) {
    await sql`
      update voice_calls set working_since = null where call_id = ${call_id} and turn_no = ${turn_no}`.execute(
      context.db,
    );
    throw error;
  }
}

/** The call, claimed for this input when it has an effect_id; without one there is nothing to do but to say its turn. */
async function begin(
  context: ManagementContext,
  callId: string,
  turnNo: number,
): Promise<CallRow & { effect_id: string | null }> {
  const { db, clock } = context;
  const giveUpAt = performance.now() + WORKING_MS_MAX;
  for (;;) {
    const now = clock();
    const claimed = await sql<CallRow>`
      update voice_calls set working_since = ${now}, effect_id = coalesce(effect_id, ${newId()}::uuid)
      where call_id = ${callId} and turn_no = ${turnNo} and turn_no > 0 and ended_at is null
        and (working_since is null or working_since <= ${addMs(now, -WORKING_MS_MAX)})
      returning ${CALL_COLUMNS}`.execute(db);
    if (claimed.rows[0] !== undefined) return claimed.rows[0];
    const call = await readCall(db, callId);
    if (call === undefined) throw new UnknownCall(callId);
    const isBeingDone = call.turn_no === turnNo && call.ended_at === null && call.working_since !== null;
    if (!isBeingDone || performance.now() > giveUpAt) return { ...call, effect_id: null };
    await pause(POLL_MS);
  }
}

/** Nobody knows such a call: a mistake of the line, or of somebody who is none. */
export class UnknownCall extends Error {
  constructor(callId: string) {
    super(`There is no call ${callId}.`);
    this.name = 'UnknownCall';
  }
}

async function keep(
  context: ManagementContext,
  { call_id, turn_no }: CallRow,
  { state, turn }: Stepped,
): Promise<SpokenTurn> {
  await sql`
    update voice_calls set state = ${JSON.stringify(state)}::jsonb, turn = ${JSON.stringify(turn)}::jsonb,
      turn_no = turn_no + 1, turn_at = ${context.clock()}, working_since = null, effect_id = null
    where call_id = ${call_id} and turn_no = ${turn_no} and ended_at is null`.execute(context.db);
  const call = await readCall(context.db, call_id);
  if (call === undefined) throw new UnknownCall(call_id);
  return spokenTurn(call);
}

/**
 * Goes on with a call whose line was away, with an apology. What the line was doing then is done again under the same id.
 * Null when there is no such call, or it has not been answered, or has ended.
 */
export async function resumeCall(
  context: ManagementContext,
  { line, external_id }: { line: Line; external_id: string },
): Promise<SpokenTurn | null> {
  const found = await sql<CallRow>`
    update voice_calls set working_since = null
    where line = ${line} and external_id = ${external_id} and turn_no > 0 and ended_at is null
    returning ${CALL_COLUMNS}`.execute(context.db);
  const call = found.rows[0];
  if (call === undefined) return null;
  const turn = spokenTurn(call);
  return { ...turn, say: [say(call.state, 'voice.sorry_interrupted'), ...turn.say] };
}

/** Our name of a call that a line knows by its own; undefined when there is none. */
export async function callIdOf(
  { db }: ManagementContext,
  line: Line,
  externalId: string,
): Promise<string | undefined> {
  const found = await sql<{ call_id: string }>`
    select call_id from voice_calls where line = ${line} and external_id = ${externalId}`.execute(db);
  return found.rows[0]?.call_id;
}

/** Either side has hung up. What was said is forgotten, and what was left open is settled. */
export async function endCall(context: ManagementContext, callId: string): Promise<void> {
  const now = context.clock();
  const before = await readCall(context.db, callId);
  if (before?.turn_no === 0) {
    // It ended before anybody was talked to.
    await reportOutcome(context, callId, 'no_answer');
    return;
  }
  const ended = await inTransaction(context.db, async (tx) => {
    const call = await lockCall(tx, callId);
    if (call === undefined || call.ended_at !== null) return undefined;
    await sql`
      update voice_calls set ended_at = ${now}, state = '{}', turn = '{"say":[]}', working_since = null, effect_id = null
      where call_id = ${callId}`.execute(tx);
    if (call.dial_id !== null) await settleDial(context, tx, call.dial_id, callId);
    return call;
  });
  if (ended !== undefined) await leaveCall(context, ended);
}

/** Ends calls that their line has lost. Answers how many there were. */
export async function endLostCalls(context: ManagementContext): Promise<number> {
  const lost = await sql<{ call_id: string }>`
    select call_id from voice_calls
    where ended_at is null and turn_no > 0 and turn_at <= ${addMs(context.clock(), -SILENT_MS_MAX)}
    order by turn_at limit 20`.execute(context.db);
  for (const { call_id } of lost.rows) await endCall(context, call_id);
  return lost.rows.length;
}
