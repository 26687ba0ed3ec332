import { type RequestOptions, request } from 'node:https';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
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
import { PROXY_NAMES, type Running, startProxy } from './program.ts';

const clock = () => NOW;
const certificate = aCertificate('shop.example');
const management = aParty('management', 'm1');
const shop = aParty('shop', 's1');
/** The largest body that a server takes. */
const LIST_BYTES_MAX = 4 * 1024 * 1024;

let database: TestDatabase;
let opened: Database;
/** Two processes of one server. */
let apps: [App, App];
let serverPorts: [number, number];
let port: number;
let publicUrl: string;

beforeAll(async () => {
  database = await testDatabase('settlement');
  opened = openDatabase(database.url, { applicationName: 'every-proxy' });
  port = await freePort();
  publicUrl = `https://127.0.0.1:${port}`;
  apps = [await aProcess(), await aProcess()];
  serverPorts = [await freePort(), await freePort()];
  for (const [index, app] of apps.entries())
    await app.listen({ host: '127.0.0.1', port: serverPorts[index] ?? 0 });
});
afterAll(async () => {
  for (const app of apps ?? []) {
    app.server.closeAllConnections();
    await app.close();
  }
  await opened?.close();
  await database?.drop();
});

async function aProcess(): Promise<App> {
  const app = await createApp({
    role: 'shop',
    title: 'test',
    description: 'test',
    publicUrl,
    log: pino({ level: 'silent' }),
    network: { ...LOCAL_NETWORK, trustedProxies: ['127.0.0.1'] },
    whyNotReady: async () => undefined,
  });
  addRoutes(app);
  return app;
}

function addRoutes(to: App): void {
  to.post('/v1/lists', { bodyLimit: LIST_BYTES_MAX }, async ({ body }) => ({
    length: String(Object(body).text).length,
  }));
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

/** Asks the proxy, from the address `from` of this machine. */
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
    // An answer that comes before all has been sent is read although the rest can't be sent any more, as browsers do.
    sent.on('error', (error) => sent.once('close', () => reject(error)));
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

test('who gets past the proxy is not believed', async () => {
  const reply = await apps[0].inject({
    url: '/v1/me',
    remoteAddress: '127.0.0.9',
    headers: { 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https' },
  });
  expect(reply.json()).toEqual({ address: '127.0.0.9', protocol: 'http' });
});

describe.each(PROXY_NAMES)('%s', (name) => {
  let proxy: Running;
  beforeAll(async () => {
    proxy = await startProxy(name, { port, serverPorts, certificate });
    await vi.waitFor(() => ask('/livez'), 60_000);
  });
  afterAll(() => proxy?.stop());

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

  test('a list of members goes through, and a body that is too large does not', async () => {
    const send = (length: number) =>
      ask('/v1/lists', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'x'.repeat(length) }),
      });
    const length = LIST_BYTES_MAX - 1_000;
    expect(JSON.parse((await send(length)).text)).toEqual({ length });
    const refused = await send(LIST_BYTES_MAX + 1_000);
    expect(refused.status).toBe(413);
    // One that refuses it in the middle counts that as a failure of the process behind, and leaves it out for a while.
    if (name !== 'nginx') expect(JSON.parse(refused.text)).toMatchObject({ code: 'body_too_large' });
  });

  test('no request fails while one of two processes is away, and it gets some again once it is back', async () => {
    const [, second] = apps;
    const failed = async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/v1/me')));
      return answers.filter(({ status }) => status !== 200).length;
    };
    expect(await failed()).toBe(0);
    second.server.closeAllConnections();
    await new Promise((closed) => second.server.close(closed));
    expect(await failed()).toBe(0);
    expect(await failed()).toBe(0);
    const posted = await ask('/v1/lists', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"x"}',
    });
    expect(posted.status).toBe(200);
    await new Promise<void>((listening) => second.server.listen(serverPorts[1], '127.0.0.1', listening));
    let came = 0;
    second.server.on('request', ({ url }) => {
      if (url === '/v1/me') came += 1;
    });
    await vi.waitFor(async () => {
      expect(await failed()).toBe(0);
      expect(came).toBeGreaterThan(0);
    }, 240_000);
  });
});
