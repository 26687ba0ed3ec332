import Type from 'typebox';
import { Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done, refusals } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { ShopContext } from '../context.ts';
import { ACCOUNT_CHANGES, acknowledgeAccountChanges, listAccountChanges } from './account-changes.ts';

const tags = ['office: figures'];
const security = [{ session: [] }];
const ACKNOWLEDGED_MAX = 100;

/** Changes of the bank accounts that the shop is paid to. */
export function officeAccountChangeRoutes(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/account-changes',
    {
      config: { staffRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary: 'List changes of the bank accounts that the shop is paid to that no owner has acknowledged',
        security,
        response: {
          200: closed({
            changes: Type.Array(
              closed({
                change_id: Id,
                change: Type.Enum([...ACCOUNT_CHANGES]),
                currency: Currency,
                bank_code: Type.Union([Type.String(), Type.Null()]),
                last4: Type.String(),
                changed_at: Timestamp,
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ changes: await listAccountChanges(context.db) })),
  );

  app.post(
    '/v1/office/account-changes/acknowledgements',
    {
      config: { staffRoles: ['owner'] },
      schema: {
        tags,
        summary: 'Acknowledge changes of bank accounts; they are no longer shown',
        security,
        body: closed({ change_ids: Type.Array(Id, { minItems: 1, maxItems: ACKNOWLEDGED_MAX }) }),
        response: { 200: closed({ acknowledged: Type.Integer({ minimum: 0 }) }) },
        refusals: withIdempotencyKey(refusals()),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx) =>
          acknowledgeAccountChanges(context, tx, staff_id, request.body.change_ids),
        ),
      );
    },
  );
}
