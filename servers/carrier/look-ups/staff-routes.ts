import Type from 'typebox';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { acceptCsv } from '../../../kit/http/csv-body.ts';
import { closed, Day, Id, Limit, Timestamp } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffOf } from '../../../kit/staff/guard.ts';
import { staffRoutes as door } from '../../../kit/staff/routes.ts';
import type { CarrierContext } from '../context.ts';
import { IMPORT_SUBSCRIBERS_REFUSALS, importSubscribers } from '../subscribers/import-subscribers.ts';
import { LIST_LOOK_UPS_REFUSALS, listLookUps } from './list-look-ups.ts';

const CSV_BYTES_MAX = 4 * 1024 * 1024;
const RULES = { prefix: '/v1/staff', roles: ['operator', 'auditor'], adminRole: 'operator' };
const security = [{ session: [] }];

/** What the carrier's staff do: bring subscribers in, and read the book of who asked about whom. */
export function staffRoutes(app: App, context: CarrierContext): Promise<void> {
  return door(app, context, RULES, (guarded) => {
    bookRoute(guarded, context);
    void guarded.register(async (imports) => importRoute(imports, context));
  });
}

function bookRoute(app: App, { db }: CarrierContext): void {
  app.get(
    '/v1/staff/look-ups',
    {
      config: { staffRoles: RULES.roles },
      schema: {
        tags: ['staff: subscribers'],
        summary: 'List look-ups: who asked, when, on what legal ground, and the answer; newest first',
        security,
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

/** In a scope of its own, because only here a body may be CSV, and large. */
function importRoute(app: App, context: CarrierContext): void {
  const { db, clock } = context;
  acceptCsv(app);

  app.post(
    '/v1/staff/subscribers/imports',
    {
      bodyLimit: CSV_BYTES_MAX,
      config: { staffRoles: ['operator'] },
      schema: {
        tags: ['staff: subscribers'],
        summary: 'Import subscribers from CSV (UTF-8), all lines or none; repeating a file changes nothing',
        security,
        consumes: ['text/csv'],
        body: Type.String({
          examples: [
            'phone_number,name,activated_on,birthdate\n+821055556666,홍길동,2020-02-29,1990-12-31\n',
          ],
        }),
        response: {
          200: closed({ lines: Type.Integer(), added: Type.Integer(), changed: Type.Integer() }),
        },
        refusals: withIdempotencyKey(IMPORT_SUBSCRIBERS_REFUSALS),
      },
    },
    async (request, reply) => {
      const scope = `staff:${staffOf(request).staff_id}`;
      const idempotency = { db, clock, request, scope, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => importSubscribers(context, tx, request.body)),
      );
    },
  );
}
