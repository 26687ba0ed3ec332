import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, expect, test } from 'vitest';
import { freePortBase } from '../../bin/stack/free-ports.ts';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { eventually } from '../../bin/walkthrough/doors.ts';
import { freePort } from '../harness/free-port.ts';
import { playTour } from './tour.ts';

const dataDir = temporaryDataDir('launcher');
const PORTS = [100, 110, 120, 130, 200, 300, 400, 500];
let npm: ChildProcess | undefined;

afterEach(() => {
  if (npm?.exitCode === null && npm.signalCode === null) process.kill(-(npm.pid ?? 0), 'SIGTERM');
});
afterAll(() => removeDataDir(dataDir));

async function npmRun(portBase: number, ...args: string[]) {
  const started = spawn('npm', ['run', ...args], {
    env: { ...process.env, SEONMUL_PORT_BASE: String(portBase), SEONMUL_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  npm = started;
  let said = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  await eventually(
    'the system to be ready',
    async () => {
      if (started.exitCode !== null) throw new Error(`It exited: ${said}`);
      return said.includes('\nSeonmul is ready') || undefined;
    },
    300_000,
  );
  return { started, said: () => said };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.on('error', () => answer(false));
  });
}

const listening = async (portBase: number) => {
  const answers = await Promise.all(PORTS.map((port) => isListening(portBase + port)));
  return PORTS.filter((_, i) => answers[i]);
};

test("the README's tour by command works after npm start, of which nothing is left when npm exits", async () => {
  const portBase = await freePortBase();
  const { started } = await npmRun(portBase, 'start');
  expect(await listening(portBase)).toEqual(PORTS);

  const shown = await playTour(portBase);
  expect(shown).toMatch(/^홍\*동$/m);
  expect(shown).toMatch(/^offered$/m);
  expect(shown).toContain('생일 축하해요');
  expect(shown.match(/balance_minor: \d+/g)).toEqual(['balance_minor: 50000']);
  const kinds = [...shown.matchAll(/^\d{4}-\S+Z (\w+)$/gm)].map(([, kind]) => kind);
  expect(kinds).toEqual([
    'ordered',
    'payment_authorised',
    'name_read_back',
    'recipient_confirmed',
    'payment_captured',
    'registered',
    'accepting',
    'accepted',
  ]);

  started.kill('SIGTERM');
  await nothingIsLeft(portBase);
}, 400_000);

test.each(['Ctrl-C', 'the launcher is killed'] as const)(
  'nothing is left running after %s',
  async (what) => {
    const portBase = await freePortBase();
    const { started } = await npmRun(portBase, 'start');
    expect(await listening(portBase)).toEqual(PORTS);

    if (what === 'Ctrl-C') process.kill(-(started.pid ?? 0), 'SIGINT');
    if (what === 'the launcher is killed')
      process.kill(Number(readFileSync(join(dataDir, 'running.pid'), 'utf8')), 'SIGKILL');

    await nothingIsLeft(portBase);
  },
  400_000,
);

async function nothingIsLeft(portBase: number): Promise<void> {
  await eventually(
    'everything to stop',
    async () => (await listening(portBase)).length === 0 || undefined,
    30_000,
  );
  const postgres = existsSync(join(dataDir, 'postgres-is-in'))
    ? readFileSync(join(dataDir, 'postgres-is-in'), 'utf8').trim()
    : join(dataDir, 'postgres');
  await eventually(
    'PostgreSQL to stop',
    async () => !existsSync(join(postgres, 'cluster', 'postmaster.pid')) || undefined,
    10_000,
  );
}

test('npm run dev serves pages from their sources, restarts what has changed, and lets a debugger attach', async () => {
  const portBase = await freePortBase();
  const inspectPort = await freePort();
  const { started, said } = await npmRun(portBase, 'dev', '--', '--inspect', `shop:${inspectPort}`);
  for (const [part, path, source] of [
    [200, '/', 'buyer'],
    [200, '/console', 'operator'],
    [300, '/console', 'settlement'],
    [500, '/terminal', 'terminal'],
    [500, '/office', 'office'],
    [100, '/phones', 'phones'],
  ] as const) {
    const page = await fetch(`http://127.0.0.1:${portBase + part}${path}`).then((answer) => answer.text());
    const [, script = ''] = /src="([^"]+main[.]tsx[^"]*)"/.exec(page) ?? [];
    expect(script).toMatch(`/${source}/main.tsx`);
    const served = await fetch(`http://127.0.0.1:${portBase + part}${script}`);
    expect(served.headers.get('content-type')).toContain('javascript');
  }

  const debugged = await fetch(`http://127.0.0.1:${inspectPort}/json/list`).then((answer) => answer.json());
  expect(debugged).toMatchObject([{ url: expect.stringMatching('servers/shop/main.ts$') }]);

  const now = new Date();
  utimesSync('servers/carrier/app.ts', now, now);
  await eventually(
    'carrier to restart',
    async () => said().includes('carrier is ready again') || undefined,
    300_000,
  );
  expect(said().match(/\w+ is ready again/g)).toEqual(['carrier is ready again']);

  process.kill(-(started.pid ?? 0), 'SIGINT');
  await nothingIsLeft(portBase);
}, 400_000);

test('npm run dev says in one line that a port is in use, and nothing else', async () => {
  const portBase = await freePortBase();
  const taken = createServer().listen(portBase + 500, '127.0.0.1');
  await once(taken, 'listening');
  const dev = spawn(process.execPath, ['bin/seonmul.mjs', 'dev'], {
    env: { ...process.env, SEONMUL_PORT_BASE: String(portBase), SEONMUL_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [code]] = await Promise.all([
    text(dev.stdout),
    text(dev.stderr),
    once(dev, 'exit'),
  ]);
  taken.close();
  expect(complained).toBe(`Port ${portBase + 500} is in use; set SEONMUL_PORT_BASE to another base.\n`);
  expect([said, code]).toEqual(['', 1]);
}, 400_000);
