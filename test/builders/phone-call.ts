import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { hashPhonePin } from '../../servers/management/members/register-member.ts';
import { endCall, handleInput, openInbound } from '../../servers/management/voice/calls.ts';
import type { LineInput, SpokenTurn } from '../../servers/management/voice/turn.ts';
import { MEMBER_ID, type TestManagement } from './management.ts';

export const MEMBER_NUMBER = '2985091195';
export const PHONE_PIN = '816305';

/** A telephone call as its caller has it: what was said last, and keys to press. */
export type PhoneCall = {
  readonly turn: SpokenTurn;
  /** All that the newest turn says. */
  readonly heard: string;
  key(digits: string): Promise<string>;
  /** Presses one after the other, whatever is said in between. */
  keys(...all: string[]): Promise<string>;
  silence(): Promise<string>;
  hangUp(): Promise<void>;
};

export async function aCallFrom(
  { context }: Pick<TestManagement, 'context'>,
  from: string | null,
  external_id = newId(),
): Promise<PhoneCall> {
  return inCall({ context }, await openInbound(context, { line: 'sandbox', external_id, from }));
}

/** Goes on with a call from a turn of it. */
export function inCall({ context }: Pick<TestManagement, 'context'>, first: SpokenTurn): PhoneCall {
  let turn = first;
  const bring = async (input: LineInput): Promise<string> => {
    turn = await handleInput(context, turn, input);
    while (turn.listen === undefined && turn.end === undefined)
      turn = await handleInput(context, turn, { kind: 'said' });
    return heardIn(turn);
  };
  return {
    get turn() {
      return turn;
    },
    get heard() {
      return heardIn(turn);
    },
    key: (digits) => bring({ kind: 'digits', digits }),
    async keys(...all) {
      for (const digits of all) await bring({ kind: 'digits', digits });
      return heardIn(turn);
    },
    silence: () => bring({ kind: 'silence' }),
    hangUp: () => endCall(context, turn.call_id),
  };
}

export function heardIn(turn: SpokenTurn): string {
  return turn.say.map(({ text }) => text).join(' ');
}

/** Gives the test's member a phone PIN that they can key. */
export async function withPhonePin({ context }: Pick<TestManagement, 'context'>): Promise<void> {
  const hash = await hashPhonePin(context, MEMBER_ID, PHONE_PIN);
  await sql`update members set phone_pin_hash = ${hash} where member_id = ${MEMBER_ID}`.execute(context.db);
}
