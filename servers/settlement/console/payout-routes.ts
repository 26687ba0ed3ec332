import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { PAYOUT_WAITS, Payout } from '../../../contracts/settlement-payouts.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { SettlementContext } from '../context.ts';
import {
  APPROVE_PAYOUT_REFUSALS,
  approvePayout,
  REFUSE_PAYOUT_REFUSALS,
  refusePayout,
} from '../payouts/approve.ts';
import { listPayouts } from '../payouts/list.ts';
import { payoutFilters } from './filters.ts';
import { Reason, TextOrNull, TREASURER } from './shapes.ts';

const tags = ['staff: payouts'];
const security = [{ session: [] }];
const params = closed({ payout_id: Id });
const Count = Type.Integer({ minimum: 0 });

const ListedPayout = closed({
  ...Payout.properties,
  payer_party: Type.String(),
  requested_at: Timestamp,
  sent_at: Type.Optional(Timestamp),
  waits_for: Type.Optional(Type.Enum([...PAYOUT_WAITS])),
  /** How many people have to approve it, and who did. */
  approvals_needed: Count,
  approved_by: Type.Array(Type.String()),
  bank: TextOrNull,
  account_last4: TextOrNull,
  returned_by: Type.Union([Type.Enum(['staff', 'bank', 'payee_bank']), Type.Null()]),
});

/** Payouts to shops: what became of each, and the two people whom a large one needs. For a scope of staff. */
export function payoutRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  const { db, banks } = context;

  app.get(
    '/v1/staff/payouts',
    {
      config: { staffRoles, serviceScope: 'books' },
      schema: {
        tags,
        summary: 'List payouts to shops, newest first',
        security,
        querystring: closed({
          ...payoutFilters,
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ payouts: Type.Array(ListedPayout) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ payouts: await listPayouts(db, banks, request.query) })),
  );

  app.post(
    '/v1/staff/payouts/:payout_id/approvals',
    {
      config: { ...TREASURER, recentProof: true },
      schema: {
        tags,
        summary: 'Approve a payout above the limit; two people have to',
        security,
        params,
        response: { 201: closed({ ...Payout.properties, approvals: Count }) },
        refusals: withIdempotencyKey(APPROVE_PAYOUT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          approvePayout(context, tx, staff_id, request.params.payout_id),
        ),
      );
    },
  );

  app.post(
    '/v1/staff/payouts/:payout_id/refusals',
    {
      config: { ...TREASURER, recentProof: true },
      schema: {
        tags,
        summary: 'Refuse a payout that is not on its way yet; its money stays in trust',
        security,
        params,
        body: closed({ reason: Reason }),
        response: { 201: Payout },
        refusals: withIdempotencyKey(REFUSE_PAYOUT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { payout_id } = request.params;
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          refusePayout(context, tx, staff_id, { payout_id, reason: request.body.reason }),
        ),
      );
    },
  );
}
