import { defineConfig } from 'vitest/config';

/** Alert rules, as Prometheus reads them, by `npm run test:alerts`. */
export default defineConfig({
  test: {
    include: ['test/alerts/**/*.alerts.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
