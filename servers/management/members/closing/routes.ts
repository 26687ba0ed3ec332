import { closed, Timestamp } from '../../../../contracts/common.ts';
import { sendAnswer } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { PROOF_REFUSALS } from '../../../../kit/http/guard-refusals.ts';
import { clearSession } from '../../../../kit/http/session-token.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import type { ManagementContext } from '../../context.ts';
import { memberCookie, memberOf, requireMember, requireRecentProof, webOnly } from '../../http/guards.ts';
import { CLOSE_ACCOUNT_REFUSALS, closeAccount } from './close-account.ts';

/** How a member leaves (탈퇴). */
export function closingRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  app.post(
    '/v1/members/me/closing',
    {
      onRequest: [requireMember(context), webOnly, requireRecentProof(context)],
      schema: {
        tags: ['members'],
        summary: 'Close my account; gifts and refunds go on',
        security: [{ session: [] }],
        response: { 200: closed({ closed_at: Timestamp }) },
        refusals: withIdempotencyKey([...PROOF_REFUSALS, ...CLOSE_ACCOUNT_REFUSALS]),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      const idempotency = { db, clock, request, scope: `member:${member_id}`, status: 200 };
      const answer = await idempotentTransaction(idempotency, (tx) => closeAccount(context, tx, member_id));
      clearSession(reply, memberCookie(context));
      return sendAnswer(reply, answer);
    },
  );
}
