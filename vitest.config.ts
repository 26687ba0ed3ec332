import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bin,contracts,kit,sandbox,servers,test}/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: [
      'test/harness/end-with-run.ts',
      'test/harness/one-connection.ts',
      'test/harness/fast-check.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    // Files that run in one process share its modules: loading them again for each would be half of a run's time.
    isolate: false,
    // Only bounds a test that hangs: a busy machine may take any time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    restoreMocks: true,
  },
});
