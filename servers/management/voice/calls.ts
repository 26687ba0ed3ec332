import { setTimeout as pause } from 'node:timers/promises';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimUnparted } from '../../../kit/due/claims.ts';
import { eachDue } from '../../../kit/due/each-due.ts';
import { mainLocale } from '../../../kit/format/locale.ts';
import { newId } from '../../../kit/ids.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ManagementContext } from '../context.ts';
import { abandonOrder } from '../orders/end-order.ts';
import { knownLocale } from '../orders/recipient/locale.ts';
import { CALL_COLUMNS, type CallRow, lockCall, readCall, spokenTurn } from './call-rows.ts';
import { say } from './dialogues/say.ts';
import { firstState } from './dialogues/step.ts';
import { reportOutcome, settleDial } from './outbound.ts';
import { firstTurn, runStep, type Stepped } from './run-step.ts';
import type { InboundCall, Line, LineInput, SpokenTurn } from './turn.ts';

/** Longer than all the requests that one input can make to other servers. */
const WORKING_MS_MAX = 45 * SECOND_MS;
const POLL_MS = 100;
/** A caller presses a key or hangs up within this time; otherwise the line has lost the call. */
const IDLE_MS_MAX = 15 * MINUTE_MS;

/** Starts an incoming call; repeating it returns the call's current turn. */
export async function openInbound(
  context: ManagementContext,
  { line, external_id, from }: InboundCall,
): Promise<SpokenTurn> {
  const { db, clock } = context;
  const parsed = from === null ? undefined : parsePhone(from);
  const phone = parsed?.ok ? parsed.e164 : null;
  const known = phone === null ? undefined : await knownLocale(db, phone);
  const begun = firstState(known === undefined ? 'language' : 'menu', {
    locale: mainLocale(known ?? 'ko'),
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
  if (call === undefined) throw new Error(`Call ${external_id} of ${line} was not stored.`);
  return spokenTurn(context, call);
}

/**
 * Handles the input to a turn and returns the next turn. Repeated or late input returns the current turn and changes
 * nothing. Its requests to other servers carry an effect id that was stored before, so that after a crash the same input
 * continues them.
 */
export async function handleInput(
  context: ManagementContext,
  { call_id, turn_no }: { call_id: string; turn_no: number },
  input: LineInput,
): Promise<SpokenTurn> {
  const claimed = await claimTurn(context, call_id, turn_no);
  if (claimed.effect_id === null) return spokenTurn(context, claimed);
  try {
    const stepped = await runStep(context, claimed, claimed.effect_id, input);
    return await storeTurn(context, claimed, stepped);
  } catch (error) {
    await sql`
      update voice_calls set working_since = null where call_id = ${call_id} and turn_no = ${turn_no}`.execute(
      context.db,
    );
    throw error;
  }
}

/** The call. With an `effect_id` it is claimed for this input; without one its current turn is the answer. */
async function claimTurn(
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
    const isInProgress = call.turn_no === turnNo && call.ended_at === null && call.working_since !== null;
    if (!isInProgress || performance.now() > giveUpAt) return { ...call, effect_id: null };
    await pause(POLL_MS);
  }
}

/** There is no such call: a mistake of the line, or a forged request. */
export class UnknownCall extends Error {
  constructor(callId: string) {
    super(`There is no call ${callId}.`);
    this.name = 'UnknownCall';
  }
}

async function storeTurn(
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
  return spokenTurn(context, call);
}

/**
 * Resumes a call after its line was down, starting with an apology. An input that was being handled is handled again under
 * the same effect id. Null if there is no such call, or it was not answered or has ended.
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
  const turn = spokenTurn(context, call);
  return { ...turn, say: [say(call.state, 'voice.sorry_interrupted'), ...turn.say] };
}

/** Our id of a call that a line knows by its own id; undefined if there is none. */
export async function callIdOf(
  { db }: ManagementContext,
  line: Line,
  externalId: string,
): Promise<string | undefined> {
  const found = await sql<{ call_id: string }>`
    select call_id from voice_calls where line = ${line} and external_id = ${externalId}`.execute(db);
  return found.rows[0]?.call_id;
}

/** Either side has hung up: clears what the call held, and settles what it left open. */
export async function endCall(context: ManagementContext, callId: string): Promise<void> {
  const now = context.clock();
  const before = await readCall(context.db, callId);
  if (before?.turn_no === 0) {
    // It ended before anybody answered.
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
  if (ended !== undefined) await abandonUnconfirmed(context, ended);
}

/** Hanging up before confirming the name cancels the purchase, so the authorisation need not wait to expire. */
async function abandonUnconfirmed(context: ManagementContext, { state }: CallRow): Promise<void> {
  const { order_id, member_id } = state.facts;
  if (order_id === undefined || member_id === undefined) return;
  // An order that was confirmed or abandoned before is refused here and stays as it is.
  await abandonOrder(context, order_id, member_id);
}

/** Ends calls that their line has lost. Returns how many. */
export function endLostCalls(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select call_id::text as subject_id, turn_at as due_at from voice_calls
    where ended_at is null and turn_no > 0 and turn_at <= ${addMs(now, -IDLE_MS_MAX)}`;
  const find = (claim: Claim) => claimUnparted(claim, due(claim.now)).execute(context.db);
  return eachDue(context, 'lost_calls', find, (within, { subject_id }) => endCall(within, subject_id));
}
