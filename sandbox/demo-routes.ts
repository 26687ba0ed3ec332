import Type from 'typebox';
import { closed } from '../contracts/common.ts';
import type { App } from '../kit/http/app.ts';
import { Demo, ServerRole } from './demo-data.ts';
import { DoneSoFar, doneSoFar } from './tour/done-so-far.ts';

/** A server that takes longer than this to answer is shown as down. */
const READY_MS_MAX = 1_500;

/** How to try the demo, and which servers are up. */
export function demoRoutes(app: App, demo: Demo): void {
  app.get(
    '/v1/demo',
    {
      schema: {
        tags: ['demo'],
        summary: 'Get addresses, logins, codes and test cards for trying the demo',
        response: { 200: Demo },
      },
    },
    async () => demo,
  );

  app.get(
    '/v1/tour',
    {
      schema: {
        tags: ['demo'],
        summary: 'Count how often each step of the tour was done, as far as a server knows',
        response: { 200: DoneSoFar },
      },
    },
    async () => doneSoFar(demo.servers),
  );

  app.get(
    '/v1/servers',
    {
      schema: {
        tags: ['demo'],
        summary: 'Check which servers are up',
        response: {
          200: closed({ servers: Type.Array(closed({ role: ServerRole, is_ready: Type.Boolean() })) }),
        },
      },
    },
    async () => ({
      servers: await Promise.all(
        demo.servers.map(async ({ role, url }) => ({ role, is_ready: await isReady(url) })),
      ),
    }),
  );
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(READY_MS_MAX) })).ok;
  } catch {
    return false;
  }
}
