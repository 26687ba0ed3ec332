import Type from 'typebox';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { clientAddress } from '../http/client-address.ts';
import { clearSession, issueSession } from '../http/session-token.ts';
import { closed, Id, Limit, Timestamp, UseCookie } from '../http/shapes.ts';
import { idempotentTransaction, keyedFingerprint, withIdempotencyKey } from '../idempotency.ts';
import { done } from '../result.ts';
import { readAuditTrail } from './audit.ts';
import { requireStaff, staffOf } from './guard.ts';
import {
  ADD_STAFF_REFUSALS,
  addStaff,
  END_STAFF_REFUSALS,
  endStaff,
  hashNewPassword,
  listStaff,
  logIn,
  logOut,
  readStaff,
  STAFF_LOG_IN_REFUSALS,
  type StaffContext,
  staffCookie,
} from './staff.ts';

/** A server's staff routes: their prefix, the roles, and which role adds and removes staff. */
export type StaffRules = { prefix: string; roles: readonly string[]; adminRole: string };

const security = [{ session: [] }];

/** The staff routes of a server. All but logging in need a session and are recorded in the audit trail. */
export async function staffRoutes(
  app: App,
  context: StaffContext,
  rules: StaffRules,
  own: (guarded: App) => void,
): Promise<void> {
  logInRoute(app, context, rules);
  await app.register(async (guarded) => {
    requireStaff(guarded, context);
    currentSessionRoutes(guarded, context, rules);
    staffAccountRoutes(guarded, context, rules);
    auditRoute(guarded, context, rules);
    own(guarded);
  });
}

function logInRoute(app: App, context: StaffContext, rules: StaffRules): void {
  const cookie = staffCookie(context);
  app.post(
    `${rules.prefix}/sessions`,
    {
      schema: {
        tags: ['staff'],
        summary: 'Log in as staff',
        body: closed({
          login: Type.String({ minLength: 1, maxLength: 64 }),
          password: Type.String({ minLength: 1, maxLength: 800 }),
          use_cookie: UseCookie,
        }),
        response: {
          201: closed({
            session_token: Type.Optional(Type.String()),
            expires_at: Timestamp,
            staff: staffShape(rules),
          }),
        },
        refusals: STAFF_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => {
      const { use_cookie, ...credentials } = request.body;
      const session = await logIn(context, credentials, clientAddress(request));
      if (!session.ok) return sendResult(request, reply, session);
      const into = { cookie, now: context.clock(), use_cookie };
      return sendResult(request, reply, done(issueSession(reply, session.value, into)), 201);
    },
  );
}

/** The caller's own session. For a scope that `requireStaff` guards. */
function currentSessionRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  const { prefix, roles } = rules;
  const tags = ['staff'];

  app.delete(
    `${prefix}/sessions/current`,
    {
      config: { staffRoles: roles },
      schema: {
        tags,
        summary: 'Log out',
        security,
        response: { 200: closed({ ended: Type.Boolean() }) },
      },
    },
    async (request, reply) => {
      clearSession(reply, staffCookie(context));
      return sendResult(request, reply, await logOut(context, staffOf(request).session_id));
    },
  );

  app.get(
    `${prefix}/sessions/current`,
    {
      config: { staffRoles: roles },
      schema: {
        tags,
        summary: 'Get the logged-in staff member',
        security,
        response: { 200: closed({ staff: staffShape(rules) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ staff: await readStaff(context, staffOf(request).staff_id) })),
  );
}

/** Managing staff. For a scope that `requireStaff` guards. */
function staffAccountRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  const { prefix, roles, adminRole } = rules;
  const { db, clock, secrets } = context;
  const tags = ['staff'];
  const StaffShape = staffShape(rules);

  app.get(
    `${prefix}/staff`,
    {
      config: { staffRoles: [adminRole, 'auditor'] },
      schema: {
        tags,
        summary: 'List staff',
        security,
        response: { 200: closed({ staff: Type.Array(StaffShape) }) },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ staff: await listStaff(context) })),
  );

  app.post(
    `${prefix}/staff`,
    {
      config: { staffRoles: [adminRole] },
      schema: {
        tags,
        summary: 'Add a staff member',
        security,
        body: closed({
          login: Type.String({ pattern: '^[a-z0-9._-]{3,64}$' }),
          name: Type.String({ minLength: 1, maxLength: 100 }),
          role: Type.Enum([...roles]),
          password: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: { 201: StaffShape },
        refusals: withIdempotencyKey(ADD_STAFF_REFUSALS),
      },
    },
    async (request, reply) => {
      const { password, ...staff } = request.body;
      const hashed = await hashNewPassword(staff.login, password);
      const scope = `staff:${staffOf(request).staff_id}`;
      const fingerprint = keyedFingerprint(request, secrets.keyRing('token_pepper'));
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
    `${prefix}/staff/:staff_id/departure`,
    {
      config: { staffRoles: [adminRole] },
      schema: {
        tags,
        summary: 'Remove a staff member',
        security,
        params: closed({ staff_id: Id }),
        response: { 200: closed({ staff_id: Id, left_at: Timestamp }) },
        refusals: withIdempotencyKey(END_STAFF_REFUSALS),
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

function auditRoute(app: App, { db }: StaffContext, { prefix, adminRole }: StaffRules): void {
  app.get(
    `${prefix}/audit-trail`,
    {
      config: { staffRoles: [adminRole, 'auditor'] },
      schema: {
        tags: ['staff'],
        summary: 'List the audit trail, newest first',
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
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ lines: await readAuditTrail(db, request.query) })),
  );
}

function staffShape({ roles }: StaffRules) {
  return closed({
    staff_id: Id,
    login: Type.String(),
    name: Type.String(),
    role: Type.Enum([...roles]),
  });
}
