import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../stack/cannot-start.ts';
import { type DebianSource, debianSource } from './apt-sources.ts';

const run = promisify(execFile);

/** A folder with unpacked packages, and how to run a program in it. */
export type Unpacked = {
  root: string;
  /** Their multiarch name, such as `x86_64-linux-gnu`. */
  triplet: string;
  /** Program and arguments that run `program` (a path within the folder) with the folder's own loader and libraries. */
  command(program: string, ...args: string[]): [program: string, ...args: string[]];
};

/** Asterisk left Debian's releases after 11, so all come from the branch where it still is. */
const SUITE = 'sid';
const FETCH_MS_MAX = 10 * 60_000;

/** What is needed of Debian's, about how much that is, and what to say where it can't be had. */
export type Wanted = { packages: readonly string[]; megabytes: number; otherwise: string };

/**
 * Fetches packages with their dependencies and unpacks them into `folder`, once. Nothing is installed, and no privileges
 * are needed. `versions.txt` there lists the versions.
 */
export async function unpackedPackages(
  wanted: Wanted,
  folder: string,
  say: (line: string) => void,
  fetch_ms_max = FETCH_MS_MAX,
): Promise<Unpacked> {
  // Absolute, because apt takes a relative path as one within its own state.
  const dir = resolve(folder);
  const root = join(dir, 'root');
  if (!existsSync(root)) {
    const { packages, megabytes } = wanted;
    const source = await sourceOrReason(wanted);
    say(`Fetching ${packages.join(', ')} from Debian ${SUITE} (about ${megabytes} MB, once)...`);
    const work = join(dir, `fetching-${process.pid}`);
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    try {
      await fetchAndUnpack(work, packages, source, fetch_ms_max);
      renameSync(join(work, 'versions.txt'), join(dir, 'versions.txt'));
      // Last and atomic, so that the folder is complete once it exists. Of two programs that fetch at once, one wins.
      if (!existsSync(root)) renameSync(join(work, 'root'), root);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    say(`Unpacked: ${mainVersions(wanted, dir).join(', ')}.`);
  }
  return openRoot(root);
}

export function mainVersions({ packages }: Wanted, dir: string): string[] {
  return readFileSync(join(dir, 'versions.txt'), 'utf8')
    .split('\n')
    .filter((line) => packages.includes(line.split(' ')[0] ?? ''));
}

/** Where Debian’s packages come from here; throws a `CannotStart` that says why there are none. */
export async function sourceOrReason({ otherwise }: Wanted): Promise<DebianSource> {
  if (process.platform !== 'linux') {
    throw new CannotStart(
      `Debian's packages can be fetched on Debian only; this is ${process.platform}. ${otherwise}`,
    );
  }
  for (const program of ['apt-get', 'dpkg']) {
    const found = await run(program, ['--version']).then(
      () => true,
      () => false,
    );
    if (!found) {
      throw new CannotStart(
        `Debian's packages can be fetched on Debian only: ${program} is not here. ${otherwise}`,
      );
    }
  }
  const source = debianSource();
  if (source === undefined) {
    throw new CannotStart(
      `This machine's apt sources name no Debian archive, or its keyring (debian-archive-keyring) is missing. ${otherwise}`,
    );
  }
  return source;
}

async function fetchAndUnpack(
  work: string,
  packages: readonly string[],
  source: DebianSource,
  fetch_ms_max: number,
): Promise<void> {
  mkdirSync(join(work, 'root'), { recursive: true });
  const versions: string[] = [];
  for (const file of await fetchArchives(work, packages, source, fetch_ms_max)) {
    await run('dpkg', ['-x', file, join(work, 'root')]);
    const { stdout } = await run('dpkg-deb', ['-f', file, 'Package', 'Version']);
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(stdout)?.[1] ?? '?';
    versions.push(`${field('Package')} ${field('Version')}\n`);
  }
  writeFileSync(join(work, 'versions.txt'), versions.sort().join(''));
}

/** Fetches packages with all that they depend on, as if nothing were installed here. Returns the files. */
export async function fetchArchives(
  work: string,
  packages: readonly string[],
  { mirror, keyring }: DebianSource,
  fetch_ms_max: number,
): Promise<string[]> {
  for (const folder of ['lists/partial', 'archives/partial', 'preferences.d'])
    mkdirSync(join(work, folder), { recursive: true });
  writeFileSync(join(work, 'status'), '');
  writeFileSync(join(work, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${SUITE} main\n`);
  writeFileSync(join(work, 'apt.conf'), aptConfiguration(work));
  const apt = (...args: string[]) =>
    run('apt-get', ['-c', join(work, 'apt.conf'), '-q', '-y', ...args], {
      timeout: fetch_ms_max,
      maxBuffer: 2 ** 26,
      env: { ...process.env, LC_ALL: 'C' },
    }).catch((error: Error & { stderr?: string }) => {
      const reason = (error.stderr ?? error.message).trim().split('\n').slice(-2).join(' ');
      throw new CannotStart(`Debian's packages could not be fetched from ${mirror}: ${reason}`);
    });
  await apt('update');
  await apt('--download-only', 'install', ...packages);
  return readdirSync(join(work, 'archives'))
    .filter((name) => name.endsWith('.deb'))
    .map((name) => join(work, 'archives', name));
}

/** An empty apt state, so that it resolves as if nothing were installed and touches nothing that is. */
function aptConfiguration(work: string): string {
  const settings = {
    'Dir::State': work,
    'Dir::State::lists': join(work, 'lists'),
    'Dir::State::status': join(work, 'status'),
    'Dir::Cache': work,
    'Dir::Cache::archives': join(work, 'archives'),
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': join(work, 'preferences.d'),
    // A mirror's Release file for this suite may have expired; signatures are checked all the same.
    'Acquire::Check-Valid-Until': 'false',
    'Acquire::Languages': 'none',
    'APT::Install-Recommends': 'false',
    // Run by root, apt would download as its own user, who has no access to our folder. No effect for ordinary users.
    'APT::Sandbox::User': 'root',
    'Debug::NoLocking': 'true',
  };
  // The machine's own apt hooks must not run on our state.
  const hooks = ['APT::Update::Pre-Invoke', 'APT::Update::Post-Invoke', 'APT::Update::Post-Invoke-Success'];
  return [
    ...hooks.map((name) => `#clear ${name};`),
    ...Object.entries(settings).map(([name, value]) => `${name} "${value}";`),
    '',
  ].join('\n');
}

function openRoot(root: string): Unpacked {
  const libraries = join(root, 'usr/lib');
  const triplet = readdirSync(libraries).find((name) => name.endsWith('-linux-gnu'));
  const loader = ['usr/lib64', 'usr/lib']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .find((file) => /\/ld-linux[^/]*\.so\.\d$/.test(file));
  if (triplet === undefined || loader === undefined)
    throw new CannotStart(`${root} is incomplete; remove the folder, and the packages are fetched again.`);
  // Asterisk and (through PulseAudio) espeak-ng keep libraries in folders of their own, which they name by absolute path.
  const path = ['', 'asterisk', 'pulseaudio'].map((folder) => join(libraries, triplet, folder)).join(':');
  return {
    root,
    triplet,
    command: (program, ...args) => [loader, '--library-path', path, join(root, program), ...args],
  };
}
