import type { JWK } from 'jose';
import { addNextKey, keyListState, promoteNextKey, removeOldKeys } from '../../../kit/edit-key-list.ts';
import { newEcKey, newSealingKey } from '../../../kit/new-keys.ts';
import { isDue, type KeyState, mayGoAt, RESTART, type RotationOptions, type Step } from './rotation.ts';

/** Files with a list of keys of which the first is used: those that open sealed values, and those that sign access tokens. */
export const KEY_LISTS: Readonly<Record<string, { setting: string; make: () => Promise<JWK> }>> = {
  sealing: { setting: 'SEALING_KEYS_FILE', make: newSealingKey },
  tokens: { setting: 'TOKEN_KEYS_FILE', make: () => newEcKey('token') },
};

/** The next step of the rotation: a new key, then its use, then the end of the old ones. */
export async function rotateList(
  { setting, make }: { setting: string; make: () => Promise<JWK> },
  file: string,
  { now, dropOld }: RotationOptions,
): Promise<Step> {
  const { current, next, old } = keyListState(setting, file);
  if (next !== undefined) {
    promoteNextKey(setting, file, now);
    return done(`${next.kid} is used. ${RESTART}. After a day run this again: it removes ${current.kid}.`);
  }
  if (old.length === 0) {
    const key = await make();
    addNextKey(setting, file, key);
    return done(`${key.kid} was added. ${RESTART}, then run this again: it puts ${key.kid} to use.`);
  }
  const kept = old.find(({ old_since }) => !isDue(dateOf(old_since), now));
  if (kept !== undefined && !dropOld)
    return {
      done: false,
      says: `${kept.kid} may go at ${mayGoAt(dateOf(kept.old_since))?.toISOString()}: what was made with it lasts until then.`,
    };
  removeOldKeys(setting, file);
  return done(`${old.map(({ kid }) => kid).join(', ')} was removed. ${RESTART}.`);
}

export function listStands(name: string, setting: string, file: string): KeyState {
  const { current, next, old } = keyListState(setting, file);
  if (next !== undefined)
    return {
      name,
      says: `${current.kid} is used, ${next.kid} was added: when every process has it, keys rotate puts it to use`,
    };
  if (old.length === 0) return { name, says: `${current.kid} is used` };
  return {
    name,
    says: `${current.kid} is used, ${old.map(({ kid }) => kid).join(', ')} is old: keys rotate removes it after a day`,
  };
}

function dateOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

const done = (says: string): Step => ({ done: true, says });
