import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import { ProvidersShape } from '../../../kit/staff/provider-health.ts';
import type { ManagementContext } from '../context.ts';
import { STAFF_ROLES } from '../http/guards.ts';
import { readProviders } from './read-providers.ts';

/** How those whom management needs are doing. */
export function staffProviderRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/providers',
    {
      // Polled by the page, and without personal data.
      config: { staffRoles: STAFF_ROLES, serviceScope: 'numbers', audited: null },
      schema: {
        tags: ['staff'],
        summary: 'Get how other servers, mobile operators and providers of messages are doing',
        security: [{ session: [] }],
        response: { 200: ProvidersShape },
      },
    },
    async (request, reply) => {
      const providers = await readProviders(context);
      return sendResult(request, reply, done({ at: context.clock().toISOString(), providers }));
    },
  );
}
