import { mainLocale } from '../../../../kit/format/locale.ts';
import { isMobile } from '../../../../kit/phone.ts';
import { callsWanted } from '../../messages/plan-dial.ts';
import { readOrder, recordEvent } from '../../orders/orders.ts';
import { knownLocale } from '../../orders/recipient/locale.ts';
import { tellBuyer, tellRecipient } from '../../orders/tell.ts';
import { say } from '../dialogues/say.ts';
import { firstState } from '../dialogues/step.ts';
import { offerFor } from '../offer-facts.ts';
import { USUAL_PLAN } from '../retry-plan.ts';
import { firstTurn } from '../run-step.ts';
import type { Dial, Purpose } from './purpose.ts';

/** A recipient is called about the gift that waits for them. */
export const offerPurpose: Purpose = {
  retryPlan: USUAL_PLAN,
  canBeTexted: ({ phone }) => isMobile(phone),

  async isOpen(context, tx, { phone, order_id, call_id }) {
    // Before a call, any gift that waits for the phone will do.
    if (call_id === null) return (await offerFor(context, tx, phone)) !== undefined;
    return (await readOrder(tx, orderOf(order_id))).state === 'offered';
  },

  async answer(context, tx, { phone, order_id }) {
    const offer = await offerFor(context, tx, phone, orderOf(order_id));
    const locale = mainLocale((await knownLocale(tx, phone)) ?? offer?.order.locale ?? 'ko');
    const known = { locale, phone, has_operator: context.settings.voiceOperator !== '' };
    if (offer !== undefined) {
      const calls = await callsWanted(tx, phone);
      return firstTurn(firstState('offer', known, { offer: offer.fact, calls }));
    }
    // While the phone rang, the offer was answered, expired, or went to another recipient.
    const turn = { say: [say(known, 'voice.offer_gone')], end: 'hang_up' } as const;
    return { state: firstState('offer', known), turn };
  },

  async leaveMessage(tx, { phone }) {
    const locale = mainLocale((await knownLocale(tx, phone)) ?? 'ko');
    return firstTurn(firstState('voicemail', { locale, phone, has_operator: false }));
  },

  async record({ clock }, tx, { order_id }, outcome) {
    const orderId = orderOf(order_id);
    const { state } = await readOrder(tx, orderId);
    await recordEvent(tx, orderId, state, state, clock(), { kind: 'recipient_called', detail: { outcome } });
  },

  /** A text if the phone takes texts. Otherwise the buyer is told, and the offer expires and is refunded. */
  async giveUp(context, tx, { order_id, phone }) {
    const order = await readOrder(tx, orderOf(order_id));
    const canBeTexted = isMobile(phone);
    await recordEvent(tx, order.order_id, order.state, order.state, context.clock(), {
      kind: 'calls_given_up',
      detail: { told_by_text: canBeTexted },
    });
    if (order.recipient_channel !== 'voice') return;
    if (canBeTexted) await tellRecipient(context, tx, order, 'recipient.gift_arrived', { how: 'by_text' });
    else if (order.state === 'offered') await tellBuyer(context, tx, order, 'buyer.recipient_not_reached');
  },
};

function orderOf(orderId: Dial['order_id']): string {
  if (orderId === null) throw new Error('A call about a gift names none.');
  return orderId;
}
