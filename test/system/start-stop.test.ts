import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { serverEnvironment } from '../../bin/stack/environment.ts';
import { prepareFiles, type StackFiles } from '../../bin/stack/files.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { freePort } from '../harness/free-port.ts';

const ROOT = join(import.meta.dirname, '../..');
const WAIT_MS = 120_000;
const dataDir = temporaryDataDir('start-stop');
let database: TestDatabase;
let files: StackFiles;
let relay: { server: Server; sockets: Set<Socket> } | undefined;
let started: Started | undefined;

type Started = {
  process: ChildProcess;
  /** What it wrote. */
  said(): string;
  ended: Promise<number | null>;
  ask(path: string): Promise<{ status: number; body: Record<string, unknown>; retryAfter: string | null }>;
};

beforeAll(async () => {
  database = await testDatabase('carrier');
  files = await prepareFiles(
    dataDir,
    () => 'http://127.0.0.1:9',
    () => 'smpp://127.0.0.1:9',
    'http://127.0.0.1:9',
  );
});
afterEach(async () => {
  started?.process.kill('SIGKILL');
  await started?.ended;
  closeRelay();
});
afterAll(async () => {
  await database.drop();
  removeDataDir(dataDir);
});

/** Starts a server whose database is reached at this port. */
async function start(databasePort: number, changed: Record<string, string> = {}): Promise<Started> {
  const port = await freePort();
  const at = (url: string) => Object.assign(new URL(url), { port: String(databasePort) }).href;
  const urls = { databaseUrl: at(database.url), ownerDatabaseUrl: at(database.ownerUrl) };
  const env = {
    ...serverEnvironment('carrier', { portBase: 1, dataDir, root: ROOT }, files, urls),
    PORT: String(port),
    NODE_NO_WARNINGS: '1',
    ...changed,
  };
  const child = spawn(process.execPath, [join(ROOT, 'servers/carrier/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  started = {
    process: child,
    said: () => said,
    ended: once(child, 'exit').then(([code]) => code),
    async ask(path) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close' } });
      const body = (await answer.json()) as Record<string, unknown>;
      return { status: answer.status, body, retryAfter: answer.headers.get('retry-after') };
    },
  };
  return started;
}

/** Lets the database be reached at a port. */
async function openRelay(port: number): Promise<void> {
  const target = new URL(database.url);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const other = connect(Number(target.port), target.hostname);
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => other.destroy());
    other.on('error', () => {}).on('close', () => socket.destroy());
    socket.pipe(other).pipe(socket);
  });
  relay = { server, sockets };
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function closeRelay(): void {
  relay?.server.close();
  for (const socket of relay?.sockets ?? []) socket.destroy();
  relay = undefined;
}

const state = (server: Started, status: number, reason?: string) =>
  vi.waitFor(
    async () => {
      const { status: now, body } = await server.ask('/readyz');
      expect([now, body.reason], server.said()).toEqual([status, reason]);
    },
    { timeout: WAIT_MS, interval: 200 },
  );

test('a server waits for its database, says so, and drains before it ends', async () => {
  const databasePort = await freePort();
  const server = await start(databasePort, { DRAIN_SECONDS: '600' });
  await state(server, 503, 'database_unreachable');
  expect(await server.ask('/livez')).toMatchObject({ status: 200 });
  expect(await server.ask('/v1/anything')).toMatchObject({
    status: 503,
    retryAfter: '5',
    body: { code: 'service_unavailable' },
  });
  const waiting = JSON.parse(/^.*waiting for the database.*$/m.exec(server.said())?.[0] ?? '');
  expect(waiting).toMatchObject({ level: 40, reason: 'database_unreachable' });
  expect(waiting.msg).toContain(`127.0.0.1:${databasePort} can't be reached (ECONNREFUSED)`);

  await openRelay(databasePort);
  await state(server, 200);

  server.process.kill('SIGTERM');
  await state(server, 503, 'draining');
  expect(await server.ask('/v1/anything')).toMatchObject({ status: 404 });
  // A second signal within the same second is taken for the first: Ctrl-C often arrives twice.
  await new Promise((later) => setTimeout(later, 1_100));
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('while it waits it ends at once', async () => {
  const server = await start(await freePort());
  await state(server, 503, 'database_unreachable');
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('it does not wait for what will not pass', async () => {
  const databasePort = await freePort();
  const wrong = Object.assign(new URL(database.url), { port: String(databasePort), password: 'hunter2' });
  const server = await start(databasePort, { DATABASE_URL: wrong.href });
  await state(server, 503, 'database_unreachable');
  await openRelay(databasePort);
  expect(await server.ended).toBe(2);
  const last = server.said().trimEnd().split('\n').at(-1);
  expect(last).toBe(
    `DATABASE_URL (database_password_wrong): 127.0.0.1:${databasePort} refuses the password of role seonmul_carrier.`,
  );
  expect(server.said()).not.toContain('hunter2');
});

test('a database that goes away later makes it not ready, and it comes back by itself', async () => {
  const databasePort = await freePort();
  await openRelay(databasePort);
  const server = await start(databasePort, { DATABASE_WAIT_MS: '1000' });
  await state(server, 200);
  closeRelay();
  await state(server, 503, 'database_unreachable');
  await openRelay(databasePort);
  await state(server, 200);
});
