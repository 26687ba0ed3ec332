import { say } from './say.ts';
import type { CallState } from './types.ts';

/** What somebody is told whose phone may not do this now, after what its mobile operator said. */
export function phoneNotChecked(state: CallState, code: string) {
  if (code === 'sim_changed') return say(state, 'voice.sim_changed');
  if (code === 'number_recycled') return say(state, 'voice.number_recycled');
  return code === 'number_not_checked' ? say(state, 'voice.number_not_checked') : undefined;
}
