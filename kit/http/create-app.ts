import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import {
  type FastifyBaseLogger,
  type FastifyHttpOptions,
  fastify,
  LogController,
  type RawServerDefault,
} from 'fastify';
import type { App, AppSettings } from './app.ts';
import { keepRawBody } from './body.ts';
import { readCertificate } from './certificate.ts';
import { documentApi } from './docs.ts';
import { prepareToDrain } from './draining.ts';
import { renderErrors, renderFrameworkError } from './errors.ts';
import { addHealth } from './health.ts';
import { dropRestOfBodies } from './lingering.ts';
import { measureRequests } from './metrics.ts';
import { serveOps } from './ops-routes.ts';
import { watchCertificate } from './tls.ts';
import { traceRequests } from './tracing.ts';
import { validateStrictly } from './validation.ts';

const BODY_BYTES_MAX = 64 * 1024;
const YEAR_S = 31_536_000;

/** What every server has before its own routes: bounded parsing, cookies, problem documents, docs, health, metrics, traces. */
export async function createApp(settings: AppSettings): Promise<App> {
  const { network } = settings;
  const app: App = fastify({
    loggerInstance: settings.log as FastifyBaseLogger,
    // A line has the trace id of its request, so no logger is made for each.
    childLoggerFactory: (log: FastifyBaseLogger) => log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    // What arrives on an open connection while the server closes is served, and the connection closed after it.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => renderFrameworkError(error, request, reply),
    routerOptions: { maxParamLength: 256, ignoreTrailingSlash: false },
    // Without proxies, X-Forwarded-* is anybody's text.
    trustProxy: network.trustedProxies.length > 0 && [...network.trustedProxies],
    ...(network.tls === undefined ? {} : { https: readCertificate(network.tls) }),
  } as FastifyHttpOptions<RawServerDefault>).withTypeProvider<TypeBoxTypeProvider>();
  await app.register(cookie);
  validateStrictly(app);
  keepRawBody(app);
  dropRestOfBodies(app);
  traceRequests(app, settings.log);
  renderErrors(app);
  prepareToDrain(app);
  measureRequests(app);
  if (settings.publicUrl.startsWith('https:')) staySecure(app);
  await documentApi(app, settings);
  await serveOps(app, settings);
  if (network.tls !== undefined) watchCertificate(app, network.tls);
  addHealth(app, async () => app.draining.reason ?? (await settings.whyNotReady()));
  return app;
}

/** Tells browsers to come back over https only (RFC 6797). */
function staySecure(app: App): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('strict-transport-security', `max-age=${YEAR_S}`);
  });
}
