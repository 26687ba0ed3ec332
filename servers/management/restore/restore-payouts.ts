import { Value } from 'typebox/value';
import { PAYOUTS_PATH, RequestPayout } from '../../../contracts/settlement-payouts.ts';
import { isCallKept } from '../../../kit/calls/calls.ts';
import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction, type Tx } from '../../../kit/db/transaction.ts';
import { factParts } from '../../../kit/journal/write.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';
import { commissionOf } from '../shops/collect-payout.ts';
import { payoutFact } from '../shops/payout-facts.ts';
import { asOf, callThen, keepCall } from './make-again.ts';
import { find, type ToldCall } from './told-calls.ts';

/** Within this time shops have told of their uses again. */
const USES_TOLD_MS = HOUR_MS;
const AT_ONCE_MAX = 100;

type Kept = { payout_id: string; payee: string; body: string; asked_at: Date; party: string };

/**
 * Keeps a payout that settlement was asked for then. Nothing more is paid out to that shop until its uses are found: they would be paid
 * twice.
 */
export async function keepPayout(context: ManagementContext, told: ToldCall): Promise<void> {
  const asked: unknown = JSON.parse(told.body);
  if (!Value.Check(RequestPayout, asked)) return find(context, { ...told, kind: 'call_not_repeated' });
  if (await isCallKept(context.db, told.call_id)) return;
  await sql`
    insert into restored_payouts (payout_id, party, payee, body, asked_at)
    values (${asked.payout_id}, ${told.party}, ${asked.payee}, ${told.body}, ${asOf(context, told).clock()})
    on conflict do nothing`.execute(context.db);
}

/** Finds the uses of payouts that were asked for before a restore, as shops tell of them again. Returns how many it has found. */
export async function matchPayouts(context: ManagementContext): Promise<number> {
  const open = await sql<Kept>`
    select payout_id, party, payee, body, asked_at from restored_payouts where ended_at is null
    order by asked_at, payout_id limit ${AT_ONCE_MAX}`.execute(context.db);
  let matched = 0;
  const waiting = new Set<string>();
  for (const kept of open.rows) {
    // Of one shop, the first one's uses are not the next one's.
    if (waiting.has(kept.payee)) continue;
    if (await inTransaction(context.db, (tx) => match(context, tx, kept))) matched += 1;
    else {
      waiting.add(kept.payee);
      await leaveToStaff(context, kept);
    }
  }
  return matched;
}

async function match(context: ManagementContext, tx: Tx, kept: Kept): Promise<boolean> {
  const asked = Value.Parse(RequestPayout, JSON.parse(kept.body));
  const locked = await sql`
    select 1 from restored_payouts where payout_id = ${kept.payout_id} and ended_at is null for update`.execute(
    tx,
  );
  if (locked.rows.length === 0) return false;
  const shops = await sql<{ shop_id: string }>`
    select shop_id from shops where party = ${kept.payee} and currency = ${asked.currency} order by shop_id`.execute(
    tx,
  );
  for (const { shop_id } of shops.rows) {
    const upTo = await lastBatchOf(tx, shop_id, asked);
    if (upTo === undefined || !(await markUses(tx, shop_id, asked, upTo))) continue;
    await storePayout(context, tx, { ...kept, shop_id }, asked);
    return true;
  }
  return false;
}

/**
 * The batch of notices up to which a shop's unpaid uses are those of this payout: they come to its sum, and are from the first to the
 * last of the moments that it names. Uses are booked in the order of batches, and a payout takes all that are there.
 */
async function lastBatchOf(tx: Tx, shopId: string, asked: RequestPayout): Promise<bigint | undefined> {
  const found = await sql<{ batch_no: bigint }>`
    select batch_no from (
      select u.batch_no, lead(u.batch_no) over w is distinct from u.batch_no as is_last, min(u.at) over w as used_from,
        max(u.at) over w as used_until,
        sum(case u.kind when 'redeemed' then u.amount_minor else -u.amount_minor end) over w as gross_minor
      from certificate_uses u join orders o using (order_id)
      where o.shop_id = ${shopId} and (u.payout_id is null or u.payout_id = ${asked.payout_id}) and u.batch_no is not null
      window w as (order by u.batch_no, u.order_id, u.entry_no)) unpaid
    where is_last and gross_minor = ${minorFromJson(asked.gross_minor)}
      and date_trunc('milliseconds', used_from) = ${asked.used_from}::timestamptz
      and date_trunc('milliseconds', used_until) = ${asked.used_until}::timestamptz
    order by batch_no limit 1`.execute(tx);
  return found.rows[0]?.batch_no;
}

/** False, with nothing marked, if the commission differs. */
async function markUses(tx: Tx, shopId: string, asked: RequestPayout, upTo: bigint): Promise<boolean> {
  const parts = await sql<{ commission_bp: number; gross_minor: bigint }>`
    select coalesce(o.commission_bp, s.commission_bp) as commission_bp,
      sum(case u.kind when 'redeemed' then u.amount_minor else -u.amount_minor end)::bigint as gross_minor
    from certificate_uses u join orders o using (order_id) join shops s using (shop_id)
    where o.shop_id = ${shopId} and (u.payout_id is null or u.payout_id = ${asked.payout_id}) and u.batch_no <= ${upTo}
    group by 1`.execute(tx);
  const commission = parts.rows.reduce((sum, part) => sum + commissionOf(part), 0n);
  if (commission !== minorFromJson(asked.commission_minor)) return false;
  await sql`
    with marked as (
      update certificate_uses u set payout_id = ${asked.payout_id}
      from orders o join shops s using (shop_id)
      where o.order_id = u.order_id and o.shop_id = ${shopId} and u.payout_id is null and u.batch_no <= ${upTo}
      returning case u.kind when 'redeemed' then u.amount_minor else -u.amount_minor end as amount_minor,
        coalesce(o.commission_bp, s.commission_bp) as commission_bp)
    insert into payout_parts as p (payout_id, commission_bp, gross_minor, uses)
    select ${asked.payout_id}, commission_bp, sum(amount_minor), count(*) from marked group by commission_bp
    on conflict (payout_id, commission_bp) do update
      set gross_minor = p.gross_minor + excluded.gross_minor, uses = p.uses + excluded.uses`.execute(tx);
  return true;
}

/** As it was asked for. Settlement is asked once more under its key, by the job that retries calls, and answers as it did. */
async function storePayout(
  { clock }: ManagementContext,
  tx: Tx,
  { payout_id, party, body, asked_at, shop_id }: Kept & { shop_id: string },
  asked: RequestPayout,
): Promise<void> {
  const { gross_minor, commission_minor, currency, used_from, used_until } = asked;
  const parts = await sql<{ commission_bp: number; gross_minor: bigint; uses: bigint }>`
    select commission_bp, gross_minor, uses from payout_parts where payout_id = ${payout_id}
    order by commission_bp`.execute(tx);
  const fact = payoutFact('asked', payout_id, asked_at, {
    ...{ ...asked, shop_id },
    parts: parts.rows.map((part) => ({
      commission_bp: part.commission_bp,
      gross_minor: minorToJson(part.gross_minor),
      uses: Number(part.uses),
    })),
  });
  await sql`
    with ${factParts(fact)}
    insert into payouts (payout_id, shop_id, gross_minor, commission_minor, currency, used_from, used_until, state, created_at)
    values (${payout_id}, ${shop_id}, ${minorFromJson(gross_minor)}, ${minorFromJson(commission_minor)}, ${currency},
      ${used_from}, ${used_until}, 'asked', ${asked_at})`.execute(tx);
  await sql`delete from open_payouts where payout_id = ${payout_id}`.execute(tx);
  await keepCall(
    tx,
    callThen({ party, call_id: payout_id, body, path: PAYOUTS_PATH }, 'pay_out', payout_id),
    asked_at,
  );
  await sql`
    update restored_payouts set ended_at = ${clock()} where payout_id = ${payout_id}`.execute(tx);
}

/** People are told of one whose uses don't come, and say when they have settled it by hand. */
async function leaveToStaff(context: ManagementContext, { payout_id, party }: Kept): Promise<void> {
  const { db, clock } = context;
  const late = await sql`
    select 1 from epochs
    where reconciled_at < ${addMs(clock(), -USES_TOLD_MS)} and epoch_no = (select max(epoch_no) from epochs)`.execute(
    db,
  );
  if (late.rows.length === 0) return;
  await find(context, { kind: 'payout_uses_unknown', party, subject_id: payout_id });
  await sql`
    update restored_payouts p set ended_at = ${clock()}
    from restore_findings f join acknowledged_findings a using (finding_no)
    where p.payout_id = ${payout_id} and p.ended_at is null and f.kind = 'payout_uses_unknown'
      and f.subject_id = p.payout_id`.execute(db);
}
