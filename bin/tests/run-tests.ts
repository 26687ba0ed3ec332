import { relative } from 'node:path';
import { startVitest } from 'vitest/node';
import { againBy } from './again.ts';

export type TestRun = {
  /** Parts of paths; without any, everything runs. */
  filters: readonly string[];
  config?: string;
  /** What randomness in tests follows from; without one, each run has its own. */
  seed?: number;
  /** Only tests whose name, with those of its groups, matches this. */
  name?: string;
  /** Waits for a debugger at this port before each file. */
  inspectPort?: number;
};

/** Runs tests; prints what a machine reads as the closing line, `N passed, N failed`. Answers whether all is well. */
export async function runTests(run: TestRun): Promise<boolean> {
  const { filters, config = 'vitest.config.ts', name, inspectPort } = run;
  const seed = run.seed ?? Math.floor(Math.random() * 2 ** 31);
  // The setup of a run reads both, in this process.
  process.env.TEST_SEED = String(seed);
  process.env.TEST_FILTERS = JSON.stringify(filters);
  const vitest = await startVitest('test', [...filters], {
    watch: false,
    config,
    ...(name === undefined ? {} : { testNamePattern: name }),
    ...(inspectPort === undefined
      ? {}
      : { inspectBrk: `127.0.0.1:${inspectPort}`, fileParallelism: false, testTimeout: 0, hookTimeout: 0 }),
  });
  const modules = vitest.state.getTestModules();
  let passed = 0;
  let failed = 0;
  const notCounted: string[] = [];
  for (const module of modules) {
    // A file that breaks before its tests are known is a failure, too.
    if (module.errors().length > 0 || module.state() === 'failed') failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed') failed += 1;
      // Those that were not asked for by their name are not part of this run.
      else if (isAskedFor(test.fullName, name)) notCounted.push(test.fullName);
    }
  }
  failed += vitest.state.getUnhandledErrors().length;
  const broken = modules.filter((module) => !module.ok()).map(({ moduleId }) => relative('.', moduleId));
  await vitest.close();
  for (const file of broken) console.log(`failed: ${file}, with seed ${seed}; again: ${againBy(file, seed)}`);
  for (const test of notCounted) console.log(`not run: ${test}`);
  // A test that is skipped shows nothing, so a run with one is not green.
  console.log(`${passed} passed, ${failed + notCounted.length} failed`);
  return failed === 0 && notCounted.length === 0 && passed > 0;
}

function isAskedFor(fullName: string, name: string | undefined): boolean {
  return name === undefined || new RegExp(name).test(fullName.replaceAll(' > ', ' '));
}
