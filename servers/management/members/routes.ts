import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { clearSession, issueSession } from '../../../kit/http/session-token.ts';
import { UseCookie } from '../../../kit/http/shapes.ts';
import { countedTransaction, keyedFingerprint, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { CodeTyped, EmailTyped, PersonNameTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { memberCookie, memberOf, requireMember } from '../http/guards.ts';
import { Channel, CodeBy, Locale, MemberNumber, Password } from '../http/shapes.ts';
import { LOG_IN_REFUSALS, logIn, logOut } from './log-in.ts';
import { StoredPaymentMethodShape } from './payment-methods/routes.ts';
import { countRegistration, REGISTER_MEMBER_REFUSALS, registerMember } from './register-member.ts';
import { VERIFY_MEMBER_REFUSALS, verifyMember } from './verify-member.ts';

const Registration = closed({
  name: PersonNameTyped,
  email: EmailTyped,
  mobile: PhoneTyped,
  password: Password,
  phone_pin: PinTyped,
  locale: Locale,
  preferred_channel: Channel,
  code_by: Type.Optional(CodeBy),
});

const LogIn = Type.Union([
  closed({
    member_number: MemberNumber,
    phone_pin: PinTyped,
    line: Type.Enum(['phone', 'terminal']),
  }),
  closed({ email: EmailTyped, password: Password, use_cookie: UseCookie }),
  closed({ member_number: MemberNumber, password: Password, use_cookie: UseCookie }),
]);

export const Session = closed({
  session_token: Type.Optional(Type.String()),
  expires_at: Timestamp,
  member: closed({ member_id: Id, member_number: MemberNumber, name: Type.String(), locale: Locale }),
  payment_methods: Type.Array(StoredPaymentMethodShape),
});

/** Membership and sessions of buyers (Purchase 1–2). */
export function memberRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const cookie = memberCookie(context);

  app.post(
    '/v1/members',
    {
      schema: {
        tags: ['members'],
        summary: 'Sign up; codes are sent to the mobile number, or said in a call, and to the email address',
        body: Registration,
        response: {
          202: closed({ member_id: Id, codes_sent_to: Type.Array(Channel), codes_expire_at: Timestamp }),
        },
        refusals: withIdempotencyKey(REGISTER_MEMBER_REFUSALS),
      },
    },
    async (request, reply) => {
      const fingerprint = keyedFingerprint(request, context.secrets.keyRing('token_pepper'));
      const idempotency = { db, clock, request, scope: 'registration', status: 202, fingerprint };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countRegistration(context, request.body, clientAddress(request)),
          (tx, _id, checked) => registerMember(context, tx, checked),
        ),
      );
    },
  );

  app.post(
    '/v1/members/:member_id/verifications',
    {
      schema: {
        tags: ['members'],
        summary: 'Verify the mobile number or the email address with its code',
        params: closed({ member_id: Id }),
        body: closed({ channel: Channel, code: CodeTyped }),
        response: {
          200: closed({
            member_id: Id,
            verified: Type.Array(Channel),
            member_number: Type.Optional(MemberNumber),
          }),
        },
        refusals: VERIFY_MEMBER_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await verifyMember(context, request.params.member_id, request.body)),
  );

  app.post(
    '/v1/sessions',
    {
      schema: {
        tags: ['members'],
        summary:
          'Log in with email address or member number and password, or with member number and phone PIN',
        body: LogIn,
        response: { 201: Session },
        refusals: LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => {
      const entered = await logIn(context, request.body, clientAddress(request));
      if (!entered.ok) return sendResult(request, reply, entered);
      const use_cookie = 'password' in request.body ? request.body.use_cookie : false;
      const into = { cookie, now: clock(), use_cookie };
      return sendResult(request, reply, done(issueSession(reply, entered.value, into)), 201);
    },
  );

  app.delete(
    '/v1/sessions/current',
    {
      onRequest: requireMember(context),
      schema: {
        tags: ['members'],
        summary: 'Log out',
        security: [{ session: [] }],
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await logOut(context, memberOf(request).session_id);
      clearSession(reply, cookie);
      return reply.code(204).send(null);
    },
  );
}
