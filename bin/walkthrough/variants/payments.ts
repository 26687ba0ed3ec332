import { expectAnswer, textOf } from '../doors.ts';
import { buy, cancelOffer, order, waitForState } from '../gift.ts';
import { addCard, CARDS, CAST, Phone } from '../people.ts';
import type { Variant } from './variant.ts';

/** How the buyer pays. */
export const PAYMENTS: readonly Variant[] = [
  {
    name: 'payment through the shop server',
    play: async ({ world, buyer, card }) => {
      const phone = new Phone(world.sandbox, CAST.another.phone);
      await phone.glance();
      const id = await buy(
        buyer,
        card,
        { phone: CAST.another.phone },
        { shop_id: 'haneul-mall', amount_minor: 15_000 },
      );
      await cancelOffer(buyer, phone, id);
      return 'authorised, captured and refunded under the shop’s own signature';
    },
  },
  {
    name: 'card declined',
    play: async ({ buyer }) => {
      const declined = await order(buyer, await addCard(buyer, CARDS.declined));
      expectAnswer('declined', declined, 201, { state: 'declined', decline_reason: 'insufficient_funds' });
      return 'insufficient_funds';
    },
  },
  {
    name: 'card that needs a second step, and one whose bank answers late',
    play: async ({ buyer }) => {
      const waiting = await order(buyer, await addCard(buyer, CARDS.secondStep));
      expectAnswer('second step', waiting, 201, { state: 'requires_action' });
      const step = await buyer.door.post(textOf(waiting.body, 'action_url'), { code: '123456' });
      expectAnswer('the step', step, 200, { status: 'authorised' });
      const id = textOf(waiting.body, 'order_id');
      expectAnswer('looked again', await buyer.door.post(`/v1/orders/${id}/authentication`), 200, {
        state: 'authorised',
      });
      await buyer.door.post(`/v1/orders/${id}/abandonment`);
      const late = await order(buyer, await addCard(buyer, CARDS.late));
      expectAnswer('late', late, 201, { state: 'authorising' });
      await waitForState(buyer, textOf(late.body, 'order_id'), 'authorised');
      await buyer.door.post(`/v1/orders/${textOf(late.body, 'order_id')}/abandonment`);
      return 'both authorised in the end';
    },
  },
];
