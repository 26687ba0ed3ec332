import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';
import { DISPUTE_DOUBTS } from '../disputes/check-dispute.ts';
import { GIFT_STATES, type GiftState } from '../disputes/gift-states.ts';
import { DISPUTE_PARTS, listDisputes, listUnread } from '../disputes/list-disputes.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';

const DisputeShape = closed({
  told_by: Type.String(),
  dispute_id: Id,
  payment_id: Id,
  state: Type.Enum(['open', 'won', 'lost']),
  amount_minor: AmountMinor,
  /** What had been used before a dispute was lost, or is not covered yet. */
  uncovered_minor: AmountMinorOrZero,
  currency: Currency,
  reason: Type.String(),
  respond_by: Type.Optional(Timestamp),
  doubt: Type.Optional(Type.Enum([...DISPUTE_DOUBTS])),
  evidence_id: Id,
  heard_at: Timestamp,
  changed_at: Timestamp,
  gifts: Type.Array(
    closed({
      order_id: Id,
      state: Type.Enum(Object.keys(GIFT_STATES) as GiftState[]),
      cancelled_minor: AmountMinorOrZero,
      code: Type.Optional(Type.String()),
    }),
  ),
});

/** Disputes about payments, what became of their gifts, and lists of disputes that can't be read. */
export function staffDisputeRoutes(app: App, { db }: ManagementContext): void {
  app.get(
    '/v1/staff/disputes',
    {
      config: { staffRoles: STAFF_ROLES, audited: audited('look_at_disputes', 'orders', () => 'disputes') },
      schema: {
        tags: ['staff'],
        summary: 'List disputes about payments, newest first',
        security: [{ session: [] }],
        querystring: closed({
          part: Type.Optional(Type.Enum([...DISPUTE_PARTS])),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: {
          200: closed({
            disputes: Type.Array(DisputeShape),
            unread: Type.Array(
              closed({ party: Type.String(), failing_since: Timestamp, problem: Type.String() }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        done({ disputes: await listDisputes(db, request.query), unread: await listUnread(db) }),
      ),
  );
}
