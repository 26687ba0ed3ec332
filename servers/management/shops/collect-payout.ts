import { PAYOUTS_PATH, type RequestPayout } from '../../../contracts/settlement-payouts.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { minorToJson, shareOf } from '../../../kit/money.ts';
import { KEPT_BY_SHOP, PAID_IN_CASH } from '../books/cash.ts';
import { type ManagementContext, settlementOf } from '../context.ts';
import { planPeerCall } from '../peer-calls.ts';
import { payoutFact } from './payout-facts.ts';
import { type Shop, shopOf } from './shops.ts';

/** How many uses one transaction looks at, whichever shops they are of. */
const CHUNK_MAX = 2_000;
const FROM_THE_FIRST = '00000000-0000-0000-0000-000000000000';

export type Collected =
  | { kind: 'asked'; payout_id: string }
  /** Reversals wait for uses to be deducted from; or, after a restore, it is not known what was paid for. */
  | { kind: 'nothing_to_pay' }
  | { kind: 'no_shop' };

type OpenPayout = {
  payout_id: string;
  shop_id: string;
  /** The last order looked at. */
  looked_to: string;
  used_from: Date | null;
  used_until: Date | null;
};

/**
 * Marks a shop's unpaid uses with its open payout, a chunk in each transaction, and closes the payout with the call that
 * asks settlement to pay it. Another process, or the next try after a crash, goes on where this one stopped.
 */
export async function collectPayout(
  context: ManagementContext,
  payoutId: string,
  shopId: string,
): Promise<Collected> {
  for (;;) {
    const step = await inTransaction(context.db, (tx) => takeStep(context, tx, payoutId, shopId));
    if (step.kind !== 'more') return step;
  }
}

/** The open payout's row is the lock: one process at a time, and nobody who buys from the shop waits. */
async function takeStep(
  context: ManagementContext,
  tx: Tx,
  payoutId: string,
  shopId: string,
): Promise<Collected | { kind: 'more' }> {
  await sql`
    insert into open_payouts (payout_id, shop_id, looked_to)
    select ${payoutId}, shop_id, ${FROM_THE_FIRST} from shops where shop_id = ${shopId}
    on conflict (shop_id) do nothing`.execute(tx);
  const found = await sql<OpenPayout>`
    select payout_id, shop_id, looked_to, used_from, used_until from open_payouts
    where shop_id = ${shopId} for update`.execute(tx);
  const [open] = found.rows;
  if (await isHeld(tx, shopId)) return { kind: 'nothing_to_pay' };
  if (open === undefined) return { kind: (await isShop(tx, shopId)) ? 'more' : 'no_shop' };
  if (await wasAsked(tx, open.payout_id)) {
    // It was closed by another process while this one was about to open it.
    await sql`delete from open_payouts where shop_id = ${shopId}`.execute(tx);
    return open.payout_id === payoutId ? { kind: 'asked', payout_id: payoutId } : { kind: 'more' };
  }
  if (await freeUnpaid(context, tx, open)) return { kind: 'more' };
  const { looked_at, ...looked } = await markUses(tx, open);
  if (looked_at === CHUNK_MAX) {
    await sql`
      update open_payouts set looked_to = ${looked.looked_to}, used_from = ${looked.used_from},
        used_until = ${looked.used_until}
      where shop_id = ${shopId}`.execute(tx);
    return { kind: 'more' };
  }
  return closePayout(context, tx, { ...open, ...looked });
}

/** After a restore, until the uses of an earlier payout are found, which would be paid twice. */
async function isHeld(tx: Tx, shopId: string): Promise<boolean> {
  const held = await sql`
    select 1 from restored_payouts r join shops s on s.party = r.payee
    where s.shop_id = ${shopId} and r.ended_at is null limit 1`.execute(tx);
  return held.rows.length > 0;
}

/** Without an open payout: another process closed it after this one had waited for it, or there is no such shop. */
async function isShop(tx: Tx, shopId: string): Promise<boolean> {
  const found = await sql`select 1 from shops where shop_id = ${shopId}`.execute(tx);
  return found.rows.length > 0;
}

async function wasAsked(tx: Tx, payoutId: string): Promise<boolean> {
  const found = await sql`select 1 from payouts where payout_id = ${payoutId}`.execute(tx);
  return found.rows.length > 0;
}

/** Frees uses of a payout that settlement refused, or that came back. Returns whether there may be more. */
async function freeUnpaid({ clock }: ManagementContext, tx: Tx, { shop_id }: OpenPayout): Promise<boolean> {
  const unpaid = await sql<{ payout_id: string }>`
    select payout_id from payouts where shop_id = ${shop_id} and state in ('refused', 'returned') and freed_at is null
    order by payout_id limit 1`.execute(tx);
  const [payout] = unpaid.rows;
  if (payout === undefined) return false;
  const { payout_id } = payout;
  const freed = await sql`
    update certificate_uses set payout_id = null
    where (order_id, entry_no) in (
      select order_id, entry_no from certificate_uses where payout_id = ${payout_id}
      order by order_id, entry_no limit ${CHUNK_MAX})
    returning 1`.execute(tx);
  if (freed.rows.length < CHUNK_MAX)
    await sql`update payouts set freed_at = ${clock()} where payout_id = ${payout_id}`.execute(tx);
  await sql`update open_payouts set looked_to = ${FROM_THE_FIRST} where shop_id = ${shop_id}`.execute(tx);
  return true;
}

type Looked = Pick<OpenPayout, 'looked_to' | 'used_from' | 'used_until'> & { looked_at: number };

/**
 * Looks at the next unpaid uses and adds those of the shop to its payout, by the commission they were sold at. Uses of what was
 * paid for in cash are marked so where they are booked; those that an earlier version booked, here.
 */
async function markUses(tx: Tx, open: OpenPayout): Promise<Looked> {
  const { payout_id, shop_id } = open;
  const marked = await sql<{
    looked_at: bigint | null;
    looked_to: string | null;
    used_from: Date | null;
    used_until: Date | null;
  }>`
    with looked_at as (
      select order_id from certificate_uses where payout_id is null and order_id > ${open.looked_to}
      order by order_id limit ${CHUNK_MAX}),
    marked as (
      update certificate_uses u
      set payout_id = case when ${PAID_IN_CASH} then ${KEPT_BY_SHOP}::uuid else ${payout_id}::uuid end
      from orders o join shops s using (shop_id)
      where o.order_id = u.order_id and o.shop_id = ${shop_id} and u.payout_id is null
        and u.order_id in (select order_id from looked_at)
      returning ${PAID_IN_CASH} as paid_in_cash, case u.kind when 'redeemed' then u.amount_minor else -u.amount_minor end as amount_minor, u.at,
        coalesce(o.commission_bp, (
          select b.commission_bp from shop_commissions_before b
          where b.shop_id = o.shop_id and b.until > o.created_at order by b.until limit 1), s.commission_bp) as commission_bp),
    added as (
      insert into payout_parts as p (payout_id, commission_bp, gross_minor, uses)
      select ${payout_id}, commission_bp, sum(amount_minor), count(*) from marked where not paid_in_cash
      group by commission_bp
      on conflict (payout_id, commission_bp) do update
        set gross_minor = p.gross_minor + excluded.gross_minor, uses = p.uses + excluded.uses)
    select (select count(*) from looked_at) as looked_at,
      (select order_id from looked_at order by order_id desc limit 1) as looked_to,
      least(${open.used_from}, min(at)) as used_from, greatest(${open.used_until}, max(at)) as used_until
    from marked where not paid_in_cash`.execute(tx);
  const looked = marked.rows[0];
  return {
    looked_at: Number(looked?.looked_at ?? 0n),
    looked_to: looked?.looked_to ?? open.looked_to,
    used_from: looked?.used_from ?? open.used_from,
    used_until: looked?.used_until ?? open.used_until,
  };
}

/** Asks settlement, unless nothing is to be paid yet; then the payout stays open for the uses to come. */
async function closePayout(
  context: ManagementContext,
  tx: Tx,
  { payout_id, shop_id, used_from, used_until }: OpenPayout,
): Promise<Collected> {
  const parts = await sql<{ commission_bp: number; gross_minor: bigint; uses: bigint }>`
    select commission_bp, gross_minor, uses from payout_parts where payout_id = ${payout_id}
    order by commission_bp`.execute(tx);
  const gross = parts.rows.reduce((sum, part) => sum + part.gross_minor, 0n);
  const commission = parts.rows.reduce((sum, part) => sum + commissionOf(part), 0n);
  const isPayable = gross > 0n && commission >= 0n && commission <= gross;
  if (!isPayable || used_from === null || used_until === null) {
    await sql`
      update open_payouts set looked_to = ${FROM_THE_FIRST}, used_from = ${used_from}, used_until = ${used_until}
      where shop_id = ${shop_id}`.execute(tx);
    if (parts.rows.length === 0) await sql`delete from open_payouts where shop_id = ${shop_id}`.execute(tx);
    return { kind: 'nothing_to_pay' };
  }
  const shop = await shopOf(tx, { shop_id });
  const now = context.clock();
  const asked: RequestPayout = {
    payout_id,
    payee: shop.party,
    gross_minor: minorToJson(gross),
    commission_minor: minorToJson(commission),
    currency: shop.currency,
    used_from: used_from.toISOString(),
    used_until: used_until.toISOString(),
    reads_states: true,
  };
  const fact = payoutFact('asked', payout_id, now, {
    ...asked,
    shop_id,
    parts: parts.rows.map(({ commission_bp, gross_minor, uses }) => ({
      commission_bp,
      gross_minor: minorToJson(gross_minor),
      uses: Number(uses),
    })),
  });
  await sql`
    with ${factParts(fact)}
    insert into payouts (payout_id, shop_id, gross_minor, commission_minor, currency, used_from, used_until, state, created_at)
    values (${payout_id}, ${shop_id}, ${gross}, ${commission}, ${shop.currency}, ${used_from}, ${used_until}, 'asked',
      ${now})`.execute(tx);
  await sql`delete from open_payouts where shop_id = ${shop_id}`.execute(tx);
  await planRequest(context, tx, shop, asked);
  return { kind: 'asked', payout_id };
}

/** Of more reversed than used, the commission is returned. */
export function commissionOf({
  commission_bp,
  gross_minor,
}: {
  commission_bp: number;
  gross_minor: bigint;
}): bigint {
  return gross_minor < 0n ? -shareOf(-gross_minor, commission_bp) : shareOf(gross_minor, commission_bp);
}

async function planRequest(
  context: ManagementContext,
  tx: Tx,
  shop: Pick<Shop, 'settlement'>,
  body: RequestPayout,
): Promise<void> {
  const { party } = settlementOf(context, shop);
  const { payout_id } = body;
  const call = { party, method: 'POST', path: PAYOUTS_PATH, body, purpose: 'pay_out' } as const;
  await planPeerCall(tx, { ...call, subject_id: payout_id, call_id: payout_id }, context.clock());
}
