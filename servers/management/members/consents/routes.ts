import Type from 'typebox';
import { closed, Timestamp } from '../../../../contracts/common.ts';
import { Version } from '../../../../kit/business/shapes.ts';
import { sendAnswer, sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import { done } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember } from '../../http/guards.ts';
import { ANSWER_CONSENT_REFUSALS, answerConsent, CONSENT_DOCUMENTS, readConsents } from './consents.ts';

const Consents = closed({
  consents: Type.Array(
    closed({
      document: Type.Enum([...CONSENT_DOCUMENTS]),
      version: Version,
      required: Type.Boolean(),
      agreed: Type.Boolean({ description: 'To the version in force.' }),
      answered: Type.Optional(closed({ version: Version, given: Type.Boolean(), at: Timestamp })),
    }),
  ),
});

/** What a member agrees to: terms, privacy policy and, apart from them, marketing. */
export function consentRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const about = { tags: ['members'], security: [{ session: [] }] };
  const onRequest = requireMember(context);

  app.get(
    '/v1/members/me/consents',
    {
      onRequest,
      schema: {
        ...about,
        summary: 'List what there is to agree to, and what the member answered',
        response: { 200: Consents },
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        done({ consents: await readConsents(context, db, memberOf(request).member_id) }),
      ),
  );

  app.post(
    '/v1/members/me/consents',
    {
      onRequest,
      schema: {
        ...about,
        summary: 'Agree to the version in force, or withdraw consent to marketing',
        body: closed({
          document: Type.Enum([...CONSENT_DOCUMENTS]),
          version: Version,
          given: Type.Boolean(),
        }),
        response: { 200: Consents },
        refusals: withIdempotencyKey(ANSWER_CONSENT_REFUSALS),
      },
    },
    async (request, reply) => {
      const member = memberOf(request);
      const idempotency = { db, clock, request, scope: `member:${member.member_id}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => answerConsent(context, tx, member, request.body)),
      );
    },
  );
}
