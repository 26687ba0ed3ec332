import Type from 'typebox';
import { AmountMinor, Currency, closed, Timestamp } from '../../../contracts/common.ts';
import { WindowLimits } from '../../../contracts/shop-windows.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { type ManagementContext, settlementsOf } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { ADD_SHOP_REFUSALS, addShop } from './add-shop.ts';
import { CHANGE_SHOP_REFUSALS, changeShop } from './change-shop.ts';
import { listWindows } from './list-windows.ts';
import { ImageKey, ShopId } from './shapes.ts';
import { listStaffShops, shopParties } from './shop-terms.ts';

const Name = Type.String({ minLength: 1, maxLength: 60 });
const Description = Type.Union([Type.String({ minLength: 1, maxLength: 2_000 }), Type.Null()]);

const TERMS = {
  name_ko: Name,
  name_en: Name,
  description_ko: Description,
  description_en: Description,
  image_key: Type.Union([ImageKey, Type.Null()]),
  amount_min_minor: AmountMinor,
  amount_max_minor: AmountMinor,
  suggested_minor: Type.Array(AmountMinor, { maxItems: 12, uniqueItems: true }),
  payment_route: Type.Enum(['direct', 'through_shop']),
  commission_bp: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths of a percent.' }),
  answer_days: Type.Integer({ minimum: 2, maximum: 90, description: 'Days the recipient has to accept.' }),
  remind_days: Type.Integer({ minimum: 1, maximum: 89, description: 'Days before the reminder.' }),
  validity_months: Type.Integer({
    minimum: 12,
    maximum: 1_200,
    description: "At least a year, as Korea's standard terms for new-type gift certificates say.",
  }),
  refund_days: Type.Integer({
    minimum: 0,
    maximum: 90,
    description:
      'Days after the delivery in which the buyer can withdraw an accepted, unused gift; 0 means never.',
  }),
  time_zone: Type.String({
    minLength: 1,
    maxLength: 64,
    description: 'IANA time zone in which the days of its terms end; the shop server has the same.',
    examples: ['Asia/Seoul'],
  }),
  active: Type.Boolean({
    description: 'Whether certificates are on sale; those already sold stay valid either way.',
  }),
};
const PartyName = Type.String({ minLength: 1, maxLength: 64 });
const StaffShopShape = closed({
  shop_id: ShopId,
  party: PartyName,
  settlement: Type.Union([PartyName, Type.Null()], {
    description: 'The settlement server that takes its payments; null is the first permitted one.',
  }),
  currency: Currency,
  ...TERMS,
});
const NewShopShape = closed({
  shop_id: ShopId,
  party: PartyName,
  settlement: Type.Optional(Type.Union([PartyName, Type.Null()])),
  currency: Currency,
  ...TERMS,
});
/** Of a shop that says what is shown of it: the version that was taken last, and one that is not shown, with the reason. */
const WindowShape = closed({
  shop_id: ShopId,
  version: Type.Integer({ minimum: 0 }),
  taken_at: Type.Union([Timestamp, Type.Null()]),
  limits: WindowLimits,
  refused: Type.Optional(closed({ version: Type.Integer(), code: Type.String() })),
});
const security = [{ session: [] }];

/** How staff manage shops. Every change is in the audit trail with the values before it. */
export function staffShopRoutes(app: App, context: ManagementContext): void {
  const { db } = context;
  const tags = ['staff'];

  app.get(
    '/v1/staff/shops',
    {
      config: {
        staffRoles: STAFF_ROLES,
        serviceScope: 'shops',
        audited: audited('look_at_shops', 'shops', () => 'all'),
      },
      schema: {
        tags,
        summary: 'List all shops with their terms',
        security,
        response: {
          200: closed({
            shops: Type.Array(StaffShopShape),
            parties: Type.Array(Type.String(), { description: 'Shop servers permitted here.' }),
            settlements: Type.Array(Type.String(), { description: 'Settlement servers permitted here.' }),
            windows: Type.Array(WindowShape),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        done({
          shops: await listStaffShops(db),
          parties: shopParties(context),
          settlements: settlementsOf(context).map(({ party }) => party),
          windows: await listWindows(db),
        }),
      ),
  );

  app.post(
    '/v1/staff/shops',
    {
      config: {
        staffRoles: ['operator'],
        recentProof: true,
        audited: audited('ask_to_add_shop', 'shop', ({ body }) => Object(body).shop_id),
      },
      schema: {
        tags,
        summary: 'Add a shop',
        security,
        body: NewShopShape,
        response: { 201: StaffShopShape },
        refusals: withIdempotencyKey(ADD_SHOP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => addShop(context, tx, staff_id, request.body)),
      );
    },
  );

  app.patch(
    '/v1/staff/shops/:shop_id',
    {
      config: {
        staffRoles: ['operator'],
        recentProof: true,
        audited: audited('ask_to_change_shop', 'shop', ({ params }) => Object(params).shop_id),
      },
      schema: {
        tags,
        summary: 'Update a shop’s terms; omitted fields stay as they are',
        security,
        params: closed({ shop_id: ShopId }),
        body: Type.Partial(closed(TERMS), { additionalProperties: false }),
        response: { 200: StaffShopShape },
        refusals: withIdempotencyKey(CHANGE_SHOP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { shop_id } = request.params;
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          changeShop(context, tx, staff_id, shop_id, request.body),
        ),
      );
    },
  );
}
