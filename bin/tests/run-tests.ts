import { startVitest } from 'vitest/node';

/** Runs tests; prints what a machine reads as the closing line, `N passed, N failed`. Answers whether all is well. */
export async function runTests(filters: readonly string[], config = 'vitest.config.ts'): Promise<boolean> {
  const vitest = await startVitest('test', [...filters], { watch: false, config });
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
      else notCounted.push(test.fullName);
    }
  }
  failed += vitest.state.getUnhandledErrors().length;
  await vitest.close();
  for (const name of notCounted) console.log(`not run: ${name}`);
  // A test that is skipped shows nothing, so a run with one is not green.
  console.log(`${passed} passed, ${failed + notCounted.length} failed`);
  return failed === 0 && notCounted.length === 0 && passed > 0;
}
