import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import type { Logger } from '../log.ts';
import type { App } from './app.ts';
import { readCertificate } from './certificate.ts';
import { renderErrors } from './errors.ts';
import { addHealth } from './health.ts';
import { dropRestOfBodies } from './lingering.ts';
import type { Network } from './network.ts';
import { ProblemError } from './problem.ts';
import { traceRequests } from './tracing.ts';

const RETRY_AFTER_S = 5;

/** What answers in place of a server that can't start yet: it is alive, not ready, and says why. Everything else gets a 503. */
export function waitingRoom(network: Network, log: Logger, whyNotReady: () => string): App {
  const room: App = fastify({
    loggerInstance: log as FastifyBaseLogger,
    childLoggerFactory: (own: FastifyBaseLogger) => own,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    ...(network.tls === undefined ? {} : { https: readCertificate(network.tls) }),
  });
  traceRequests(room, log);
  renderErrors(room);
  dropRestOfBodies(room);
  addHealth(room, async () => whyNotReady());
  room.addHook('onRequest', async (request, reply) => {
    reply.header('connection', 'close');
    if (request.is404) throw new ProblemError('service_unavailable', { retry_after_s: RETRY_AFTER_S });
  });
  return room;
}
