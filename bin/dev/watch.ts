import { relative, resolve } from 'node:path';
import type { FSWatcher } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['contracts', 'kit', 'sandbox', 'servers', 'web'];
/** An editor that saves several files does so within this time. */
const GATHER_MS = 100;

/** Tells `onChange` of changed files (paths in the checkout), some at a time and never twice at once. */
export function watchSources(
  watcher: FSWatcher,
  onChange: (changed: readonly string[]) => Promise<void>,
): { end(): Promise<void> } {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const gather = (path: string) => {
    changed.add(relative(ROOT, path));
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(async () => {
        const files = [...changed];
        changed.clear();
        if (files.length > 0) await onChange(files);
      });
    }, GATHER_MS);
  };
  watcher.add(FOLDERS.map((folder) => resolve(ROOT, folder)));
  watcher.on('add', gather).on('change', gather).on('unlink', gather);
  return {
    async end() {
      clearTimeout(timer);
      changed.clear();
      await working;
    },
  };
}
