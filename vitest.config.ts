import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bin,contracts,kit,sandbox,servers,test}/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/harness/one-connection.ts', 'test/harness/fast-check.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A process runs one file after another: to read all modules anew for each is half of what a run costs.
    isolate: false,
    // Only how long nobody waits in vain: a busy machine may take any time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    restoreMocks: true,
  },
});
