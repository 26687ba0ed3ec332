import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../stack/cannot-start.ts';
import { inRoot } from './namespaces.ts';
import { fetchArchives, sourceOrReason, type Wanted } from './packages.ts';

const run = promisify(execFile);

const FETCH_MS_MAX = 180_000;
const INSTALL_MS_MAX = 600_000;
/** What a machine has before anybody installs anything, so that it starts and packages can be installed. */
const BASE = [
  '?essential',
  'apt',
  'mount',
  'passwd',
  'procps',
  'systemd',
  'systemd-sysv',
  'dbus',
  'iproute2',
];

/**
 * A Debian with packages installed as on any machine, their scripts run, in a folder of its own; made once. Needs root, and
 * leaves this machine as it is.
 */
export async function installedRoot(
  wanted: Wanted,
  folder: string,
  say: (line: string) => void,
): Promise<string> {
  if (process.getuid?.() !== 0) throw new CannotStart(`It needs root. ${wanted.otherwise}`);
  const { packages } = wanted;
  const name = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 12);
  const root = resolve(folder, `root-${name}`);
  if (existsSync(root)) return root;
  const source = await sourceOrReason(wanted);
  const work = resolve(folder, `making-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, 'root'), { recursive: true });
  try {
    say(`Installing ${packages.join(', ')} into a Debian of its own (about ${wanted.megabytes} MB, once)...`);
    const first = join(work, 'first');
    const base = await fetchArchives(first, BASE, source, FETCH_MS_MAX);
    const rest = await fetchArchives(join(work, 'rest'), [...BASE, ...packages], source, FETCH_MS_MAX);
    await install(join(work, 'root'), base, rest);
    // Last and atomic, so that the folder is complete once it exists.
    if (!existsSync(root)) renameSync(join(work, 'root'), root);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return root;
}

async function install(root: string, base: readonly string[], all: readonly string[]): Promise<void> {
  for (const file of base)
    await run('sh', ['-c', 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2"', '-', file, root]);
  const known = new Set(base.map((file) => basename(file)));
  for (const [stage, files] of [
    ['base', base],
    ['rest', all.filter((file) => !known.has(basename(file)))],
  ] as const) {
    const archives = join(root, 'var/cache/apt', stage);
    mkdirSync(archives, { recursive: true });
    for (const file of files) copyFileSync(file, join(archives, basename(file)));
    // Unpacked in any order, so dependencies are not complete until all are. Nothing has to survive a crash.
    const command = `dpkg --force-depends --force-unsafe-io --unpack /var/cache/apt/${stage}/*.deb && dpkg --force-unsafe-io --configure -a`;
    const said = await inRoot(root, command, INSTALL_MS_MAX);
    if (said.code !== 0)
      throw new CannotStart(`The packages could not be installed: ${said.text.slice(-2_000)}`);
    rmSync(archives, { recursive: true });
  }
  writeFileSync(join(root, 'etc/hostname'), 'guide\n');
}
