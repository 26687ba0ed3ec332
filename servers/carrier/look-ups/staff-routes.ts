import Type from 'typebox';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { closed, Day, Id, Limit, Timestamp } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { CarrierContext } from '../context.ts';
import { LIST_LOOK_UPS_REFUSALS, listLookUps } from './list.ts';

/** The log of look-ups, for the carrier's staff. */
export function lookUpRoutes(app: App, { db }: CarrierContext): void {
  app.get(
    '/v1/staff/look-ups',
    {
      config: { staffRoles: ['operator', 'auditor'], serviceScope: 'look_ups' },
      schema: {
        tags: ['staff: subscribers'],
        summary: 'List look-ups: who asked, when, on what legal ground, and the answer; newest first',
        security: [{ session: [] }],
        querystring: closed({
          client_id: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
          day: Type.Optional(Day),
          phone: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: {
          200: closed({
            look_ups: Type.Array(
              closed({
                lookup_id: Id,
                client_id: Type.String(),
                ground: Type.String(),
                api: Type.String(),
                phone: Type.Union([Type.String(), Type.Null()]),
                attributes: Type.Array(Type.String()),
                status: Type.Integer(),
                code: Type.String(),
                trace_id: Type.String(),
                at: Timestamp,
              }),
            ),
          }),
        },
        refusals: LIST_LOOK_UPS_REFUSALS,
      },
    },
    async (request, reply) => {
      const found = await listLookUps(db, request.query);
      return sendResult(request, reply, found.ok ? done({ look_ups: found.value }) : found);
    },
  );
}
