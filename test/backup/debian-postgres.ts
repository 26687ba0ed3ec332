import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Unpacked, unpackedPackages, type Wanted } from '../../bin/debian/packages.ts';
import { isRoot, NOBODY } from '../../bin/stack/postgres-files.ts';

const run = promisify(execFile);

export const BACKUP_PACKAGES: Wanted = {
  packages: ['postgresql-18', 'pgbackrest'],
  megabytes: 90,
  otherwise: 'The other tests need no backups.',
};

const BIN = 'usr/lib/postgresql/18/bin';
const PROGRAMS = [
  ...['postgres', 'initdb', 'pg_ctl', 'psql', 'pg_dump', 'pg_restore'].map((name) => `${BIN}/${name}`),
  'usr/bin/pgbackrest',
];

/** Where a cluster of Debian's PostgreSQL is, and its programs. */
export type DebianCluster = {
  folder: string;
  programs: string;
  pgbackrest: string;
  dataDir: string;
  port: number;
};

/** Makes and starts a cluster in a folder of its own, owned by a user that PostgreSQL agrees to run as. */
export async function startCluster(port: number, packagesDir: string): Promise<DebianCluster> {
  const unpacked = await unpackedPackages(BACKUP_PACKAGES, packagesDir, console.error);
  const folder = mkdtempSync(join(tmpdir(), 'seonmul-backup-'));
  chmodSync(folder, 0o755);
  const home = join(folder, 'postgresql');
  for (const each of [home, join(folder, 'socket'), join(folder, 'repository')]) {
    mkdirSync(each, { mode: 0o700 });
    if (isRoot) chownSync(each, NOBODY.uid, NOBODY.gid);
  }
  const programs = wrapPrograms(unpacked, join(folder, 'programs'));
  const cluster = {
    ...{ folder, port, programs: join(programs, BIN), pgbackrest: join(programs, 'usr/bin/pgbackrest') },
    dataDir: join(home, 'main'),
  };
  const initdb = ['-D', cluster.dataDir, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'];
  await as(join(cluster.programs, 'initdb'), [...initdb, '--no-sync']);
  const settings = {
    ...{ port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: join(folder, 'socket') },
    ...{ fsync: 'off', shared_buffers: '64MB', jit: 'off', max_connections: '100' },
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  writeFileSync(join(cluster.dataDir, 'postgresql.conf'), lines.join(''));
  await pgCtl(cluster, 'start');
  return cluster;
}

export async function pgCtl(cluster: DebianCluster, verb: 'start' | 'stop' | 'restart'): Promise<void> {
  const log = join(dirname(cluster.dataDir), 'postgres.log');
  const how = verb === 'start' ? [] : ['-m', 'fast'];
  await as(join(cluster.programs, 'pg_ctl'), ['-D', cluster.dataDir, '-w', '-s', '-l', log, ...how, verb]);
}

/** Ends the cluster, whatever has become of it, and removes everything. */
export async function removeCluster(cluster: DebianCluster): Promise<void> {
  await pgCtl(cluster, 'stop').catch(() => {});
  rmSync(cluster.folder, { recursive: true, force: true });
}

async function as(program: string, args: string[]): Promise<void> {
  // What pg_ctl leaves running would keep pipes open.
  await run('sh', ['-c', 'exec "$0" "$@" >/dev/null </dev/null', program, ...args], {
    ...(isRoot ? NOBODY : {}),
    cwd: '/',
  });
}

/**
 * Scripts that run the unpacked programs with their own loader and libraries, in folders as those of the packages: each finds
 * others, and PostgreSQL's files, by where it is itself.
 */
function wrapPrograms(unpacked: Unpacked, into: string): string {
  for (const program of PROGRAMS) {
    const script = join(into, program);
    mkdirSync(dirname(script), { recursive: true, mode: 0o755 });
    const [loader, ...args] = unpacked.command(program);
    const words = [loader, '--argv0', script, ...args].map((word) => `'${word}'`).join(' ');
    writeFileSync(script, `#!/bin/sh\nexec ${words} "$@"\n`, { mode: 0o755 });
  }
  symlinkSync(join(unpacked.root, 'usr/share'), join(into, 'usr/share'));
  symlinkSync(join(unpacked.root, dirname(BIN), 'lib'), join(into, dirname(BIN), 'lib'));
  return into;
}
