import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer, anOrder, aReadBack, confirmReadBack, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { cancelOrder } from '../orders/end-order.ts';

let management: TestManagement;
let app: App;
let operator: Door;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  operator = aDoor(app, await aStaffSession(management, 'operator'));
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const BOOKS = {
  shop_id: 'dalbit-books',
  party: 'shop:haneul',
  currency: 'KRW',
  name_ko: '달빛서점',
  name_en: 'Moonlight Books',
  description_ko: '늦은 밤까지 여는 동네 서점이에요.',
  description_en: null,
  image_key: 'dalbit',
  amount_min_minor: 5_000,
  amount_max_minor: 200_000,
  suggested_minor: [10_000, 20_000],
  payment_route: 'direct',
  commission_bp: 300,
  answer_days: 10,
  remind_days: 7,
  validity_months: 60,
  time_zone: 'Asia/Seoul',
  refund_days: 14,
  active: true,
};
const URL = `/v1/staff/shops/${BOOKS.shop_id}`;
const publicShop = () => aDoor(app)('GET', `/v1/shops/${BOOKS.shop_id}`);

async function lastAudit(): Promise<unknown> {
  const found = await sql`
    select action, subject ->> 'subject_id' as subject_id, subject as detail
    from audit_trail order by audit_id desc limit 1`.execute(management.context.db);
  return found.rows[0];
}

describe('a new shop', () => {
  // In the order in which they are looked for: each row breaks its own rule and those below it.
  const badTerms = { amount_min_minor: 300_000, remind_days: 10 };
  test.each([
    [{ ...badTerms, party: 'shop:nobody', currency: 'ZZZ' }, 422, 'party_unknown', undefined],
    [{ ...badTerms, party: 'settlement', currency: 'ZZZ' }, 422, 'party_unknown', undefined],
    [{ ...badTerms, currency: 'ZZZ' }, 422, 'currency_unsupported', undefined],
    [{ ...badTerms, shop_id: 'haneul' }, 422, 'shop_terms_invalid', 'amounts_in_order'],
    [
      { remind_days: 10, suggested_minor: [4_999], shop_id: 'haneul' },
      422,
      'shop_terms_invalid',
      'suggested_within_amounts',
    ],
    [{ suggested_minor: [200_001] }, 422, 'shop_terms_invalid', 'suggested_within_amounts'],
    [{ remind_days: 10, shop_id: 'haneul' }, 422, 'shop_terms_invalid', 'reminder_before_deadline'],
    [{ time_zone: 'Asia/Atlantis', shop_id: 'haneul' }, 422, 'shop_terms_invalid', 'time_zone_known'],
    [{ shop_id: 'haneul' }, 409, 'shop_exists', undefined],
    [{ commission_bp: 10_001 }, 400, 'validation_failed', undefined],
    [{ validity_months: 11 }, 400, 'validation_failed', undefined],
    [{ refund_days: 91 }, 400, 'validation_failed', undefined],
    [{ amount_min_minor: 0 }, 400, 'validation_failed', undefined],
    [{ image_key: 'https://evil.example/x.png' }, 400, 'validation_failed', undefined],
  ])('%j is refused: %i %s', async (wrong, status, code, rule) => {
    const reply = await operator('POST', '/v1/staff/shops', { ...BOOKS, ...wrong });
    expect(reply).toMatchObject({ status, body: { code, ...(rule === undefined ? {} : { rule }) } });
    expect(await publicShop()).toMatchObject({ status: 404 });
  });

  test('is sold at once, stands in the audit trail, and is there once', async () => {
    const key = randomUUID();
    const added = await operator('POST', '/v1/staff/shops', BOOKS, key);
    expect(added).toMatchObject({ status: 201, body: BOOKS });
    expect(await lastAudit()).toMatchObject({ action: 'add_shop', subject_id: BOOKS.shop_id });
    expect((await operator('POST', '/v1/staff/shops', BOOKS, key)).text).toBe(added.text);
    expect(await operator('POST', '/v1/staff/shops', BOOKS)).toMatchObject({ body: { code: 'shop_exists' } });
    const shown = await publicShop();
    expect(shown.body).toMatchObject({
      description_ko: BOOKS.description_ko,
      answer_days: 10,
      image_key: 'dalbit',
    });
    expect(shown.body).not.toHaveProperty('description_en');
    expect(shown.body).not.toHaveProperty('commission_bp');
    expect(await stateOf(management, await anOffer(management, undefined, { shop_id: BOOKS.shop_id }))).toBe(
      'offered',
    );
  });

  test('is added once by two at once', async () => {
    const twice = { ...BOOKS, shop_id: 'twice' };
    const both = await Promise.all([1, 2].map(() => operator('POST', '/v1/staff/shops', twice)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('a change of terms', () => {
  test('keeps what is left out, and says what was before', async () => {
    const changes = { description_en: 'Open late.', image_key: null, commission_bp: 0 };
    const changed = await operator('PATCH', URL, changes);
    expect(changed).toMatchObject({ status: 200, body: { ...BOOKS, ...changes } });
    expect(await lastAudit()).toMatchObject({
      action: 'change_shop',
      detail: { before: { description_en: null, image_key: 'dalbit', commission_bp: 300 }, after: changes },
    });
    expect((await publicShop()).body).not.toHaveProperty('image_key');
  });

  test.each([
    ['nowhere', { amount_min_minor: 300_000 }, 404, 'shop_not_found'],
    ['dalbit-books', { amount_min_minor: 200_001 }, 422, 'shop_terms_invalid'],
    ['dalbit-books', { amount_min_minor: 15_000 }, 422, 'shop_terms_invalid'],
    ['dalbit-books', { answer_days: 7 }, 422, 'shop_terms_invalid'],
    ['dalbit-books', { currency: 'USD' }, 400, 'validation_failed'],
    ['dalbit-books', { party: 'shop:other' }, 400, 'validation_failed'],
  ])('of %s to %j is refused: %i %s', async (shopId, changes, status, code) => {
    const before = (await publicShop()).text;
    expect(await operator('PATCH', `/v1/staff/shops/${shopId}`, changes)).toMatchObject({
      status,
      body: { code },
    });
    expect((await publicShop()).text).toBe(before);
  });

  test('two at once both stand', async () => {
    await Promise.all([
      operator('PATCH', URL, { commission_bp: 111 }),
      operator('PATCH', URL, { answer_days: 21 }),
    ]);
    const { body } = await operator('GET', '/v1/staff/shops');
    expect(body.shops).toContainEqual(expect.objectContaining({ commission_bp: 111, answer_days: 21 }));
  });

  test('of the payment route leaves gifts on the route that they were authorised on', async () => {
    const [bought, open] = [
      await anOffer(management, undefined, { shop_id: BOOKS.shop_id }),
      await aReadBack(management, undefined, { shop_id: BOOKS.shop_id }),
    ];
    expect(await operator('PATCH', URL, { payment_route: 'through_shop' })).toMatchObject({ status: 200 });
    expect(await confirmReadBack(management, open)).toMatchObject({ ok: true });
    expect(await cancelOrder(management.context, bought, MEMBER_ID)).toMatchObject({ ok: true });
    expect(await stateOf(management, bought)).toBe('refunded');
    expect(management.settlement.asked(`${open}/captures`)).toBe(1);
    expect(management.settlement.asked(`${bought}/refunds`)).toBe(1);
    expect(management.shop.asked(`${open}/captures`) + management.shop.asked(`${bought}/refunds`)).toBe(0);
    const asked = management.shop.asked('/v1/peer/payments');
    await anOrder(management, { shop_id: BOOKS.shop_id });
    expect(management.shop.asked('/v1/peer/payments')).toBe(asked + 1);
  });

  test('that closes it ends its sale, and nothing else', async () => {
    const offered = await anOffer(management, undefined, { shop_id: BOOKS.shop_id });
    expect(await operator('PATCH', URL, { active: false })).toMatchObject({ status: 200 });
    expect(await publicShop()).toMatchObject({ status: 404, body: { code: 'shop_not_found' } });
    await expect(anOrder(management, { shop_id: BOOKS.shop_id })).rejects.toThrow('shop_not_found');
    expect(await cancelOrder(management.context, offered, MEMBER_ID)).toMatchObject({ ok: true });
    const { body } = await operator('GET', '/v1/staff/shops');
    expect(body.shops).toContainEqual(expect.objectContaining({ shop_id: BOOKS.shop_id, active: false }));
  });
});

test('only an operator changes shops; support and auditors look', async () => {
  for (const role of ['support', 'auditor'] as const) {
    const door = aDoor(app, await aStaffSession(management, role));
    expect(await door('GET', '/v1/staff/shops')).toMatchObject({ status: 200 });
    expect(await lastAudit()).toMatchObject({ action: 'look_at_shops' });
    const forbidden = { status: 403, body: { code: 'forbidden' } };
    expect(await door('POST', '/v1/staff/shops', { ...BOOKS, shop_id: 'mine' })).toMatchObject(forbidden);
    expect(await door('PATCH', URL, { active: true })).toMatchObject(forbidden);
  }
  expect(await aDoor(app)('PATCH', URL, { active: true })).toMatchObject({ status: 401 });
});

test('the database holds the rules too', async () => {
  const { pool } = management.context;
  const broken = [
    ['amount_max_minor = 1', 'amounts_in_order'],
    ["suggested_minor = '{1}'", 'suggested_within_amounts'],
    ['remind_days = answer_days', 'reminder_before_deadline'],
    ['commission_bp = 10001', 'commission_is_a_share'],
    ['validity_months = 11', 'validity_at_least_a_year'],
    ['refund_days = 91', 'refund_days_in_range'],
  ] as const;
  for (const [change, rule] of broken)
    await expect(pool.query(`update shops set ${change} where shop_id = 'haneul'`)).rejects.toThrow(rule);
  await expect(pool.query("update shops set party = 'x'")).rejects.toThrow('permission denied');
});
