import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import type { ShopContext } from '../context.ts';
import { certificatesAsCsv, redemptionsAsCsv } from './exports.ts';
import { certificateFilters, checkPhoneSearch, redemptionFilters, withoutSearch } from './filters.ts';

const security = [{ session: [] }];
const Csv = { content: { 'text/csv': { schema: Type.String() } } };

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
}

function sendCsv(reply: FastifyReply, name: string, lines: AsyncIterable<string>): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(lines));
}
