import type { App } from './app.ts';

/**
 * `/livez`: the process runs, and restarting it would help nobody. `/readyz`: send requests here, or why not, as a code
 * (docs/production/start-stop.md).
 */
export function addHealth(app: App, whyNotReady: () => Promise<string | undefined>): void {
  app.get('/livez', { schema: { hide: true } }, async () => ({ status: 'live' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const reason = await whyNotReady();
    return reason === undefined ? { status: 'ready' } : reply.code(503).send({ status: 'not_ready', reason });
  });
}
