import { defineConfig } from 'vitest/config';

/** The image and the compose file in containers, by `npm run test:deploy`: each test goes on where the one before ended. */
export default defineConfig({
  test: {
    include: ['test/deploy/**/*.deploy.ts'],
    setupFiles: ['test/harness/end-with-run.ts'],
    pool: 'forks',
    reporters: ['verbose'],
    maxWorkers: 1,
    fileParallelism: false,
    bail: 1,
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
});
