import Type from 'typebox';
import { sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { instantOf } from '../http/instant.ts';
import { closed, Id, Limit, Timestamp } from '../http/shapes.ts';
import { done } from '../result.ts';
import { readAuditTrail } from './audit.ts';
import type { StaffContext, StaffRules } from './context.ts';
import { failingWorkRoutes } from './failing-work-routes.ts';
import { requireStaff, staffOf } from './guard.ts';
import { ownRoutes } from './own-routes.ts';
import { newPasswordRoute, peopleRoutes } from './people-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { currentSessionRoutes, logInRoutes } from './session-routes.ts';
import { SECURITY } from './shapes.ts';
import { viewRoutes } from './view-routes.ts';

/**
 * The staff routes of a server. All but logging in and choosing a new password by a link need a session and are recorded in
 * the audit trail.
 */
export async function staffRoutes(
  app: App,
  context: StaffContext,
  rules: StaffRules,
  own: (guarded: App) => void,
): Promise<void> {
  logInRoutes(app, context, rules);
  newPasswordRoute(app, context, rules);
  await app.register(async (guarded) => {
    requireStaff(guarded, context, rules);
    currentSessionRoutes(guarded, context, rules);
    ownRoutes(guarded, context, rules);
    peopleRoutes(guarded, context, rules);
    serviceRoutes(guarded, context, rules);
    auditRoute(guarded, context, rules);
    failingWorkRoutes(guarded, context, rules);
    viewRoutes(guarded, context, rules);
    own(guarded);
  });
}

function auditRoute(app: App, { db }: StaffContext, { prefix, adminRole }: StaffRules): void {
  app.get(
    `${prefix}/audit-trail`,
    {
      config: { staffRoles: [adminRole, 'auditor'] },
      schema: {
        tags: ['staff'],
        summary: 'List the audit trail, newest first',
        security: SECURITY,
        querystring: closed({
          before: Type.Optional(Id),
          limit: Limit,
          login: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
          action: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
          from: Type.Optional(Timestamp),
          until: Type.Optional(Timestamp),
          without_own_readings: Type.Optional(
            Type.Boolean({ description: 'Leave out what the caller only looked at.' }),
          ),
        }),
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
    async (request, reply) => {
      const { from, until, without_own_readings, ...filters } = request.query;
      const lines = await readAuditTrail(db, {
        ...filters,
        from: from === undefined ? undefined : instantOf(from, '/from'),
        until: until === undefined ? undefined : instantOf(until, '/until'),
        without_readings_of: without_own_readings === true ? staffOf(request).staff_id : undefined,
      });
      return sendResult(request, reply, done({ lines }));
    },
  );
}
