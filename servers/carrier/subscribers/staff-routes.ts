import Type from 'typebox';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { acceptCsv } from '../../../kit/http/csv-body.ts';
import { closed } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { staffIdempotency } from '../../../kit/staff/guard.ts';
import type { CarrierContext } from '../context.ts';
import { IMPORT_SUBSCRIBERS_REFUSALS, importSubscribers } from './import.ts';

const CSV_BYTES_MAX = 4 * 1024 * 1024;

/** Importing subscribers. Needs a scope of its own, because it accepts CSV bodies, and large ones. */
export function subscriberRoutes(app: App, context: CarrierContext): void {
  acceptCsv(app);

  app.post(
    '/v1/staff/subscribers/imports',
    {
      bodyLimit: CSV_BYTES_MAX,
      config: { staffRoles: ['operator'], serviceScope: 'import_subscribers', recentProof: true },
      schema: {
        tags: ['staff: subscribers'],
        summary: 'Import subscribers from CSV, all lines or none; repeating a file changes nothing',
        security: [{ session: [] }],
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
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => importSubscribers(context, tx, request.body)),
      );
    },
  );
}
