import { eventually, expectAnswer } from '../doors.ts';
import { acceptByLink, buy, cancelOffer, offerToken, open, passDays, redeem, waitForState } from '../gift.ts';
import { CAST, logIn, Phone } from '../people.ts';
import { giveToSeveral } from './several.ts';
import type { Variant } from './variant.ts';

/** How a gift ends other than by being used. The last one moves the clock, which ends every session. */
export const ENDINGS: readonly Variant[] = [
  {
    name: 'certificate cancelled by the buyer before acceptance',
    play: async ({ world, buyer, card }) => {
      const phone = new Phone(world.sandbox, CAST.memberOfShop.phone);
      await phone.glance();
      const id = await buy(buyer, card, { phone: CAST.memberOfShop.phone });
      await cancelOffer(buyer, phone, id);
      return 'cancelled at the shop and refunded; the recipient was told';
    },
  },
  {
    name: 'accepted gift refunded at the buyer’s request, unless it was used',
    play: async ({ world, buyer, card, terminal }) => {
      const phone = new Phone(world.sandbox, CAST.another.phone);
      const accepted = async (pin: string) => {
        await phone.glance();
        const id = await buy(buyer, card, { phone: CAST.another.phone }, { amount_minor: 13_000 });
        await acceptByLink(world, phone, pin);
        await waitForState(buyer, id, 'accepted');
        return id;
      };
      const refund = (id: string) => buyer.door.post(`/v1/orders/${id}/refund`);
      const unused = await accepted('316408');
      expectAnswer('the refund', await refund(unused), 200, { state: 'refunded' });
      await phone.waitFor(/취소/);
      const used = await accepted('527093');
      expectAnswer(
        'a use',
        await redeem(terminal, await open(terminal, CAST.another.phone, '527093'), 1_000),
        201,
      );
      expectAnswer('no refund', await refund(used), 409, { code: 'certificate_used' });
      return 'refunded and the recipient told; after a use certificate_used';
    },
  },
  {
    name: 'several recipients, one payment: one accepts, one refuses, one is left out',
    play: giveToSeveral,
  },
  {
    name: 'nobody answers by the deadline',
    play: async (stage) => {
      const { world, card } = stage;
      const phone = new Phone(world.sandbox, CAST.memberOfShop.phone);
      await phone.glance();
      const id = await buy(stage.buyer, card, { phone: CAST.memberOfShop.phone });
      const token = offerToken(await phone.waitFor(/\/g\/offer_/));
      await passDays(world, 5.5);
      await phone.waitFor(/\/g\/offer_/);
      await passDays(world, 2);
      const buyer = await logIn(world);
      await waitForState(buyer, id, 'refunded');
      const late = await eventually('the closed offer', async () =>
        world.management.post(`/v1/offers/${token}/acceptance`, { pin: '739258' }),
      );
      expectAnswer('too late', late, 410, { code: 'offer_expired' });
      return 'reminded after five days, refunded after seven';
    },
  },
];
