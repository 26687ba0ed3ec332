import type { CallRow } from '../call-rows.ts';
import type { Effect } from '../dialogues/types.ts';

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

/** The call that an effect is for, and the id for whatever it creates: the same if the input is handled again. */
export type EffectCall = { call: CallRow; effectId: string };
