import { defineConfig } from 'vitest/config';

/** From the previous release to this version under load, by `npm run test:upgrade`. */
export default defineConfig({
  test: {
    include: ['test/rolling/**/*.upgrade.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    pool: 'forks',
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
});
