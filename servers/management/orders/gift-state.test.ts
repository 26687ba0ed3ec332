import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../kit/clock.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import type { IncomingNotice } from '../../../kit/notices/stored-notices.ts';
import { anAcceptedGift, anOffer, doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aReversalOf, aUseOf } from '../../../test/builders/notices.ts';
import { asStored } from '../../../test/builders/use-notices.ts';
import { cancelOrder, withdrawOrder } from './end-order.ts';
import type { GiftFacts } from './gift-facts.ts';
import { actionsOfBuyer, recipientState, type StatedOrder } from './gift-state.ts';
import { listOrders, ownOrder } from './list-orders.ts';
import type { OrderState } from './order-states.ts';
import { takeNotices } from './uses/take-notices.ts';

const NOW = new Date('2026-11-29T12:00:00Z');
const ORDER: StatedOrder = {
  state: 'offered',
  group_id: null,
  amount_minor: 50_000n,
  recipient_name: '홍길동',
  end_reason: null,
  dispute: null,
  answer_by: addMs(NOW, DAY_MS),
  refund_until: addMs(NOW, DAY_MS),
};
const FACTS: GiftFacts = { left_minor: 50_000n, was_used: false, is_expired: false, handed_over: null };
const used = (left_minor: bigint, handed_over: boolean | null = false): GiftFacts => ({
  ...FACTS,
  left_minor,
  was_used: true,
  handed_over,
});

const PAID = ['receipt', 'send_again'];
const ended = (state: OrderState, end_reason: string) => ({ state, end_reason });

describe('to its buyer, a gift', () => {
  test.each<[string, Partial<StatedOrder>, GiftFacts | undefined, string, string[]]>([
    ['just ordered', { state: 'authorising', recipient_name: null }, undefined, 'paying', ['continue']],
    ['at the bank', { state: 'requires_action' }, undefined, 'needs_bank', ['continue']],
    ['to be confirmed', { state: 'awaiting_confirmation' }, undefined, 'paying', ['continue']],
    ['being confirmed', { state: 'capturing' }, undefined, 'paying', []],
    ['of a group, to be confirmed', { state: 'authorised', group_id: newId() }, undefined, 'paying', []],
    ['being voided', ended('voiding', 'given_up'), undefined, 'not_bought', []],
    ['abandoned', ended('abandoned', 'not_confirmed'), undefined, 'not_bought', []],
    ['declined', { state: 'declined' }, undefined, 'declined', []],
    [
      'for later',
      { state: 'scheduled' },
      undefined,
      'scheduled',
      ['correct', 'change_day', 'cancel', ...PAID],
    ],
    ['offered', {}, undefined, 'waiting', ['resend', 'correct', 'cancel', ...PAID]],
    [
      'offered, erased',
      { recipient_name: '' },
      undefined,
      'waiting',
      ['resend', 'correct', 'cancel', 'receipt'],
    ],
    ['offered too long', { answer_by: NOW }, undefined, 'waiting', ['cancel', ...PAID]],
    ['offered, disputed', { dispute: 'open' }, undefined, 'frozen', ['cancel', ...PAID]],
    [
      'for later, disputed',
      { state: 'scheduled', dispute: 'open' },
      undefined,
      'frozen',
      ['cancel', ...PAID],
    ],
    ['being corrected', { state: 'correcting' }, undefined, 'correcting', PAID],
    ['being accepted', { state: 'accepting' }, undefined, 'accepting', PAID],
    ['accepted', { state: 'accepted' }, FACTS, 'ready', ['refund', ...PAID]],
    ['accepted long ago', { state: 'accepted', refund_until: NOW }, FACTS, 'ready', PAID],
    ['of a shop that never refunds', { state: 'accepted', refund_until: null }, FACTS, 'ready', PAID],
    ['issued', { state: 'issued' }, FACTS, 'ready', ['refund', ...PAID]],
    ['used and reversed', { state: 'issued' }, used(50_000n), 'ready', PAID],
    ['used in part', { state: 'accepted' }, used(1n), 'partly_used', PAID],
    ['used up', { state: 'issued' }, used(0n), 'used_up', PAID],
    ['handed over', { state: 'issued' }, used(1n, true), 'partly_used', PAID],
    ['expired', { state: 'accepted' }, { ...FACTS, is_expired: true }, 'expired', PAID],
    ['used in part, disputed', { state: 'issued', dispute: 'open' }, used(1n), 'frozen', PAID],
    ['used up, disputed', { state: 'issued', dispute: 'open' }, used(0n), 'used_up', PAID],
    ['charged back', { state: 'issued', dispute: 'lost' }, used(20_000n), 'cancelled', PAID],
    ['charged back before acceptance', { state: 'refunded', dispute: 'lost' }, undefined, 'cancelled', PAID],
    ['refused', ended('cancelling', 'refused'), undefined, 'refunding', PAID],
    ['withdrawn', ended('refunding', 'withdrawn_by_buyer'), undefined, 'refunding', PAID],
    ['refunded', ended('refunded', 'not_answered'), undefined, 'refunded', PAID],
    ['not refunded yet', ended('refund_failed', 'refused'), undefined, 'refund_delayed', PAID],
  ])('%s', (_what, more, facts, gift_state, actions) => {
    expect(actionsOfBuyer({ ...ORDER, ...more }, facts, NOW)).toEqual({ gift_state, actions });
  });
});

describe('to its recipient, a gift', () => {
  test.each<[string, Partial<StatedOrder>, GiftFacts | undefined, string | undefined]>([
    ['offered', {}, undefined, 'waiting'],
    ['offered too long', { answer_by: NOW }, undefined, 'lapsed'],
    ['offered too long while disputed', { answer_by: NOW, dispute: 'open' }, undefined, 'frozen'],
    ['being accepted', { state: 'accepting' }, undefined, 'accepting'],
    ['accepted', { state: 'accepted' }, FACTS, 'ready'],
    ['used in part', { state: 'accepted' }, used(1n), 'partly_used'],
    ['used in part by somebody else', { state: 'accepted' }, used(1n, true), 'handed_over'],
    ['used in part by nobody knows whom', { state: 'accepted' }, used(1n, null), undefined],
    ['refused', ended('refunded', 'refused'), undefined, 'refused'],
    ['not answered', ended('cancelling', 'not_answered'), undefined, 'lapsed'],
    ['cancelled', ended('refund_failed', 'cancelled_by_buyer'), undefined, 'cancelled'],
    ['withdrawn', ended('refunding', 'withdrawn_by_buyer'), undefined, 'cancelled'],
  ])('%s', (_what, more, facts, state) => {
    expect(recipientState({ ...ORDER, ...more }, facts, NOW)).toBe(state);
  });
});

describe('in the books', () => {
  let management: TestManagement;
  beforeAll(async () => {
    management = await aManagement();
  });
  afterAll(() => management.close());

  async function tell(kind: string, content: Record<string, unknown>): Promise<void> {
    const notice: IncomingNotice = {
      notice_id: newId(),
      kind,
      occurred_at: management.context.clock().toISOString(),
      trace_id: '0'.repeat(32),
      content,
    };
    const stored = await asStored(management, notice);
    await inTransaction(management.context.db, async (tx) => {
      const { doubted } = await takeNotices(management.context, tx, 'shop:haneul', [stored]);
      expect(doubted).toEqual([]);
    });
  }

  async function stated(orderId: string): Promise<string> {
    const own = doneOf(await ownOrder(management.context, MEMBER_ID, orderId));
    const listed = await listOrders(management.context, MEMBER_ID, 100, undefined);
    expect(listed.find(({ order_id }) => order_id === orderId)).toEqual(own);
    return `${own.gift_state}: ${own.actions.join(' ')}`;
  }

  test('a gift is ready until something is used, and can be refunded only if nothing ever was', async () => {
    const orderId = await anOffer(management);
    expect(await stated(orderId)).toBe('waiting: resend correct cancel receipt send_again');
    const accepted = await anAcceptedGift(management);
    expect(await stated(accepted)).toBe('ready: refund receipt send_again');
    const use = aUseOf(accepted, 20_000, 30_000, 2, { handed_over: false });
    await tell('certificate_redeemed', use);
    expect(await stated(accepted)).toBe('partly_used: receipt send_again');
    await tell('redemption_reversed', aReversalOf(use, 20_000, 50_000, 3));
    expect(await stated(accepted)).toBe('ready: receipt send_again');
    expect(await withdrawOrder(management.context, accepted, MEMBER_ID)).toMatchObject({
      code: 'certificate_used',
    });
    await tell('certificate_redeemed', aUseOf(accepted, 50_000, 0, 4, { handed_over: true }));
    expect(await stated(accepted)).toBe('used_up: receipt send_again');
  });

  test('what is left on the last day expires', async () => {
    const orderId = await anAcceptedGift(management);
    await tell('certificate_redeemed', aUseOf(orderId, 20_000, 30_000, 2));
    await tell('certificate_expired', {
      certificate_id: orderId,
      order_id: orderId,
      amount_minor: 30_000,
      currency: 'KRW',
    });
    expect(await stated(orderId)).toBe('expired: receipt send_again');
  });

  test('the answer to a verb says the state that it has led to', async () => {
    const cancelled = doneOf(await cancelOrder(management.context, await anOffer(management), MEMBER_ID));
    expect(cancelled).toMatchObject({ gift_state: 'refunded', actions: PAID });
    const accepted = await anAcceptedGift(management);
    const withdrawn = doneOf(await withdrawOrder(management.context, accepted, MEMBER_ID));
    expect(withdrawn).toMatchObject({ gift_state: 'refunded', actions: PAID });
  });
});
