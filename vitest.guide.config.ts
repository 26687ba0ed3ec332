import { defineConfig } from 'vitest/config';

/** The guide's commands, one after the other on a machine of its own, by `npm run test:guide`. */
export default defineConfig({
  test: {
    include: ['test/guide/**/*.guide.ts'],
    pool: 'forks',
    reporters: ['verbose'],
    // A block needs what those before it did.
    bail: 1,
    testTimeout: 1_000_000,
    hookTimeout: 1_000_000,
  },
});
