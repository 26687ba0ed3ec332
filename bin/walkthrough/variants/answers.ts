import { expectAnswer } from '../doors.ts';
import { acceptByLink, buy, open, waitForState } from '../gift.ts';
import { CAST, Phone } from '../people.ts';
import { expectSame, type Variant } from './variant.ts';

/** How the recipient answers. */
export const ANSWERS: readonly Variant[] = [
  {
    name: 'recipient refuses',
    play: async ({ world, buyer, card }) => {
      const phone = new Phone(world.sandbox, CAST.atCarrierOnly.phone);
      await phone.glance();
      await buyer.phone.glance();
      const id = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone });
      await phone.waitFor(/\/g\/offer_/);
      await phone.write('2');
      await waitForState(buyer, id, 'refunded');
      await buyer.phone.waitFor(/거절|환불/);
      return 'by text message; the buyer was refunded and told';
    },
  },
  {
    name: 'recipient accepts by text message alone',
    play: async ({ world, buyer, card, terminal }) => {
      const phone = new Phone(world.sandbox, CAST.atCarrierOnly.phone);
      await phone.glance();
      const id = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone }, { amount_minor: 30_000 });
      await phone.waitFor(/\/g\/offer_/);
      await phone.write('1');
      await phone.waitFor(/6/);
      await phone.write('123456');
      await phone.waitFor(/다른 숫자/);
      await phone.write('598 317');
      await phone.waitFor(/한 번 더/);
      await phone.write('598 318');
      await phone.waitFor(/서로 달라요/);
      await phone.write('598 317');
      await phone.waitFor(/한 번 더/);
      await phone.write('598317');
      await waitForState(buyer, id, 'accepted');
      const opened = await open(terminal, CAST.atCarrierOnly.phone, '598317');
      expectSame('the balance', opened.certificates[0]?.balance_minor, 30_000);
      return '1, then a PIN that was too easy, two that differed, and one entered twice';
    },
  },
  {
    name: 'two certificates for one phone at one shop with different PINs',
    play: async ({ world, buyer, card, terminal }) => {
      const phone = new Phone(world.sandbox, CAST.another.phone);
      for (const [pin, amount] of [
        ['481620', 11_000],
        ['902745', 22_000],
      ] as const) {
        await phone.glance();
        const id = await buy(buyer, card, { phone: CAST.another.phone }, { amount_minor: amount });
        await acceptByLink(world, phone, pin);
        await waitForState(buyer, id, 'accepted');
      }
      const [first, second] = [
        await open(terminal, CAST.another.phone, '481620'),
        await open(terminal, CAST.another.phone, '902745'),
      ];
      expectSame(
        'by the first PIN',
        first.certificates.map(({ balance_minor }) => balance_minor).join(),
        '11000',
      );
      expectSame(
        'by the second PIN',
        second.certificates.map(({ balance_minor }) => balance_minor).join(),
        '22000',
      );
      const wrong = await terminal.door.post('/v1/verifications', {
        phone: CAST.another.phone,
        pin: '318264',
      });
      expectAnswer('a wrong PIN', wrong, 401, { code: 'pin_or_phone_wrong' });
      return 'each PIN opens its own';
    },
  },
];
