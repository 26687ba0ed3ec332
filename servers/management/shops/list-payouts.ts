import type { Registry } from 'prom-client';
import { inDays } from '../../../kit/db/in-days.ts';
import { FOR_THESE_VALUES } from '../../../kit/db/plans.ts';
import { sql } from '../../../kit/db/sql.ts';
import { serverGauge } from '../../../kit/metrics/definition.ts';
import { measure } from '../../../kit/metrics/measure.ts';
import { minorToJson } from '../../../kit/money.ts';
import { PAID_IN_CASH } from '../books/cash.ts';
import type { ManagementContext } from '../context.ts';
import type { PayoutState } from './payout-news.ts';

export type Payable = {
  shop_id: string;
  name_ko: string;
  name_en: string;
  currency: string;
  /** Used and not yet paid for; negative if more was reversed than used since the last payout. */
  payable_minor: number;
  uses: number;
  next_payout_at?: string;
};

export type Payout = {
  payout_id: string;
  shop_id: string;
  name_ko: string;
  name_en: string;
  gross_minor: number;
  commission_minor: number;
  net_minor: number;
  currency: string;
  used_from: string;
  used_until: string;
  state: PayoutState;
  code?: string;
  created_at: string;
};

export const PAYOUTS_REFUSED = serverGauge(
  'seonmul_payouts_refused',
  'Shops whose latest payout was refused by settlement, or came back from their bank.',
);

export function measureRefusedPayouts(registry: Registry, context: Pick<ManagementContext, 'db'>): void {
  measure(registry, context, [PAYOUTS_REFUSED], async (tx) => {
    const found = await sql<{ shops: bigint }>`
      select count(*) as shops from (
        select p.state from shops s cross join lateral (
          select state from payouts where shop_id = s.shop_id order by created_at desc, payout_id desc limit 1) p) latest
      where state in ('refused', 'returned')`.execute(tx);
    return [[PAYOUTS_REFUSED, found.rows[0]?.shops ?? 0]];
  });
}

/** What each shop is still to be paid, without uses that settlement was asked to pay. */
export async function listPayable({ db }: ManagementContext): Promise<Payable[]> {
  const found = await sql<{
    shop_id: string;
    name_ko: string;
    name_en: string;
    currency: string;
    payable_minor: bigint;
    uses: bigint;
    next_payout_at: Date | null;
  }>`
    with unfinished as (
      select payout_id from open_payouts
      union all select payout_id from payouts where state in ('refused', 'returned') and freed_at is null),
    payable as (
      select order_id, kind, amount_minor from certificate_uses where payout_id is null
      union all select order_id, kind, amount_minor from unfinished join certificate_uses using (payout_id)),
    unpaid as (
      select o.shop_id, count(*) as uses,
        sum(case u.kind when 'redeemed' then u.amount_minor else -u.amount_minor end)::bigint as payable_minor
      from payable u join orders o using (order_id) where not ${PAID_IN_CASH} group by o.shop_id)
    select s.shop_id, s.name_ko, s.name_en, s.currency, s.next_payout_at, coalesce(u.uses, 0) as uses,
      coalesce(u.payable_minor, 0) as payable_minor
    from shops s left join unpaid u using (shop_id)
    where s.active or u.uses > 0 order by s.shop_id limit 1000`.execute(db);
  return found.rows.map(({ payable_minor, uses, next_payout_at, ...shop }) => ({
    ...shop,
    payable_minor: minorToJson(payable_minor),
    uses: Number(uses),
    ...(next_payout_at === null ? {} : { next_payout_at: next_payout_at.toISOString() }),
  }));
}

export type PayoutSearch = {
  state?: PayoutState;
  shop_id?: string;
  /** Korean days on which it was asked for, inclusive. */
  from?: string;
  until?: string;
};

/** Payouts, newest first, only those older than `before` if given. */
export async function listPayouts(
  { db }: Pick<ManagementContext, 'db'>,
  { state, shop_id, from, until }: PayoutSearch,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Payout[]> {
  type Row = Omit<
    Payout,
    'gross_minor' | 'commission_minor' | 'net_minor' | 'used_from' | 'used_until' | 'created_at' | 'code'
  > & {
    gross_minor: bigint;
    commission_minor: bigint;
    used_from: Date;
    used_until: Date;
    created_at: Date;
    code: string | null;
  };
  const found = await sql<Row>`
    select p.payout_id, p.shop_id, s.name_ko, s.name_en, p.gross_minor, p.commission_minor, p.currency, p.used_from,
      p.used_until, p.state, p.code, p.created_at
    from payouts p join shops s using (shop_id)
    where ${state === undefined ? sql`true` : sql`p.state = ${state}`}
      and ${shop_id === undefined ? sql`true` : sql`p.shop_id = ${shop_id}`}
      and ${inDays(sql`p.created_at`, { from, until })}
      and ${before === undefined ? sql`true` : sql`p.payout_id < ${before}`}
    order by p.payout_id desc limit ${limit}`.execute(db, FOR_THESE_VALUES);
  return found.rows.map(
    ({ gross_minor, commission_minor, used_from, used_until, created_at, code, ...payout }) => ({
      ...payout,
      gross_minor: minorToJson(gross_minor),
      commission_minor: minorToJson(commission_minor),
      net_minor: minorToJson(gross_minor - commission_minor),
      used_from: used_from.toISOString(),
      used_until: used_until.toISOString(),
      created_at: created_at.toISOString(),
      ...(code === null ? {} : { code }),
    }),
  );
}
