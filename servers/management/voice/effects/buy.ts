import { setTimeout as pause } from 'node:timers/promises';
import { SECOND_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { ProblemCode } from '../../../../kit/http/statuses.ts';
import { minorToJson } from '../../../../kit/money.ts';
import { maskName } from '../../../../kit/names.ts';
import type { Result } from '../../../../kit/result.ts';
import { certificateBalance } from '../../books/books.ts';
import type { ManagementContext } from '../../context.ts';
import { logIn } from '../../members/log-in.ts';
import { driveOrder } from '../../orders/drive-order.ts';
import { abandonOrder } from '../../orders/end-order.ts';
import { ownOrder } from '../../orders/list-orders.ts';
import { ORDER_COLUMNS, type OrderRow, type OrderView } from '../../orders/orders.ts';
import { placeOrder } from '../../orders/place-order.ts';
import { confirmRecipient } from '../../orders/recipient/confirm-recipient.ts';
import { nameRecipient } from '../../orders/recipient/name-recipient.ts';
import { SHOP_COLUMNS, type Shop } from '../../shops/shops.ts';
import type { Effect, EffectResult, GiftFact, ShopFact } from '../dialogues/types.ts';
import type { Asking } from './asking.ts';

type Asked<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

const LOOK_AGAIN_MS = 3 * SECOND_MS;
const SHOPS_MAX = 50;
const GIFTS_AT_ONCE = 3;

/** Purchase 1–2. The session's token is nobody's: the call itself is the session, and ends with it. */
export async function logInByPhone(
  context: ManagementContext,
  { member_number, phone_pin }: Asked<'log_in'>,
  { call }: Asking,
): Promise<EffectResult> {
  const address = `voice:${call.phone ?? call.line}`;
  const opened = await logIn(context, { member_number, phone_pin, line: 'phone' }, address);
  if (!opened.ok) return { kind: 'refused', code: opened.code };
  const { member, payment_methods } = opened.value;
  return {
    kind: 'logged_in',
    member_id: member.member_id,
    masked_name: member.name,
    methods: payment_methods.map(({ payment_method_id, brand, masked_number }) => ({
      payment_method_id,
      brand,
      last4: masked_number.slice(-4),
    })),
  };
}

export async function listShops({ db }: ManagementContext): Promise<EffectResult> {
  const found = await sql<Shop>`
    select ${SHOP_COLUMNS} from shops where active order by shop_id limit ${SHOPS_MAX}`.execute(db);
  const shops = found.rows.map(
    (shop): ShopFact => ({
      shop_id: shop.shop_id,
      party: shop.party,
      name_ko: shop.name_ko,
      name_en: shop.name_en,
      currency: shop.currency,
      amount_min_minor: minorToJson(shop.amount_min_minor),
      amount_max_minor: minorToJson(shop.amount_max_minor),
      suggested_minor: shop.suggested_minor.map(minorToJson),
    }),
  );
  return { kind: 'shops_listed', shops };
}

/** Purchase 3–5. The order has the id of the input, so an input that is taken up again makes no second one. */
export async function order(
  context: ManagementContext,
  { member_id, shop_id, amount_minor, currency, payment_method_id }: Asked<'place_order'>,
  { effectId }: Asking,
): Promise<EffectResult> {
  const input = { shop_id, amount_minor, currency, payment_method_id };
  return seen(await placeOrder(context, effectId, member_id, input));
}

/** Waits a moment and asks settlement again. */
export async function lookAtOrder(
  context: ManagementContext,
  { member_id, order_id }: Asked<'look_at_order'>,
): Promise<EffectResult> {
  await pause(LOOK_AGAIN_MS);
  await driveOrder(context, order_id);
  return seen(await ownOrder(context, member_id, order_id));
}

/** Purchase 6–10. */
export async function name(
  context: ManagementContext,
  { member_id, order_id, phone }: Asked<'name_recipient'>,
): Promise<EffectResult> {
  const named = await nameRecipient(context, order_id, member_id, { phone });
  if (!named.ok) return { kind: 'refused', code: named.code };
  const { recipient } = named.value;
  if (recipient?.read_back_id === undefined) return { kind: 'refused', code: 'wrong_state' };
  const { masked_name, read_back_id, recycled = false } = recipient;
  return { kind: 'named', named: { phone, masked_name, read_back_id, recycled } };
}

/** Purchase 11–13. */
export async function confirm(
  context: ManagementContext,
  { member_id, order_id, read_back_id }: Asked<'confirm'>,
): Promise<EffectResult> {
  return seen(await confirmRecipient(context, order_id, member_id, read_back_id));
}

export async function abandon(
  context: ManagementContext,
  { member_id, order_id }: Asked<'abandon'>,
): Promise<EffectResult> {
  return seen(await abandonOrder(context, order_id, member_id));
}

function seen(result: Result<OrderView, ProblemCode>): EffectResult {
  if (!result.ok) return { kind: 'refused', code: result.code };
  const { order_id, state } = result.value;
  return { kind: 'order_seen', order_id, state };
}

/** What became of a member's gifts, newest first; orders that were never paid are none. */
export async function listGifts(
  { db }: ManagementContext,
  { member_id, before }: Asked<'list_gifts'>,
): Promise<EffectResult> {
  const found = await sql<OrderRow & Pick<Shop, 'name_ko' | 'name_en'>>`
    select ${ORDER_COLUMNS}, s.name_ko, s.name_en from orders o join shops s using (shop_id)
    where o.member_id = ${member_id} and o.captured_at is not null
      and ${before === null ? sql`true` : sql`o.order_id < ${before}`}
    order by o.order_id desc limit ${GIFTS_AT_ONCE + 1}`.execute(db);
  const gifts = await Promise.all(
    found.rows.slice(0, GIFTS_AT_ONCE).map(async (row): Promise<GiftFact> => {
      const isHeld = row.state === 'accepted' || row.state === 'issued';
      return {
        shop_name_ko: row.name_ko,
        shop_name_en: row.name_en,
        amount_minor: minorToJson(row.amount_minor),
        currency: row.currency,
        recipient_name: maskName(row.recipient_name ?? ''),
        state: row.state,
        remaining_minor: isHeld ? minorToJson(await certificateBalance(db, row)) : null,
      };
    }),
  );
  const last = found.rows[GIFTS_AT_ONCE - 1];
  const more = found.rows.length > GIFTS_AT_ONCE;
  return { kind: 'gifts_listed', gifts, before: more && last !== undefined ? last.order_id : null };
}
