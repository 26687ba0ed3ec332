import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackedPackages, type Wanted } from '../debian/packages.ts';

const CLUSTER_PACKAGES: Wanted = {
  packages: [
    ...['postgresql-18', 'patroni', 'python3-etcd', 'etcd-server', 'etcd-client', 'pgbouncer', 'haproxy'],
    // What a shell in a folder of its own needs: apt adds the essential packages to no empty system.
    ...[
      'base-files',
      'bash',
      'dash',
      'coreutils',
      'util-linux',
      'procps',
      'grep',
      'sed',
      'iproute2',
      'libc-bin',
    ],
    ...['tzdata', 'netbase'],
  ],
  megabytes: 110,
  otherwise: 'The cluster is only played on Debian.',
};

/** The user that everything runs as inside the hosts. */
export const POSTGRES_ID = 700;

const FILES: Readonly<Record<string, string>> = {
  'etc/passwd': `root:x:0:0::/root:/bin/bash\nnobody:x:65534:65534::/:/bin/false\npostgres:x:${POSTGRES_ID}:${POSTGRES_ID}::/var/lib/postgresql:/bin/bash\n`,
  'etc/group': `root:x:0:\nnogroup:x:65534:\npostgres:x:${POSTGRES_ID}:\n`,
  'etc/hosts': '127.0.0.1 localhost\n',
  'etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
};

/** A folder that hosts can run in, made of Debian's packages once; returns its path. Nothing of this machine is changed. */
export async function hostRoot(folder: string, say: (line: string) => void): Promise<string> {
  const { root } = await unpackedPackages(CLUSTER_PACKAGES, folder, say);
  const done = join(root, 'etc/seonmul-host');
  if (existsSync(done)) return root;
  // What the packages' own scripts would do, as far as it is needed here.
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(root, file), text);
  for (const name of ['proc', 'dev', 'tmp', 'run', 'sys', 'root', 'var/lib/postgresql', 'var/lib/etcd'])
    mkdirSync(join(root, name), { recursive: true });
  if (!existsSync(join(root, 'usr/bin/sh'))) symlinkSync('dash', join(root, 'usr/bin/sh'));
  if (!existsSync(join(root, 'etc/localtime')))
    copyFileSync(join(root, 'usr/share/zoneinfo/Etc/UTC'), join(root, 'etc/localtime'));
  execFileSync('chroot', [root, '/sbin/ldconfig']);
  writeFileSync(done, '');
  return root;
}
