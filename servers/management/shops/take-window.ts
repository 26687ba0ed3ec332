import { brokenWindowRule, type ShopWindow, type ShownShop } from '../../../contracts/shop-windows.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { storeEvidence } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { ManagementContext } from '../context.ts';
import { SHOP_COLUMNS, type Shop } from './shops.ts';

type WindowState = {
  window_version: number | null;
  limit_min_minor: bigint | null;
  limit_max_minor: bigint | null;
  refused_version: number | null;
  refused_code: string | null;
};

/** A shop as buyers see it, to be told to its own server. Undefined if it sells nothing. */
export async function readShown(executor: Executor, shopId: string): Promise<ShownShop | undefined> {
  const found = await sql<Shop & WindowState>`
    select ${SHOP_COLUMNS}, window_version, limit_min_minor, limit_max_minor,
      (select r.refused_version from window_reads r where r.shop_id = shops.shop_id) as refused_version,
      (select r.refused_code from window_reads r where r.shop_id = shops.shop_id) as refused_code
    from shops where shops.shop_id = ${shopId} and active`.execute(executor);
  const [shop] = found.rows;
  if (shop === undefined) return undefined;
  const { refused_version: version, refused_code: code } = shop;
  return {
    name_ko: shop.name_ko,
    name_en: shop.name_en,
    currency: shop.currency,
    limits: limitsOf(shop),
    version: shop.window_version ?? 0,
    shown: {
      description_ko: shop.description_ko,
      description_en: shop.description_en,
      usage_ko: shop.usage_ko,
      usage_en: shop.usage_en,
      picture_id: shop.picture_id,
      amount_min_minor: minorToJson(shop.amount_min_minor),
      amount_max_minor: minorToJson(shop.amount_max_minor),
      suggested_minor: shop.suggested_minor.map(minorToJson),
    },
    ...(version === null || code === null ? {} : { refused: { version, code } }),
  };
}

/**
 * Shows a window from now on, if it is newer than the one shown and within the operator's limits; its picture must be here by
 * now. Returns why not, or null, also where nothing was to be done.
 */
export async function takeWindow(
  { clock }: ManagementContext,
  tx: Tx,
  shopId: string,
  window: ShopWindow,
  evidence: Evidence,
): Promise<{ taken: boolean; refused: string | null }> {
  const found = await sql<Shop & WindowState>`
    select ${SHOP_COLUMNS}, window_version, limit_min_minor, limit_max_minor, null::integer as refused_version,
      null::text as refused_code
    from shops where shop_id = ${shopId} for no key update`.execute(tx);
  const [shop] = found.rows;
  if (shop === undefined || window.version <= (shop.window_version ?? 0))
    return { taken: false, refused: null };
  const limits = limitsOf(shop);
  const broken = brokenWindowRule(window, limits);
  if (broken !== null) return { taken: false, refused: String(broken.extra?.rule ?? broken.code) };
  const { version, picture_id } = window;
  await sql`
    update shops set description_ko = ${window.description_ko}, description_en = ${window.description_en},
      usage_ko = ${window.usage_ko}, usage_en = ${window.usage_en}, picture_id = ${picture_id},
      amount_min_minor = ${minorFromJson(window.amount_min_minor)},
      amount_max_minor = ${minorFromJson(window.amount_max_minor)},
      suggested_minor = ${window.suggested_minor.map(minorFromJson)}, window_version = ${version},
      limit_min_minor = ${minorFromJson(limits.amount_min_minor)},
      limit_max_minor = ${minorFromJson(limits.amount_max_minor)}
    where shop_id = ${shopId}`.execute(tx);
  await sql`
    insert into taken_windows (shop_id, version, evidence_id, taken_at)
    values (${shopId}, ${version}, ${await storeEvidence(tx, evidence)}, ${clock()})`.execute(tx);
  return { taken: true, refused: null };
}

/** What the operator entered, as long as no window of the shop's is shown. */
function limitsOf({
  limit_min_minor,
  limit_max_minor,
  amount_min_minor,
  amount_max_minor,
}: Pick<
  Shop & WindowState,
  'limit_min_minor' | 'limit_max_minor' | 'amount_min_minor' | 'amount_max_minor'
>) {
  return {
    amount_min_minor: minorToJson(limit_min_minor ?? amount_min_minor),
    amount_max_minor: minorToJson(limit_max_minor ?? amount_max_minor),
  };
}
