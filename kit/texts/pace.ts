/** How fast a provider is spoken to, and no faster than it takes. */
export type Pace = {
  /** Waits for a place among those that are under way, and until it is this one's turn. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  /** The provider said that it was too much: nothing goes for a while, and then more slowly. */
  slowDown(): void;
  /** It took one: the next may come a little sooner. */
  taken(): void;
  isHeld(): boolean;
  /** When nothing is under way. */
  idle(): Promise<void>;
};

const GAP_MS_FIRST = 50;
const GAP_MS_MAX = 2_000;
const HOLD_MS_MIN = 200;
const HOLD_MS_MAX = 5_000;
/** Below that it is as good as none. */
const GAP_MS_MIN = 5;

/**
 * Bounds what is sent and not yet answered, and answers throttling as TCP answers congestion: the gap between two
 * messages doubles when the provider complains, and shrinks by a tenth with each that it takes.
 */
export function pace(window: number): Pace {
  const waiting: (() => void)[] = [];
  const idlers: (() => void)[] = [];
  let underWay = 0;
  let gapMs = 0;
  let holdMs = HOLD_MS_MIN;
  let nextAt = 0;
  let heldUntil = 0;

  async function myTurn(): Promise<void> {
    while (underWay >= window) await new Promise<void>((resolve) => waiting.push(resolve));
    underWay += 1;
    for (;;) {
      const now = Date.now();
      const at = Math.max(heldUntil, nextAt);
      if (at <= now) {
        nextAt = now + gapMs;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, at - now));
    }
  }

  return {
    async turn(work) {
      await myTurn();
      try {
        return await work();
      } finally {
        underWay -= 1;
        waiting.shift()?.();
        if (underWay === 0) for (const resolve of idlers.splice(0)) resolve();
      }
    },
    slowDown() {
      // Those that were sent together are refused together, which is one complaint.
      if (Date.now() < heldUntil) return;
      gapMs = Math.min(Math.max(gapMs * 2, GAP_MS_FIRST), GAP_MS_MAX);
      heldUntil = Date.now() + holdMs;
      holdMs = Math.min(holdMs * 2, HOLD_MS_MAX);
    },
    taken() {
      holdMs = HOLD_MS_MIN;
      gapMs = gapMs * 0.9 < GAP_MS_MIN ? 0 : gapMs * 0.9;
    },
    isHeld: () => Date.now() < heldUntil,
    idle: () => (underWay === 0 ? Promise.resolve() : new Promise<void>((resolve) => idlers.push(resolve))),
  };
}
