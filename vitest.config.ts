import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{bin,contracts,kit,sandbox,servers,test}/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
});
