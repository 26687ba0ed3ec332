import Type from 'typebox';
import { closed, Id, Problem, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { readAuditTrail } from '../operations/audit.ts';
import { conservation } from '../operations/conservation.ts';
import { listLookups } from '../operations/look-up-member.ts';
import { addStaff, endStaff, hashNewPassword, listStaff, logIn, logOut } from '../operations/staff.ts';
import { keyedFingerprint, requireStaff, staffOf } from './guards.ts';
import { certificateOffice } from './office-certificates.ts';
import { memberOffice } from './office-members.ts';
import { placeOffice } from './office-places.ts';
import { BooksShape, Limit, StaffShape } from './shapes.ts';

const security = [{ session: [] }];

/** What the brand's staff do. Everything but logging in asks for a session and stands in the audit trail. */
export async function officeRoutes(app: App, context: ShopContext): Promise<void> {
  app.post(
    '/v1/office/sessions',
    {
      schema: {
        tags: ['office'],
        summary: 'Log in as staff',
        body: closed({
          login: Type.String({ minLength: 1, maxLength: 64 }),
          password: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: {
          201: closed({ session_token: Type.String(), expires_at: Timestamp, staff: StaffShape }),
          '4xx': Problem,
        },
      },
    },
    async (request, reply) => sendResult(request, reply, await logIn(context, request.body, request.ip), 201),
  );
  await app.register(async (office) => {
    office.addHook('preHandler', requireStaff(context));
    staffOffice(office, context);
    bookOffice(office, context);
    placeOffice(office, context);
    memberOffice(office, context);
    certificateOffice(office, context);
  });
}

function staffOffice(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const tags = ['office: staff'];

  app.delete(
    '/v1/office/sessions/current',
    {
      config: { officeRoles: ['owner', 'clerk', 'auditor'] },
      schema: {
        tags,
        summary: 'Log out',
        security,
        response: { 200: closed({ ended: Type.Boolean() }), '4xx': Problem },
      },
    },
    async (request, reply) => sendResult(request, reply, await logOut(context, staffOf(request).session_id)),
  );

  app.get(
    '/v1/office/staff',
    {
      config: { officeRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary: 'Who works here',
        security,
        response: { 200: closed({ staff: Type.Array(StaffShape) }), '4xx': Problem },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ staff: await listStaff(context) })),
  );

  app.post(
    '/v1/office/staff',
    {
      config: { officeRoles: ['owner'] },
      schema: {
        tags,
        summary: 'Add somebody to the staff',
        security,
        body: closed({
          login: Type.String({ pattern: '^[a-z0-9._-]{3,64}$' }),
          name: Type.String({ minLength: 1, maxLength: 100 }),
          role: Type.Enum(['owner', 'clerk', 'auditor']),
          password: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: { 201: StaffShape, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { password, ...staff } = request.body;
      const hashed = await hashNewPassword(staff.login, password);
      const scope = `staff:${staffOf(request).staff_id}`;
      const fingerprint = keyedFingerprint(context, request);
      const idempotency = { db, clock, request, scope, status: 201, fingerprint };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, async (tx, staff_id) =>
          hashed.ok ? addStaff(context, tx, { ...staff, staff_id, password_hash: hashed.value }) : hashed,
        ),
      );
    },
  );

  app.post(
    '/v1/office/staff/:staff_id/departure',
    {
      config: { officeRoles: ['owner'] },
      schema: {
        tags,
        summary: "End somebody's work here",
        security,
        params: closed({ staff_id: Id }),
        response: { 200: closed({ staff_id: Id, left_at: Timestamp }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const scope = `staff:${staffOf(request).staff_id}`;
      const idempotency = { db, clock, request, scope, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => endStaff(context, tx, request.params.staff_id)),
      );
    },
  );
}

function bookOffice(app: App, context: ShopContext): void {
  const tags = ['office: books'];

  app.get(
    '/v1/office/audit-trail',
    {
      config: { officeRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary: 'What staff did and looked at, newest first',
        security,
        querystring: closed({ before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            lines: Type.Array(
              closed({
                audit_id: Id,
                staff_login: Type.String(),
                action: Type.String(),
                subject: Type.Unknown(),
                trace_id: Type.String(),
                at: Timestamp,
              }),
            ),
          }),
          '4xx': Problem,
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ lines: await readAuditTrail(context, request.query) })),
  );

  app.get(
    '/v1/office/member-lookups',
    {
      config: { officeRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary:
          'The book of look-ups among the members: who asked, for which order, when, what was answered',
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
          '4xx': Problem,
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ lookups: await listLookups(context, request.query) })),
  );

  app.get(
    '/v1/office/books',
    {
      config: { officeRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary: 'Issued = outstanding + redeemed + refunded + expired, and whether all books agree',
        security,
        response: { 200: BooksShape, '4xx': Problem },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ currencies: await conservation(context.db) })),
  );
}
