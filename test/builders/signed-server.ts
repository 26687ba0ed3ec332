import { createServer, type RequestListener, type Server } from 'node:http';
import Type from 'typebox';
import { openDatabase } from '../../kit/db/pool.ts';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { createLogger } from '../../kit/log.ts';
import { answerUnknownPaths, peerOf, peerSigning } from '../../kit/signing/fastify.ts';
import { partyCardRoute } from '../../kit/signing/party-card-route.ts';
import { testDatabase } from '../harness/database.ts';
import { freePort } from '../harness/free-port.ts';
import { aParty, NOW, type TestParty } from './parties.ts';

export const management = aParty('management', 'm1');
export const carrier = aParty('carrier', 'c1');

/** A shop with a few signed routes, which management may call and the carrier, though known, may not. */
export type SignedServer = { app: App; shop: TestParty; publicUrl: string; close(): Promise<void> };

export async function openSignedServer(): Promise<SignedServer> {
  const database = await testDatabase('settlement');
  const opened = openDatabase(database.url, { applicationName: 'signed-server' });
  // The port is chosen first, because signatures cover the URL.
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const shop = aParty('shop', 's1', { base_url: publicUrl });
  const app = await createApp({
    role: 'shop',
    title: 'test',
    description: 'test',
    publicUrl,
    log: createLogger('shop', 'fatal'),
    network: LOCAL_NETWORK,
    whyNotReady: async () => undefined,
  });
  await app.register(async (peer: App) => {
    const parties = [management.entry, carrier.entry];
    peerSigning(peer, { signingKey: shop.key, parties, db: opened.db, clock: () => NOW, publicUrl });
    answerUnknownPaths(peer);
    addRoutes(peer);
  });
  partyCardRoute(app, { signingKey: shop.key, publicUrl, clock: () => NOW }, 'shop');
  await app.listen({ host: '127.0.0.1', port });
  return {
    app,
    shop,
    publicUrl,
    async close() {
      await app.close();
      await opened.close();
      await database.drop();
    },
  };
}

function addRoutes(peer: App): void {
  const config = { callers: ['management'] };
  peer.post('/v1/peer/things', { config }, async () => ({}));
  const body = Type.Object({ amount_minor: Type.Integer() });
  peer.post('/things', { config, schema: { body } }, async (request) => ({ party: peerOf(request).party }));
  peer.get('/things', { config }, async (request) => ({ party: peerOf(request).party }));
  peer.get('/no-callers', async () => ({}));
  peer.get('/broken', { config }, async () => {
    throw new Error('a bug');
  });
  peer.get('/empty', { config }, async (_request, reply) => reply.code(204).send());
}

/** A plain HTTP server on a free port. */
export function listen(listener: RequestListener): Promise<Server> {
  const server = createServer(listener);
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
