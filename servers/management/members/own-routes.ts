import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { PROOF_REFUSALS } from '../../../kit/http/guard-refusals.ts';
import {
  countedTransaction,
  idempotentProcess,
  idempotentTransaction,
  keyedFingerprint,
  withIdempotencyKey,
} from '../../../kit/idempotency.ts';
import { CodeTyped, EmailTyped, PersonNameTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { memberOf, requireMember, requireRecentProof, webOnly } from '../http/guards.ts';
import { CodeBy, Locale, MemberNumber, Password, PreferredChannel } from '../http/shapes.ts';
import {
  BEGIN_CONTACT_CHANGE_REFUSALS,
  beginContactChange,
  COMPLETE_CONTACT_CHANGE_REFUSALS,
  completeContactChange,
  countContactChange,
} from './change-contact.ts';
import {
  CHANGE_PASSWORD_REFUSALS,
  CHANGE_PHONE_PIN_REFUSALS,
  changePassword,
  changePhonePin,
} from './change-secret.ts';
import { CHANGE_PROFILE_REFUSALS, changeProfile, PROFILE_REFUSALS, readProfile } from './member-profile.ts';

const NOTICES = {
  gift_accepted: Type.Boolean(),
  certificate_issued: Type.Boolean(),
  certificate_used: Type.Boolean(),
  use_reversed: Type.Boolean(),
  birthday_soon: Type.Boolean(),
};
const ProfileShape = closed({
  member_id: Id,
  member_number: MemberNumber,
  name: Type.String(),
  email: Type.Union([Type.String(), Type.Null()]),
  mobile: Type.Union([Type.String(), Type.Null()]),
  landline: Type.Union([Type.String(), Type.Null()]),
  locale: Locale,
  preferred_channel: PreferredChannel,
  notices: closed(NOTICES),
});
const Changed = closed({ changed: Type.Literal(true) });
const PATH = '/v1/members/me';

/** A member's own profile, contacts and secrets. */
export function ownRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const onRequest = requireMember(context);
  const common = { tags: ['members'], security: [{ session: [] }] };
  const idempotency = (request: FastifyRequest, status = 200) => ({
    db,
    clock,
    request,
    scope: `member:${memberOf(request).member_id}`,
    status,
    // Bodies here contain passwords, PINs and codes.
    fingerprint: keyedFingerprint(request, context.secrets.keyRing('token_pepper')),
  });

  app.get(
    PATH,
    {
      onRequest,
      schema: {
        ...common,
        summary: 'Get my profile',
        response: { 200: ProfileShape },
        refusals: PROFILE_REFUSALS,
      },
    },
    async (request, reply) => {
      const { member_id, line } = memberOf(request);
      return sendResult(request, reply, await readProfile(db, member_id, line));
    },
  );

  app.patch(
    PATH,
    {
      onRequest,
      schema: {
        ...common,
        summary: 'Update name, language, channel and notices; omitted fields stay as they are',
        body: closed({
          name: Type.Optional(PersonNameTyped),
          locale: Type.Optional(Locale),
          preferred_channel: Type.Optional(PreferredChannel),
          notices: Type.Optional(Type.Partial(closed(NOTICES), { additionalProperties: false })),
        }),
        response: { 200: ProfileShape },
        refusals: withIdempotencyKey(CHANGE_PROFILE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id, line } = memberOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency(request), (tx) =>
          changeProfile(tx, member_id, line, request.body),
        ),
      );
    },
  );

  app.post(
    `${PATH}/contact-changes`,
    {
      onRequest: [onRequest, webOnly, requireRecentProof(context)],
      schema: {
        ...common,
        summary:
          'Start changing or adding a mobile number, email address or landline; a code is sent to the new one, or said there',
        body: closed({
          channel: PreferredChannel,
          address: EmailTyped,
          by: Type.Optional(CodeBy),
        }),
        response: { 202: closed({ channel: PreferredChannel, code_expires_at: Timestamp }) },
        refusals: withIdempotencyKey([...PROOF_REFUSALS, ...BEGIN_CONTACT_CHANGE_REFUSALS]),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency(request, 202),
          () => countContactChange(context, member_id, request.body),
          (tx, _id, to) => beginContactChange(context, tx, member_id, request.body, to),
        ),
      );
    },
  );

  app.post(
    `${PATH}/contact-changes/verification`,
    {
      onRequest: [onRequest, webOnly],
      schema: {
        ...common,
        summary: 'Verify the new number or address with the code; it replaces the old one',
        body: closed({ channel: PreferredChannel, code: CodeTyped }),
        response: { 200: ProfileShape },
        refusals: withIdempotencyKey(COMPLETE_CONTACT_CHANGE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency(request), () =>
          completeContactChange(context, member_id, request.body),
        ),
      );
    },
  );

  app.post(
    `${PATH}/password`,
    {
      onRequest: [onRequest, webOnly],
      schema: {
        ...common,
        summary: 'Change the password; all other sessions end',
        body: closed({
          old_password: Password,
          new_password: Password,
          remove_passkeys: Type.Optional(
            Type.Boolean({ description: 'Also removes all passkeys, in case somebody else has added one.' }),
          ),
        }),
        response: { 200: Changed },
        refusals: withIdempotencyKey(CHANGE_PASSWORD_REFUSALS),
      },
    },
    async (request, reply) => {
      const caller = memberOf(request);
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency(request), () => changePassword(context, caller, request.body)),
      );
    },
  );

  app.post(
    `${PATH}/phone-pin`,
    {
      onRequest,
      schema: {
        ...common,
        summary: 'Change the phone PIN; all other sessions end',
        body: closed({ old_phone_pin: PinTyped, new_phone_pin: PinTyped }),
        response: { 200: Changed },
        refusals: withIdempotencyKey(CHANGE_PHONE_PIN_REFUSALS),
      },
    },
    async (request, reply) => {
      const caller = memberOf(request);
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency(request), () => changePhonePin(context, caller, request.body)),
      );
    },
  );
}
