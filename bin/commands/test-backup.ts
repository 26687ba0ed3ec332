import { join, resolve } from 'node:path';
import { BACKUP_PACKAGES } from '../../test/backup/debian-postgres.ts';
import { isOpenToAll, isRoot, placeElsewhere } from '../stack/postgres-files.ts';
import { runWithPackages } from '../tests/with-packages.ts';

const dataDir = resolve(process.env.SEONMUL_DATA ?? '.data', 'backup');

await runWithPackages(
  { '.': BACKUP_PACKAGES },
  {
    command: 'test:backup',
    what: 'backups and restores',
    config: 'vitest.backup.config.ts',
    // PostgreSQL, which root can't run, must be able to read them.
    packagesDir: join(isRoot && !isOpenToAll(dataDir) ? placeElsewhere(dataDir) : dataDir, 'packages'),
  },
);
