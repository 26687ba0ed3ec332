import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CASH, cashMethodAt } from '../../../../contracts/cash.ts';
import { DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { newId } from '../../../../kit/ids.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import {
  anOffer,
  anOrder,
  confirmReadBack,
  doneOf,
  messagesOf,
  stateOf,
} from '../../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../../test/builders/management.ts';
import { aMemberOf, atTerminal, PHONE_PIN } from '../../../../test/builders/members.ts';
import { bookUse } from '../../../../test/builders/use-notices.ts';
import { createManagementApp } from '../../app.ts';
import { conservation } from '../../books/conservation.ts';
import { ownCertificates, ownPayments } from '../../compare-books/own-sums.ts';
import { acceptOffer } from '../../offers/accept-offer.ts';
import { listPayable } from '../../shops/list-payouts.ts';
import { payOutShop } from '../../shops/pay-out.ts';
import { abandonOrder, cancelOrder } from '../end-order.ts';
import { readReceipt } from '../receipt/receipt.ts';
import { nameRecipient } from '../recipient/name-recipient.ts';
import { checkPayment } from './check-payment.ts';

const TERMINAL = newId();
const AT_THE_TILL = { payment_method_id: CASH, terminal: { party: 'shop:haneul', terminal_id: TERMINAL } };
const SPAN = { from: new Date(Date.now() - DAY_MS), until: new Date(Date.now() + DAY_MS) };

let management: TestManagement;
beforeEach(async () => {
  management = await aManagement();
});
afterEach(() => management.close());

/** What a clerk does at the shop. */
function takeCash(orderId: string): void {
  const asked = management.payments.get(orderId);
  if (asked === undefined) throw new Error('No cash was asked for.');
  management.payments.set(orderId, { ...asked, status: 'authorised', approval_number: '100234' });
}

async function aCashOrder(): Promise<string> {
  management.nextPayments.push({ status: 'processing' });
  return anOrder(management, AT_THE_TILL);
}

async function aCashGift(): Promise<string> {
  const orderId = await aCashOrder();
  takeCash(orderId);
  doneOf(await checkPayment(management.context, orderId));
  doneOf(await nameRecipient(management.context, orderId, MEMBER_ID, { phone: SHOP_MEMBER.phone }));
  doneOf(await confirmReadBack(management, orderId));
  return orderId;
}

const moved = async (code: string) => {
  const found = await sql<{ minor: bigint }>`
    select coalesce(sum(case when a.account_id = t.debit_account_id then t.amount_minor else -t.amount_minor end), 0)::bigint
      as minor
    from ledger_accounts a join ledger_transfers t on a.account_id in (t.debit_account_id, t.credit_account_id)
    where a.code = ${code}`.execute(management.context.db);
  return Number(found.rows[0]?.minor);
};
const use = (order_id: string, amount_minor: number) =>
  bookUse(management, {
    ...{ order_id, redemption_id: newId(), amount_minor, balance_minor: 50_000 - amount_minor, entry_no: 2 },
  });

describe('a gift that is bought for cash', () => {
  test('is asked of the shop, without a consent, and waits for a clerk', async () => {
    const orderId = await aCashOrder();
    expect(await stateOf(management, orderId)).toBe('authorising');
    expect(management.settlement.received).toEqual([]);
    expect(management.shop.received.at(-1)).toMatchObject({
      path: '/v1/peer/payments',
      body: { payment_method_id: cashMethodAt(TERMINAL), payee: 'shop:haneul' },
    });
    expect(management.shop.received.at(-1)?.body).not.toHaveProperty('consent');
    takeCash(orderId);
    expect(doneOf(await checkPayment(management.context, orderId))).toMatchObject({
      state: 'authorised',
      cash: {},
    });
  });

  test.each([
    ['no terminal', null],
    ['another shop’s terminal', { party: 'shop:bada', terminal_id: TERMINAL }],
  ])('is refused at %s', async (_what, terminal) => {
    const placed = anOrder(management, { ...AT_THE_TILL, terminal });
    await expect(placed).rejects.toThrow('cash_not_here');
    await expect(anOrder(management, { payment_method_id: cashMethodAt(TERMINAL) })).rejects.toThrow(
      'payment_method_not_found',
    );
    expect(management.shop.received).toEqual([]);
  });

  test('takes the terminal from the session, and from nothing else', async () => {
    const app = await createManagementApp(management.context);
    try {
      const { member_number, door } = await aMemberOf(management, app);
      const body = { shop_id: 'haneul', amount_minor: 10_000, currency: 'KRW', payment_method_id: CASH };
      expect(await door('POST', '/v1/orders', body)).toMatchObject({
        status: 422,
        body: { code: 'cash_not_here' },
      });
      const credentials = { member_number, phone_pin: PHONE_PIN };
      const session = await atTerminal(management, app, credentials, { terminal_id: TERMINAL });
      const till = aDoor(app, String(session.body.session_token));
      management.nextPayments.push({ status: 'processing' });
      expect(await till('POST', '/v1/orders', body)).toMatchObject({
        status: 201,
        body: { state: 'authorising', cash: {} },
      });
    } finally {
      await app.close();
    }
  });

  test('is the shop’s money: no payout, no commission, and the books agree', async () => {
    const cash = await aCashGift();
    const card = await anOffer(management);
    for (const orderId of [cash, card])
      doneOf(await acceptOffer(management.context, orderId, { pin: '739258' }));
    expect(await moved('held_by_shop')).toBe(50_000);
    expect(await moved('held_by_settlement')).toBe(50_000);
    await use(cash, 20_000);
    expect(await moved('held_by_shop')).toBe(30_000);
    expect(await moved('shop_payable')).toBe(0);
    const payable = async () =>
      (await listPayable(management.context)).find(({ shop_id }) => shop_id === 'haneul');
    expect(await payable()).toMatchObject({ payable_minor: 0, uses: 0 });
    const nothing = await payOutShop(management.context, newId(), 'haneul');
    expect(nothing).toMatchObject({ ok: false, code: 'wrong_state' });
    await use(card, 10_000);
    expect(await payable()).toMatchObject({ payable_minor: 10_000, uses: 1 });
    expect(doneOf(await payOutShop(management.context, newId(), 'haneul'))).toMatchObject({
      gross_minor: 10_000,
      commission_minor: 250,
    });
    expect(await conservation(management.context.db)).toMatchObject([
      { issued_minor: 100_000n, outstanding_minor: 70_000n, redeemed_minor: 30_000n, holds: true },
    ]);
    const terms = await sql<{ order_id: string; commission_bp: number | null }>`
      select order_id, commission_bp from orders where order_id = ${cash}`.execute(management.context.db);
    expect(terms.rows).toEqual([{ order_id: cash, commission_bp: 0 }]);
  });

  test('is paid out by nobody where an earlier version has booked its use', async () => {
    const cash = await aCashGift();
    doneOf(await acceptOffer(management.context, cash, { pin: '739258' }));
    await use(cash, 20_000);
    await sql`update certificate_uses set payout_id = null where order_id = ${cash}`.execute(
      management.context.db,
    );
    const nothing = await payOutShop(management.context, newId(), 'haneul');
    expect(nothing).toMatchObject({ ok: false, code: 'wrong_state' });
    const left = await sql`select 1 from certificate_uses where payout_id is null`.execute(
      management.context.db,
    );
    expect(left.rows).toEqual([]);
  });

  test('is compared with the shop’s books, and not with settlement’s', async () => {
    await aCashGift();
    await anOffer(management);
    const { db } = management.context;
    const sum = { of: 'payments', count: 1, amount_minor: 50_000 };
    const ofShop = await ownCertificates(db, 'shop:haneul', SPAN);
    expect(ofShop.filter(({ of }) => of === 'payments')).toMatchObject([sum]);
    expect(await ownPayments(db, { party: 'settlement', is_first: true }, SPAN)).toMatchObject([sum]);
  });

  test('says so on its receipt', async () => {
    const orderId = await aCashGift();
    expect(doneOf(await readReceipt(management.context, orderId, MEMBER_ID))).toMatchObject({
      brand: null,
      last4: null,
      approval_number: '30012345',
    });
  });
});

describe('cash for a gift that came to nothing', () => {
  test('waits at the shop, and the buyer is told so with the receipt’s number', async () => {
    const orderId = await aCashGift();
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(await messagesOf(management, orderId)).toContain('buyer.cash_waits');
    expect(await messagesOf(management, orderId)).not.toContain('buyer.gift_cancelled');
    expect(await moved('held_by_shop')).toBe(0);
    expect(management.settlement.received).toEqual([]);
  });

  test('that was taken before the buyer gave up waits, too; nothing waits that was not taken', async () => {
    const taken = await aCashOrder();
    takeCash(taken);
    doneOf(await checkPayment(management.context, taken));
    expect(doneOf(await abandonOrder(management.context, taken, MEMBER_ID))).toMatchObject({
      state: 'abandoned',
      cash: { receipt_no: '100234' },
    });
    expect(await messagesOf(management, taken)).toEqual(['buyer.cash_waits']);
    const untaken = await aCashOrder();
    const abandoned = doneOf(await abandonOrder(management.context, untaken, MEMBER_ID));
    expect(abandoned.cash).toEqual({});
    expect(await messagesOf(management, untaken)).toEqual([]);
  });
});
