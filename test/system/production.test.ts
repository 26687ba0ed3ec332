import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { serverEnvironment } from '../../bin/stack/environment.ts';
import { prepareFiles } from '../../bin/stack/files.ts';
import { aCertificate } from '../builders/certificate.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { freePort } from '../harness/free-port.ts';

const ROOT = join(import.meta.dirname, '../..');
const TOKEN = 'ops-token';
const dataDir = mkdtempSync(join(tmpdir(), 'seonmul-production-'));
const { cert, key } = aCertificate('carrier.example');
let database: TestDatabase;
let server: ChildProcess;
let port: number;
let opsPort: number;

beforeAll(async () => {
  database = await testDatabase('carrier');
  const files = await prepareFiles(
    dataDir,
    () => 'https://127.0.0.1:9',
    () => 'smpp://127.0.0.1:9',
    'http://127.0.0.1:9',
  );
  port = await freePort();
  opsPort = await freePort();
  const place = { portBase: 1, dataDir, root: ROOT };
  const urls = { databaseUrl: database.url, ownerDatabaseUrl: database.ownerUrl };
  const env = {
    ...serverEnvironment('carrier', place, files, urls),
    NODE_ENV: 'production',
    NODE_NO_WARNINGS: '1',
    PORT: String(port),
    PUBLIC_URL: `https://127.0.0.1:${port}`,
    CLOCK_FILE: '',
    DEMO_DATA_DIR: '',
    STAFF_SECOND_FACTOR: '',
    TLS_CERT_FILE: file('cert.pem', cert),
    TLS_KEY_FILE: file('key.pem', key),
    OPS_PORT: String(opsPort),
    OPS_TOKEN_FILE: file('ops-token', `${TOKEN}\n`),
  };
  server = spawn(process.execPath, [join(ROOT, 'servers/carrier/main.ts')], { env, stdio: 'ignore' });
  await vi.waitFor(() => ask('/readyz'), 120_000);
});
afterAll(async () => {
  server.kill('SIGKILL');
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(dataDir, name);
  writeFileSync(path, content);
  return path;
}

function ask(path: string): Promise<{ status: number | undefined; hsts: string | undefined }> {
  return new Promise((resolve, reject) => {
    const sent = request(`https://127.0.0.1:${port}${path}`, { ca: cert, agent: false });
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode, hsts: response.headers['strict-transport-security'] });
    });
    sent.end();
  });
}

test('a server in production serves https by itself, and what is for its operators at a port of its own', async () => {
  expect(await ask('/livez')).toEqual({ status: 200, hsts: 'max-age=31536000' });
  for (const path of ['/metrics', '/docs/', '/openapi.json']) {
    expect((await ask(path)).status, path).toBe(404);
    const own = `http://127.0.0.1:${opsPort}${path}`;
    expect((await fetch(own)).status, path).toBe(401);
    expect((await fetch(own, { headers: { authorization: `Bearer ${TOKEN}` } })).status, path).toBe(200);
  }
});

test('it stops in order', async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  expect(await ended).toBe(0);
});
