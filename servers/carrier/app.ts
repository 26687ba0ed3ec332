import { sql } from 'kysely';
import { type App, createApp } from '../../kit/http/app.ts';
import type { CarrierContext } from './context.ts';
import { camaraRoutes } from './routes/camara.ts';
import { oauthRoutes } from './routes/oauth.ts';
import { staffRoutes } from './routes/staff.ts';

export async function createCarrierApp(context: CarrierContext): Promise<App> {
  const app = await createApp({
    role: 'carrier',
    title: 'Seonmul: carrier server (400)',
    description:
      'Who subscribes to a number, by CAMARA KYC Fill-in, KYC Match, Number Recycling and SIM Swap.',
    publicUrl: context.publicUrl,
    log: context.log,
    checkReady: () => sql`select 1`.execute(context.db),
  });
  await staffRoutes(app, context);
  await app.register(async (oauth) => oauthRoutes(oauth, context));
  await app.register(async (camara) => camaraRoutes(camara, context));
  return app;
}
