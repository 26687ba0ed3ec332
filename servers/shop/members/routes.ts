import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id, PersonName, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';
import { Code, Locale, Phone } from '../http/shapes.ts';
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
import { LEAVE_REFUSALS, leaveNow } from './leave.ts';
import {
  BEGIN_REGISTRATION_REFUSALS,
  beginRegistration,
  COMPLETE_REGISTRATION_REFUSALS,
  completeRegistration,
  countRegistration,
  guessRegistrationCode,
} from './register-member.ts';
import {
  endMemberSession,
  OPEN_MEMBER_SESSION_REFUSALS,
  openMemberSession,
  REQUEST_MEMBER_CODE_REFUSALS,
  requestMemberCode,
} from './sessions.ts';

const tags = ['members'];
const Email = Type.String({ minLength: 3, maxLength: 254 });
const Changed = closed({ member_id: Id });
const CodeSent = closed({ expires_in_minutes: Type.Integer() });

/** Who wants to be a member of this shop, and what a member does about it. */
export function memberRoutes(app: App, context: ShopContext): void {
  joining(app, context);
  const security = [{ session: [] }];
  const preHandler = requireMember(context);
  const idempotencyOf = (request: FastifyRequest, status: number) => ({
    db: context.db,
    clock: context.clock,
    request,
    scope: `member:${memberOf(request).member_id}`,
    status,
    fingerprint: keyedFingerprint(context, request),
  });

  app.delete(
    '/v1/member-sessions/current',
    {
      preHandler,
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

  app.get(
    '/v1/members/me',
    {
      preHandler,
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
      preHandler,
      schema: {
        tags,
        summary: 'Update name, email address (null removes it) or language',
        security,
        body: closed({
          name: Type.Optional(PersonName),
          email: Type.Optional(Type.Union([Email, Type.Null()])),
          locale: Type.Optional(Locale),
        }),
        response: { 200: Changed },
        refusals: withIdempotencyKey(CHANGE_MEMBER_REFUSALS),
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await idempotentTransaction(idempotencyOf(request, 200), (tx) =>
          changeMember(tx, memberOf(request).member_id, request.body),
        ),
      ),
  );

  app.post(
    '/v1/members/me/phone-changes',
    {
      preHandler,
      schema: {
        tags,
        summary: 'Start changing the phone number; a code is sent to the new one',
        security,
        body: closed({ phone: Phone }),
        response: { 202: CodeSent },
        refusals: withIdempotencyKey(BEGIN_PHONE_CHANGE_REFUSALS),
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await countedTransaction(
          idempotencyOf(request, 202),
          () => countPhoneChange(context, request.body, request.ip),
          (tx, _id, phone) => beginPhoneChange(context, tx, memberOf(request).member_id, phone),
        ),
      ),
  );

  app.post(
    '/v1/members/me/phone-changes/verification',
    {
      preHandler,
      schema: {
        tags,
        summary: 'Verify the new phone number with the code',
        security,
        body: closed({ code: Code }),
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
          idempotencyOf(request, 200),
          () => guessPhoneCode(context, subject, request.body.code),
          (tx, _id, proved) => completePhoneChange(context, tx, member_id, proved),
        ),
      );
    },
  );

  app.delete(
    '/v1/members/me',
    {
      preHandler,
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
      sendResult(request, reply, await leaveNow(context, memberOf(request).member_id)),
  );
}

function joining(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    '/v1/members',
    {
      schema: {
        tags,
        summary: 'Sign up; a code is sent to the phone, and the response is the same for an existing member',
        body: closed({ name: PersonName, phone: Phone, email: Type.Optional(Email), locale: Locale }),
        response: { 202: closed({ registration_id: Id, expires_at: Timestamp }) },
        refusals: withIdempotencyKey(BEGIN_REGISTRATION_REFUSALS),
      },
    },
    async (request, reply) => {
      const fingerprint = keyedFingerprint(context, request);
      const idempotency = { db, clock, request, scope: 'registration', status: 202, fingerprint };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countRegistration(context, request.body, request.ip),
          (tx, registrationId, person) =>
            beginRegistration(context, tx, registrationId, person, request.body.locale),
        ),
      );
    },
  );

  app.post(
    '/v1/members/:registration_id/verification',
    {
      schema: {
        tags,
        summary: 'Complete sign-up with the code from the phone',
        params: closed({ registration_id: Id }),
        body: closed({ code: Code }),
        response: { 201: closed({ member_id: Id, member_no: Type.String() }) },
        refusals: withIdempotencyKey(COMPLETE_REGISTRATION_REFUSALS),
      },
    },
    async (request, reply) => {
      const fingerprint = keyedFingerprint(context, request);
      const idempotency = { db, clock, request, scope: 'registration', status: 201, fingerprint };
      const { registration_id } = request.params;
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => guessRegistrationCode(context, registration_id, request.body.code, request.ip),
          (tx, memberId, proved) => completeRegistration(context, tx, memberId, registration_id, proved),
        ),
      );
    },
  );

  app.post(
    '/v1/member-codes',
    {
      schema: {
        tags,
        summary: 'Send a login code to the phone; the response is the same if it is not a member’s',
        body: closed({ phone: Phone, locale: Locale }),
        response: { 202: CodeSent },
        refusals: REQUEST_MEMBER_CODE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await requestMemberCode(context, request.body, request.ip), 202),
  );

  app.post(
    '/v1/member-sessions',
    {
      schema: {
        tags,
        summary: 'Log in with the code from the phone',
        body: closed({ phone: Phone, code: Code }),
        response: { 201: closed({ session_token: Type.String(), expires_at: Timestamp }) },
        refusals: OPEN_MEMBER_SESSION_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply.header('cache-control', 'no-store'),
        await openMemberSession(context, request.body, request.ip),
        201,
      ),
  );
}
