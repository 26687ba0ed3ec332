import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import type { App, AppSettings } from './app.ts';
import { keepRawBody } from './body.ts';
import { documentApi } from './docs.ts';
import { renderErrors, renderFrameworkError } from './errors.ts';
import { measureRequests } from './metrics.ts';
import { traceRequests } from './tracing.ts';
import { validateStrictly } from './validation.ts';

const BODY_BYTES_MAX = 64 * 1024;

/** What every server has before its own routes: bounded parsing, cookies, problem documents, docs, health, metrics, traces. */
export async function createApp(settings: AppSettings): Promise<App> {
  const app: App = fastify({
    loggerInstance: settings.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => renderFrameworkError(error, request, reply),
    routerOptions: { maxParamLength: 256, ignoreTrailingSlash: false },
  }).withTypeProvider<TypeBoxTypeProvider>();
  await app.register(cookie);
  validateStrictly(app);
  keepRawBody(app);
  traceRequests(app);
  renderErrors(app);
  measureRequests(app);
  await documentApi(app, settings);
  addHealth(app, settings);
  return app;
}

function addHealth(app: App, { checkReady }: AppSettings): void {
  app.get('/livez', { schema: { hide: true } }, async () => ({ status: 'live' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await checkReady();
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'not_ready' });
    }
  });
}
