import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import { ProvidersShape } from '../../../kit/staff/provider-health.ts';
import type { SettlementContext } from '../context.ts';
import { readProviders } from './read-providers.ts';

/** How acquirers and banks are doing. For a scope of staff. */
export function providerRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  app.get(
    '/v1/staff/providers',
    {
      // Polled by the page, and without personal data.
      config: { staffRoles, serviceScope: 'payments', audited: null },
      schema: {
        tags: ['staff: payments'],
        summary: 'Get how acquirers and banks are doing',
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
