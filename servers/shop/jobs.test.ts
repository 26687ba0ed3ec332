import { Value } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOTICE_BATCHES_PATH, NOTICES_IN_BATCH_MAX, NoticeBatch } from '../../contracts/notices.ts';
import { SHOP_NOTICES } from '../../contracts/shop-certificates.ts';
import { MINUTE_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { sendDueBatches } from '../../kit/notices/outbox.ts';
import type { SendOutcome } from '../../kit/texts/smpp.ts';
import { PeerStub } from '../../test/builders/peer-stub.ts';
import { PHONE, TestShop } from '../../test/builders/shop-server.ts';
import { recordReceipt, sendDueTexts } from './messages/text-messages.ts';

let shop: TestShop;
let management: PeerStub;

beforeAll(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
});
afterAll(async () => {
  await shop.close();
  await management.close();
});

test('issue, use and reversal are told in order, in the shapes of the contract, until they are acknowledged', async () => {
  const terminal = await shop.terminal();
  const { certificate_id } = await shop.accepted(50_000);
  const verification_token = await shop.opened(terminal);
  const { token } = terminal;
  await shop.call('POST', '/v1/issues', { token, body: { verification_token, certificate_id } });
  const sale = await shop.redeem(terminal, verification_token, [{ certificate_id, amount_minor: 20_000 }]);
  const [line] = sale.body.lines as { redemption_id: string }[];
  await shop.call('POST', `/v1/redemptions/${line?.redemption_id}/reversal`, {
    token,
    body: { amount_minor: 5 },
  });

  const refused = () => expect.unreachable('no batch is refused');
  const outbox = { ...shop.context, path: NOTICE_BATCHES_PATH, noticesMax: NOTICES_IN_BATCH_MAX, refused };
  management.answer = () => 'no_answer';
  expect(await sendDueBatches(outbox)).toBe(0);
  management.answer = () => ({ status: 200, body: { acknowledged_batch_no: 1 } });
  shop.passTime(MINUTE_MS);
  expect(await sendDueBatches(outbox)).toBe(1);
  expect(await sendDueBatches(outbox)).toBe(0);

  const [first, second] = management.asked;
  expect(second).toEqual(first);
  const batch = first?.body;
  if (!Value.Check(NoticeBatch, batch)) throw new Error('not a batch');
  expect(batch.notices.map(({ kind }) => kind)).toEqual([
    'certificate_issued',
    'certificate_redeemed',
    'redemption_reversed',
  ]);
  for (const { kind, content } of batch.notices) {
    const shape = SHOP_NOTICES[kind as keyof typeof SHOP_NOTICES];
    // Who reads leaves other members aside; who writes has none that the contract does not name.
    const whole = { ...shape, additionalProperties: false };
    expect([...Value.Errors(whole, content)], kind).toEqual([]);
  }
});

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

  test('are sent once and blanked, and their receipt is kept', async () => {
    outcome = { kind: 'submitted', provider_message_ids: ['p-1'] };
    expect(await sendDueTexts(shop.context, gateway)).toBe(1);
    expect(await sendDueTexts(shop.context, gateway)).toBe(0);
    expect(sent).toMatchObject([{ to: '01033334444' }]);
    expect(await state()).toEqual({ state: 'sent', text: '' });
    await recordReceipt(shop.context, { provider_message_id: 'p-1', state: 'delivered' });
    expect(await state()).toEqual({ state: 'delivered', text: '' });
  });

  test('that were not taken are tried again later; what may have been sent is not', async () => {
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

  test('are sent by one of two processes', async () => {
    outcome = { kind: 'submitted', provider_message_ids: ['p-2'] };
    await Promise.all([sendDueTexts(shop.context, gateway), sendDueTexts(shop.context, gateway)]);
    expect(sent).toHaveLength(1);
  });
});
