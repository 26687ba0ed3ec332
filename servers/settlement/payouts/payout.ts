import type { Payout, PayoutState, PayoutWait } from '../../../contracts/settlement-payouts.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import type { Fact } from '../../../kit/journal/write.ts';
import { minorToJson } from '../../../kit/money.ts';
import { OWN_PARTY } from '../context.ts';

export type PayoutRow = {
  payout_id: string;
  payer_party: string;
  payee: string;
  gross_minor: bigint;
  commission_minor: bigint;
  net_minor: bigint;
  currency: string;
  state: PayoutState;
  requested_at: Date;
  approvals_needed: number;
  net_hold_id: string | null;
  commission_hold_id: string | null;
  batch_id: string | null;
  account_id: string | null;
  bank: string | null;
  sent_at: Date | null;
  paid_at: Date | null;
  returned_at: Date | null;
  returned_by: 'staff' | 'bank' | 'payee_bank' | null;
  return_reason: string | null;
};

/** What is known of a payout from the first. */
export type PlannedPayout = Pick<PayoutRow, 'payout_id' | 'payee' | 'payer_party' | 'currency'> &
  Pick<PayoutRow, 'gross_minor' | 'commission_minor' | 'net_minor'>;

export const PAYOUT_COLUMNS = sql`
  payout_id, payer_party, payee, gross_minor, commission_minor, net_minor, currency, state, requested_at, approvals_needed,
  net_hold_id, commission_hold_id, batch_id, account_id, bank, sent_at, paid_at, returned_at, returned_by, return_reason`;

export async function findPayout(executor: Executor, payoutId: string): Promise<PayoutRow | undefined> {
  const found = await sql<PayoutRow>`
    select ${PAYOUT_COLUMNS} from payouts where payout_id = ${payoutId}`.execute(executor);
  return found.rows[0];
}

/** Whoever changes a payout has locked its row. */
export async function lockPayout(tx: Tx, payoutId: string): Promise<PayoutRow | undefined> {
  const found = await sql<PayoutRow>`
    select ${PAYOUT_COLUMNS} from payouts where payout_id = ${payoutId} for update`.execute(tx);
  return found.rows[0];
}

/** What became of a payout, each once, as the fact of it. */
export function payoutFact(
  payout: PlannedPayout,
  what: PayoutState | 'approved',
  now: Date,
  { staff_id = null, ...content }: Readonly<Record<string, unknown>> & { staff_id?: string | null } = {},
): Fact {
  const { payout_id, payee, payer_party: payer, currency } = payout;
  return {
    party: OWN_PARTY,
    kind: `payout_${what}`,
    fact_id: derivedId(`payout_${what}`, payout_id, ...(staff_id === null ? [] : [staff_id])),
    at: now,
    subject_id: payout_id,
    currency,
    staff_id,
    content: {
      ...{ payout_id, payee, payer, currency },
      gross_minor: minorToJson(payout.gross_minor),
      commission_minor: minorToJson(payout.commission_minor),
      net_minor: minorToJson(payout.net_minor),
      ...content,
    },
  };
}

/** A payout as its payer and its payee are told of it. */
export function payoutAnswer(payout: PayoutRow): Payout {
  const { paid_at, returned_at, returned_by, return_reason } = payout;
  return {
    payout_id: payout.payout_id,
    payee: payout.payee,
    status: payout.state,
    gross_minor: minorToJson(payout.gross_minor),
    commission_minor: minorToJson(payout.commission_minor),
    net_minor: minorToJson(payout.net_minor),
    currency: payout.currency,
    ...(paid_at === null ? {} : { paid_at: paid_at.toISOString() }),
    ...(returned_at === null ? {} : { returned_at: returned_at.toISOString() }),
    // What staff wrote is their own.
    ...(return_reason === null ? {} : { return_reason: returned_by === 'staff' ? 'refused' : return_reason }),
  };
}

/** Whether the payee has an account that is paid to; of a row of `payouts` named `p`. */
export const HAS_ACCOUNT = sql`
  exists (select 1 from payee_accounts a where a.payee = p.payee and a.currency = p.currency and a.state = 'confirmed')`;
/**
 * Whether an approval `a` of a payout `p` counts: it was given for the account that is paid to. Once the payout is put together,
 * that account is fixed.
 */
export const APPROVAL_COUNTS = sql`
  (p.batch_id is not null or a.at >= coalesce((
    select c.decided_at from payee_accounts c
    where c.payee = p.payee and c.currency = p.currency and c.state = 'confirmed'), '-infinity'))`;
/** Whether as many have approved it as must. */
export const IS_APPROVED = sql`
  (select count(*) from payout_approvals a where a.payout_id = p.payout_id and ${APPROVAL_COUNTS}) >= p.approvals_needed`;

/** Planned payouts that staff hold up, counted by what they wait for. */
export const COUNT_WAITING = sql`
  select count(*) filter (where not is_approved) as approvals,
    count(*) filter (where is_approved and not has_account) as accounts
  from (select ${HAS_ACCOUNT} as has_account, ${IS_APPROVED} as is_approved from payouts p
    where p.state = 'planned' and p.batch_id is null) planned`;

/** What a planned payout waits for before it is sent; undefined if that is nothing, or it isn't planned. */
export function waitOf(payout: {
  state: PayoutState;
  batch_id: string | null;
  has_account: boolean;
  is_approved: boolean;
  has_bank: boolean;
}): PayoutWait | undefined {
  if (payout.state !== 'planned' || payout.batch_id !== null) return undefined;
  if (!payout.is_approved) return 'approval';
  if (!payout.has_account) return 'account';
  return payout.has_bank ? undefined : 'bank';
}
