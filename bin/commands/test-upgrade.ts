import { join } from 'node:path';
import { previousRelease } from '../../test/rolling/previous.ts';
import { runWherePossible } from '../tests/with-packages.ts';

const folder = join(process.env.SEONMUL_DATA ?? '.data', 'upgrade');

await runWherePossible(
  async () => {
    await previousRelease(folder, console.error);
    process.env.SEONMUL_PREVIOUS = folder;
  },
  {
    command: 'test:upgrade',
    what: 'the upgrade from the previous release',
    config: 'vitest.upgrade.config.ts',
  },
);
