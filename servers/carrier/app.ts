import { whyDatabaseNotReady } from '../../kit/db/ready.ts';
import type { App } from '../../kit/http/app.ts';
import { createApp } from '../../kit/http/create-app.ts';
import { restoreRoutes } from '../../kit/restore/restore-routes.ts';
import type { StaffRules } from '../../kit/staff/context.ts';
import { staffRoutes } from '../../kit/staff/routes.ts';
import { oauthRoutes } from './camara/oauth-routes.ts';
import { camaraRoutes } from './camara/routes.ts';
import type { CarrierContext } from './context.ts';
import { lookUpRoutes } from './look-ups/staff-routes.ts';
import { subscriberRoutes } from './subscribers/staff-routes.ts';

export const STAFF_RULES: StaffRules = {
  prefix: '/v1/staff',
  roles: ['operator', 'auditor'],
  adminRole: 'operator',
  // Whoever says which number is whose decides who gets a gift.
  secondFactorRoles: ['operator'],
  scopes: ['look_ups', 'import_subscribers'],
};

export async function createCarrierApp(context: CarrierContext): Promise<App> {
  const app = await createApp({
    role: 'carrier',
    title: 'Seonmul: carrier server (400)',
    description:
      'Who subscribes to a number, by CAMARA KYC Fill-in, KYC Match, Number Recycling and SIM Swap.',
    publicUrl: context.publicUrl,
    log: context.log,
    network: context.network,
    whyNotReady: () => whyDatabaseNotReady(context.db),
  });
  await staffRoutes(app, context, STAFF_RULES, (staff) => {
    lookUpRoutes(staff, context);
    restoreRoutes(staff, context, {
      ...{ prefix: STAFF_RULES.prefix, tag: 'staff: subscribers', scope: 'look_ups' },
      ...{ see: STAFF_RULES.roles, acknowledge: ['operator'] },
    });
    void staff.register(async (scope) => subscriberRoutes(scope, context));
  });
  await app.register(async (oauth) => oauthRoutes(oauth, context));
  await app.register(async (camara) => camaraRoutes(camara, context));
  return app;
}
