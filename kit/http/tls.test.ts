import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type SecureContextOptions } from 'node:tls';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import { aCertificate } from '../../test/builders/certificate.ts';
import type { App } from './app.ts';
import { readCertificate } from './certificate.ts';
import { LOCAL_NETWORK } from './network.ts';

const dir = mkdtempSync(join(tmpdir(), 'seonmul-tls-'));
const files = { certFile: join(dir, 'cert.pem'), keyFile: join(dir, 'key.pem') };
let app: App;
let port: number;

beforeAll(async () => {
  const first = write(aCertificate('first'));
  app = await anApp({ network: { ...LOCAL_NETWORK, tls: files }, publicUrl: 'https://shop.example' });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  expect(first.cert).toContain('BEGIN CERTIFICATE');
});
afterAll(async () => {
  await app.close();
  rmSync(dir, { recursive: true });
});

function write<Pair extends Partial<{ cert: string; key: string }>>(pair: Pair): Pair {
  if (pair.key !== undefined) writeFileSync(files.keyFile, pair.key);
  if (pair.cert !== undefined) writeFileSync(files.certFile, pair.cert);
  return pair;
}

/** The name in the certificate that a new connection gets. */
function served(offered: SecureContextOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...offered }, () => {
      const { CN } = socket.getPeerCertificate().subject;
      socket.end();
      resolve(String(CN));
    });
    socket.on('error', reject);
  });
}

test('https is served without a proxy, and browsers are told to stay with it', async () => {
  const sent = request({ port, host: '127.0.0.1', path: '/livez', rejectUnauthorized: false }).end();
  const [status, hsts] = await new Promise<[number | undefined, unknown]>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.resume();
      resolve([response.statusCode, response.headers['strict-transport-security']]);
    });
  });
  expect([status, hsts]).toEqual([200, 'max-age=31536000']);
  const plain = await anApp();
  expect((await plain.inject({ url: '/livez' })).headers).not.toHaveProperty('strict-transport-security');
  await plain.close();
});

test('a renewed certificate is served without a restart, a half-written pair is not', async () => {
  expect(await served()).toBe('first');
  const warned = vi.spyOn(app.log, 'warn');
  const second = aCertificate('second');
  write({ cert: second.cert });
  await vi.waitFor(() => expect(warned).toHaveBeenCalled(), { timeout: 60_000, interval: 100 });
  expect(await served()).toBe('first');
  write({ key: second.key });
  await vi.waitFor(async () => expect(await served()).toBe('second'), { timeout: 60_000, interval: 100 });
}, 150_000);

test.each([
  ['of an old version', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
  ['without authenticated encryption', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }],
] as const)('a connection %s is refused', async (_what, offered) => {
  await expect(served(offered)).rejects.toThrow(/alert/);
  expect(await served({ maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' })).toBe('second');
});

test('files that are not a certificate and its key are named, not quoted', () => {
  const { key } = aCertificate('third');
  const keyFile = join(dir, 'other.pem');
  writeFileSync(keyFile, key);
  const reading = () => readCertificate({ certFile: files.certFile, keyFile });
  expect(reading).toThrow(`TLS_CERT_FILE ${files.certFile} and TLS_KEY_FILE ${keyFile} are not`);
  expect(() => readCertificate({ certFile: join(dir, 'nowhere'), keyFile })).toThrow('ENOENT');
});
