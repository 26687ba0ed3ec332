import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { SendOutcome } from '../../../kit/texts/smpp.ts';
import { PHONE, TestShop } from '../../../test/builders/shop-server.ts';
import { recordReceipt, sendDueTexts } from './text-messages.ts';

let shop: TestShop;

beforeAll(async () => {
  shop = await TestShop.open();
  // Codes are texted only to a phone that has a certificate.
  await shop.accepted(10_000);
});
afterAll(() => shop.close());

describe('text messages', () => {
  let outcome: SendOutcome;
  const sent: { to: string; text: string }[] = [];
  const gateway = {
    send: async (message: { to: string; text: string }) => {
      sent.push(message);
      return outcome;
    },
    close: async () => {},
  };
  const state = async () => {
    const found = await sql<{ state: string; text: string }>`
      select state, text from messages order by message_id desc limit 1`.execute(shop.context.db);
    return found.rows[0];
  };

  beforeEach(async () => {
    sent.length = 0;
    await shop.context.limits.codeByPhone.clear(PHONE);
    const body = { phone: PHONE, locale: 'ko' };
    expect((await shop.call('POST', '/v1/unlock-codes', { body })).status).toBe(202);
  });

  test('are sent once and blanked, and their receipt is recorded', async () => {
    outcome = { kind: 'submitted', provider_message_ids: ['p-1'] };
    expect(await sendDueTexts(shop.context, gateway)).toBe(1);
    expect(await sendDueTexts(shop.context, gateway)).toBe(0);
    expect(sent).toMatchObject([{ to: '01033334444' }]);
    expect(await state()).toEqual({ state: 'sent', text: '' });
    await recordReceipt(shop.context, { provider_message_id: 'p-1', state: 'delivered' });
    expect(await state()).toEqual({ state: 'delivered', text: '' });
  });

  test('that were not sent are retried later; those that may have been sent are not', async () => {
    outcome = { kind: 'not_sent', reason: 'not_connected' };
    expect(await sendDueTexts(shop.context, gateway)).toBe(0);
    expect(await state()).toMatchObject({ state: 'due' });
    outcome = { kind: 'unknown', reason: 'timed_out' };
    shop.passTime(MINUTE_MS);
    expect(await sendDueTexts(shop.context, gateway)).toBe(1);
    shop.passTime(MINUTE_MS);
    expect(await sendDueTexts(shop.context, gateway)).toBe(0);
    expect(await state()).toEqual({ state: 'unknown', text: '' });
  });

  test('are sent by only one of two processes', async () => {
    outcome = { kind: 'submitted', provider_message_ids: ['p-2'] };
    await Promise.all([sendDueTexts(shop.context, gateway), sendDueTexts(shop.context, gateway)]);
    expect(sent).toHaveLength(1);
  });
});
