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
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { ORDER_STATES, type OrderState } from '../orders/order-states.ts';
import { DOUBTS } from '../orders/uses/check-notice.ts';
import { listDoubtful } from '../orders/uses/doubtful-notices.ts';
import { listPayable, listPayouts } from '../shops/list-payouts.ts';
import { liveNumbers } from './live-numbers.ts';
import { ShopNames } from './shapes.ts';

const security = [{ session: [] }];
const tags = ['staff'];
const Count = Type.Integer({ minimum: 0 });
const Seconds = Type.Optional(Type.Integer({ minimum: 0 }));
/** Reversals of another day's uses may outweigh what was used. */
const Sum = Type.Integer();

/** How things stand, and what shops are paid. */
export function staffWatchRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/numbers',
    {
      // A page asks every few seconds, and nothing of anybody is in it.
      config: { staffRoles: STAFF_ROLES, audited: null },
      schema: {
        tags,
        summary: 'Get current counts and totals',
        security,
        response: {
          200: closed({
            at: Timestamp,
            day_began_at: Timestamp,
            orders: Type.Array(
              closed({ state: Type.Enum(Object.keys(ORDER_STATES) as OrderState[]), count: Count }),
            ),
            money: Type.Array(
              closed({ currency: Currency, sold_minor: Sum, used_minor: Sum, refunded_minor: Sum }),
            ),
            stuck_orders: Count,
            messages: closed({
              waiting: Count,
              failing: Count,
              failed_today: Count,
              oldest_waiting_s: Seconds,
            }),
            calls: closed({ unknown: Count, oldest_unknown_s: Seconds }),
            notices: Type.Array(
              closed({
                sender: Type.String(),
                last_batch_no: Count,
                last_taken_at: Type.Optional(Timestamp),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => sendResult(request, reply, done(await liveNumbers(context))),
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
        querystring: closed({ before: Type.Optional(Type.Integer({ minimum: 1 })), limit: Limit }),
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

  app.get(
    '/v1/staff/payouts',
    {
      config: {
        staffRoles: ['operator', 'auditor'],
        audited: audited('look_at_payouts', 'payouts', () => 'all'),
      },
      schema: {
        tags,
        summary: 'List amounts due to shops and payouts, newest first',
        security,
        querystring: closed({ before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            payable: Type.Array(
              closed({
                shop_id: Type.String(),
                ...ShopNames.properties,
                currency: Currency,
                payable_minor: Sum,
                uses: Count,
                next_payout_at: Type.Optional(Timestamp),
              }),
            ),
            payouts: Type.Array(
              closed({
                payout_id: Id,
                shop_id: Type.String(),
                ...ShopNames.properties,
                gross_minor: AmountMinor,
                commission_minor: AmountMinorOrZero,
                net_minor: AmountMinorOrZero,
                currency: Currency,
                used_from: Timestamp,
                used_until: Timestamp,
                state: Type.Enum(['asked', 'paid', 'refused']),
                code: Type.Optional(Type.String()),
                created_at: Timestamp,
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const [payable, payouts] = await Promise.all([
        listPayable(context),
        listPayouts(context, request.query),
      ]);
      return sendResult(request, reply, done({ payable, payouts }));
    },
  );
}
