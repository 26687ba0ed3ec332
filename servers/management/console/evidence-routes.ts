import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import { staffOf } from '../../../kit/staff/guard.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { DOUBTS } from '../orders/uses/check-notice.ts';
import { listDoubtful } from '../orders/uses/doubtful-notices.ts';
import { READ_EVIDENCE_REFUSALS, readEvidence } from './read-evidence.ts';
import { EvidenceShape } from './shapes.ts';

const security = [{ session: [] }];
const tags = ['staff'];

/** What other servers signed, including the notices that our own books contradict. */
export function staffEvidenceRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/evidence/:evidence_id',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_evidence', 'evidence', ({ params }) => Object(params).evidence_id),
      },
      schema: {
        tags,
        summary: 'Get a signed message as stored, and whether its signature is valid',
        security,
        params: closed({ evidence_id: Id }),
        response: { 200: EvidenceShape },
        refusals: READ_EVIDENCE_REFUSALS,
      },
    },
    async (request, reply) => {
      // Support staff work without personal data.
      const canSeePersonalData = staffOf(request).role !== 'support';
      const { evidence_id } = request.params;
      return sendResult(request, reply, await readEvidence(context, evidence_id, { canSeePersonalData }));
    },
  );

  app.get(
    '/v1/staff/doubtful-notices',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_doubtful_notices', 'notices', () => 'doubtful'),
      },
      schema: {
        tags,
        summary: 'List doubtful notices: those that disagree with our books, newest first',
        security,
        querystring: closed({
          before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
          limit: Limit,
        }),
        response: {
          200: closed({
            notices: Type.Array(
              closed({
                doubt_no: Type.Integer(),
                notice_id: Id,
                sender: Type.String(),
                order_id: Type.Optional(Id),
                kind: Type.String(),
                reason: Type.Enum([...DOUBTS]),
                content: Type.Record(Type.String(), Type.Unknown()),
                evidence_id: Id,
                at: Timestamp,
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ notices: await listDoubtful(context, request.query) })),
  );
}
