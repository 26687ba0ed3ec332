import { Imports } from '../../bin/sources/imports.ts';

export type Needs = { database: boolean; browser: boolean };

/** What these test files (paths in the checkout) need before they run, judged by what they import. */
export function needsOf(files: readonly string[]): Needs {
  const imports = new Imports();
  const modules = new Set(files.flatMap((file) => [...imports.of(file)]));
  return {
    database: modules.has('test/harness/database.ts'),
    browser: modules.has('test/harness/chromium.ts'),
  };
}
