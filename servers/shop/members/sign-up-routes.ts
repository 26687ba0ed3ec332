import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { countedTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { CodeTyped, EmailTyped, PersonNameTyped, PhoneTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';
import { By, Locale, SentBy } from '../http/shapes.ts';
import {
  BEGIN_REGISTRATION_REFUSALS,
  beginRegistration,
  COMPLETE_REGISTRATION_REFUSALS,
  completeRegistration,
  countRegistration,
  guessRegistrationCode,
} from './register-member.ts';

const tags = ['members'];

/** Signing up as a member, with a code sent to the phone. */
export function signUpRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    '/v1/members',
    {
      schema: {
        tags,
        summary: 'Sign up; a code is sent to the phone, and the response is the same for an existing member',
        body: closed({
          name: PersonNameTyped,
          phone: PhoneTyped,
          email: Type.Optional(EmailTyped),
          locale: Locale,
          by: By,
        }),
        response: { 202: closed({ registration_id: Id, expires_at: Timestamp, sent_by: SentBy }) },
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
          () => countRegistration(context, request.body, clientAddress(request)),
          (tx, registrationId, person) =>
            beginRegistration(context, tx, registrationId, person, request.body),
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
        body: closed({ code: CodeTyped }),
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
          () => guessRegistrationCode(context, registration_id, request.body.code, clientAddress(request)),
          (tx, memberId, proven) => completeRegistration(context, tx, memberId, registration_id, proven),
        ),
      );
    },
  );
}
