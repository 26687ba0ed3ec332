import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../../kit/ids.ts';
import { asOwner, cloneOrder } from '../../../test/builders/cloned-orders.ts';
import { anAcceptedGift, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { collectPayout } from './collect-payout.ts';
import { payOutShop } from './pay-out.ts';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagement();
});
afterEach(() => management.close());

const aUse = async (amount_minor: number) => {
  const order_id = await anAcceptedGift(management);
  const use = { order_id, redemption_id: newId(), amount_minor, balance_minor: 50_000 - amount_minor };
  await bookUse(management, { ...use, entry_no: 2 });
};

test('of two payouts of a shop at once, one pays; the other is the same one, or finds nothing to pay', async () => {
  await aUse(100);
  const [first] = (await management.context.pool.query('select order_id from orders')).rows;
  await cloneOrder(management, first.order_id, { shop_id: 'haneul', copies: 4_500 });
  await asOwner(
    management,
    `insert into certificate_uses (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name,
      evidence_message_id, at)
    select o.order_id, 2, 'redeemed', gen_random_uuid(), 100, 49900, u.store_name, u.evidence_message_id, u.at
    from orders o cross join certificate_uses u
    where u.order_id = '${first.order_id}' and not exists (
      select 1 from certificate_uses k where k.order_id = o.order_id)`,
  );
  const answers = await Promise.all([1, 2].map(() => payOutShop(management.context, newId(), 'haneul')));
  const { rows: payouts } = await management.context.pool.query(
    'select payout_id, gross_minor::int from payouts',
  );
  expect(payouts).toEqual([{ payout_id: expect.any(String), gross_minor: 450_100 }]);
  const said = answers.map((answer) => (answer.ok ? answer.value.payout_id : answer.code));
  const { payout_id } = payouts[0];
  expect(said).toContain(payout_id);
  expect(said.every((each) => each === payout_id || each === 'wrong_state')).toBe(true);
});

test('a payout that another process closed while this one began it can be followed by the next', async () => {
  const payoutId = newId();
  await aUse(1_000);
  // Both processes found no such payout; the first has closed it when the second begins to collect.
  doneOf(await payOutShop(management.context, payoutId, 'haneul'));
  await collectPayout(management.context, payoutId, 'haneul');
  await aUse(2_000);
  expect(doneOf(await payOutShop(management.context, newId(), 'haneul'))).toMatchObject({
    gross_minor: 2_000,
  });
});
