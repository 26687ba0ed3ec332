import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import { staffRoutes } from '../../../kit/staff/routes.ts';
import { conservation } from '../books/conservation.ts';
import type { ShopContext } from '../context.ts';
import { BooksShape } from '../http/shapes.ts';
import { listLookups } from '../members/look-up-member.ts';
import { memberOffice } from '../members/office-routes.ts';
import { certificateOffice } from './certificate-routes.ts';
import { exportOffice } from './export-routes.ts';
import { figureOffice } from './figure-routes.ts';
import { placeOffice } from './place-routes.ts';

const security = [{ session: [] }];

/** What the brand's staff do. */
export function officeRoutes(app: App, context: ShopContext): Promise<void> {
  const rules = { prefix: '/v1/office', roles: ['owner', 'clerk', 'auditor'], adminRole: 'owner' };
  return staffRoutes(app, context, rules, (office) => {
    figureOffice(office, context);
    bookOffice(office, context);
    placeOffice(office, context);
    memberOffice(office, context);
    certificateOffice(office, context);
    exportOffice(office, context);
  });
}

function bookOffice(app: App, context: ShopContext): void {
  const tags = ['office: books'];

  app.get(
    '/v1/office/member-lookups',
    {
      config: { staffRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary: 'List member look-ups: who asked, for which order, when, and the answer',
        security,
        querystring: closed({ before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            lookups: Type.Array(
              closed({
                lookup_id: Id,
                party: Type.String(),
                order_id: Id,
                phone: Type.String(),
                found: Type.Boolean(),
                at: Timestamp,
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ lookups: await listLookups(context, request.query) })),
  );

  app.get(
    '/v1/office/books',
    {
      config: { staffRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary: 'Get issued = outstanding + redeemed + refunded + expired, and whether the books balance',
        security,
        response: { 200: BooksShape },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ currencies: await conservation(context.db) })),
  );
}
