import { readFileSync } from 'node:fs';
import type { TestMovement } from '../../../contracts/test-acquirer.ts';
import type { Check, Finding } from '../record/checks.ts';
import { type Books, differences, type Row } from './books.ts';

const LIVE = `state in ('offered', 'scheduled', 'accepted', 'issued')`;
const TAKEN = ['captured'];
/** The status of a payment that fits its order's state. */
const STATUSES: Record<string, readonly string[]> = {
  scheduled: TAKEN,
  offered: TAKEN,
  accepted: TAKEN,
  issued: TAKEN,
  refunded: ['refunded'],
  abandoned: ['voided', 'expired', 'declined', 'none'],
  declined: ['declined', 'expired', 'none'],
};

/** When nothing is on its way, the books agree payment by payment, certificate by certificate, use by use. */
export async function judgeAgreement(
  { management, settlement, shop }: Books,
  movementsFile: string,
): Promise<Finding[]> {
  const found: Finding[] = [];
  const compare = (
    a: readonly [string, readonly Row[]],
    b: readonly [string, readonly Row[]],
    ...keys: readonly string[]
  ) => {
    const check: Check = 'agreement';
    for (const about of differences(a, b, (row) => keys.map((key) => String(row[key])).join(' ')))
      found.push({ check, about });
  };

  const paid = await settlement.rows(
    `select order_id::text, (captured_minor - refunded_minor)::bigint as left_minor from payments
     where captured_minor > refunded_minor`,
  );
  const owed = await management.rows(
    `select coalesce(group_id, order_id)::text as order_id, sum(amount_minor)::bigint as left_minor from orders
     where ${LIVE} group by 1`,
  );
  compare(['management', owed], ['settlement', paid], 'order_id');

  const ordered = await management.rows(`select order_id::text, amount_minor from orders where ${LIVE}`);
  const certified = await shop.rows(
    `select order_id::text, amount_minor from certificates where state <> 'cancelled'`,
  );
  compare(['management', ordered], ['the shop', certified], 'order_id');

  const left = await shop.rows('select certificate_id::text as id, balance_minor from certificate_balances');
  const booked = await management.rows(
    `select subject_id as id, balance_minor from ledger_accounts join ledger_balances using (account_id)
     where code = 'certificate'`,
  );
  compare(['management', booked], ['the shop', left], 'id');

  const used = await shop.rows(
    `select certificate_id::text as order_id, entry_no, 'redeemed' as kind, redemption_id::text, amount_minor from redemptions
     union all select certificate_id::text, entry_no, 'reversed', redemption_id::text, amount_minor from reversals`,
  );
  const told = await management.rows(
    'select order_id::text, entry_no, kind, redemption_id::text, amount_minor from certificate_uses',
  );
  compare(['management', told], ['the shop', used], 'order_id', 'entry_no');
  const doubted = await management.rows(
    `select order_id::text, reason from doubtful_notices d
     where not exists (select from doubtful_notices_taken t where t.sender = d.sender and t.notice_id = d.notice_id)`,
  );
  for (const { order_id, reason } of doubted)
    found.push({ check: 'agreement', about: `management doubts what it was told of ${order_id}: ${reason}` });

  const asked = await management.rows(
    'select payout_id::text, gross_minor, commission_minor, state from payouts',
  );
  const paidOut = await settlement.rows(
    'select payout_id::text, gross_minor, commission_minor, state from payouts',
  );
  compare(['management', asked], ['settlement', paidOut], 'payout_id');
  found.push(...(await judgeStates({ management, settlement })));
  found.push(...(await judgeAcquirer({ settlement }, movementsFile)));
  return found;
}

async function judgeStates({
  management,
  settlement,
}: Pick<Books, 'management' | 'settlement'>): Promise<Finding[]> {
  const payments = await settlement.rows('select order_id::text, status from payments');
  const statusOf = new Map(payments.map(({ order_id, status }) => [order_id, String(status)]));
  const orders = await management.rows('select order_id::text, state from orders where group_id is null');
  return orders.flatMap(({ order_id, state }): Finding[] => {
    const status = statusOf.get(order_id) ?? 'none';
    const possible = STATUSES[String(state)];
    return possible === undefined || possible.includes(status)
      ? []
      : [{ check: 'agreement', about: `order ${order_id} is ${state}, its payment ${status}` }];
  });
}

/** What the acquirer took and gave back, by its own file, is what settlement's payments say. */
async function judgeAcquirer(
  { settlement }: Pick<Books, 'settlement'>,
  movementsFile: string,
): Promise<Finding[]> {
  const moved = new Map<string, { captured: number; refunded: number }>();
  for (const line of readFileSync(movementsFile, 'utf8').split('\n')) {
    if (line === '') continue;
    const { kind, payment_id, amount_minor }: TestMovement = JSON.parse(line);
    const sums = moved.get(payment_id) ?? { captured: 0, refunded: 0 };
    if (kind === 'charge') sums.captured += amount_minor;
    else sums.refunded += amount_minor;
    moved.set(payment_id, sums);
  }
  const acquirer = [...moved].map(([payment_id, { captured, refunded }]) => ({
    payment_id,
    captured,
    refunded,
  }));
  const payments = await settlement.rows(
    `select payment_id::text, captured_minor as captured, refunded_minor as refunded from payments where captured_minor > 0`,
  );
  const ours = payments.map(({ payment_id, captured, refunded }) => ({
    payment_id,
    captured: Number(captured),
    refunded: Number(refunded),
  }));
  return differences(['settlement', ours], ['the acquirer', acquirer], (row) => String(row.payment_id)).map(
    (about) => ({ check: 'agreement' as const, about }),
  );
}
