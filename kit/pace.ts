/** Limits the rate of messages to what a provider accepts. */
export type Pace = {
  /** Runs `work` once the window and the rate allow it. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** The provider throttled: pause, then send more slowly. */
  slowDown(): void;
  /** The provider accepted a message: send a little faster. */
  speedUp(): void;
  isPaused(): boolean;
  /** Resolves when nothing is in flight. */
  idle(): Promise<void>;
};

const GAP_MS_FIRST = 50;
const GAP_MS_MAX = 2_000;
const PAUSE_MS_MIN = 200;
const PAUSE_MS_MAX = 5_000;
/** A smaller gap is dropped. */
const GAP_MS_MIN = 5;

/**
 * Bounds the messages in flight, and reacts to throttling as TCP does to congestion: the gap between two messages doubles
 * when the provider throttles, and shrinks by a tenth with each message that it accepts.
 */
export function pace(window: number): Pace {
  const waiting: (() => void)[] = [];
  const idlers: (() => void)[] = [];
  let inFlight = 0;
  let gapMs = 0;
  let pauseMs = PAUSE_MS_MIN;
  let nextAt = 0;
  let pausedUntil = 0;

  async function waitForTurn(): Promise<void> {
    while (inFlight >= window) await new Promise<void>((resolve) => waiting.push(resolve));
    inFlight += 1;
    for (;;) {
      const now = Date.now();
      const at = Math.max(pausedUntil, nextAt);
      if (at <= now) {
        nextAt = now + gapMs;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, at - now));
    }
  }

  return {
    async run(work) {
      await waitForTurn();
      try {
        return await work();
      } finally {
        inFlight -= 1;
        waiting.shift()?.();
        if (inFlight === 0) for (const resolve of idlers.splice(0)) resolve();
      }
    },
    slowDown() {
      // Messages in flight are throttled together, which counts once.
      if (Date.now() < pausedUntil) return;
      gapMs = Math.min(Math.max(gapMs * 2, GAP_MS_FIRST), GAP_MS_MAX);
      pausedUntil = Date.now() + pauseMs;
      pauseMs = Math.min(pauseMs * 2, PAUSE_MS_MAX);
    },
    speedUp() {
      pauseMs = PAUSE_MS_MIN;
      gapMs = gapMs * 0.9 < GAP_MS_MIN ? 0 : gapMs * 0.9;
    },
    isPaused: () => Date.now() < pausedUntil,
    idle: () => (inFlight === 0 ? Promise.resolve() : new Promise<void>((resolve) => idlers.push(resolve))),
  };
}
