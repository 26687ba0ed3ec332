import type { Wanted } from '../../bin/debian/packages.ts';

const OTHERWISE = 'The other tests need no containers.';

/** By folder: what runs containers, what our image begins with, and what the images of others are made of. */
export const DEPLOY_PACKAGES: Readonly<Record<'tools' | 'base' | 'others', Wanted>> = {
  tools: {
    packages: [
      ...['podman', 'buildah', 'podman-compose', 'crun', 'netavark', 'aardvark-dns', 'conmon'],
      ...['nftables', 'iproute2', 'systemd', 'libstdc++6', 'bash', 'coreutils', 'mount', 'util-linux'],
    ],
    megabytes: 120,
    otherwise: OTHERWISE,
  },
  base: { packages: ['libc6', 'libstdc++6', 'libgcc-s1'], megabytes: 5, otherwise: OTHERWISE },
  others: {
    packages: ['postgresql-18', 'caddy', 'bash', 'coreutils'],
    megabytes: 100,
    otherwise: OTHERWISE,
  },
};
