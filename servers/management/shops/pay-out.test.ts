import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PAYOUTS_PATH } from '../../../contracts/settlement-payouts.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { asOwner, cloneOrder } from '../../../test/builders/cloned-orders.ts';
import { anAcceptedGift, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { crashesOf } from '../../../test/crash/crashing-pool.ts';
import { settleUnknown } from '../settle-calls.ts';
import { listPayable } from './list-payouts.ts';
import { payOutDaily, payOutShop } from './pay-out.ts';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagement();
});
afterEach(() => management.close());

const aUse = async (amount_minor: number) => {
  const order_id = await anAcceptedGift(management);
  const use = { order_id, redemption_id: newId(), amount_minor, balance_minor: 50_000 - amount_minor };
  await bookUse(management, { ...use, entry_no: 2 });
  return use;
};
const payOut = (payoutId = newId()) => payOutShop(management.context, payoutId, 'haneul');
const payouts = async () => {
  const found = await management.context.pool.query<{ shop_id: string; state: string; gross_minor: bigint }>(
    'select shop_id, state, gross_minor from payouts order by shop_id, payout_id',
  );
  return found.rows;
};

/** `copies` more gifts, each used once for 100 won. */
async function manyUses(copies: number, shopId = 'haneul'): Promise<void> {
  const { order_id } = await aUse(100);
  await cloneOrder(management, order_id, { shop_id: shopId, copies });
  const text = `
    insert into certificate_uses (order_id, entry_no, kind, redemption_id, amount_minor, balance_minor, store_name,
      evidence_message_id, at)
    select o.order_id, 2, 'redeemed', gen_random_uuid(), 100, 49900, u.store_name, u.evidence_message_id, u.at
    from orders o cross join certificate_uses u
    where u.order_id = $1 and o.shop_id = $2 and not exists (
      select 1 from certificate_uses k where k.order_id = o.order_id)`;
  await asOwner(management, { text, values: [order_id, shopId] });
}

describe('the commission of a payout', () => {
  const terms = (bp: number) =>
    asOwner(management, `update shops set commission_bp = ${bp} where shop_id = 'haneul'`);

  test('is the one agreed when each certificate was sold, also of what is reversed later', async () => {
    const early = await aUse(20_000);
    await terms(1_000);
    await aUse(20_000);
    expect(doneOf(await payOut())).toMatchObject({ gross_minor: 40_000, commission_minor: 500 + 2_000 });
    await bookUse(management, {
      ...{ ...early, amount_minor: 10_000, balance_minor: 40_000, entry_no: 3 },
      kind: 'redemption_reversed',
    });
    await aUse(30_000);
    expect(doneOf(await payOut())).toMatchObject({ gross_minor: 20_000, commission_minor: 3_000 - 250 });
  });

  test('of certificates from before it was kept with them is that of the terms of their day', async () => {
    const first = await aUse(20_000);
    management.pass(DAY_MS);
    const changed = management.context.clock().toISOString();
    management.pass(DAY_MS);
    const second = await aUse(20_000);
    await terms(1_000);
    await asOwner(
      management,
      `update orders set commission_bp = null where order_id in ('${first.order_id}', '${second.order_id}')`,
      `insert into shop_commissions_before values ('haneul', '${changed}', 200)`,
    );
    expect(doneOf(await payOut())).toMatchObject({ commission_minor: 400 + 2_000 });
  });

  test('that would be returned exceeds what is paid: the payout waits for more uses', async () => {
    const early = await aUse(20_000);
    doneOf(await payOut());
    await terms(0);
    await bookUse(management, {
      ...{ ...early, balance_minor: 50_000, entry_no: 3 },
      kind: 'redemption_reversed',
    });
    await aUse(21_000);
    expect(await payOut()).toMatchObject({ ok: false, code: 'wrong_state' });
    expect((await listPayable(management.context))[0]).toMatchObject({ payable_minor: 1_000, uses: 2 });
    await terms(1_000);
    await aUse(10_000);
    expect(doneOf(await payOut())).toMatchObject({ gross_minor: 11_000, commission_minor: 1_000 - 500 });
  });
});

describe('a payout', () => {
  test('waits for nobody who buys from the shop, and lets nobody wait', async () => {
    await aUse(20_000);
    const buyer = new Client({ connectionString: management.ownerUrl });
    await buyer.connect();
    try {
      // What an order that refers to the shop holds until it commits.
      await buyer.query(`start transaction; select 1 from shops where shop_id = 'haneul' for key share`);
      await payOutDaily(management.context);
      expect(await payouts()).toMatchObject([{ shop_id: 'haneul', state: 'paid', gross_minor: 20_000n }]);
    } finally {
      await buyer.end();
    }
  });

  test('that can’t be made holds up that of no other shop', async () => {
    await manyUses(1, 'haneul-mall');
    await asOwner(
      management,
      `create function broken() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`,
      `create trigger broken before insert on payouts for each row when (new.shop_id = 'haneul') execute function broken()`,
    );
    await payOutDaily(management.context);
    expect(await payouts()).toMatchObject([{ shop_id: 'haneul-mall', state: 'paid', gross_minor: 100n }]);
    await asOwner(management, 'drop trigger broken on payouts');
    management.pass(MINUTE_MS);
    await payOutDaily(management.context);
    expect((await payouts()).map(({ shop_id }) => shop_id)).toEqual(['haneul', 'haneul-mall']);
  });

  test('of many uses goes on after every crash, pays each of them once, and every shop', async () => {
    await manyUses(2_999);
    await manyUses(10, 'haneul-mall');
    const crashes = crashesOf(management.context.pool);
    for (let statements = 1; statements <= 24; statements++) {
      crashes.dieAfter(statements);
      await payOutDaily(management.context).catch(() => {});
      crashes.restart();
      // Its claims end.
      management.pass(4 * MINUTE_MS);
    }
    await payOutDaily(management.context);
    await settleUnknown(management.context);
    await crashes.close();
    const paid = await payouts();
    const grossOf = (shopId: string) =>
      paid.filter((one) => one.shop_id === shopId).reduce((sum, { gross_minor }) => sum + gross_minor, 0n);
    expect([grossOf('haneul'), grossOf('haneul-mall')]).toEqual([300_100n, 1_000n]);
    expect(paid.every(({ state }) => state === 'paid')).toBe(true);
    expect(management.settlement.asked(PAYOUTS_PATH)).toBe(paid.length);
    const left = await management.context.pool.query(
      'select 1 from certificate_uses where payout_id is null union all select 1 from open_payouts',
    );
    expect(left.rows).toEqual([]);
  });

  test('that settlement refused is freed and paid another day, however many uses it has', async () => {
    await manyUses(2_999);
    const refuses = { kind: 'refuses', status: 422, code: 'payout_exceeds_funds' } as const;
    management.settlement.goesWrong('/payouts', refuses);
    expect(doneOf(await payOut())).toMatchObject({ gross_minor: 300_000, state: 'refused' });
    expect((await listPayable(management.context))[0]).toMatchObject({ payable_minor: 300_000, uses: 3_000 });
    management.pass(DAY_MS);
    await payOutDaily(management.context);
    expect((await payouts()).at(-1)).toMatchObject({ state: 'paid', gross_minor: 300_000n });
    expect((await listPayable(management.context))[0]).toMatchObject({ payable_minor: 0, uses: 0 });
  });
});
