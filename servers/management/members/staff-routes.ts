import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, keyedFingerprint, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { PersonNameTyped, PhoneTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { audited } from '../http/guards.ts';
import { Locale } from '../http/shapes.ts';
import { countInvitation, INVITE_BY_TELEPHONE_REFUSALS, inviteByTelephone } from './telephone-invitations.ts';

/** How staff have somebody called who wants to join by telephone. */
export function staffMemberRoutes(app: App, context: ManagementContext): void {
  const { secrets } = context;
  app.post(
    '/v1/staff/telephone-members',
    {
      // The audit trail has no phone number in full; the entry of the invitation has it masked.
      config: {
        staffRoles: ['operator', 'support'],
        audited: audited('ask_to_invite_by_telephone', 'telephone_invitation', () => 'new'),
      },
      schema: {
        tags: ['staff'],
        summary: 'Call somebody who wants to join by telephone, under the name on their ID',
        security: [{ session: [] }],
        body: closed({
          name: PersonNameTyped,
          phone: PhoneTyped,
          locale: Locale,
        }),
        response: {
          202: closed({
            invitation_id: Id,
            masked_phone: Type.String(),
            expires_at: Timestamp,
          }),
        },
        refusals: withIdempotencyKey(INVITE_BY_TELEPHONE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const fingerprint = keyedFingerprint(request, secrets.keyRing('token_pepper'));
      const idempotency = { ...staffIdempotency(context, request, 202), fingerprint };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countInvitation(context, request.body),
          (tx, invitation_id, invited) =>
            inviteByTelephone(context, tx, { invitation_id, staff_id }, invited),
        ),
      );
    },
  );
}
