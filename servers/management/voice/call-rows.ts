import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { openText } from '../../../kit/sealed-text.ts';
import { words } from '../../../kit/words/index.ts';
import type { ManagementContext } from '../context.ts';
import type { CallState, DialogueTurn, Said } from './dialogues/types.ts';
import type { Line, SpokenTurn, Utterance } from './turn.ts';

/** A turn as stored; its call and number are in other columns. */
export type StoredTurn = Extract<DialogueTurn, { say: readonly Said[] }>;

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

export async function lockCall(tx: Tx, callId: string): Promise<CallRow | undefined> {
  const found = await sql<CallRow>`
    select ${CALL_COLUMNS} from voice_calls where call_id = ${callId} for update`.execute(tx);
  return found.rows[0];
}

/** The current turn. A call that has ended has nothing left to say. */
export function spokenTurn(
  context: ManagementContext,
  { call_id, turn_no, turn, ended_at }: CallRow,
): SpokenTurn {
  if (ended_at !== null) return { call_id, turn_no, say: [], end: 'hang_up' };
  const { say, ...then } = turn;
  return { call_id, turn_no, say: say.flatMap((said) => opened(context, call_id, said)), ...then };
}

/** The digits of a code are said one by one: lines keep the sound of what they say, and that of a digit says nothing. */
function opened(context: ManagementContext, callId: string, said: Said): Utterance[] {
  if (!('digits_sealed' in said)) return [said];
  const { locale, digits_sealed } = said;
  const digits = openText(context, callId, Buffer.from(digits_sealed, 'base64'));
  return [...digits].map((digit) => ({
    locale,
    text: words(locale).t('voice.code_digits', { digits: digit }),
  }));
}
