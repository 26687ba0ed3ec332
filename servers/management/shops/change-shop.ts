import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { recordAudit } from '../../../kit/staff/audit.ts';
import type { ManagementContext } from '../context.ts';
import { brokenRule, type ShopTerms, type StaffShop, staffShop } from './shop-terms.ts';
import { SHOP_COLUMNS, type Shop } from './shops.ts';

export const CHANGE_SHOP_REFUSALS = refusals(
  'shop_not_found',
  'shop_terms_invalid', // of the resulting terms
);

/**
 * Changes some of a shop's terms; the others stay as they are. Amounts that the operator sets are also the limits of those that the
 * shop can choose in its window. The audit trail has the values before and after. Gifts
 * already bought keep their payment route.
 */
export async function changeShop(
  context: ManagementContext,
  tx: Tx,
  staffId: string,
  shopId: string,
  changes: Partial<ShopTerms>,
): Promise<Result<StaffShop, RefusalOf<typeof CHANGE_SHOP_REFUSALS>>> {
  const found =
    await sql<Shop>`select ${SHOP_COLUMNS} from shops where shop_id = ${shopId} for update`.execute(tx);
  const row = found.rows[0];
  if (row === undefined) return refuse('shop_not_found');
  const before = staffShop(row);
  const after = { ...before, ...changes };
  const broken = brokenRule(after);
  if (broken !== null) return broken;
  await sql`
    update shops set name_ko = ${after.name_ko}, name_en = ${after.name_en}, description_ko = ${after.description_ko},
      description_en = ${after.description_en}, image_key = ${after.image_key},
      amount_min_minor = ${after.amount_min_minor}, amount_max_minor = ${after.amount_max_minor},
      suggested_minor = ${after.suggested_minor}, payment_route = ${after.payment_route},
      commission_bp = ${after.commission_bp}, answer_days = ${after.answer_days}, remind_days = ${after.remind_days},
      validity_months = ${after.validity_months}, refund_days = ${after.refund_days},
      time_zone = ${after.time_zone}, active = ${after.active},
      limit_min_minor = case when ${changes.amount_min_minor === undefined}::boolean then limit_min_minor else ${after.amount_min_minor} end,
      limit_max_minor = case when ${changes.amount_max_minor === undefined}::boolean then limit_max_minor else ${after.amount_max_minor} end
    where shop_id = ${shopId}`.execute(tx);
  await recordAudit(context, tx, {
    staff_id: staffId,
    action: 'change_shop',
    subject: {
      subject_kind: 'shop',
      subject_id: shopId,
      before: pick(before, changes),
      after: pick(after, changes),
    },
  });
  return done(after);
}

function pick(shop: StaffShop, changes: Partial<ShopTerms>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shop).filter(([name]) => Object.hasOwn(changes, name)));
}
