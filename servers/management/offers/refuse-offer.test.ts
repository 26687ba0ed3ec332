import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { anOffer, doneOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { settleUnknown } from '../settle-calls.ts';
import { acceptOffer } from './accept-offer.ts';
import { refuseOffer } from './refuse-offer.ts';

const PIN = '739258';
let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

describe('a refusal', () => {
  test('gives the money back, with a word to the sender', async () => {
    const orderId = await anOffer(management);
    const offer = doneOf(await refuseOffer(management.context, orderId, '마음만 받을게요'));
    expect(offer.state).toBe('refused');
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(management.payments.get(orderId)?.status).toBe('refunded');
    expect(await messagesOf(management, orderId)).toContain('buyer.gift_refused');
    expect(doneOf(await refuseOffer(management.context, orderId, undefined)).state).toBe('refused');
    const late = await acceptOffer(management.context, orderId, { pin: PIN });
    expect(late).toMatchObject({ ok: false, code: 'already_refused' });
  });

  test('whose answers are all lost is refunded once', async () => {
    const orderId = await anOffer(management);
    management.shop.goesWrong('/cancellation', { kind: 'answer_lost' }, { kind: 'not_reached' });
    management.settlement.goesWrong('/refunds', { kind: 'answer_lost' });
    await refuseOffer(management.context, orderId, undefined);
    expect(await stateOf(management, orderId)).toBe('cancelling');
    await untilSettled();
    expect(await stateOf(management, orderId)).toBe('refunded');
    expect(management.settlement.asked(`${orderId}/refunds`)).toBe(1);
  });

  test('that settlement does not refund stays for somebody to look at', async () => {
    const orderId = await anOffer(management);
    management.settlement.goesWrong('/refunds', {
      kind: 'refuses',
      status: 422,
      code: 'refund_exceeds_payment',
    });
    await refuseOffer(management.context, orderId, undefined);
    expect(await stateOf(management, orderId)).toBe('refund_failed');
  });
});

/** The janitor comes until nothing is unknown. */
async function untilSettled(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    management.pass(2 * MINUTE_MS);
    await settleUnknown(management.context);
  }
}
