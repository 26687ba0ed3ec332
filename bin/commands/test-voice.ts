import { join } from 'node:path';
import { LINE_PACKAGES } from '../phone-line/line.ts';
import { runWithPackages } from '../tests/with-packages.ts';

await runWithPackages(
  { '.': LINE_PACKAGES },
  {
    command: 'test:voice',
    what: 'the phone line',
    config: 'vitest.voice.config.ts',
    packagesDir: join(process.env.SEONMUL_DATA ?? '.data', 'phone-line', 'packages'),
  },
);
