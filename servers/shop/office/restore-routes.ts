import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { readEpoch } from '../../../kit/journal/epoch.ts';
import { listFindings } from '../../../kit/restore/findings.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';

const RestoreShape = closed({
  epoch_no: Type.Integer({ minimum: 1 }),
  began_at: Timestamp,
  reason: Type.Enum(['made', 'restored', 'held_by_party']),
  party: Type.Optional(Type.String()),
  reconciled_at: Type.Optional(Timestamp),
  findings: Type.Array(
    closed({
      finding_no: Type.Integer(),
      kind: Type.String(),
      party: Type.String(),
      subject_id: Type.Optional(Id),
      about: Type.String(),
      found_at: Timestamp,
    }),
  ),
});

/** When the database was restored last, whether everything is here again, and what could not be had. */
export function officeRestoreRoutes(app: App, { db }: ShopContext): void {
  app.get(
    '/v1/office/restore',
    {
      config: { staffRoles: ['owner', 'auditor'], serviceScope: 'books' },
      schema: {
        tags: ['office: books'],
        summary: 'Get the epoch of the database, and what could not be had again after its last restore',
        security: [{ session: [] }],
        querystring: closed({ after: Type.Optional(Type.Integer({ minimum: 0 })), limit: Limit }),
        response: { 200: RestoreShape },
      },
    },
    async (request, reply) => {
      const { epoch_no, began_at, reason, party, reconciled_at } = await readEpoch(db);
      const findings = await listFindings(db, epoch_no, request.query);
      return sendResult(
        request,
        reply,
        done({
          epoch_no: Number(epoch_no),
          began_at: began_at.toISOString(),
          reason,
          ...(party === null ? {} : { party }),
          ...(reconciled_at === null ? {} : { reconciled_at: reconciled_at.toISOString() }),
          findings: findings.map(({ finding_no, subject_id, found_at, ...finding }) => ({
            ...finding,
            finding_no: Number(finding_no),
            found_at: found_at.toISOString(),
            ...(subject_id === null ? {} : { subject_id }),
          })),
        }),
      );
    },
  );
}
