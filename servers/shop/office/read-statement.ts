import { PAYOUT_STATES } from '../../../contracts/settlement-payouts.ts';
import {
  STATEMENT_REFUSALS,
  STATEMENTS_PATH,
  type Statement,
} from '../../../contracts/settlement-statements.ts';
import { addMs, DAY_MS, koreanDay, koreanDayOf } from '../../../kit/clock.ts';
import type { Days } from '../../../kit/db/in-days.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { minorFromJson, minorToJson } from '../../../kit/money.ts';
import { isKnownLine } from '../../../kit/papers/statement.ts';
import { done, type RefusalOf, type Result, refusals } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { askSettlement } from '../payments/ask-settlement.ts';

const DAYS_SHOWN = 30;

/** Settlement's states of a payout, and `other` for one that this version doesn't know. */
export const SHOP_PAYOUT_STATES = [...PAYOUT_STATES, 'other'] as const;

export type ShopPayout = {
  payout_id: string;
  state: (typeof SHOP_PAYOUT_STATES)[number];
  /** When it was asked for; of one that an earlier version of settlement tells, when it was paid. */
  at: string;
  paid_at?: string;
  returned_at?: string;
  return_reason?: string;
  waits_for?: string;
  gross_minor: number;
  commission_minor: number;
  net_minor: number;
  currency: string;
};

export type ShopStatement = {
  /** Korean days, inclusive. */
  from: string;
  until: string;
  payouts: ShopPayout[];
  /** The bank accounts that we are or were paid to, newest first. */
  accounts: NonNullable<Statement['accounts']>;
  /** Captures and refunds in the period, newest first. */
  sales: {
    order_id: string;
    kind: 'capture' | 'refund';
    amount_minor: number;
    currency: string;
    at: string;
  }[];
  totals: (Statement['totals'][number] & {
    /** By the shop's own books: redeemed and not reversed, all time, without what was bought for cash. */
    used_minor: number;
    /** Of that, what has not been paid out yet; negative if a paid redemption was reversed. */
    unpaid_minor: number;
  })[];
};

export const SHOP_STATEMENT_REFUSALS = refusals(
  ...STATEMENT_REFUSALS,
  'service_unavailable', // settlement did not answer
);

type Asked = { from: string; until: string; statement: Statement };

/** Settlement's statement of the shop for a period of Korean days, by default the last thirty. */
export async function askStatement(
  context: ShopContext,
  period: Days,
): Promise<Result<Asked, RefusalOf<typeof SHOP_STATEMENT_REFUSALS>>> {
  const until = period.until ?? koreanDayOf(context.clock());
  const from = period.from ?? koreanDayOf(addMs(koreanDay(until).from, -(DAYS_SHOWN - 1) * DAY_MS));
  const query = new URLSearchParams({
    payee: context.signingKey.party,
    from: koreanDay(from).from.toISOString(),
    until: koreanDay(until).until.toISOString(),
  });
  const path = `${STATEMENTS_PATH}?${query}`;
  const answer = await askSettlement(context, path, STATEMENT_REFUSALS, 'service_unavailable');
  if (!answer.ok) return answer;
  const statement = answer.value as Statement;
  return done({ from, until, statement: { ...statement, lines: statement.lines.filter(isKnownLine) } });
}

/** The statement compared with the shop's own books: captures, refunds, payouts and accounts, and all-time totals. */
export async function readShopStatement(
  context: ShopContext,
  period: Days,
): Promise<Result<ShopStatement, RefusalOf<typeof SHOP_STATEMENT_REFUSALS>>> {
  const asked = await askStatement(context, period);
  if (!asked.ok) return asked;
  const { from, until, statement } = asked.value;
  const { lines, totals, payouts, accounts = [] } = statement;
  const used = await readUsed(context.db);
  return done({
    from,
    until,
    payouts: payouts?.map(shopPayout) ?? payoutsOf(lines),
    accounts: accounts.map(({ currency, bank_code, last4, paid_to_from, paid_to_until }) => ({
      ...{ currency, last4, paid_to_from },
      ...(bank_code === undefined ? {} : { bank_code }),
      ...(paid_to_until === undefined ? {} : { paid_to_until }),
    })),
    sales: lines
      .flatMap(({ kind, reference, ...line }) =>
        kind === 'capture' || kind === 'refund' ? [{ ...line, kind, order_id: reference }] : [],
      )
      .reverse(),
    totals: totals.map((total) => {
      const used_minor = used.get(total.currency) ?? 0n;
      const paid = minorFromJson(total.paid_out_minor) + minorFromJson(total.commission_minor);
      return { ...total, used_minor: minorToJson(used_minor), unpaid_minor: minorToJson(used_minor - paid) };
    }),
  });
}

function shopPayout(payout: NonNullable<Statement['payouts']>[number]): ShopPayout {
  const { payout_id, status, requested_at, paid_at, returned_at, return_reason, waits_for } = payout;
  return {
    payout_id,
    state: SHOP_PAYOUT_STATES.find((state) => state === status) ?? 'other',
    at: requested_at,
    gross_minor: payout.gross_minor,
    commission_minor: payout.commission_minor,
    net_minor: payout.net_minor,
    currency: payout.currency,
    ...(paid_at === undefined ? {} : { paid_at }),
    ...(returned_at === undefined ? {} : { returned_at }),
    ...(return_reason === undefined ? {} : { return_reason }),
    ...(waits_for === undefined ? {} : { waits_for }),
  };
}

/** Of an earlier version of settlement: merges the two lines of a payout, the net amount and the operator's commission. */
function payoutsOf(lines: Statement['lines']): ShopPayout[] {
  const payouts = new Map<string, ShopPayout>();
  for (const { kind, reference, at, amount_minor, currency } of lines) {
    if (kind !== 'payout' && kind !== 'commission') continue;
    const payout = payouts.get(reference) ?? {
      payout_id: reference,
      state: 'paid',
      at,
      paid_at: at,
      gross_minor: 0,
      commission_minor: 0,
      net_minor: 0,
      currency,
    };
    payout[kind === 'payout' ? 'net_minor' : 'commission_minor'] = amount_minor;
    payout.gross_minor = minorToJson(
      minorFromJson(payout.net_minor) + minorFromJson(payout.commission_minor),
    );
    payouts.set(reference, payout);
  }
  return [...payouts.values()].reverse();
}

/** What was bought for cash is not to be paid out: the shop has its money. */
async function readUsed(executor: Executor): Promise<Map<string, bigint>> {
  const found = await sql<{ currency: string; used_minor: bigint }>`
    select c.currency, coalesce(-sum(e.delta_minor), 0)::bigint as used_minor
    from certificate_movements e join certificates c using (certificate_id)
    where e.kind in ('redeemed', 'reversed')
      and not exists (select 1 from cash_payments p where p.order_id = c.order_id)
    group by c.currency`.execute(executor);
  return new Map(found.rows.map(({ currency, used_minor }) => [currency, used_minor]));
}
