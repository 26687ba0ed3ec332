import { join } from 'node:path';
import { Machine } from '../../test/deploy/machine.ts';
import { DEPLOY_PACKAGES } from '../../test/deploy/packages.ts';
import { removeDataDir, temporaryDataDir } from '../stack/temporary.ts';
import { runWithPackages } from '../tests/with-packages.ts';

const packagesDir = join(process.env.SEONMUL_DATA ?? '.data', 'deploy', 'packages');

await runWithPackages(DEPLOY_PACKAGES, {
  command: 'test:deploy',
  what: 'the image and the compose file in containers',
  config: 'vitest.deploy.config.ts',
  packagesDir,
  tryOut: tryContainers,
});

/** Not every root may make namespaces, mounts and control groups: one in a container may not. */
async function tryContainers(): Promise<void> {
  const work = temporaryDataDir('deploy');
  try {
    const machine = await Machine.start({ tools: join(packagesDir, 'tools', 'root'), work });
    await machine.stop();
  } finally {
    removeDataDir(work);
  }
}
