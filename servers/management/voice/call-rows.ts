import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { CallState, DialogueTurn } from './dialogues/types.ts';
import type { Line, SpokenTurn, Utterance } from './turn.ts';

/** What is said next, as it is kept: what the turn is of stands in the row. */
export type KeptTurn = Extract<DialogueTurn, { say: readonly Utterance[] }>;

export type CallRow = {
  call_id: string;
  line: Line;
  direction: 'in' | 'out';
  phone: string | null;
  dial_id: string | null;
  state: CallState;
  turn: KeptTurn;
  turn_no: number;
  working_since: Date | null;
  effect_id: string | null;
  ended_at: Date | null;
};

/** What a row of `voice_calls` is read as. */
export const CALL_COLUMNS = sql`
  call_id, line, direction, phone, dial_id, state, turn, turn_no, working_since, effect_id, ended_at`;

export async function readCall(executor: Executor, callId: string): Promise<CallRow | undefined> {
  const found = await sql<CallRow>`select ${CALL_COLUMNS} from voice_calls where call_id = ${callId}`.execute(
    executor,
  );
  return found.rows[0];
}

export async function lockCall(tx: Executor, callId: string): Promise<CallRow | undefined> {
  const found = await sql<CallRow>`
    select ${CALL_COLUMNS} from voice_calls where call_id = ${callId} for update`.execute(tx);
  return found.rows[0];
}

/** What is said now. Of a call that has ended nothing is left to say. */
export function spokenTurn({ call_id, turn_no, turn, ended_at }: CallRow): SpokenTurn {
  if (ended_at !== null) return { call_id, turn_no, say: [], end: 'hang_up' };
  return { call_id, turn_no, ...turn };
}
