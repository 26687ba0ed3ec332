import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { freePortBase } from '../../bin/stack/free-ports.ts';
import { eventually } from '../../bin/walkthrough/doors.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'seonmul-launcher-'));
const PORTS = [100, 110, 120, 130, 200, 300, 400, 500];
let npm: ChildProcess | undefined;

afterEach(() => {
  if (npm?.exitCode === null && npm.signalCode === null) process.kill(-(npm.pid ?? 0), 'SIGTERM');
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function npmStart(portBase: number): Promise<ChildProcess> {
  const started = spawn('npm', ['start'], {
    env: { ...process.env, SEONMUL_PORT_BASE: String(portBase), SEONMUL_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  npm = started;
  let said = '';
  started.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  await eventually(
    'the system to be ready',
    async () => said.includes('\nSeonmul is ready') || undefined,
    300_000,
  );
  return started;
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

test.each(['npm, asked to end', 'npm, by Ctrl-C', 'the launcher, killed'] as const)(
  'nothing is left running when what goes is %s',
  async (what) => {
    const portBase = await freePortBase();
    const started = await npmStart(portBase);
    expect(await listening(portBase)).toEqual(PORTS);

    if (what === 'npm, asked to end') started.kill('SIGTERM');
    if (what === 'npm, by Ctrl-C') process.kill(-(started.pid ?? 0), 'SIGINT');
    if (what === 'the launcher, killed')
      process.kill(Number(readFileSync(join(dataDir, 'running.pid'), 'utf8')), 'SIGKILL');

    await eventually(
      'everything to end',
      async () => (await listening(portBase)).length === 0 || undefined,
      30_000,
    );
    const postgres = existsSync(join(dataDir, 'postgres-is-in'))
      ? readFileSync(join(dataDir, 'postgres-is-in'), 'utf8').trim()
      : join(dataDir, 'postgres');
    await eventually(
      'PostgreSQL to end',
      async () => !existsSync(join(postgres, 'cluster', 'postmaster.pid')) || undefined,
      10_000,
    );
  },
  400_000,
);
