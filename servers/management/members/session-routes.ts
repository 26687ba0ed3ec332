import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { SignedTerminalPermit } from '../../../contracts/terminal-permits.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clearSession } from '../../../kit/http/session-token.ts';
import { UseCookie } from '../../../kit/http/shapes.ts';
import { USED_PASSKEY } from '../../../kit/passkeys/shapes.ts';
import { done } from '../../../kit/result.ts';
import { CodeTyped, EmailTyped, MemberNumberTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { memberCookie, memberOf, requireMember, webOnly } from '../http/guards.ts';
import { Password } from '../http/shapes.ts';
import { COMPLETE_LOG_IN_REFUSALS, completeLogIn, LOG_IN_REFUSALS, logIn } from './log-in.ts';
import { logOut } from './open-session.ts';
import { enter, placeOf, Session } from './place-of-request.ts';
import { PROVE_SELF_REFUSALS, proveSelf } from './proofs.ts';
import { END_MEMBER_SESSION_REFUSALS, endSession, endSessions, listSessions } from './sessions.ts';
import { logInWithPermit, TERMINAL_LOG_IN_REFUSALS } from './terminal-permit.ts';

const SecondFactor = closed({ second_factor: closed({ request_id: Id, code_expires_at: Timestamp }) });
const MINE = '/v1/members/me/sessions';
const tags = ['members'];
const security = [{ session: [] }];

/** How a member logs in and out (Purchase 1–2), and sees where they are logged in. */
export function sessionRoutes(app: App, context: ManagementContext): void {
  logInRoutes(app, context);
  terminalRoute(app, context);
  ownSessionRoutes(app, context);
}

function logInRoutes(app: App, context: ManagementContext): void {
  app.post(
    '/v1/sessions',
    {
      schema: {
        tags,
        summary:
          'Log in with email address or member number and password. After too many wrong ones from places where the member never logged in, the answer is 202, and a code is needed too',
        body: Type.Union([
          closed({ email: EmailTyped, password: Password, use_cookie: UseCookie }),
          closed({ member_number: MemberNumberTyped, password: Password, use_cookie: UseCookie }),
        ]),
        response: { 201: Session, 202: SecondFactor },
        refusals: LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => {
      const { use_cookie, ...credentials } = request.body;
      const place = placeOf(context, request);
      const entered = await logIn(context, credentials, place);
      if (!entered.ok) return sendResult(request, reply, entered);
      if ('second_factor' in entered.value) return sendResult(request, reply, done(entered.value), 202);
      return sendResult(
        request,
        reply,
        done(enter(context, reply, entered.value, { place, use_cookie })),
        201,
      );
    },
  );

  app.post(
    '/v1/sessions/second-factor',
    {
      schema: {
        tags,
        summary: 'Complete a log-in with the code that a right password has sent',
        body: closed({ request_id: Id, code: CodeTyped, use_cookie: UseCookie }),
        response: { 201: Session },
        refusals: COMPLETE_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => {
      const { use_cookie, ...input } = request.body;
      const place = placeOf(context, request);
      const entered = await completeLogIn(context, input, place);
      if (!entered.ok) return sendResult(request, reply, entered);
      return sendResult(
        request,
        reply,
        done(enter(context, reply, entered.value, { place, use_cookie })),
        201,
      );
    },
  );
}

function terminalRoute(app: App, context: ManagementContext): void {
  app.post(
    '/v1/terminal-sessions',
    {
      schema: {
        tags,
        summary: 'Log in at a terminal for which its shop vouches, with member number and phone PIN',
        body: closed({
          member_number: MemberNumberTyped,
          phone_pin: PinTyped,
          permit: SignedTerminalPermit,
        }),
        response: { 201: Session },
        refusals: TERMINAL_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await logInWithPermit(context, request.body), 201),
  );
}

function ownSessionRoutes(app: App, context: ManagementContext): void {
  const onRequest = requireMember(context);
  const cookie = memberCookie(context);

  app.delete(
    '/v1/sessions/current',
    { onRequest, schema: { tags, summary: 'Log out', security, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await logOut(context, memberOf(request).session_id);
      clearSession(reply, cookie);
      return reply.code(204).send(null);
    },
  );

  app.get(
    MINE,
    {
      onRequest: [onRequest, webOnly],
      schema: {
        tags,
        summary: 'List where I am logged in',
        security,
        response: {
          200: closed({
            sessions: Type.Array(
              closed({
                session_id: Id,
                line: Type.Enum(['web', 'phone', 'terminal']),
                current: Type.Boolean(),
                created_at: Timestamp,
                last_used_at: Timestamp,
                browser: Type.Optional(Type.String()),
                area: Type.Optional(Type.String({ description: 'The address without its end.' })),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ sessions: await listSessions(context, memberOf(request)) })),
  );

  app.delete(
    `${MINE}/:session_id`,
    {
      onRequest: [onRequest, webOnly],
      schema: {
        tags,
        summary: 'Log out elsewhere',
        security,
        params: closed({ session_id: Id }),
        response: { 204: Type.Null() },
        refusals: END_MEMBER_SESSION_REFUSALS,
      },
    },
    async (request, reply) => {
      const ended = await endSession(context, memberOf(request).member_id, request.params.session_id);
      return ended.ok ? reply.code(204).send(null) : sendResult(request, reply, ended);
    },
  );

  app.delete(
    MINE,
    {
      onRequest: [onRequest, webOnly],
      schema: { tags, summary: 'Log out everywhere else', security, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { member_id, session_id } = memberOf(request);
      await endSessions(context.db, context.clock(), { member_id, except: session_id });
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/members/me/proofs',
    {
      onRequest: [onRequest, webOnly],
      schema: {
        tags,
        summary:
          'Prove again who I am, by password or passkey, before a change that asks for it (proof_required)',
        security,
        body: Type.Union([closed({ password: Password }), closed({ passkey: closed(USED_PASSKEY) })]),
        response: { 201: closed({ proved_at: Timestamp }) },
        refusals: PROVE_SELF_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await proveSelf(context, memberOf(request), request.body), 201),
  );
}
