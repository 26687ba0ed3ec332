import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { CallState, DialogueTurn } from './dialogues/types.ts';
import type { Line, SpokenTurn, Utterance } from './turn.ts';

/** A turn as stored; its call and number are in other columns. */
export type StoredTurn = Extract<DialogueTurn, { say: readonly Utterance[] }>;

export type CallRow = {
  call_id: string;
  line: Line;
  direction: 'in' | 'out';
  phone: string | null;
  dial_id: string | null;
  state: CallState;
  turn: StoredTurn;
  turn_no: number;
  working_since: Date | null;
  effect_id: string | null;
  ended_at: Date | null;
};

/** The columns of `voice_calls` that make a `CallRow`. */
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

/** The current turn. A call that has ended has nothing left to say. */
export function spokenTurn({ call_id, turn_no, turn, ended_at }: CallRow): SpokenTurn {
  if (ended_at !== null) return { call_id, turn_no, say: [], end: 'hang_up' };
  return { call_id, turn_no, ...turn };
}
