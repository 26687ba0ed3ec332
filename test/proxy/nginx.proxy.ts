import { type RequestOptions, request } from 'node:https';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../kit/db/pool.ts';
import type { App } from '../../kit/http/app.ts';
import { clientAddress } from '../../kit/http/client-address.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { eventStreams } from '../../kit/http/event-stream.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { answerUnknownPaths, peerOf, peerSigning } from '../../kit/signing/fastify.ts';
import { signRequest } from '../../kit/signing/request.ts';
import { verifyResponse } from '../../kit/signing/response.ts';
import { aCertificate } from '../builders/certificate.ts';
import { aParty, NOW } from '../builders/parties.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { freePort } from '../harness/free-port.ts';
import { startNginx } from './nginx.ts';

const clock = () => NOW;
const certificate = aCertificate('shop.example');
const management = aParty('management', 'm1');
const shop = aParty('shop', 's1');

let database: TestDatabase;
let opened: Database;
let app: App;
let nginx: Awaited<ReturnType<typeof startNginx>>;
let publicUrl: string;
let serverUrl: string;

beforeAll(async () => {
  database = await testDatabase('settlement');
  opened = openDatabase(database.url, { applicationName: 'nginx.proxy' });
  const port = await freePort();
  publicUrl = `https://127.0.0.1:${port}`;
  app = await createApp({
    role: 'shop',
    title: 'test',
    description: 'test',
    publicUrl,
    log: pino({ level: 'silent' }),
    network: { ...LOCAL_NETWORK, trustedProxies: ['127.0.0.1'] },
    whyNotReady: async () => undefined,
  });
  addRoutes(app);
  const serverPort = await freePort();
  serverUrl = await app.listen({ host: '127.0.0.1', port: serverPort });
  nginx = await startNginx({ port, serverPort, certificate });
  await vi.waitFor(() => ask('/livez'), 60_000);
});
afterAll(async () => {
  await nginx?.stop();
  app?.server.closeAllConnections();
  await app?.close();
  await opened?.close();
  await database?.drop();
});

function addRoutes(to: App): void {
  to.get('/v1/me', async (asked) => ({ address: clientAddress(asked), protocol: asked.protocol }));
  const openStream = eventStreams(to, { eachMax: 10 });
  to.get('/v1/changes', async (asked, reply) => {
    openStream(reply, clientAddress(asked))?.send('changed', { n: 1 });
    return reply;
  });
  void to.register(async (peers) => {
    const parties = [management.entry];
    peerSigning(peers, { signingKey: shop.key, parties, db: opened.db, clock, publicUrl });
    answerUnknownPaths(peers);
    peers.post('/v1/peer/things/:id', { config: { callers: ['management'] } }, async (asked) => ({
      party: peerOf(asked).party,
    }));
  });
}

type Answer = { status: number; headers: Record<string, string>; text: string };

/** Asks nginx, from the address `from` of this machine. */
function ask(
  path: string,
  { from = '127.0.0.2', body = '', ...options }: RequestOptions & { from?: string; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${publicUrl}${path}`, {
      ...options,
      ca: certificate.cert,
      localAddress: from,
      agent: false,
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
      );
      resolve({ status: response.statusCode ?? 0, headers, text });
    });
    sent.end(body);
  });
}

test('clients are told apart, whatever they claim', async () => {
  for (const from of ['127.0.0.2', '127.0.0.3']) {
    const { text, headers } = await ask('/v1/me', { from });
    expect(JSON.parse(text)).toEqual({ address: from, protocol: 'https' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  }
  const claims = { 'x-forwarded-for': '198.51.100.7, 127.0.0.1', 'x-forwarded-proto': 'http' };
  const claimed = await ask('/v1/me', { from: '127.0.0.3', headers: claims });
  expect(JSON.parse(claimed.text)).toEqual({ address: '127.0.0.3', protocol: 'https' });
});

test('who gets past the proxy is not believed', async () => {
  const reply = await app.inject({
    url: '/v1/me',
    remoteAddress: '127.0.0.9',
    headers: { 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' },
  });
  expect(reply.json()).toEqual({ address: '127.0.0.9', protocol: 'http' });
  expect(serverUrl).toMatch(/^http:/);
});

test('signatures survive on the way there and back', async () => {
  const method = 'POST';
  const path = '/v1/peer/things/%E5%B0%8F%2Fa?x=1&y=%7E';
  const body = Buffer.from('{"amount_minor":1}');
  const headers = await signRequest(management.key, {
    method,
    url: `${publicUrl}${path}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'k-1' },
    body,
    clock,
  });
  const answer = await ask(path, { method, headers, body: body.toString() });
  expect(JSON.parse(answer.text)).toEqual({ party: 'management' });
  const verified = await verifyResponse({
    status: answer.status,
    headers: answer.headers,
    body: Buffer.from(answer.text),
    request: { method, url: `${publicUrl}${path}`, headers },
    expectedParty: 'shop',
    parties: [shop.entry],
    clock,
  });
  expect(verified.ok).toBe(true);
  expect((await ask(path, { method, body: 'x'.repeat(50_000) })).status).toBe(401);
});

test('events arrive while their stream is open', async () => {
  const text = await new Promise<string>((resolve, reject) => {
    const sent = request(`${publicUrl}/v1/changes`, { ca: certificate.cert, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
        if (text.includes('changed')) resolve(text);
        if (text.includes('changed')) sent.destroy();
      });
      response.on('error', () => {});
    });
    sent.on('error', reject);
    sent.end();
  });
  expect(text).toContain('event: changed\ndata: {"n":1}');
});
