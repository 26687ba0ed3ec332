import { join } from 'node:path';
import { NGINX_PACKAGES } from '../../test/proxy/nginx.ts';
import { runWithPackages } from '../tests/with-packages.ts';

await runWithPackages(
  { '.': NGINX_PACKAGES },
  {
    command: 'test:proxy',
    what: 'a server behind nginx',
    config: 'vitest.proxy.config.ts',
    packagesDir: join(process.env.SEONMUL_DATA ?? '.data', 'proxy', 'packages'),
  },
);
