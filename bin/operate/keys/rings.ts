import { ConfigError } from '../../../kit/config.ts';
import { addKey, makeCurrent, type RingState, removeKey, ringStates } from '../../../kit/edit-secrets.ts';
import { isDue, type KeyState, mayGoAt, RESTART, type RotationOptions, type Step } from './rotation.ts';

/** How many values are stored under a version of a ring, in words; a line for each kind of them. */
export type StoredUnder = (ring: string, versions: readonly string[]) => Promise<string[]>;

/** The next step of a ring's rotation: a new key, then its use, then the end of the old one. */
export async function rotateRing(
  file: string,
  ring: string,
  { now, dropOld, storedUnder }: RotationOptions & { storedUnder: StoredUnder },
): Promise<Step> {
  const { current, newest, old, currentSince } = stateOf(file, ring);
  if (newest !== current) {
    makeCurrent(file, ring, newest, now);
    return step(
      `${ring} ${newest} is current. ${RESTART}, then store anew what can be: npx seonmul server … --rekey. After a day run this again: it removes ${current}, if nothing is left under it.`,
    );
  }
  if (old.length === 0) {
    const added = addKey(file, ring);
    return step(`${ring} ${added} was added. ${RESTART}, then run this again: it makes ${added} current.`);
  }
  if (!dropOld) {
    if (!isDue(currentSince, now))
      return refused(
        `${old.join(', ')} may go at ${mayGoAt(currentSince)?.toISOString()}: codes and links under it work until then.`,
      );
    const left = await storedUnder(ring, old);
    if (left.length > 0)
      return refused(
        `${old.join(', ')} is still needed: ${left.join('; ')}. --drop-old removes it nevertheless.`,
      );
  }
  for (const version of old) removeKey(file, ring, version);
  return step(`${ring} ${old.join(', ')} was removed. ${RESTART}.`);
}

export function ringsStand(file: string): KeyState[] {
  return ringStates(file).map(({ name, current, newest, old, currentSince }) => {
    if (newest !== current)
      return {
        name,
        says: `${current} is current, ${newest} was added: when every process has it, keys rotate makes it current`,
      };
    if (old.length === 0) return { name, says: `${current} is current` };
    const at = mayGoAt(currentSince)?.toISOString();
    const when =
      at === undefined ? 'when nothing is left under it' : `from ${at}, when nothing is left under it`;
    return { name, says: `${current} is current, ${old.join(', ')} is old: keys rotate removes it ${when}` };
  });
}

function stateOf(file: string, ring: string): RingState {
  const states = ringStates(file);
  const state = states.find(({ name }) => name === ring);
  if (state !== undefined) return state;
  throw new ConfigError(`${file} has no ring ${ring}; it has ${states.map(({ name }) => name).join(', ')}.`);
}

const step = (says: string): Step => ({ done: true, says });
const refused = (says: string): Step => ({ done: false, says });
