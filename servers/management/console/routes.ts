import { staffBusinessRoutes } from '../../../kit/business/staff-routes.ts';
import type { App } from '../../../kit/http/app.ts';
import { restoreRoutes } from '../../../kit/restore/restore-routes.ts';
import type { StaffRules } from '../../../kit/staff/context.ts';
import { staffRoutes as mountStaffRoutes } from '../../../kit/staff/routes.ts';
import type { ManagementContext } from '../context.ts';
import { STAFF_ROLES } from '../http/guards.ts';
import { staffMemberRoutes } from '../members/staff-routes.ts';
import { staffShopRoutes } from '../shops/staff-routes.ts';
import { staffWordingRoutes } from '../wordings/staff-routes.ts';
import { staffActRoutes } from './act-routes.ts';
import { staffAttentionRoutes } from './attention-routes.ts';
import { staffDisputeRoutes } from './dispute-routes.ts';
import { staffEvidenceRoutes } from './evidence-routes.ts';
import { staffExportRoutes } from './export-routes.ts';
import { staffLetterRoutes } from './letters/routes.ts';
import { staffLimitRoutes } from './limit-routes.ts';
import { staffMessageRoutes } from './message-routes.ts';
import { staffNoticeRoutes, streamBreakRoutes } from './notice-routes.ts';
import { staffNumbersRoutes } from './numbers-routes.ts';
import { staffOrderRoutes } from './order-routes.ts';
import { staffPayoutRoutes } from './payout-routes.ts';
import { staffProviderRoutes } from './provider-routes.ts';
import { staffTrendRoutes } from './trend-routes.ts';

export const STAFF_RULES: StaffRules = {
  prefix: '/v1/staff',
  roles: STAFF_ROLES,
  adminRole: 'operator',
  secondFactorRoles: ['operator'],
  scopes: ['orders', 'numbers', 'payouts', 'pay_out', 'shops'],
};

/** The routes of the operator's staff. The audit trail records everything they do and look at. */
export function staffRoutes(app: App, context: ManagementContext): Promise<void> {
  return mountStaffRoutes(app, context, STAFF_RULES, (guarded) => {
    staffOrderRoutes(guarded, context);
    staffMessageRoutes(guarded, context);
    staffWordingRoutes(guarded, context);
    staffExportRoutes(guarded, context);
    staffActRoutes(guarded, context);
    staffAttentionRoutes(guarded, context);
    staffDisputeRoutes(guarded, context);
    staffLetterRoutes(guarded, context);
    staffEvidenceRoutes(guarded, context);
    staffNoticeRoutes(guarded, context);
    streamBreakRoutes(guarded, context);
    staffNumbersRoutes(guarded, context);
    staffTrendRoutes(guarded, context);
    staffProviderRoutes(guarded, context);
    staffPayoutRoutes(guarded, context);
    staffLimitRoutes(guarded, context);
    staffShopRoutes(guarded, context);
    staffMemberRoutes(guarded, context);
    staffBusinessRoutes(guarded, context, STAFF_RULES);
    restoreRoutes(guarded, context, {
      ...{ prefix: STAFF_RULES.prefix, tag: 'staff: orders', scope: 'orders' },
      ...{ see: STAFF_ROLES, acknowledge: ['operator'] },
    });
  });
}
