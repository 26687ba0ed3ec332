/**
 * Ends this process when its launcher is gone, for whatever reason: the IPC channel closes with it. A process started by
 * hand has no channel and is left alone.
 */
export function exitWithParent(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

/** What was asked of this process by signals. */
export type Ending = {
  /** Aborted by the first SIGTERM, SIGINT or SIGHUP: finish what has begun. */
  readonly asked: AbortSignal;
  /** Aborted by the second: don't wait for anybody. */
  readonly hurried: AbortSignal;
};

/** One press of Ctrl-C reaches a process from the terminal and again from npm, and that is no second request. */
const SAME_REQUEST_MS = 1_000;

/** Listens for the signals that end a process. From then on they don't, so the caller must. The third ends it at once. */
export function watchForEnd(): Ending {
  const asked = new AbortController();
  const hurried = new AbortController();
  let last = Number.NEGATIVE_INFINITY;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      const now = performance.now();
      if (now - last < SAME_REQUEST_MS) return;
      last = now;
      if (hurried.signal.aborted) process.exit(1);
      (asked.signal.aborted ? hurried : asked).abort();
    });
  return { asked: asked.signal, hurried: hurried.signal };
}

/** Resolves when the signal is aborted; at once if it is. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Waits for `ms`, or until the signal is aborted. */
export async function pauseUnless(signal: AbortSignal, ms: number): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

const SHUTDOWN_MS_MAX = 10_000;

/**
 * For programs that have little to finish: runs `finish` once on SIGTERM, SIGINT or SIGHUP and exits with 0; with 1 if it
 * fails or takes over ten seconds.
 */
export function onShutdown(finish: () => Promise<void>): void {
  void aborted(watchForEnd().asked).then(() => {
    setTimeout(() => process.exit(1), SHUTDOWN_MS_MAX).unref();
    finish().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
