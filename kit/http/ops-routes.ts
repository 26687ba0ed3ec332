import { timingSafeEqual } from 'node:crypto';
import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import type { Logger } from '../log.ts';
import { tokenDigest } from '../tokens.ts';
import type { App, AppSettings } from './app.ts';
import { documentationRoutes } from './docs.ts';
import { renderErrors } from './errors.ts';
import { metricsRoute } from './metrics.ts';
import { ProblemError } from './problem.ts';
import { bearerToken } from './session-token.ts';
import { traceRequests } from './tracing.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What the server's operators see, where it has a port of its own. */
    ops: App | undefined;
  }
}

/** Metrics and the description of the API: beside the API's routes, on a port of their own, or nowhere. */
export async function serveOps(app: App, { network, log }: AppSettings): Promise<void> {
  const { where, token } = network.ops;
  const routes = async (scope: App) => {
    if (token !== undefined) requireToken(scope, token);
    metricsRoute(scope, app.metrics);
    documentationRoutes(scope, () => app.swagger());
  };
  if (where === 'with_the_api') await app.register(routes);
  app.decorate('ops', where === 'own_port' ? await ownPort(app, routes, log) : undefined);
}

async function ownPort(app: App, routes: (scope: App) => Promise<void>, log: Logger): Promise<App> {
  const own: App = fastify({
    loggerInstance: app.log,
    childLoggerFactory: (ownLog: FastifyBaseLogger) => ownLog,
    logController: new LogController({ disableRequestLogging: true }),
  });
  traceRequests(own, log);
  renderErrors(own);
  await own.register(routes);
  app.addHook('onClose', () => own.close());
  return own;
}

function requireToken(scope: App, token: string): void {
  const expected = tokenDigest(token);
  scope.addHook('onRequest', async (request) => {
    if (!timingSafeEqual(tokenDigest(bearerToken(request)), expected))
      throw new ProblemError('unauthenticated');
  });
}
