import { staffBusinessRoutes } from '../../../kit/business/staff-routes.ts';
import type { App } from '../../../kit/http/app.ts';
import { restoreRoutes } from '../../../kit/restore/restore-routes.ts';
import type { StaffRules } from '../../../kit/staff/context.ts';
import { staffRoutes } from '../../../kit/staff/routes.ts';
import type { ShopContext } from '../context.ts';
import { officeAccountChangeRoutes } from './account-change-routes.ts';
import { officeAccountProposalRoutes } from './account-proposal-routes.ts';
import { officeActRoutes } from './act-routes.ts';
import { officeBookRoutes } from './book-routes.ts';
import { officeCashRoutes } from './cash-routes.ts';
import { officeCertificateRoutes } from './certificate-routes.ts';
import { officeClerkRoutes } from './clerk-routes.ts';
import { officeExportRoutes } from './export-routes.ts';
import { officeMemberRoutes } from './member-routes.ts';
import { officeReportRoutes } from './report-routes.ts';
import { officeStatementRoutes } from './statement-routes.ts';
import { officeStoreRoutes } from './store-routes.ts';
import { officeWindowRoutes } from './window-routes.ts';
import { officeWordingRoutes } from './wording-routes.ts';

export const STAFF_RULES: StaffRules = {
  prefix: '/v1/office',
  roles: ['owner', 'clerk', 'auditor'],
  adminRole: 'owner',
  secondFactorRoles: ['owner'],
  scopes: ['members', 'reports', 'books', 'exports'],
};

/** What the brand's staff do. */
export function officeRoutes(app: App, context: ShopContext): Promise<void> {
  return staffRoutes(app, context, STAFF_RULES, (office) => {
    officeReportRoutes(office, context);
    officeStatementRoutes(office, context);
    officeAccountChangeRoutes(office, context);
    officeAccountProposalRoutes(office, context);
    officeBookRoutes(office, context);
    restoreRoutes(office, context, {
      ...{ prefix: '/v1/office', tag: 'office: books', scope: 'books' },
      ...{ see: ['owner', 'auditor'], acknowledge: ['owner'] },
    });
    officeStoreRoutes(office, context);
    officeWindowRoutes(office, context);
    officeWordingRoutes(office, context);
    officeClerkRoutes(office, context);
    officeMemberRoutes(office, context);
    officeCertificateRoutes(office, context);
    officeActRoutes(office, context);
    officeCashRoutes(office, context);
    officeExportRoutes(office, context);
    staffBusinessRoutes(office, context, STAFF_RULES);
  });
}
