import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';

const PATH = 'ENV PATH=/usr/local/bin:/usr/lib/postgresql/18/bin:/usr/bin:/usr/sbin';
const USERS = 'root:x:0:0::/:/usr/sbin/nologin\nseonmul:x:10001:10001::/:/usr/sbin/nologin\n';

/** No registry is asked: all images are made of Debian's packages, at `/packages`, with what their scripts would add. */
export async function makeImages(machine: Machine, at: At): Promise<void> {
  const base = join(at.work, 'base');
  linkFolders(base, ['lib', 'lib64']);
  mkdirSync(join(base, 'tmp'));
  chmodSync(join(base, 'tmp'), 0o1777);
  await buildFrom(machine, { ...at, name: 'base', packages: 'base' });

  const others = join(at.work, 'others');
  linkFolders(others, ['bin', 'sbin', 'lib', 'lib64']);
  for (const [folder, mode] of [
    ['tmp', 0o1777],
    ['var/lib/postgresql', 0o1777],
    ['var/run/postgresql', 0o3777],
    ['usr/local/bin', 0o755],
    ['usr/bin', 0o755],
  ] as const) {
    mkdirSync(join(others, folder), { recursive: true });
    chmodSync(join(others, folder), mode);
  }
  // initdb runs programs by a shell.
  symlinkSync('bash', join(others, 'usr/bin/sh'));
  const entry = join(others, 'usr/local/bin/docker-entrypoint.sh');
  copyFileSync(join(import.meta.dirname, 'postgres-entrypoint.sh'), entry);
  chmodSync(entry, 0o755);
  await buildFrom(machine, { ...at, name: 'others', packages: 'others' });
  await build(machine, at, 'postgres', [
    'FROM localhost/others',
    'ENV PGDATA=/var/lib/postgresql/18/docker',
    'VOLUME /var/lib/postgresql',
    'STOPSIGNAL SIGINT',
    'ENTRYPOINT ["docker-entrypoint.sh"]',
  ]);
}

function linkFolders(root: string, names: readonly string[]): void {
  mkdirSync(join(root, 'etc'), { recursive: true });
  for (const name of names) symlinkSync(`usr/${name}`, join(root, name));
  writeFileSync(join(root, 'etc/passwd'), USERS);
}

type At = { work: string; seenAs: string };

function buildFrom(machine: Machine, { name, packages, ...at }: At & { name: string; packages: string }) {
  const lines = ['FROM scratch', 'COPY --from=packages . /', 'COPY . /', PATH];
  return build(machine, at, name, lines, '--build-context', `packages=/packages/${packages}`);
}

async function build(
  machine: Machine,
  { work, seenAs }: At,
  name: string,
  lines: readonly string[],
  ...options: string[]
): Promise<void> {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(work, `${name}.containerfile`), `${lines.join('\n')}\n`);
  await machine.run(
    ...['buildah', 'build', '--format', 'docker', '--tag', `localhost/${name}`, ...options],
    ...['--file', join(seenAs, `${name}.containerfile`), join(seenAs, name)],
  );
}
