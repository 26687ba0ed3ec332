import {
  brokenWindowRule,
  type ShopWindow,
  type ShownShop,
  type WindowContent,
  type WindowLimits,
} from '../../../contracts/shop-windows.ts';
import { sql } from '../../../kit/db/sql.ts';
import { type Executor, inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';

type Amounts = { amount_min_minor: bigint; amount_max_minor: bigint; suggested_minor: bigint[] };
type ContentRow = Omit<WindowContent, keyof Amounts> & Amounts;
type WindowRow = ContentRow & { version: number };

/** A shop of ours as an operator shows it, with what we last wanted shown there. */
export type OwnWindow = ShownShop & {
  operator: string;
  shop_id: string;
  asked_at: string;
  /** What was published here last, if anything was. */
  wanted?: ShopWindow & { published_at: string };
};

/** Keeps what an operator shows of a shop, and answers what is wanted there. */
export function answerWindow(
  context: ShopContext,
  where: { operator: string; shop_id: string },
  told: ShownShop,
): Promise<{ window?: ShopWindow }> {
  return inTransaction(context.db, async (tx) => {
    await keepShown(context, tx, where, told);
    return readWanted(tx, where);
  });
}

async function keepShown(
  { clock }: ShopContext,
  tx: Tx,
  { operator, shop_id }: { operator: string; shop_id: string },
  told: ShownShop,
): Promise<void> {
  const { limits, shown, refused } = told;
  await sql`
    insert into shown_shops as s (operator, shop_id, name_ko, name_en, currency, limit_min_minor, limit_max_minor, version,
      description_ko, description_en, usage_ko, usage_en, picture_id, amount_min_minor, amount_max_minor, suggested_minor,
      refused_version, refused_code, asked_at)
    values (${operator}, ${shop_id}, ${told.name_ko}, ${told.name_en}, ${told.currency},
      ${minorFromJson(limits.amount_min_minor)}, ${minorFromJson(limits.amount_max_minor)}, ${told.version},
      ${shown.description_ko}, ${shown.description_en}, ${shown.usage_ko}, ${shown.usage_en}, ${shown.picture_id},
      ${minorFromJson(shown.amount_min_minor)}, ${minorFromJson(shown.amount_max_minor)},
      ${shown.suggested_minor.map(minorFromJson)}, ${refused?.version ?? null}, ${refused?.code ?? null}, ${clock()})
    on conflict (operator, shop_id) do update
      set name_ko = excluded.name_ko, name_en = excluded.name_en, currency = excluded.currency,
        limit_min_minor = excluded.limit_min_minor, limit_max_minor = excluded.limit_max_minor, version = excluded.version,
        description_ko = excluded.description_ko, description_en = excluded.description_en, usage_ko = excluded.usage_ko,
        usage_en = excluded.usage_en, picture_id = excluded.picture_id, amount_min_minor = excluded.amount_min_minor,
        amount_max_minor = excluded.amount_max_minor, suggested_minor = excluded.suggested_minor,
        refused_version = excluded.refused_version, refused_code = excluded.refused_code, asked_at = excluded.asked_at`.execute(
    tx,
  );
}

async function readWanted(
  tx: Tx,
  { operator, shop_id }: { operator: string; shop_id: string },
): Promise<{ window?: ShopWindow }> {
  const found = await sql<WindowRow>`
    select version, description_ko, description_en, usage_ko, usage_en, picture_id, amount_min_minor, amount_max_minor,
      suggested_minor
    from shop_windows where operator = ${operator} and shop_id = ${shop_id} order by version desc limit 1`.execute(
    tx,
  );
  const [row] = found.rows;
  return row === undefined ? {} : { window: { version: row.version, ...contentOf(row) } };
}

type ShownRow = WindowRow & {
  operator: string;
  shop_id: string;
  name_ko: string;
  name_en: string;
  currency: string;
  limit_min_minor: bigint;
  limit_max_minor: bigint;
  refused_version: number | null;
  refused_code: string | null;
  asked_at: Date;
};
type PublishedRow = WindowRow & { operator: string; shop_id: string; published_at: Date };

/** All shops of ours that operators have asked about, by operator and shop. */
export async function listWindows(executor: Executor): Promise<OwnWindow[]> {
  const shown = await sql<ShownRow>`
    select operator, shop_id, name_ko, name_en, currency, limit_min_minor, limit_max_minor, version, description_ko,
      description_en, usage_ko, usage_en, picture_id, amount_min_minor, amount_max_minor, suggested_minor, refused_version,
      refused_code, asked_at
    from shown_shops order by operator, shop_id limit 100`.execute(executor);
  const published = await sql<PublishedRow>`
    select s.operator, s.shop_id, w.version, w.description_ko, w.description_en, w.usage_ko, w.usage_en, w.picture_id,
      w.amount_min_minor, w.amount_max_minor, w.suggested_minor, w.published_at
    from shown_shops s cross join lateral (
      select l.version, l.description_ko, l.description_en, l.usage_ko, l.usage_en, l.picture_id, l.amount_min_minor,
        l.amount_max_minor, l.suggested_minor, l.published_at
      from shop_windows l where l.operator = s.operator and l.shop_id = s.shop_id
      order by l.version desc limit 1) w`.execute(executor);
  return shown.rows.map((row) => {
    const { operator, shop_id, refused_version, refused_code } = row;
    const wanted = published.rows.find((one) => one.operator === operator && one.shop_id === shop_id);
    return {
      operator,
      shop_id,
      name_ko: row.name_ko,
      name_en: row.name_en,
      currency: row.currency,
      limits: limitsOf(row),
      version: row.version,
      shown: contentOf(row),
      ...(refused_version === null || refused_code === null
        ? {}
        : { refused: { version: refused_version, code: refused_code } }),
      asked_at: row.asked_at.toISOString(),
      ...(wanted === undefined
        ? {}
        : {
            wanted: {
              version: wanted.version,
              ...contentOf(wanted),
              published_at: wanted.published_at.toISOString(),
            },
          }),
    };
  });
}

export const PUBLISH_WINDOW_REFUSALS = refusals(
  'shop_not_found', // no operator has asked about it
  'picture_unknown', // it was not uploaded
  'shop_terms_invalid', // amounts out of order, or beyond what the operator allows
  'changed_meanwhile', // somebody else has published since, or the operator shows another version than the writer saw
);

/** What somebody publishes, where, and which version they saw: the higher of ours and the one that is shown. */
export type NewWindow = { operator: string; shop_id: string; after: number; content: WindowContent };

/** Publishes what an operator is to show of a shop, as the version after the one that its writer has seen. */
export async function publishWindow(
  { clock }: ShopContext,
  tx: Tx,
  staffId: string,
  { operator, shop_id, after, content }: NewWindow,
): Promise<Result<ShopWindow & { published_at: string }, RefusalOf<typeof PUBLISH_WINDOW_REFUSALS>>> {
  const found = await sql<{ limit_min_minor: bigint; limit_max_minor: bigint; version: number }>`
    select limit_min_minor, limit_max_minor, version from shown_shops
    where operator = ${operator} and shop_id = ${shop_id} for no key update`.execute(tx);
  const [shop] = found.rows;
  if (shop === undefined) return refuse('shop_not_found');
  const { picture_id } = content;
  if (picture_id !== null) {
    const picture = await sql`select 1 from pictures where picture_id = ${picture_id}`.execute(tx);
    if (picture.rows.length === 0) return refuse('picture_unknown');
  }
  const broken = brokenWindowRule(content, limitsOf(shop));
  if (broken !== null) return broken;
  const now = clock();
  const version = after + 1;
  const published = await sql`
    insert into shop_windows (operator, shop_id, version, description_ko, description_en, usage_ko, usage_en, picture_id,
      amount_min_minor, amount_max_minor, suggested_minor, published_at, published_by)
    select ${operator}, ${shop_id}, ${version}::integer, ${content.description_ko}, ${content.description_en},
      ${content.usage_ko}, ${content.usage_en}, ${picture_id}, ${minorFromJson(content.amount_min_minor)}::bigint,
      ${minorFromJson(content.amount_max_minor)}::bigint, ${content.suggested_minor.map(minorFromJson)}::bigint[],
      ${now}::timestamptz, ${staffId}::uuid
    where ${after}::integer = greatest(${shop.version}::integer, (
      select coalesce(max(version), 0) from shop_windows where operator = ${operator} and shop_id = ${shop_id}))
    on conflict (operator, shop_id, version) do nothing returning 1`.execute(tx);
  if (published.rows.length === 0) return rollBack(refuse('changed_meanwhile'));
  return done({ version, ...content, published_at: now.toISOString() });
}

function limitsOf({
  limit_min_minor,
  limit_max_minor,
}: Pick<ShownRow, 'limit_min_minor' | 'limit_max_minor'>): WindowLimits {
  return { amount_min_minor: minorToJson(limit_min_minor), amount_max_minor: minorToJson(limit_max_minor) };
}

function contentOf(row: ContentRow): WindowContent {
  return {
    description_ko: row.description_ko,
    description_en: row.description_en,
    usage_ko: row.usage_ko,
    usage_en: row.usage_en,
    picture_id: row.picture_id,
    amount_min_minor: minorToJson(row.amount_min_minor),
    amount_max_minor: minorToJson(row.amount_max_minor),
    suggested_minor: row.suggested_minor.map(minorToJson),
  };
}
