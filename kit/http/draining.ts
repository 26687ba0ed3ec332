import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { sendProblem } from './errors.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    draining: Draining;
  }
}

/** How an app stops taking requests without failing one. */
export type Draining = {
  /** Why it is not ready any more, if it isn't. */
  readonly reason: 'draining' | undefined;
  /** `/readyz` says so, and every connection is closed after the response that it waits for. Requests are still served. */
  begin(): void;
  /** Refuses what begins from now on, with what to do about it. */
  refuse(): void;
  /** Answers everybody who still waits: what became of their request is not known here. Returns how many there were. */
  answerRest(): number;
};

/** Another process takes the request that comes next. */
const RETRY_AFTER = { retry_after_s: 1 };
const IDLE_CHECK_MS = 50;

/** Adds `app.draining`: before a server's own hooks, so that a refused request causes nothing. */
export function prepareToDrain(app: App): void {
  const waiting = new Map<FastifyReply, FastifyRequest>();
  let isDraining = false;
  let isRefusing = false;
  app.addHook('onRequest', (request, reply, done) => {
    if (isRefusing) return done(new ProblemError('service_unavailable', RETRY_AFTER));
    waiting.set(reply, request);
    reply.raw.once('close', () => waiting.delete(reply));
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isDraining) reply.header('connection', 'close');
    done(null, payload);
  });
  // While it closes, connections go idle one by one, and Node closes only those that are when it begins.
  app.addHook('preClose', async () => {
    isDraining = true;
    const timer = setInterval(() => app.server.closeIdleConnections(), IDLE_CHECK_MS);
    app.server.once('close', () => clearInterval(timer));
  });
  app.decorate('draining', {
    get reason() {
      return isDraining ? 'draining' : undefined;
    },
    begin() {
      isDraining = true;
    },
    refuse() {
      isDraining = true;
      isRefusing = true;
    },
    answerRest() {
      const rest = [...waiting].filter(([reply]) => !reply.sent);
      for (const [reply, request] of rest) sendProblem(request, reply, 'service_unavailable', RETRY_AFTER);
      return rest.length;
    },
  } satisfies Draining);
}
