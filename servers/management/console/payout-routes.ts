import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency } from '../../../kit/staff/guard.ts';
import type { ManagementContext } from '../context.ts';
import { audited } from '../http/guards.ts';
import { listPayable, listPayouts } from '../shops/list-payouts.ts';
import { PAY_OUT_SHOP_REFUSALS, payOutShop } from '../shops/pay-out.ts';
import { PAYOUT_STATES } from '../shops/payout-news.ts';
import { payoutFilters } from './filters.ts';
import { ShopNames } from './shapes.ts';

const security = [{ session: [] }];
const tags = ['staff'];
const Count = Type.Integer({ minimum: 0 });
const State = Type.Enum([...PAYOUT_STATES]);

/** What shops are owed, and paying them. */
export function staffPayoutRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/payouts',
    {
      config: {
        staffRoles: ['operator', 'auditor'],
        serviceScope: 'payouts',
        audited: audited('look_at_payouts', 'payouts', () => 'all'),
      },
      schema: {
        tags,
        summary: 'List amounts due to shops, and payouts by state, shop or day (Korean time), newest first',
        security,
        querystring: closed({ ...payoutFilters, before: Type.Optional(Id), limit: Limit }),
        response: {
          200: closed({
            payable: Type.Array(
              closed({
                shop_id: Type.String(),
                ...ShopNames.properties,
                currency: Currency,
                /** Negative when reversals outweigh redemptions since the last payout. */
                payable_minor: Type.Integer(),
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
                state: State,
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
        listPayouts(context, request.query, request.query),
      ]);
      return sendResult(request, reply, done({ payable, payouts }));
    },
  );

  app.post(
    '/v1/staff/payouts',
    {
      config: {
        staffRoles: ['operator'],
        serviceScope: 'pay_out',
        recentProof: true,
        audited: audited('pay_out', 'shop', ({ body }) => Object(body).shop_id),
      },
      schema: {
        tags,
        summary: 'Pay a shop for redemptions in its stores, less commission',
        security,
        body: closed({ shop_id: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }) }),
        response: {
          201: closed({
            payout_id: Id,
            gross_minor: AmountMinor,
            commission_minor: AmountMinorOrZero,
            currency: Currency,
            state: State,
          }),
        },
        refusals: withIdempotencyKey(PAY_OUT_SHOP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { shop_id } = request.body;
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (payoutId) => payOutShop(context, payoutId, shop_id)),
      );
    },
  );
}
