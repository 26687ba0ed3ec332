import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import {
  countedTransaction,
  type Idempotency,
  idempotentTransaction,
  withIdempotencyKey,
} from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { CodeTyped, EmailTyped, PersonNameTyped, PhoneTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';
import { By, CodeSent, CodeTold, Locale, RequestId } from '../http/shapes.ts';
import { ASK_CODE_REFUSALS, askCode } from '../opening/ask-code.ts';
import { guessPhoneCode } from '../opening/phone-codes.ts';
import {
  BEGIN_PHONE_CHANGE_REFUSALS,
  beginPhoneChange,
  CHANGE_MEMBER_REFUSALS,
  COMPLETE_PHONE_CHANGE_REFUSALS,
  changeMember,
  completePhoneChange,
  countPhoneChange,
  READ_OWN_MEMBERSHIP_REFUSALS,
  readOwnMembership,
} from './change-member.ts';
import { memberOf, requireMember } from './guard.ts';
import { LEAVE_REFUSALS, leaveAsMember } from './leave.ts';
import { endMemberSession, OPEN_MEMBER_SESSION_REFUSALS, openMemberSession } from './sessions.ts';
import { signUpRoutes } from './sign-up-routes.ts';

const tags = ['members'];
const Changed = closed({ member_id: Id });
const security = [{ session: [] }];

/** Signing up as a member of the shop, logging in, and the member's own profile. */
export function memberRoutes(app: App, context: ShopContext): void {
  signUpRoutes(app, context);
  logInRoutes(app, context);
  profileRoutes(app, context);
  phoneChangeRoutes(app, context);
}

function logInRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/member-codes',
    {
      schema: {
        tags,
        summary: 'Send a login code to the phone; the response is the same if it is not a member’s',
        body: closed({ phone: PhoneTyped, locale: Locale, by: By }),
        response: { 202: CodeSent },
        refusals: ASK_CODE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await askCode(context, 'member_session', request.body, { address: clientAddress(request) }),
        202,
      ),
  );

  app.post(
    '/v1/member-sessions',
    {
      schema: {
        tags,
        summary: 'Log in with the code from the phone',
        body: closed({ phone: PhoneTyped, request_id: RequestId, code: CodeTyped }),
        response: { 201: closed({ session_token: Type.String(), expires_at: Timestamp }) },
        refusals: OPEN_MEMBER_SESSION_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply.header('cache-control', 'no-store'),
        await openMemberSession(context, request.body, clientAddress(request)),
        201,
      ),
  );

  app.delete(
    '/v1/member-sessions/current',
    {
      onRequest: requireMember(context),
      schema: {
        tags,
        summary: 'Log out',
        security,
        response: { 200: closed({ ended: Type.Boolean() }) },
      },
    },
    async (request, reply) => {
      await endMemberSession(context, memberOf(request));
      return sendResult(request, reply, done({ ended: true }));
    },
  );
}

function profileRoutes(app: App, context: ShopContext): void {
  const onRequest = requireMember(context);

  app.get(
    '/v1/members/me',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Get my profile at the shop',
        security,
        response: {
          200: closed({
            member_id: Id,
            member_no: Type.String(),
            name: Type.String(),
            phone: Type.String(),
            email: Type.Union([Type.String(), Type.Null()]),
            locale: Locale,
            joined_at: Timestamp,
          }),
        },
        refusals: READ_OWN_MEMBERSHIP_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply.header('cache-control', 'no-store'),
        await readOwnMembership(context.db, memberOf(request).member_id),
      ),
  );

  app.patch(
    '/v1/members/me',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Update name, email address (null removes it) or language',
        security,
        body: closed({
          name: Type.Optional(PersonNameTyped),
          email: Type.Optional(Type.Union([EmailTyped, Type.Null()])),
          locale: Type.Optional(Locale),
        }),
        response: { 200: Changed },
        refusals: withIdempotencyKey(CHANGE_MEMBER_REFUSALS),
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await idempotentTransaction(memberIdempotency(context, request, 200), (tx) =>
          changeMember(tx, memberOf(request).member_id, request.body),
        ),
      ),
  );

  app.delete(
    '/v1/members/me',
    {
      onRequest,
      schema: {
        tags,
        summary:
          'Leave the shop: name, phone and email address are erased; certificates can still be used by phone and PIN',
        security,
        response: { 200: closed({ left: Type.Boolean() }) },
        refusals: LEAVE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await leaveAsMember(context, memberOf(request).member_id)),
  );
}

function phoneChangeRoutes(app: App, context: ShopContext): void {
  const onRequest = requireMember(context);

  app.post(
    '/v1/members/me/phone-changes',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Start changing the phone number; a code is sent to the new one',
        security,
        body: closed({ phone: PhoneTyped, by: By }),
        response: { 202: CodeTold },
        refusals: withIdempotencyKey(BEGIN_PHONE_CHANGE_REFUSALS),
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await countedTransaction(
          memberIdempotency(context, request, 202),
          () => countPhoneChange(context, request.body, clientAddress(request)),
          (tx, _id, phone) =>
            beginPhoneChange(context, tx, memberOf(request).member_id, { ...request.body, phone }),
        ),
      ),
  );

  app.post(
    '/v1/members/me/phone-changes/verification',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Verify the new phone number with the code',
        security,
        body: closed({ code: CodeTyped }),
        response: { 200: Changed },
        refusals: withIdempotencyKey(COMPLETE_PHONE_CHANGE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const subject = { purpose: 'new_phone', subject: member_id } as const;
      return sendAnswer(
        reply,
        await countedTransaction(
          memberIdempotency(context, request, 200),
          () => guessPhoneCode(context, subject, request.body.code),
          (tx, _id, proven) => completePhoneChange(context, tx, member_id, proven),
        ),
      );
    },
  );
}

/** The idempotency of a request in a member's session. */
function memberIdempotency(context: ShopContext, request: FastifyRequest, status: number): Idempotency {
  return {
    db: context.db,
    clock: context.clock,
    request,
    scope: `member:${memberOf(request).member_id}`,
    status,
    fingerprint: keyedFingerprint(context, request),
  };
}
