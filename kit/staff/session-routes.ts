import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { clientAddress } from '../http/client-address.ts';
import { readCookie, setCookie } from '../http/cookies.ts';
import { clearSession, issueSession } from '../http/session-token.ts';
import { closed, Timestamp } from '../http/shapes.ts';
import { RequestOptions, USED_PASSKEY } from '../passkeys/shapes.ts';
import { done } from '../result.ts';
import { browserCookie, type StaffContext, type StaffRules, staffCookie } from './context.ts';
import { needsFactor, readFactors } from './factors.ts';
import { staffOf } from './guard.ts';
import { KNOWN_BROWSER_MS, rememberBrowser } from './known-browsers.ts';
import {
  enterSecondFactor,
  logIn,
  logInWithCode,
  PROVE_AGAIN_REFUSALS,
  proveAgain,
  STAFF_LOG_IN_REFUSALS,
  STAFF_SECOND_FACTOR_REFUSALS,
} from './log-in.ts';
import {
  BEGIN_STAFF_PASSKEY_LOG_IN_REFUSALS,
  beginPasskeyLogIn,
  logInByPasskey,
  STAFF_PASSKEY_LOG_IN_REFUSALS,
} from './passkeys.ts';
import { type From, logOut, readSession, type StaffSession } from './sessions.ts';
import {
  FactorCodeTyped,
  FactorsShape,
  LoginTyped,
  Password,
  SECURITY,
  StageShape,
  sessionShape,
  staffShape,
  USE_COOKIE,
} from './shapes.ts';
import { readStaff } from './staff.ts';

const BROWSER_LENGTH_MAX = 200;
const COOKIE_PATH = '/v1';
const tags = ['staff'];

function fromOf(request: FastifyRequest): From {
  const browser = (request.headers['user-agent'] ?? '').replace(/\P{ASCII}|\p{Cc}/gu, '');
  return { address: clientAddress(request), browser: browser.slice(0, BROWSER_LENGTH_MAX) };
}

/** Hands a session over as the caller asked for it. A page's browser is known from then on, once the session is open. */
async function hand(
  context: StaffContext,
  request: FastifyRequest,
  reply: FastifyReply,
  session: StaffSession,
  use_cookie: boolean | undefined,
) {
  if (use_cookie === true && session.stage === 'open') {
    const browser = browserCookie(context);
    const token = await rememberBrowser(context, session.staff.staff_id, readCookie(request, browser));
    setCookie(reply, browser, token, { path: COOKIE_PATH, max_age_s: KNOWN_BROWSER_MS / 1000 });
  }
  return done(
    issueSession(reply, session, { cookie: staffCookie(context), now: context.clock(), use_cookie }),
  );
}

/** Logging in. The only staff routes for which nobody needs a session. */
export function logInRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  app.post(
    `${rules.prefix}/sessions`,
    {
      schema: {
        tags,
        summary:
          'Log in as staff; the stage says whether a second factor is still needed. With a code, both steps at once',
        body: closed({
          login: LoginTyped,
          password: Password,
          code: Type.Optional(FactorCodeTyped),
          ...USE_COOKIE,
        }),
        response: { 201: sessionShape(rules) },
        refusals: STAFF_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => {
      const { use_cookie, code, ...credentials } = request.body;
      const from = { ...fromOf(request), browser_token: readCookie(request, browserCookie(context)) };
      const entered =
        code === undefined
          ? await logIn(context, rules, credentials, from)
          : await logInWithCode(context, { ...credentials, code }, from);
      if (!entered.ok) return sendResult(request, reply, entered);
      return sendResult(request, reply, await hand(context, request, reply, entered.value, use_cookie), 201);
    },
  );

  app.post(
    `${rules.prefix}/passkey-challenges`,
    {
      schema: {
        tags,
        summary: 'Get the challenge a device signs to log in',
        response: { 201: RequestOptions },
        refusals: BEGIN_STAFF_PASSKEY_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await beginPasskeyLogIn(context, clientAddress(request)), 201),
  );

  app.post(
    `${rules.prefix}/passkey-sessions`,
    {
      schema: {
        tags,
        summary: 'Log in with a passkey, instead of the password or after it',
        body: closed({ ...USED_PASSKEY, ...USE_COOKIE }),
        response: { 201: sessionShape(rules) },
        refusals: STAFF_PASSKEY_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => {
      const { use_cookie, ...used } = request.body;
      const entered = await logInByPasskey(context, used, fromOf(request));
      if (!entered.ok) return sendResult(request, reply, entered);
      return sendResult(request, reply, await hand(context, request, reply, entered.value, use_cookie), 201);
    },
  );
}

/** The caller's own session. For a scope that `requireStaff` guards. */
export function currentSessionRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  const { prefix, roles } = rules;
  const current = `${prefix}/sessions/current`;
  const anyStage = { staffRoles: roles, stagesBefore: ['second_factor', 'enrolment'] } as const;

  app.get(
    current,
    {
      config: anyStage,
      schema: {
        tags,
        summary: 'Get the logged-in staff member, and how far the log-in has come',
        security: SECURITY,
        response: {
          200: closed({ stage: StageShape, staff: staffShape(rules), second_factor: FactorsShape }),
        },
      },
    },
    async (request, reply) => {
      const { staff_id, session_id, role } = staffOf(request);
      const staff = await readStaff(context, staff_id);
      const { stage } = await readSession(context, session_id);
      const factors = await readFactors(context.db, staff_id);
      const second_factor = { needed: needsFactor(context, rules, role), ...factors };
      return sendResult(request, reply, done({ stage, staff, second_factor }));
    },
  );

  app.delete(
    current,
    {
      config: anyStage,
      schema: {
        tags,
        summary: 'Log out',
        security: SECURITY,
        response: { 200: closed({ ended: Type.Boolean() }) },
      },
    },
    async (request, reply) => {
      clearSession(reply, staffCookie(context));
      return sendResult(request, reply, await logOut(context, staffOf(request).session_id));
    },
  );

  app.post(
    `${current}/second-factor`,
    {
      config: { staffRoles: roles, stagesBefore: ['second_factor'] },
      schema: {
        tags,
        summary: 'Enter a code of the authenticator app, or a recovery code; the session gets a new token',
        security: SECURITY,
        body: closed({ code: FactorCodeTyped, ...USE_COOKIE }),
        response: { 200: sessionShape(rules) },
        refusals: STAFF_SECOND_FACTOR_REFUSALS,
      },
    },
    async (request, reply) => {
      const { code, use_cookie } = request.body;
      const browser = readCookie(request, browserCookie(context));
      const entered = await enterSecondFactor(context, staffOf(request), code, browser);
      if (!entered.ok) return sendResult(request, reply, entered);
      return sendResult(request, reply, await hand(context, request, reply, entered.value, use_cookie));
    },
  );

  app.post(
    `${current}/proof`,
    {
      config: { staffRoles: roles, stagesBefore: ['enrolment'] },
      schema: {
        tags,
        summary: 'Enter the password or a code again, for what needs a recent proof',
        security: SECURITY,
        body: Type.Union([closed({ password: Password }), closed({ code: FactorCodeTyped })]),
        response: { 200: closed({ proved_at: Timestamp }) },
        refusals: PROVE_AGAIN_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await proveAgain(context, staffOf(request), request.body)),
  );
}
