import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishDetails } from '../../../../kit/business/details.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { aDoor } from '../../../../test/builders/door.ts';
import { anOffer, anOrder, doneOf } from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { aMemberSession } from '../../../../test/builders/sessions.ts';
import { createManagementApp } from '../../app.ts';
import { cancelOrder } from '../end-order.ts';
import { readReceipt, vatWithin } from './receipt.ts';

let management: TestManagement;
let app: App;
let token: string;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  token = await aMemberSession(management);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

function ask(orderId: string, lang = 'ko', bearer = token) {
  const headers = { authorization: `Bearer ${bearer}` };
  return app.inject({ method: 'GET', url: `/v1/orders/${orderId}/receipt?lang=${lang}`, headers });
}

describe('a receipt', () => {
  test.each(['ko', 'en'])('in %s is a PDF with the few signs of the font that it needs', async (lang) => {
    const reply = await ask(await anOffer(management), lang);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('application/pdf');
    const bytes = reply.rawPayload;
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+Pretendard-Regular/);
    // The whole font has 1.5 MB.
    expect(bytes.length).toBeLessThan(60_000);
  });

  test('says what was paid, and what went back', async () => {
    const orderId = await anOffer(management);
    const paid = doneOf(await readReceipt(management.context, orderId, MEMBER_ID));
    expect(paid).toMatchObject({ amount_minor: 50_000n, brand: 'visa', last4: '4242', refunded_at: null });
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    const refunded = doneOf(await readReceipt(management.context, orderId, MEMBER_ID));
    expect(refunded.refunded_at).toBeInstanceOf(Date);
    expect((await ask(orderId)).statusCode).toBe(200);
  });

  test('says the same on a page, in figures', async () => {
    const door = aDoor(app, token);
    const details = async (orderId: string) =>
      (await door('GET', `/v1/orders/${orderId}/receipt/details`)) as { status: number; body: object };
    const orderId = await anOffer(management);
    const krw = (amount_minor: number) => ({ amount_minor, currency: 'KRW' });
    const paid = await details(orderId);
    expect(paid).toMatchObject({
      status: 200,
      body: {
        masked_recipient: '홍*동',
        last4: '4242',
        approval_number: '30012345',
        amount: krw(50_000),
        remains: krw(50_000),
      },
    });
    expect(paid.body).not.toHaveProperty('refund');
    doneOf(await cancelOrder(management.context, orderId, MEMBER_ID));
    expect((await details(orderId)).body).toMatchObject({
      refund: { at: expect.any(String), amount: krw(50_000) },
      remains: krw(0),
    });
    expect(await details(await anOrder(management))).toMatchObject({ status: 409 });
    expect(await details(newId())).toMatchObject({ status: 404 });
  });

  test('is refused for what was not paid, and to everybody else', async () => {
    const unpaid = await ask(await anOrder(management));
    expect([unpaid.statusCode, unpaid.json().code]).toEqual([409, 'wrong_state']);
    expect((await ask(newId())).json().code).toBe('order_not_found');
    expect((await ask(await anOffer(management), 'ko', 'member_nobody')).statusCode).toBe(401);
  });
});

describe('VAT within an amount', () => {
  test.each([
    [11_000n, 1_000, 1_000n],
    [10_000n, 1_000, 909n],
    [50_000n, 0, 0n],
    [0n, 1_000, 0n],
    [119n, 1_900, 19n],
    // Half a unit is rounded up.
    [21n, 2_600, 4n],
    [3n, 5_000, 1n],
  ])('of %s at %i is %s', (amount, bp, vat) => {
    expect(vatWithin(amount, bp)).toBe(vat);
  });
});

test('a receipt names the seller, in the receipt’s language, and has an extra line of VAT', async () => {
  const orderId = await anOffer(management);
  const { context } = management;
  const details = {
    ...{
      name_ko: '(주)선물',
      name_en: 'Seonmul Inc.',
      representative: '김선물',
      hours_ko: null,
      hours_en: null,
    },
    ...{ registration_number: '123-45-67890', mail_order_number: null, privacy_officer: null, colour: null },
    ...{ address_ko: '서울 종로구 종로 1', address_en: '1 Jongno, Seoul', logo_id: null, vat_bp: 1_000 },
    ...{ telephone: '02-700-1200', email: 'help@example.com' },
  };
  const before = await ask(orderId);
  doneOf(await inTransaction(context.db, (tx) => publishDetails(context, tx, null, 0, details)));
  const { seller } = doneOf(await readReceipt(context, orderId, MEMBER_ID));
  expect(seller).toMatchObject({ registration_number: '123-45-67890', version: 1 });
  const after = await ask(orderId);
  const page = await aDoor(app, token)('GET', `/v1/orders/${orderId}/receipt/details`);
  expect(page.body).toMatchObject({
    seller: { registration_number: '123-45-67890' },
    vat: { percent: '10', net: { amount_minor: 45_455 }, vat: { amount_minor: 4_545 } },
  });
  expect(after.rawPayload.length).toBeGreaterThan(before.rawPayload.length);
  // One page, whatever is on it.
  expect(after.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});
