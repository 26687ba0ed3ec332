import Type from 'typebox';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { closed, Id, Timestamp } from '../http/shapes.ts';
import { countedTransaction, keyedFingerprint, withIdempotencyKey } from '../idempotency.ts';
import { done } from '../result.ts';
import type { StaffContext, StaffRules } from './context.ts';
import { staffIdempotency, staffOf } from './guard.ts';
import { ownFactorRoutes } from './own-factor-routes.ts';
import { CHANGE_STAFF_PASSWORD_REFUSALS, changePassword, checkPasswordChange } from './password.ts';
import { END_SESSION_REFUSALS, endSession, endSessions, listSessions } from './sessions.ts';
import { Password, SECURITY, OWN_ACCOUNT_TAGS as tags } from './shapes.ts';

/** What somebody changes of their own account. For a scope that `requireStaff` guards. */
export function ownRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  passwordRoutes(app, context, rules);
  sessionListRoutes(app, context, rules);
  ownFactorRoutes(app, context, rules);
}

function passwordRoutes(app: App, context: StaffContext, { prefix, roles }: StaffRules): void {
  app.put(
    `${prefix}/me/password`,
    {
      config: { staffRoles: roles },
      schema: {
        tags,
        summary: 'Change the password; all other sessions end',
        security: SECURITY,
        body: closed({ old_password: Password, new_password: Password }),
        response: { 200: closed({ changed: Type.Literal(true) }) },
        refusals: withIdempotencyKey(CHANGE_STAFF_PASSWORD_REFUSALS),
      },
    },
    async (request, reply) => {
      const caller = staffOf(request);
      const fingerprint = keyedFingerprint(request, context.secrets.keyRing('token_pepper'));
      return sendAnswer(
        reply,
        await countedTransaction(
          { ...staffIdempotency(context, request, 200), fingerprint },
          () => checkPasswordChange(context, caller.staff_id, request.body),
          (tx, _id, hashed) => changePassword(context, tx, caller, hashed),
        ),
      );
    },
  );
}

function sessionListRoutes(app: App, context: StaffContext, { prefix, roles }: StaffRules): void {
  app.get(
    `${prefix}/me/sessions`,
    {
      config: { staffRoles: roles },
      schema: {
        tags,
        summary: 'List the sessions in which I am logged in',
        security: SECURITY,
        response: {
          200: closed({
            sessions: Type.Array(
              closed({
                session_id: Id,
                address: Type.String(),
                browser: Type.String(),
                created_at: Timestamp,
                last_seen_at: Timestamp,
                is_current: Type.Boolean(),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ sessions: await listSessions(context, staffOf(request)) })),
  );

  app.delete(
    `${prefix}/me/sessions/:session_id`,
    {
      config: { staffRoles: roles },
      schema: {
        tags,
        summary: 'End one of my sessions',
        security: SECURITY,
        params: closed({ session_id: Id }),
        response: { 204: Type.Null() },
        refusals: END_SESSION_REFUSALS,
      },
    },
    async (request, reply) => {
      const ended = await endSession(context, staffOf(request).staff_id, request.params.session_id);
      return ended.ok ? reply.code(204).send(null) : sendResult(request, reply, ended);
    },
  );

  app.delete(
    `${prefix}/me/sessions`,
    {
      config: { staffRoles: roles },
      schema: {
        tags,
        summary: 'End all my other sessions',
        security: SECURITY,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { staff_id, session_id } = staffOf(request);
      await endSessions(context, context.db, staff_id, session_id);
      return reply.code(204).send(null);
    },
  );
}
