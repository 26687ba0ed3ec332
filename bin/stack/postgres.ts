import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { isAlive } from './alive.ts';
import { findBinaries, isRoot, NOBODY, reachablePlace } from './postgres-files.ts';
import { adminUrl, ensureServerDatabase, type ServerDatabase } from './server-databases.ts';

export type Postgres = {
  /** Creates a server's database and its two roles unless they exist; returns their URLs. */
  ensureServerDatabase(role: string): Promise<ServerDatabase>;
  adminUrl: string;
  stop(): Promise<void>;
};

/** A quarter of the memory that there is. It is only taken as pages are read. */
const SHARED_BUFFERS_MB = Math.floor(
  Math.min(totalmem(), process.constrainedMemory() || Infinity) / 4 / 2 ** 20,
);

/**
 * Room for the pages that are in use, and fewer checkpoints, after each of which every page that changes is written to the log
 * whole (docs/performance.md).
 */
const DURABLE = [`shared_buffers=${SHARED_BUFFERS_MB}MB`, 'max_wal_size=4GB', 'checkpoint_timeout=15min'];
const FAST = [
  'shared_buffers=256MB',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  // Starting a worker takes longer than reading any table of a test.
  'max_parallel_workers_per_gather=0',
];

/**
 * Starts the embedded PostgreSQL on loopback with its data in `dataDir`, which the first start initialises. A server that
 * is still running there, because its launcher and its reaper were killed, is stopped first.
 * @param durable false for tests, which are faster when a crash of the machine may lose data.
 * @param more further settings of the server.
 */
export async function startPostgres(
  dataDir: string,
  port: number,
  { durable, more = {} }: { durable: boolean; more?: Readonly<Record<string, string>> },
): Promise<Postgres> {
  const place = reachablePlace(resolve(dataDir));
  const binaries = await findBinaries(place.binariesCopy);
  const cluster = join(place.dataDir, 'cluster');
  const password = passwordOf(place.dataDir);
  if (isRoot) chownSync(place.dataDir, NOBODY.uid, NOBODY.gid);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const passwordFile = join(place.dataDir, 'superuser-password');
    const options = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C'];
    await run(binaries.initdb, ['-D', cluster, '-U', 'postgres', ...options, '--no-sync']);
  }
  const pgCtl = (...args: string[]) => run(binaries.pg_ctl, ['-D', cluster, '-w', '-t', '60', ...args]);
  const leftRunning =
    existsSync(join(cluster, 'postmaster.pid')) &&
    (await pgCtl('status').then(
      () => true,
      () => false,
    ));
  if (leftRunning) await pgCtl('stop', '-m', 'fast');

  const options = [
    `-p ${port}`,
    '-h 127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=300',
    ...(durable ? DURABLE : FAST).map((setting) => `-c ${setting}`),
    ...Object.entries(more).map(([name, value]) => `-c ${name}=${value}`),
  ].join(' ');
  const pidFile = join(cluster, 'postmaster.pid');
  let reaper: ChildProcess;
  async function start(): Promise<void> {
    // pg_ctl detaches the server from our terminal: Ctrl-C must not end it before the servers that use it.
    await pgCtl('start', '-l', join(place.dataDir, 'postgres.log'), '-o', options);
    reaper = stopWithUs(pidFile);
  }
  await start();
  const watch = restartWhenGone(pidFile, async () => {
    reaper.kill('SIGKILL');
    await start();
  });

  return {
    adminUrl: adminUrl({ port, password }),
    ensureServerDatabase: (role) => ensureServerDatabase({ port, password }, role),
    stop: async () => {
      await watch.end();
      await pgCtl('stop', '-m', 'fast');
      reaper.kill('SIGKILL');
    },
  };
}

/** Restarts the server when it is gone, as after a SIGKILL, until `end` is called. */
function restartWhenGone(pidFile: string, start: () => Promise<void>): { end(): Promise<void> } {
  let ending = false;
  let starting: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (ending || starting !== undefined || isRunning(pidFile)) return;
    // The remains of the old server may hold the data for a moment; then the next attempt succeeds.
    starting = start()
      .catch(() => {})
      .finally(() => {
        starting = undefined;
      });
  }, 500);
  timer.unref();
  return {
    async end() {
      ending = true;
      clearInterval(timer);
      await starting;
    },
  };
}

function isRunning(pidFile: string): boolean {
  try {
    return isAlive(Number(readFileSync(pidFile, 'utf8').split('\n')[0]));
  } catch {
    return false;
  }
}

/** A process that stops the server when we exit without having stopped it, as after a SIGKILL. */
function stopWithUs(pidFile: string): ChildProcess {
  const [pid = ''] = readFileSync(pidFile, 'utf8').split('\n');
  const reaper = spawn(process.execPath, [join(import.meta.dirname, 'postgres-reaper.ts'), pidFile, pid], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  reaper.unref();
  if (reaper.stdin instanceof Socket) reaper.stdin.unref();
  return reaper;
}

function passwordOf(dir: string): string {
  const file = join(dir, 'superuser-password');
  if (!existsSync(file)) {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    if (isRoot) chownSync(file, NOBODY.uid, NOBODY.gid);
  }
  accessSync(file, constants.R_OK);
  return readFileSync(file, 'utf8').trim();
}

function run(program: string, args: string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      ...(isRoot ? NOBODY : {}),
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', failed);
    // 'exit', not 'close': the server that pg_ctl leaves behind keeps our pipes open.
    child.on('exit', (code) => {
      if (code === 0) return done();
      const tool = program.split('/').at(-1);
      failed(new Error(`${tool} exited with ${code}: ${output.trim().split('\n').slice(-4).join(' / ')}`));
    });
  });
}
