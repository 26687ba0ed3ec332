import { join } from 'node:path';
import { PROMETHEUS_PACKAGES } from '../../test/alerts/promtool.ts';
import { runWithPackages } from '../tests/with-packages.ts';

await runWithPackages(
  { '.': PROMETHEUS_PACKAGES },
  {
    command: 'test:alerts',
    what: 'alert rules in Prometheus',
    config: 'vitest.alerts.config.ts',
    packagesDir: join(process.env.SEONMUL_DATA ?? '.data', 'alerts', 'packages'),
  },
);
