import { relative } from 'node:path';
import { startVitest } from 'vitest/node';
import { rerunCommand } from './rerun-command.ts';

export type TestRun = {
  /** Parts of paths; without any, everything runs that is not left out. */
  filters: readonly string[];
  /** Files, and folders with a slash at the end. */
  leftOut?: readonly string[];
  config?: string;
  /** Seeds all randomness in tests; by default each run has its own. */
  seed?: number;
  /** Only tests whose name, with those of its groups, matches this. */
  name?: string;
  /** Waits for a debugger at this port before each file. */
  inspectPort?: number;
};

/** Runs tests and prints `N passed, N failed` as the last line, for machines. Returns whether all passed. */
export async function runTests(run: TestRun): Promise<boolean> {
  const { filters, leftOut = [], config = 'vitest.config.ts', name, inspectPort } = run;
  const seed = run.seed ?? Math.floor(Math.random() * 2 ** 31);
  // The global setup reads both, in this process.
  process.env.TEST_SEED = String(seed);
  process.env.TEST_FILTERS = JSON.stringify(filters);
  const vitest = await startVitest('test', [...filters], {
    watch: false,
    config,
    exclude: leftOut.map((path) => (path.endsWith('/') ? `${path}**` : path)),
    ...(name === undefined ? {} : { testNamePattern: name }),
    ...(inspectPort === undefined
      ? {}
      : { inspectBrk: `127.0.0.1:${inspectPort}`, fileParallelism: false, testTimeout: 0, hookTimeout: 0 }),
  });
  const modules = vitest.state.getTestModules();
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const module of modules) {
    // A file that fails before its tests are known counts as a failure too.
    if (module.errors().length > 0 || module.state() === 'failed') failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed') failed += 1;
      // Tests left out by `--name` are not part of this run.
      else if (isSelected(test.fullName, name)) skipped.push(test.fullName);
    }
  }
  failed += vitest.state.getUnhandledErrors().length;
  const failedFiles = modules.filter((module) => !module.ok()).map(({ moduleId }) => relative('.', moduleId));
  await vitest.close();
  for (const file of failedFiles)
    console.log(`failed: ${file}, with seed ${seed}; repeat: ${rerunCommand(file, seed, name)}`);
  for (const test of skipped) console.log(`not run: ${test}`);
  // A skipped test proves nothing, so a run with one fails.
  console.log(`${passed} passed, ${failed + skipped.length} failed`);
  return failed === 0 && skipped.length === 0 && passed > 0;
}

function isSelected(fullName: string, name: string | undefined): boolean {
  return name === undefined || new RegExp(name).test(fullName.replaceAll(' > ', ' '));
}
