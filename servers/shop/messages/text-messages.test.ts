import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { clearAll } from '../../../kit/limits.ts';
import type { SendOutcome } from '../../../kit/texts/port.ts';
import { PHONE, TestShop } from '../../../test/builders/shop-server.ts';
import { codeUse } from '../opening/phone-codes.ts';
import { sendDueTexts, settleInterrupted } from './text-messages.ts';
import { recordReceipt } from './text-reports.ts';

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
    const found = await sql<{ state: string; forgotten: boolean }>`
      select state, content_sealed is null and text = '' as forgotten
      from messages order by message_id desc limit 1`.execute(shop.context.db);
    return found.rows[0];
  };

  beforeEach(async () => {
    sent.length = 0;
    await clearAll([codeUse(shop.context, 'unlock', PHONE)]);
    const body = { phone: PHONE, locale: 'ko' };
    expect((await shop.call('POST', '/v1/unlock-codes', { body })).status).toBe(202);
  });

  test('are sent once and blanked, and their receipt is recorded', async () => {
    outcome = { kind: 'submitted', provider_message_ids: ['p-1'] };
    expect(await sendDueTexts(shop.context, gateway)).toBe(1);
    expect(await sendDueTexts(shop.context, gateway)).toBe(0);
    expect(sent).toMatchObject([{ to: '+821033334444', text: expect.stringMatching(/\d{6}/) }]);
    expect(await state()).toEqual({ state: 'sent', forgotten: true });
    await recordReceipt(shop.context, { provider_message_id: 'p-1', state: 'delivered' });
    expect(await state()).toEqual({ state: 'delivered', forgotten: true });
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
    expect(await state()).toEqual({ state: 'unknown', forgotten: true });
  });

  test('are not in clear in the database, and one queued by an earlier version is sent all the same', async () => {
    const [code = ''] = /\d{6}/.exec(await shop.lastText()) ?? [];
    const found = await shop.context.pool.query("select string_agg(m::text, ' ') as dump from messages m");
    expect(code).toHaveLength(6);
    expect(found.rows[0]?.dump).not.toContain(code);
    await sql`
      update messages set text = '예전 문자', content_sealed = null where state = 'due'`.execute(
      shop.context.db,
    );
    outcome = { kind: 'submitted', provider_message_ids: ['p-0'] };
    expect(await sendDueTexts(shop.context, gateway)).toBe(1);
    expect(sent).toMatchObject([{ text: '예전 문자' }]);
    expect(await state()).toEqual({ state: 'sent', forgotten: true });
  });

  test('are sent once, though their sender stalls until others give it up for lost', async () => {
    const stalled = Promise.withResolvers<SendOutcome>();
    const begun = Promise.withResolvers<void>();
    const stalling = {
      send: async (message: { to: string; text: string }) => {
        sent.push(message);
        begun.resolve();
        return stalled.promise;
      },
    };
    const slow = sendDueTexts(shop.context, stalling);
    await begun.promise;
    for (let minutes = 0; minutes < 5; minutes++) {
      shop.passTime(MINUTE_MS);
      await settleInterrupted(shop.context);
      await sendDueTexts(shop.context, gateway);
    }
    expect(sent).toHaveLength(1);
    expect(await state()).toEqual({ state: 'unknown', forgotten: true });
    stalled.resolve({ kind: 'not_sent', reason: 'not_connected' });
    await slow;
    expect(await sendDueTexts(shop.context, gateway)).toBe(0);
    expect(await state()).toEqual({ state: 'unknown', forgotten: true });
    expect(sent).toHaveLength(1);
  });

  test('are sent by only one of two processes', async () => {
    outcome = { kind: 'submitted', provider_message_ids: ['p-2'] };
    await Promise.all([sendDueTexts(shop.context, gateway), sendDueTexts(shop.context, gateway)]);
    expect(sent).toHaveLength(1);
  });
});
