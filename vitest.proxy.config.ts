import { defineConfig } from 'vitest/config';

/** A server behind a real proxy, by `npm run test:proxy`. */
export default defineConfig({
  test: {
    include: ['test/proxy/**/*.proxy.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
