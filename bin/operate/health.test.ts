import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';

let status = 200;
const server = createServer((request, response) => {
  response.writeHead(request.url === '/readyz' ? status : 404).end();
});
const folder = mkdtempSync(join(tmpdir(), 'seonmul-health-'));
const envFile = join(folder, 'server.env');
let port: number;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  writeFileSync(envFile, `HOST=0.0.0.0\nPORT=${port}\n`);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function health(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['bin/operate.mjs', 'health', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [err, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((ended) => child.on('exit', ended)),
  ]);
  return { err, code };
}

test('a server is asked at the port in its settings, whichever way they are named', async () => {
  status = 200;
  expect(await health(['--env', envFile])).toEqual({ err: '', code: 0 });
  expect(await health([], { SEONMUL_ENV_FILE: envFile })).toEqual({ err: '', code: 0 });
  expect(await health([], { PORT: String(port) })).toEqual({ err: '', code: 0 });
});

test('one that is not ready, or not there, is not healthy', async () => {
  status = 503;
  expect(await health(['--env', envFile])).toEqual({ err: 'not ready: it answers 503\n', code: 1 });
  const nobody = await health([], { PORT: '1' });
  expect(nobody).toEqual({ err: expect.stringMatching(/^not ready: .*ECONNREFUSED/), code: 1 });
});
