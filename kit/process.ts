/**
 * Ends this process when its launcher is gone, for whatever reason: the IPC channel closes with it. A process started by
 * hand has no channel and is left alone.
 */
export function exitWithParent(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

const SHUTDOWN_MS_MAX = 10_000;

/** Runs `finish` once on SIGTERM, SIGINT or SIGHUP and exits with 0; with 1 if it fails or takes over ten seconds. */
export function onShutdown(finish: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), SHUTDOWN_MS_MAX).unref();
      finish().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
