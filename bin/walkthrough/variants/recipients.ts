import { expectAnswer, textOf } from '../doors.ts';
import {
  acceptByLink,
  buy,
  cancelOffer,
  confirm,
  nameRecipient,
  offerToken,
  open,
  order,
  waitForState,
} from '../gift.ts';
import { CAST, Mailbox, Phone } from '../people.ts';
import { expectSame, type Variant } from './variant.ts';

const readBackOf = (body: Record<string, unknown>) =>
  (body.recipient as { masked_name?: string } | undefined)?.masked_name;

/** Who the gift is for, and what the buyer hears before paying. */
export const RECIPIENTS: readonly Variant[] = [
  {
    name: 'recipient is a member of the shop',
    play: async ({ buyer, card }) => {
      const { body } = await order(buyer, card);
      const named = expectAnswer(
        'the name',
        await nameRecipient(buyer, textOf(body, 'order_id'), { phone: CAST.memberOfShop.phone }),
        200,
      );
      expectSame('the read-back', readBackOf(named.body), CAST.memberOfShop.masked);
      await buyer.door.post(`/v1/orders/${textOf(body, 'order_id')}/abandonment`);
      return `${CAST.memberOfShop.masked}, by the shop`;
    },
  },
  {
    name: 'recipient unknown to the shop, found at the carrier',
    play: async ({ buyer, card }) => {
      const { body } = await order(buyer, card);
      const id = textOf(body, 'order_id');
      const named = expectAnswer(
        'the name',
        await nameRecipient(buyer, id, { phone: CAST.atCarrierOnly.phone }),
        200,
      );
      expectSame('the read-back', readBackOf(named.body), CAST.atCarrierOnly.masked);
      const { events } = (await buyer.door.get(`/v1/orders/${id}/timeline`)).body as {
        events: { kind: string; detail: { source?: string } }[];
      };
      expectSame(
        'the source',
        events.find(({ kind }) => kind === 'name_read_back')?.detail.source,
        'carrier',
      );
      await buyer.door.post(`/v1/orders/${id}/abandonment`);
      return `${CAST.atCarrierOnly.masked}, by the carrier`;
    },
  },
  {
    name: 'number that nobody has',
    play: async ({ buyer, card }) => {
      const { body } = await order(buyer, card);
      const id = textOf(body, 'order_id');
      const named = await nameRecipient(buyer, id, { phone: CAST.nobody.phone });
      expectAnswer('nobody', named, 422, { code: 'recipient_unknown' });
      await buyer.door.post(`/v1/orders/${id}/abandonment`);
      return 'recipient_unknown; nothing was captured';
    },
  },
  {
    name: 'buyer hears the wrong name and corrects the number',
    play: async ({ world, buyer, card }) => {
      const phone = new Phone(world.sandbox, CAST.another.phone);
      await phone.glance();
      const { body } = await order(buyer, card);
      const id = textOf(body, 'order_id');
      const wrong = expectAnswer(
        'the wrong name',
        await nameRecipient(buyer, id, { phone: CAST.atCarrierOnly.phone }),
        200,
      );
      const right = expectAnswer(
        'the right name',
        await nameRecipient(buyer, id, { phone: CAST.another.phone }),
        200,
      );
      expectSame('the corrected read-back', readBackOf(right.body), CAST.another.masked);
      expectAnswer('the name that was wrong', await confirm(buyer, wrong), 409, {
        code: 'recipient_changed',
      });
      expectAnswer('confirmed', await confirm(buyer, right), 200, { state: 'offered' });
      await cancelOffer(buyer, phone, id);
      return `${readBackOf(wrong.body)} was heard, ${readBackOf(right.body)} was meant`;
    },
  },
  {
    name: 'buyer gives up at the read-back',
    play: async ({ buyer, card }) => {
      const { body } = await order(buyer, card);
      const id = textOf(body, 'order_id');
      await nameRecipient(buyer, id, { phone: CAST.memberOfShop.phone });
      expectAnswer('given up', await buyer.door.post(`/v1/orders/${id}/abandonment`), 200, {
        state: 'abandoned',
      });
      return 'the authorisation was released';
    },
  },
  {
    name: 'recipient by e-mail address',
    play: async ({ world, buyer, card, terminal }) => {
      const { email, name, masked } = CAST.byMail;
      const { body } = await order(buyer, card, { amount_minor: 20_000 });
      const id = textOf(body, 'order_id');
      const named = expectAnswer('the address', await nameRecipient(buyer, id, { email, name }), 200);
      expectSame('the read-back', readBackOf(named.body), masked);
      expectAnswer('confirmed', await confirm(buyer, named), 200, { state: 'offered' });
      const token = offerToken(await new Mailbox(world.sandbox, email).waitFor(/\/g\/offer_/));
      const number = '010-2222-7777';
      const phone = new Phone(world.sandbox, number);
      await phone.glance();
      const asked = await world.management.post(`/v1/offers/${token}/phone-codes`, { phone: number });
      expectAnswer('a code for the number', asked, 202, { sent_by: 'text' });
      const code = /인증번호 (\d{6})/.exec(await phone.waitFor(/인증번호 \d{6}/))?.[1];
      const accepted = await world.management.post(`/v1/offers/${token}/acceptance`, {
        pin: '804173',
        phone: number,
        code,
      });
      expectAnswer('accepted by mail', accepted, 200, { state: 'accepted' });
      const opened = await open(terminal, number, '804173');
      expectSame('certificates', opened.certificates.length, 1);
      return `${masked}; the number that was proved when accepting opens it`;
    },
  },
  {
    name: 'buyer buys for themselves',
    play: async ({ world, buyer, card }) => {
      await buyer.phone.glance();
      const id = await buy(buyer, card, { self: true }, { amount_minor: 10_000 });
      await acceptByLink(world, buyer.phone, '627194');
      await waitForState(buyer, id, 'accepted');
      return 'bought, accepted';
    },
  },
];
