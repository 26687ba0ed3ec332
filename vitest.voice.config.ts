import { defineConfig } from 'vitest/config';

/** Calls over a real telephone line, by `npm run test:voice`: one file after another, each with a system of its own. */
export default defineConfig({
  test: {
    include: ['test/voice/**/*.voice.ts'],
    setupFiles: ['test/harness/end-with-run.ts'],
    pool: 'forks',
    // Reported as they finish, because calls take long.
    reporters: ['verbose'],
    maxWorkers: 1,
    fileParallelism: false,
    maxConcurrency: 20,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
