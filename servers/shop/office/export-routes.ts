import { closed } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { Csv, sendCsv } from '../../../kit/http/csv-export.ts';
import { staffOf } from '../../../kit/staff/guard.ts';
import type { ShopContext } from '../context.ts';
import { certificatesAsCsv, membersAsCsv, redemptionsAsCsv } from './exports.ts';
import {
  certificateFilters,
  checkPhoneSearch,
  memberFilters,
  redemptionFilters,
  withoutSearch,
} from './filters.ts';

const security = [{ session: [] }];

/** The office's lists as CSV files, streamed. */
export function officeExportRoutes(app: App, context: ShopContext): void {
  const tags = ['office: exports'];
  const config = { staffRoles: ['owner', 'clerk', 'auditor'], serviceScope: 'exports' };

  app.get(
    '/v1/office/exports/certificates.csv',
    {
      config: { ...config, audited: withoutSearch },
      schema: {
        tags,
        summary: 'Export certificates as CSV, with the filters of the list',
        security,
        querystring: closed(certificateFilters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => {
      checkPhoneSearch(request);
      return sendCsv(reply, 'certificates.csv', certificatesAsCsv(context, request.query));
    },
  );

  app.get(
    '/v1/office/exports/redemptions.csv',
    {
      config,
      schema: {
        tags,
        summary: 'Export redemptions as CSV, with the filters of the list',
        security,
        querystring: closed(redemptionFilters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => sendCsv(reply, 'redemptions.csv', redemptionsAsCsv(context, request.query)),
  );

  app.get(
    '/v1/office/exports/members.csv',
    {
      config: { ...config, audited: withoutSearch },
      schema: {
        tags,
        summary: 'Export members as CSV, with the filters of the list; masked for auditors',
        security,
        querystring: closed(memberFilters),
        response: { 200: Csv },
      },
    },
    async (request, reply) => {
      const isAuditor = staffOf(request).role === 'auditor';
      return sendCsv(reply, 'members.csv', membersAsCsv(context, request.query, { isAuditor }));
    },
  );
}
