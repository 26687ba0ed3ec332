import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Wanted } from '../debian/packages.ts';

const FIRST_DAY = join(import.meta.dirname, '../../docs/production/first-day.md');
const INSTALL = /^apt-get install --yes (.+)$/m;

/** The machine of the guide has what its first page installs. */
export const GUIDE_MACHINE: Wanted = {
  packages: (INSTALL.exec(readFileSync(FIRST_DAY, 'utf8'))?.[1] ?? '').split(' '),
  megabytes: 120,
  otherwise: 'The other tests need no machine.',
};
