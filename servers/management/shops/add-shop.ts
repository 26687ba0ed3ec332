import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { isCurrency } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { recordAudit } from '../../../kit/staff/audit.ts';
import { type ManagementContext, settlementsOf } from '../context.ts';
import { brokenRule, type StaffShop, shopParties, staffShop } from './shop-terms.ts';
import { SHOP_COLUMNS, type Shop } from './shops.ts';

export const ADD_SHOP_REFUSALS = refusals(
  'party_unknown', // no such shop or settlement server is permitted
  'currency_unsupported',
  'shop_terms_invalid',
  'shop_exists',
);

/** Without a settlement server, the first in the list takes its payments. */
export type NewShop = Omit<StaffShop, 'settlement'> & { settlement?: string | null };

/** Adds a shop, whose certificates are then on sale. */
export async function addShop(
  context: ManagementContext,
  tx: Tx,
  staffId: string,
  input: NewShop,
): Promise<Result<StaffShop, RefusalOf<typeof ADD_SHOP_REFUSALS>>> {
  if (!shopParties(context).includes(input.party)) return refuse('party_unknown');
  const settlement = settlementsOf(context).find(
    ({ party }) => (input.settlement ?? null) === null || party === input.settlement,
  )?.party;
  if (settlement === undefined) return refuse('party_unknown');
  if (!isCurrency(input.currency)) return refuse('currency_unsupported');
  const broken = brokenRule(input);
  if (broken !== null) return broken;
  const shop = await insertShop(tx, { ...input, settlement });
  if (shop === undefined) return refuse('shop_exists');
  const { shop_id, ...terms } = staffShop(shop);
  await recordAudit(context, tx, {
    staff_id: staffId,
    action: 'add_shop',
    subject: { subject_kind: 'shop', subject_id: shop_id, ...terms },
  });
  return done(staffShop(shop));
}

/** Undefined if the shop exists. */
export async function insertShop(executor: Executor, input: NewShop): Promise<Shop | undefined> {
  const added = await sql<Shop>`
    insert into shops (shop_id, party, settlement, currency, name_ko, name_en, description_ko, description_en, image_key,
      amount_min_minor, amount_max_minor, suggested_minor, payment_route, commission_bp, answer_days, remind_days,
      validity_months, refund_days, time_zone, active)
    values (${input.shop_id}, ${input.party}, ${input.settlement ?? null}, ${input.currency}, ${input.name_ko}, ${input.name_en},
      ${input.description_ko}, ${input.description_en}, ${input.image_key}, ${input.amount_min_minor},
      ${input.amount_max_minor}, ${input.suggested_minor}, ${input.payment_route}, ${input.commission_bp},
      ${input.answer_days}, ${input.remind_days}, ${input.validity_months}, ${input.refund_days},
      ${input.time_zone}, ${input.active})
    on conflict (shop_id) do nothing returning ${SHOP_COLUMNS}`.execute(executor);
  return added.rows[0];
}
