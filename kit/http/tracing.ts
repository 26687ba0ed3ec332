import type { Context } from '@opentelemetry/api';
import { trace } from '@opentelemetry/api';
import { incomingContext, traceContext } from '../trace.ts';
import type { App } from './app.ts';
import { clientAddress } from './client-address.ts';
import { POLICY_BESIDE_PAGES } from './page-headers.ts';
import type { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    traceContext: Context;
    rawBody?: Buffer;
    bodyProblem?: ProblemError;
  }
}

/** Not logged in, not permitted, too often: from where, so that whoever tries doors can be seen. */
const TURNED_AWAY = new Set([401, 403, 429]);

/** Starts a trace for every request, and logs one line with the route's pattern, since URLs may contain tokens and numbers. */
export function traceRequests(app: App): void {
  app.decorateRequest('rawBody');
  app.decorateRequest('traceContext');
  app.addHook('onRequest', (request, _reply, done) => {
    const name = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    request.traceContext = incomingContext(request.headers.traceparent, name);
    traceContext.with(request.traceContext, done);
  });
  // Reading the body leaves the asynchronous context that onRequest entered, so enter it again.
  app.addHook('preValidation', (request, _reply, done) => traceContext.with(request.traceContext, done));
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', POLICY_BESIDE_PAGES);
    reply.header('trace-id', trace.getSpanContext(request.traceContext)?.traceId ?? '');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  // The client hung up first, so there is no response.
  app.addHook('onRequestAbort', async (request) => {
    const { method, traceContext: context } = request;
    traceContext.with(context, () =>
      request.log.info({ method, route: request.routeOptions.url ?? 'unknown' }, 'request aborted'),
    );
    trace.getSpan(context)?.end();
  });
  app.addHook('onResponse', async (request, reply) => {
    traceContext.with(request.traceContext, () =>
      request.log.info(
        {
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          status: reply.statusCode,
          duration_ms: Math.round(reply.elapsedTime),
          ...(TURNED_AWAY.has(reply.statusCode) ? { address: clientAddress(request) } : {}),
        },
        'request',
      ),
    );
    trace.getSpan(request.traceContext)?.end();
  });
}
