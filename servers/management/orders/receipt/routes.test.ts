import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { anOffer, anOrder, doneOf } from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { aMemberSession } from '../../../../test/builders/sessions.ts';
import { createManagementApp } from '../../app.ts';
import { cancelOrder } from '../end-order.ts';
import { readReceipt } from './receipt.ts';

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

  test('is refused for what was not paid, and to everybody else', async () => {
    const unpaid = await ask(await anOrder(management));
    expect([unpaid.statusCode, unpaid.json().code]).toEqual([409, 'wrong_state']);
    expect((await ask(newId())).json().code).toBe('order_not_found');
    expect((await ask(await anOffer(management), 'ko', 'member_nobody')).statusCode).toBe(401);
  });
});
