import { DAY_MS } from '../../../kit/clock.ts';

/** How a key stands: what is used, and what the next step of its rotation is. */
export type KeyState = { name: string; says: string };

/** A step of a rotation: what was done, or why not, and what to do then. */
export type Step = { done: boolean; says: string };

export type RotationOptions = {
  now: Date;
  /** Lets an old key go although something is left under it: it leaked, say. */
  dropOld: boolean;
};

export const RESTART = 'Restart every process of the server, one after the other';

/** What nobody counts under an old key (codes, links, tokens, sealed values) has expired a day after it. */
export function mayGoAt(since: Date | undefined): Date | undefined {
  return since === undefined ? undefined : new Date(since.getTime() + DAY_MS);
}

export function isDue(since: Date | undefined, now: Date): boolean {
  const at = mayGoAt(since);
  // A key from before this was written down has been old for long.
  return at === undefined || at <= now;
}
