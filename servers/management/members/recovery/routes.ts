import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../../contracts/common.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { CodeTyped, EmailTyped, MemberNumberTyped, PinTyped } from '../../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../../context.ts';
import { CodeBy, Password } from '../../http/shapes.ts';
import { placeOf } from '../place-of-request.ts';
import {
  BEGIN_RECOVERY_REFUSALS,
  beginRecovery,
  COMPLETE_RECOVERY_REFUSALS,
  completeRecovery,
  PROVE_RECOVERY_EMAIL_REFUSALS,
  proveRecoveryEmail,
} from './recover.ts';

const tags = ['members'];
const params = closed({ recovery_id: Id });
const RemovePasskeys = Type.Optional(Type.Boolean());

/** How a member who forgot the password or phone PIN gets a new one. */
export function recoveryRoutes(app: App, context: ManagementContext): void {
  app.post(
    '/v1/recoveries',
    {
      schema: {
        tags,
        summary:
          'Forgot the password or phone PIN: a code goes to the member’s mail address, if there is such a member',
        body: Type.Union([closed({ email: EmailTyped }), closed({ member_number: MemberNumberTyped })]),
        response: { 202: closed({ recovery_id: Id, code_expires_at: Timestamp }) },
        refusals: BEGIN_RECOVERY_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await beginRecovery(context, request.body, placeOf(context, request)), 202),
  );

  app.post(
    '/v1/recoveries/:recovery_id/email-proof',
    {
      schema: {
        tags,
        summary: 'Enter the code from the mail; the member’s phone gets another',
        params,
        body: closed({ code: CodeTyped, phone_code_by: Type.Optional(CodeBy) }),
        response: {
          200: closed({ masked_phone: Type.String(), sent_by: CodeBy, code_expires_at: Timestamp }),
        },
        refusals: PROVE_RECOVERY_EMAIL_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await proveRecoveryEmail(context, request.params.recovery_id, request.body)),
  );

  app.post(
    '/v1/recoveries/:recovery_id/completion',
    {
      schema: {
        tags,
        summary:
          'Enter the code from the phone, and choose a new password, phone PIN, or both; all sessions end',
        params,
        body: Type.Union([
          closed({
            code: CodeTyped,
            new_password: Password,
            new_phone_pin: Type.Optional(PinTyped),
            remove_passkeys: RemovePasskeys,
          }),
          closed({ code: CodeTyped, new_phone_pin: PinTyped, remove_passkeys: RemovePasskeys }),
        ]),
        response: { 200: closed({ changed: Type.Literal(true) }) },
        refusals: COMPLETE_RECOVERY_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await completeRecovery(context, request.params.recovery_id, request.body)),
  );
}
