import { closed, Id } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { staffOf } from '../../../kit/staff/guard.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { READ_EVIDENCE_REFUSALS, readEvidence } from './read-evidence.ts';
import { EvidenceShape } from './shapes.ts';

const security = [{ session: [] }];
const tags = ['staff'];

/** What other servers signed. */
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
}
