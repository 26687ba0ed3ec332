import { Unexpected } from '../doors.ts';
import type { Buyer, Terminal, World } from '../people.ts';

export type Stage = { world: World; terminal: Terminal; buyer: Buyer; card: string };
/** One way in which a gift can go differently from the main job. `play` returns a line that says what happened. */
export type Variant = { name: string; play: (stage: Stage) => Promise<string> };

export function expectSame(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Unexpected(`${what}: expected ${wanted}, got ${found}`);
}
