import { join } from 'node:path';
import { PROXY_PACKAGES } from '../../test/proxy/program.ts';
import { runWithPackages } from '../tests/with-packages.ts';

await runWithPackages(
  { '.': PROXY_PACKAGES },
  {
    command: 'test:proxy',
    what: 'a server behind nginx, HAProxy and Caddy',
    config: 'vitest.proxy.config.ts',
    packagesDir: join(process.env.SEONMUL_DATA ?? '.data', 'proxy', 'packages-of-three'),
  },
);
