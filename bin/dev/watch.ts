import { relative, resolve } from 'node:path';
import type { FSWatcher } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['contracts', 'kit', 'sandbox', 'servers', 'web'];
/** An editor saves several files within this time. */
const DEBOUNCE_MS = 100;

/** Calls `onChange` with the files (paths in the checkout) that changed together, one call at a time. */
export function watchSources(
  watcher: FSWatcher,
  onChange: (changed: readonly string[]) => Promise<void>,
): { stop(): Promise<void> } {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let handled = Promise.resolve();
  const collect = (path: string) => {
    changed.add(relative(ROOT, path));
    clearTimeout(timer);
    timer = setTimeout(() => {
      handled = handled.then(async () => {
        const files = [...changed];
        changed.clear();
        if (files.length > 0) await onChange(files);
      });
    }, DEBOUNCE_MS);
  };
  watcher.add(FOLDERS.map((folder) => resolve(ROOT, folder)));
  watcher.on('add', collect).on('change', collect).on('unlink', collect);
  return {
    async stop() {
      clearTimeout(timer);
      changed.clear();
      await handled;
    },
  };
}
