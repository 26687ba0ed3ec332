import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { showCounts } from '../metrics/count.ts';
import type { Metric } from '../metrics/definition.ts';
import type { App } from './app.ts';

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Registry;
  }
}

export const REQUEST_DURATION: Metric = {
  name: 'http_request_duration_seconds',
  kind: 'histogram',
  help: 'Time from request to response, by route and status.',
  labels: ['method', 'route', 'status'],
  of: 'process',
};

/** Several who look within this time see the same. */
const LOOKED_AT_MS = 2_000;

/** Measures requests. Servers add their own metrics to `app.metrics`. */
export function measureRequests(app: App): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  showCounts(registry);
  const { name, help, labels } = REQUEST_DURATION;
  const durations = new Histogram({
    ...{ name, help, labelNames: [...labels] },
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  app.decorate('metrics', registry);
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}

/** Prometheus metrics at `/metrics`. However many look at once, they are read once. */
export function metricsRoute(app: App, registry: Registry): void {
  let seen: { text: Promise<string>; at: number } | undefined;
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const now = performance.now();
    if (seen === undefined || now - seen.at > LOOKED_AT_MS) seen = { text: registry.metrics(), at: now };
    return reply.header('content-type', registry.contentType).send(await seen.text);
  });
}
