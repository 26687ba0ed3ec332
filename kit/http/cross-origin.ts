import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';

const PREFLIGHT_S = 600;

/**
 * Lets pages of these origins read this server's answers (CORS, Fetch Standard), without credentials: such a page uses a
 * bearer token, and cookies of this server's own pages are ignored in its requests.
 */
export function permitOrigins(app: App, origins: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;
    reply.headers({ 'access-control-allow-origin': origin, vary: 'origin' });
    if (isPreflight(request)) return answerPreflight(reply);
  });
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function answerPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .headers({
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key',
      'access-control-max-age': String(PREFLIGHT_S),
    })
    .send();
}
