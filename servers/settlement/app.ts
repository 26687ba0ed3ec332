import { sql } from '../../kit/db/sql.ts';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { staffRoutes } from './console/routes.ts';
import type { SettlementContext } from './context.ts';
import { payerPageRoutes } from './payment-methods/payer-page-routes.ts';
import { payerRoutes } from './payment-methods/payer-routes.ts';
import { peerRoutes } from './payments/peer-routes.ts';

export async function createSettlementApp(context: SettlementContext): Promise<App> {
  const app = await createApp({
    role: 'settlement',
    title: 'Seonmul: settlement server (300)',
    description: 'Payment methods, payments, payouts and statements.',
    publicUrl: context.publicUrl,
    log: context.log,
    checkReady: () => sql`select 1`.execute(context.db),
  });
  payerRoutes(app, context);
  await app.register(async (pages) => payerPageRoutes(pages, context));
  await staffRoutes(app, context);
  await app.register(async (peers) => peerRoutes(peers, context));
  return app;
}
