import type { Context } from '@opentelemetry/api';
import { trace } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { type Logger, type RequestLine, requestLog } from '../log.ts';
import { type OpenSpan, openSpan, traceContext } from '../trace.ts';
import type { App } from './app.ts';
import { clientAddress } from './client-address.ts';
import { POLICY_BESIDE_PAGES } from './page-headers.ts';
import type { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    traceContext: Context;
    span: OpenSpan | undefined;
    rawBody?: Buffer;
    bodyProblem?: ProblemError;
  }
}

/** Not logged in, not permitted, too often: from where, so that whoever tries doors can be seen. */
const TURNED_AWAY = new Set([401, 403, 429]);

/** Starts a trace for every request, and logs one line about it. */
export function traceRequests(app: App, log: Logger): void {
  const logRequest = requestLog(log);
  app.decorateRequest('rawBody');
  app.decorateRequest('traceContext');
  app.decorateRequest('span');
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, route } = lineOf(request);
    const attributes = { 'http.request.method': method, 'http.route': route };
    request.span = openSpan(request.headers.traceparent, {
      name: `${method} ${route}`,
      kind: 'server',
      attributes,
    });
    request.traceContext = request.span.context;
    traceContext.with(request.traceContext, done);
  });
  // Reading the body leaves the asynchronous context that onRequest entered, so enter it again.
  app.addHook('preValidation', (request, _reply, done) => traceContext.with(request.traceContext, done));
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', POLICY_BESIDE_PAGES);
    reply.header('trace-id', trace.getSpanContext(request.traceContext)?.traceId ?? '');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  // The client hung up first, so there is no response.
  app.addHook('onRequestAbort', async (request) => {
    traceContext.with(request.traceContext, () => logRequest(lineOf(request), 'request aborted'));
    request.span?.end({ 'error.type': 'aborted' });
  });
  app.addHook('onResponse', (request, reply, done) => {
    const line: RequestLine = {
      ...lineOf(request),
      status: reply.statusCode,
      duration_ms: Math.round(reply.elapsedTime),
      ...(TURNED_AWAY.has(reply.statusCode) ? { address: clientAddress(request) } : {}),
    };
    traceContext.with(request.traceContext, () => logRequest(line, 'request'));
    request.span?.end({ 'http.response.status_code': reply.statusCode }, reply.statusCode >= 500);
    done();
  });
}

function lineOf({ method, routeOptions }: FastifyRequest): RequestLine {
  return { method, route: routeOptions.url ?? 'unknown' };
}
