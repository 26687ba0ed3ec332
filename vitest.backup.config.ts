import { defineConfig } from 'vitest/config';

/** Backups and restores of a real cluster, by `npm run test:backup`. */
export default defineConfig({
  test: {
    include: ['test/backup/**/*.backup.ts'],
    globalSetup: ['test/backup/setup.ts'],
    pool: 'forks',
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
