import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import type { IncomingNotice } from '../../../../kit/notices/stored-notices.ts';
import { type Done, done } from '../../../../kit/result.ts';
import {
  anAcceptedGift,
  anOffer,
  doneOf,
  eventsOf,
  messagesOf,
  stateOf,
} from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aboutCertificate, aReversalOf, aUseOf } from '../../../../test/builders/notices.ts';
import { asStored } from '../../../../test/builders/use-notices.ts';
import { certificateBalance } from '../../books/books.ts';
import { conservation } from '../../books/conservation.ts';
import { acceptOffer } from '../../offers/accept-offer.ts';
import { settleUnknown } from '../../settle-calls.ts';
import { measureRefusedPayouts } from '../../shops/list-payouts.ts';
import { payOutDaily, payOutShop } from '../../shops/pay-out.ts';
import { readOrder } from '../orders.ts';
import { readTimeline } from '../timeline.ts';
import { takeNotices } from './take-notices.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const acceptedGift = () => anAcceptedGift(management);

async function tell(told: IncomingNotice): Promise<Done<null>> {
  const notice = await asStored(management, told);
  return inTransaction(management.context.db, async (tx) => {
    const { doubted } = await takeNotices(management.context, tx, 'shop:haneul', [notice]);
    expect(doubted).toEqual([]);
    return done(null);
  });
}

function aNotice(kind: string, orderId: string, more: Record<string, unknown> = {}): IncomingNotice {
  const content = aboutCertificate(orderId, more);
  return {
    notice_id: newId(),
    kind,
    occurred_at: management.context.clock().toISOString(),
    trace_id: '0'.repeat(32),
    content,
  };
}

function aUse(orderId: string, amount: number, balance: number, entry: number): IncomingNotice {
  const content = aUseOf(orderId, amount, balance, entry, { handed_over: false });
  return aNotice('certificate_redeemed', orderId, content);
}

function aReversal(of: IncomingNotice, amount: number, balance: number, entry: number): IncomingNotice {
  const content = aReversalOf(of.content, amount, balance, entry);
  return { ...of, notice_id: newId(), kind: 'redemption_reversed', content };
}

describe("a shop's notices", () => {
  test('of issue, use and reversal reach the books, the timeline and the buyer', async () => {
    const orderId = await acceptedGift();
    doneOf(await tell(aNotice('certificate_issued', orderId, { issue_id: newId() })));
    const used = aUse(orderId, 30_000, 20_000, 2);
    doneOf(await tell(used));
    doneOf(await tell(aReversal(used, 30_000, 50_000, 3)));
    doneOf(await tell(aUse(orderId, 5_000, 45_000, 4)));
    expect(await stateOf(management, orderId)).toBe('issued');
    expect((await eventsOf(management, orderId)).slice(-4)).toEqual([
      'issued',
      'used',
      'use_reversed',
      'used',
    ]);
    const { events } = await readTimeline(management.context, orderId);
    expect(events.slice(-3)).toEqual(
      [
        ['used', 30_000, 20_000, used.trace_id] as const,
        ['use_reversed', 30_000, 50_000, used.trace_id] as const,
        ['used', 5_000, 45_000, expect.any(String)] as const,
      ].map(([kind, amount_minor, balance_minor, trace_id]) => ({
        at: expect.stringMatching(/Z$/),
        kind,
        state: 'issued',
        detail: { amount_minor, balance_minor, currency: 'KRW', store_name: used.content.store_name },
        trace_id,
      })),
    );
    expect((await messagesOf(management, orderId)).slice(-7)).toEqual([
      'buyer.certificate_issued',
      'buyer.certificate_used',
      'recipient.certificate_used',
      'buyer.use_reversed',
      'recipient.use_reversed',
      'buyer.certificate_used',
      'recipient.certificate_used',
    ]);
    const order = await readOrder(management.context.db, orderId);
    expect(await certificateBalance(management.context.db, order)).toBe(45_000n);
  });

  test.each([
    ['that was handed over', true],
    ['of which the shop does not say who holds it', undefined],
  ])('of a use of one %s are told to the buyer only', async (_whose, handed_over) => {
    const orderId = await acceptedGift();
    const { content, ...use } = aUse(orderId, 10_000, 40_000, 2);
    const { handed_over: _said, ...rest } = content;
    doneOf(await tell({ ...use, content: handed_over === undefined ? rest : { ...rest, handed_over } }));
    expect((await messagesOf(management, orderId)).at(-1)).toBe('buyer.certificate_used');
  });

  test('told twice have one effect', async () => {
    const orderId = await acceptedGift();
    const use = aUse(orderId, 10_000, 40_000, 2);
    doneOf(await tell(use));
    doneOf(await tell({ ...use, notice_id: newId() }));
    const order = await readOrder(management.context.db, orderId);
    expect(await certificateBalance(management.context.db, order)).toBe(40_000n);
  });

  test('that overtake the answer to the acceptance prove it', async () => {
    const orderId = await anOffer(management);
    management.shop.goesWrong('/acceptance', { kind: 'answer_lost' });
    await acceptOffer(management.context, orderId, { pin: '739258' });
    expect(await stateOf(management, orderId)).toBe('accepting');
    doneOf(await tell(aNotice('certificate_issued', orderId, { issue_id: newId() })));
    expect(await stateOf(management, orderId)).toBe('issued');
    management.pass(2 * MINUTE_MS);
    await settleUnknown(management.context);
    expect(await stateOf(management, orderId)).toBe('issued');
  });
});

test('what is left of an expired certificate leaves the outstanding', async () => {
  const orderId = await acceptedGift();
  doneOf(await tell(aUse(orderId, 20_000, 30_000, 2)));
  const { content, ...notice } = aNotice('certificate_expired', orderId, {
    amount_minor: 30_000,
    currency: 'KRW',
  });
  const { store_id: _id, store_name: _name, ...rest } = content;
  doneOf(await tell({ ...notice, content: rest }));
  expect((await eventsOf(management, orderId)).at(-1)).toBe('certificate_expired');
  const order = await readOrder(management.context.db, orderId);
  expect(await certificateBalance(management.context.db, order)).toBe(0n);
  expect(await conservation(management.context.db)).toMatchObject([{ expired_minor: 30_000n, holds: true }]);
});

describe('a payout', () => {
  test('is of what was used and not paid yet, less commission; once', async () => {
    await payEverything();
    const orderId = await acceptedGift();
    const used = aUse(orderId, 20_000, 30_000, 2);
    doneOf(await tell(used));
    doneOf(await tell(aReversal(used, 4_000, 34_000, 3)));
    const payoutId = newId();
    const paid = doneOf(await payOutShop(management.context, payoutId, 'haneul'));
    expect(paid).toMatchObject({ gross_minor: 16_000, commission_minor: 400, state: 'paid' });
    expect(doneOf(await payOutShop(management.context, payoutId, 'haneul'))).toEqual(paid);
    const again = await payOutShop(management.context, newId(), 'haneul');
    expect(again).toMatchObject({ ok: false, code: 'wrong_state' });
  });

  test('that is refused is made another day', async () => {
    await payEverything();
    doneOf(await tell(aUse(await acceptedGift(), 7_000, 43_000, 2)));
    management.settlement.goesWrong('/payouts', {
      kind: 'refuses',
      status: 422,
      code: 'payout_exceeds_funds',
    });
    const registry = new Registry();
    measureRefusedPayouts(registry, management.context);
    const alarm = async () =>
      (await registry.getSingleMetric('seonmul_payouts_refused')?.get())?.values[0]?.value;
    expect(doneOf(await payOutShop(management.context, newId(), 'haneul')).state).toBe('refused');
    expect(await alarm()).toBe(1);
    management.pass(DAY_MS);
    await payOutDaily(management.context);
    expect(await alarm()).toBe(0);
    expect(await paidTo('haneul')).toMatchObject({ gross_minor: 7_000n, state: 'paid' });
  });

  test('that settlement says was made before is not paid a second time under another id', async () => {
    await payEverything();
    doneOf(await tell(aUse(await acceptedGift(), 6_000, 44_000, 2)));
    management.settlement.goesWrong('/payouts', { kind: 'refuses', status: 409, code: 'wrong_state' });
    expect(doneOf(await payOutShop(management.context, newId(), 'haneul')).state).toBe('asked');
    const another = await payOutShop(management.context, newId(), 'haneul');
    expect(another).toMatchObject({ ok: false, code: 'wrong_state' });
    management.pass(2 * MINUTE_MS);
    await settleUnknown(management.context);
    expect(await paidTo('haneul')).toMatchObject({ gross_minor: 6_000n, state: 'paid' });
  });

  test('whose answer is lost is asked again and made once; two at once pay once', async () => {
    await payEverything();
    doneOf(await tell(aUse(await acceptedGift(), 9_000, 41_000, 2)));
    management.settlement.goesWrong('/payouts', { kind: 'answer_lost' });
    const both = await Promise.all([
      payOutShop(management.context, newId(), 'haneul'),
      payOutShop(management.context, newId(), 'haneul'),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    management.pass(2 * MINUTE_MS);
    await settleUnknown(management.context);
    expect(await paidTo('haneul')).toMatchObject({ gross_minor: 9_000n, state: 'paid' });
  });

  test('and the books hold after all of that', async () => {
    expect(await conservation(management.context.db)).toMatchObject([{ currency: 'KRW', holds: true }]);
  });
});

test('the books do not hold when a balance is changed behind their back', async () => {
  const owner = management.context.db;
  await sql`
    update ledger_balances set balance_minor = balance_minor + 1
    where account_id = (select account_id from ledger_accounts where code = 'certificate' limit 1)`.execute(
    owner,
  );
  expect(await conservation(owner)).toMatchObject([{ currency: 'KRW', holds: false }]);
});

async function payEverything(): Promise<void> {
  await payOutShop(management.context, newId(), 'haneul');
}

async function paidTo(shopId: string) {
  const found = await sql<{ gross_minor: bigint; state: string }>`
    select gross_minor, state from payouts where shop_id = ${shopId} order by created_at desc limit 1`.execute(
    management.context.db,
  );
  return found.rows[0];
}
