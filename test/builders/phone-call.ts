import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { hashPhonePin } from '../../servers/management/members/phone-pin-hash.ts';
import { endCall, handleInput, openInbound } from '../../servers/management/voice/calls.ts';
import type { LineInput, SpokenTurn } from '../../servers/management/voice/turn.ts';
import { MEMBER_ID, type TestManagement } from './management.ts';

export const MEMBER_NUMBER = '2985091195';
export const PHONE_PIN = '816305';

/** A telephone call from the caller's side. */
export type PhoneCall = {
  readonly turn: SpokenTurn;
  /** The speech of the current turn. */
  readonly heard: string;
  key(digits: string): Promise<string>;
  /** Answers several turns, one after the other. */
  keys(...all: string[]): Promise<string>;
  silence(): Promise<string>;
  /** Listens to turns that take no keys, to the one that does or ends the call. Returns all of it. */
  listen(): Promise<string>;
  hangUp(): Promise<void>;
};

export async function aCallFrom(
  { context }: Pick<TestManagement, 'context'>,
  from: string | null,
  external_id = newId(),
): Promise<PhoneCall> {
  return inCall({ context }, await openInbound(context, { line: 'sandbox', external_id, from }));
}

/** Continues a call from one of its turns. */
export function inCall({ context }: Pick<TestManagement, 'context'>, first: SpokenTurn): PhoneCall {
  let turn = first;
  const submit = async (input: LineInput): Promise<string> => {
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
    key: (digits) => submit({ kind: 'digits', digits }),
    async keys(...all) {
      for (const digits of all) await submit({ kind: 'digits', digits });
      return heardIn(turn);
    },
    silence: () => submit({ kind: 'silence' }),
    async listen() {
      const heard = [heardIn(turn)];
      while (turn.listen === undefined && turn.end === undefined) {
        turn = await handleInput(context, turn, { kind: 'said' });
        heard.push(heardIn(turn));
      }
      return heard.join(' ');
    },
    hangUp: () => endCall(context, turn.call_id),
  };
}

export function heardIn(turn: SpokenTurn): string {
  return turn.say.map(({ text }) => text).join(' ');
}

/** Gives the test's member the phone PIN `PHONE_PIN`. */
export async function withPhonePin({ context }: Pick<TestManagement, 'context'>): Promise<void> {
  const hash = await hashPhonePin(context, MEMBER_ID, PHONE_PIN);
  await sql`update members set phone_pin_hash = ${hash} where member_id = ${MEMBER_ID}`.execute(context.db);
}
