import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Clock } from '../../kit/clock.ts';
import type { Db } from '../../kit/db/transaction.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { createLogger } from '../../kit/log.ts';
import { peerSigning } from '../../kit/signing/fastify.ts';
import type { Party, SigningKey } from '../../kit/signing/index.ts';
import { freePort } from '../harness/free-port.ts';
import { keptConnections } from '../harness/kept-connections.ts';
import { aParty, type TestParty } from './parties.ts';

/** What the peer does with the next request of a kind, instead of answering it well. */
export type Mishap =
  /** The connection breaks before anything was done. */
  | { kind: 'not_reached' }
  /** It was done, and the answer never arrives. */
  | { kind: 'answer_lost' }
  | { kind: 'refuses'; status: number; code: string; extra?: Record<string, unknown> };

export type Received = { method: string; path: string; key: string; body: unknown };

/** What a request does at the peer: `status` and body of its answer. */
export type PeerAnswer = { status: number; body: unknown };
export type Behaviour = (request: Received) => PeerAnswer | Promise<PeerAnswer>;

export type SignedPeer = {
  party: Party;
  key: SigningKey;
  /** Everything that was asked, in order, retries too. */
  received: Received[];
  /** Every request whose path ends so goes wrong, one mishap a request. */
  goesWrong(pathEnd: string, ...mishaps: Mishap[]): void;
  /** How many different things were asked at paths that end so: a retry with the same key is one. */
  asked(pathEnd: string): number;
  close(): Promise<void>;
};

/**
 * Another server as it is seen over HTTP: it checks and makes signatures as real ones do, answers the same key with the
 * same answer, and lets answers get lost when a test says so. What it does is the test's.
 */
export async function aSignedPeer(
  { party, role }: { party: string; role: string },
  { caller, db, clock }: { caller: TestParty; db: Db; clock: Clock },
  behaviour: Behaviour,
): Promise<SignedPeer> {
  const own = aParty(party, `${party}-test`);
  const answered = new Map<string, PeerAnswer>();
  const received: Received[] = [];
  const waiting: { pathEnd: string; mishap: Mishap }[] = [];
  const wasUsed = keptConnections();
  // Signatures cover the address, so the port is chosen before it listens.
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const app = await createApp({
    role,
    title: party,
    description: 'Stands for another server in tests.',
    publicUrl,
    log: createLogger(role, 'fatal'),
    network: LOCAL_NETWORK,
    whyNotReady: async () => undefined,
  });
  await app.register(async (peers) => {
    peerSigning(peers, { signingKey: own.key, parties: [caller.entry], db, clock, publicUrl });
    peers.route({
      method: ['GET', 'POST', 'PUT'],
      url: '/*',
      config: { callers: [caller.entry.role] },
      handler: async (request, reply) => {
        const path = request.url;
        const asked: Received = {
          method: request.method,
          path,
          key: String(request.headers['idempotency-key'] ?? ''),
          body: request.body,
        };
        received.push(asked);
        const at = waiting.findIndex(({ pathEnd }) => path.endsWith(pathEnd));
        const mishap = waiting[at]?.mishap;
        const isAskedAgain =
          wasUsed(request.raw.socket) && mishap !== undefined && BREAKS_OFF.has(mishap.kind);
        if (at !== -1 && !isAskedAgain) waiting.splice(at, 1);
        if (mishap?.kind === 'not_reached') return breakOff(reply);
        if (mishap?.kind === 'refuses') {
          const { status, code, extra = {} } = mishap;
          return reply
            .code(status)
            .type('application/problem+json')
            .send(JSON.stringify({ code, ...extra }));
        }
        const isKeyed = asked.method === 'POST';
        const known = isKeyed ? answered.get(asked.key) : undefined;
        const answer = known ?? (await behaviour(asked));
        if (isKeyed) answered.set(asked.key, answer);
        if (mishap?.kind === 'answer_lost') return breakOff(reply);
        return reply
          .code(answer.status)
          .type(answer.status < 400 ? 'application/json' : 'application/problem+json')
          .send(JSON.stringify(answer.body));
      },
    });
  });
  await app.listen({ host: '127.0.0.1', port });
  return {
    party: { ...own.entry, role, base_url: publicUrl },
    key: own.key,
    received,
    goesWrong: (pathEnd, ...mishaps) => {
      for (const mishap of mishaps) waiting.push({ pathEnd, mishap });
    },
    asked: (pathEnd) =>
      new Set(
        received.filter(({ path }) => path.endsWith(pathEnd)).map(({ key, body }) => key || digest(body)),
      ).size,
    close: () => app.close(),
  };
}

const BREAKS_OFF = new Set<Mishap['kind']>(['not_reached', 'answer_lost']);

function breakOff(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function digest(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(body) ?? '')
    .digest('hex');
}
