import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { sealText } from '../../../kit/sealed-text.ts';
import type { ManagementContext } from '../context.ts';
import type { CallRow, StoredTurn } from './call-rows.ts';
import { step } from './dialogues/step.ts';
import type { CallState, Step, Tools } from './dialogues/types.ts';
import { perform } from './effects/perform.ts';
import type { LineInput } from './turn.ts';

export type Stepped = { state: CallState; turn: StoredTurn };

/** More than any input needs; keeps a mistake in a dialogue from looping forever. */
const EFFECTS_MAX = 5;

const NO_SECRETS: Tools = {
  digestOf: () => {
    throw new Error('A call does not start with a secret.');
  },
  seal: () => {
    throw new Error('A call does not start with a secret.');
  },
};

/** The first turn of a call. */
export function firstTurn(state: CallState): Stepped {
  return spoken(step(state, { kind: 'begin' }, NO_SECRETS));
}

/** Handles one input: runs the dialogue's step and its effects until there is something to say. */
export async function runStep(
  context: ManagementContext,
  call: CallRow,
  effectId: string,
  input: LineInput,
): Promise<Stepped> {
  const tools = toolsOf(context, call.call_id);
  let stepped = step(call.state, input, tools);
  for (let done = 0; 'effect' in stepped.turn && done < EFFECTS_MAX; done++) {
    const result = await perform(context, stepped.turn.effect, { call, effectId });
    stepped = step(stepped.state, { kind: 'result', result }, tools);
  }
  return spoken(stepped);
}

function spoken({ state, turn }: Step): Stepped {
  if ('effect' in turn) throw new Error(`At ${state.at} the dialogue keeps asking for ${turn.effect.kind}.`);
  return { state, turn };
}

/** Between turns, secrets are protected by keys that are not in the database, and bound to this call. */
function toolsOf(context: ManagementContext, callId: string): Tools {
  return {
    digestOf: (about, pin) =>
      keyedDigest(
        context.secrets.keyRing('token_pepper'),
        `voice_pin:${callId}:${about}`,
        pin,
      ).digest.toString('base64'),
    seal: (text) => sealText(context, callId, text).toString('base64'),
  };
}
