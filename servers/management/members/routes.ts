import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { Version } from '../../../kit/business/shapes.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { countedTransaction, keyedFingerprint, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { CodeTyped, EmailTyped, PersonNameTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { Channel, CodeBy, Locale, MemberNumber, Password } from '../http/shapes.ts';
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
  consents: Type.Optional(
    closed({
      terms: Type.Optional(Version),
      privacy: Type.Optional(Version),
      marketing: Type.Optional(Version),
    }),
  ),
});

/** How a buyer becomes a member (Purchase 1). */
export function memberRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;

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
}
