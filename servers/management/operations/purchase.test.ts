import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anOffer, anOrder, aReadBack, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { confirmRecipient } from './confirm-recipient.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

describe('a purchase', () => {
  test('goes from the card to the offer', async () => {
    const orderId = await anOffer(management);
    expect(await stateOf(management, orderId)).toBe('offered');
    expect(management.payments.get(orderId)?.status).toBe('captured');
    expect(await messagesOf(management, orderId)).toEqual([
      'recipient.gift_arrived',
      'buyer.purchase_complete',
    ]);
    expect(await eventsOf(management, orderId)).toEqual([
      'ordered',
      'payment_authorised',
      'name_read_back',
      'recipient_confirmed',
      'payment_captured',
      'registered',
    ]);
  });
});
