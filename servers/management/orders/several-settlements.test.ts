import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { anOffer, doneOf } from '../../../test/builders/gifts.ts';
import {
  aManagement,
  CARD,
  MEMBER_ID,
  type OtherSettlement,
  type TestManagement,
} from '../../../test/builders/management.ts';
import {
  addPaymentMethod,
  listPaymentMethods,
  setUpPaymentMethod,
} from '../members/payment-methods/payment-methods.ts';
import { listUsableMethods } from '../members/payment-methods/usable-methods.ts';
import { findShop } from '../shops/list-shops.ts';
import { cancelOrder } from './end-order.ts';
import { placeOrder } from './place-order.ts';

const US = 'settlement:us';
const US_CARD = 'pm_us_card';
let management: TestManagement;
let other: OtherSettlement;
beforeAll(async () => {
  management = await aManagement({ otherSettlement: true });
  if (management.other === undefined) throw new Error('There is no second settlement server.');
  other = management.other;
  await sql`
    insert into shops (shop_id, party, settlement, name_ko, name_en, currency, amount_min_minor, amount_max_minor,
      suggested_minor, payment_route, commission_bp, answer_days, remind_days, validity_months, refund_days, active)
    select 'haneul-us', party, ${US}, name_ko, name_en, currency, amount_min_minor, amount_max_minor, suggested_minor,
      payment_route, commission_bp, answer_days, remind_days, validity_months, refund_days, active
    from shops where shop_id = 'haneul'`.execute(management.context.db);
  other.cards.set(US_CARD, {
    payment_method_id: US_CARD,
    payer_reference: MEMBER_ID,
    brand: 'visa',
    last4: '1881',
    expiry_month: 12,
    expiry_year: 2099,
  });
});
afterAll(() => management.close());

const place = (shop_id: string, payment_method_id: string) =>
  placeOrder(management.context, newId(), MEMBER_ID, {
    shop_id,
    amount_minor: 50_000,
    currency: 'KRW',
    payment_method_id,
  });

describe('with two settlement servers', () => {
  test('a card is of the one that knows it, whichever is asked first', async () => {
    const added = doneOf(await addPaymentMethod(management.context, MEMBER_ID, US_CARD));
    expect(added.settlement).toBe(US);
    const listed = await listPaymentMethods(management.context, MEMBER_ID);
    expect(Object.fromEntries(listed.map((method) => [method.payment_method_id, method.settlement]))).toEqual(
      {
        [CARD]: 'settlement',
        [US_CARD]: US,
      },
    );
  });

  test('where a card can be used is what its settlement server says; one that can’t be asked doesn’t matter', async () => {
    const shops = async () => {
      const methods = await listUsableMethods(management.context, MEMBER_ID);
      return Object.fromEntries(methods.map((method) => [method.payment_method_id, method.shops]));
    };
    other.uses.set(US_CARD, { payment_method_id: US_CARD, acquirer: 'stripe', currencies: ['KRW'] });
    expect(await shops()).toEqual({ [CARD]: ['haneul', 'haneul-mall'], [US_CARD]: ['haneul-us'] });
    const [known] = await listUsableMethods(management.context, MEMBER_ID);
    expect(known).toMatchObject({ payment_method_id: US_CARD, provider: 'stripe' });
    for (const use of [{ currencies: [] }, { currencies: ['KRW'], payees: ['shop:other'] }]) {
      other.uses.set(US_CARD, { payment_method_id: US_CARD, acquirer: 'stripe', ...use });
      expect(await shops()).toEqual({ [CARD]: ['haneul', 'haneul-mall'], [US_CARD]: [] });
    }
    other.peer.goesWrong('', { kind: 'not_reached' });
    expect(await shops()).toEqual({ [CARD]: ['haneul', 'haneul-mall'], [US_CARD]: ['haneul-us'] });
  });

  test('a card that neither knows is not found, unless one of them does not answer', async () => {
    const add = () => addPaymentMethod(management.context, MEMBER_ID, 'pm_nobodys');
    expect(await add()).toMatchObject({ ok: false, code: 'payment_method_not_found' });
    management.settlement.goesWrong('pm_nobodys', { kind: 'not_reached' });
    expect(await add()).toMatchObject({ ok: false, code: 'payment_unknown' });
  });

  test('a card is entered at that of the shop, or at the first', async () => {
    const setUp = (shopId: string | undefined) =>
      setUpPaymentMethod(management.context, MEMBER_ID, { shopId, terminalOrigin: undefined });
    const asked = () =>
      [management.settlement, other.peer].map((peer) => peer.asked('payment-method-setups'));
    const [first = 0, second = 0] = asked();
    doneOf(await setUp('haneul-us'));
    expect(asked()).toEqual([first, second + 1]);
    doneOf(await setUp(undefined));
    expect(asked()).toEqual([first + 1, second + 1]);
    expect(await setUp('nowhere')).toMatchObject({ ok: false, code: 'shop_not_found' });
  });

  test('an order is authorised, captured and refunded at that of its shop', async () => {
    const orderId = await anOffer(management, undefined, {
      shop_id: 'haneul-us',
      payment_method_id: US_CARD,
    });
    expect([management.payments.has(orderId), other.payments.get(orderId)?.status]).toEqual([
      false,
      'captured',
    ]);
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    expect(other.peer.asked(`${orderId}/refunds`)).toBe(1);
    expect(management.settlement.asked(`${orderId}/refunds`)).toBe(0);
  });

  test.each([
    ['haneul', US_CARD],
    ['haneul-us', CARD],
  ])('at the shop %s, %s of the other one is refused', async (shop, card) => {
    expect(await place(shop, card)).toMatchObject({ ok: false, code: 'payment_method_elsewhere' });
  });

  test('the shop says whose cards it takes', async () => {
    expect(doneOf(await findShop(management.context, 'haneul-us')).settlement).toBe(US);
    expect(doneOf(await findShop(management.context, 'haneul')).settlement).toBe('settlement');
  });
});
