import { expectAnswer, Unexpected } from '../doors.ts';
import { open, redeem } from '../gift.ts';
import { demoPhones } from '../handset.ts';
import { acceptByPhone, buyByPhone, hearNews, join, recoverPin, refuseByPhone } from '../landline-life.ts';
import { CARDS, CAST } from '../people.ts';
import type { Variant } from './variant.ts';

const PHONE_PIN = '604917';
const FIRST_PIN = '718293';
const PIN = '830471';
const CARD = { number: CARDS.approved, expiry: '1290', code: '123' };

/** Buyer and recipient have nothing but a telephone on the wall. */
export const LANDLINES: readonly Variant[] = [
  {
    name: 'a whole life on landlines',
    play: async ({ world, terminal }) => {
      const phones = demoPhones(world.sandbox);
      const buyer = await join(phones, CAST.landline.phone, PHONE_PIN);
      if (buyer.member_number.length !== 10)
        throw new Unexpected(`the member number: heard ${buyer.member_number}`);
      const recipient = CAST.secondLandline.phone;
      await buyByPhone(phones, buyer, { amount: 34_000, recipient, card: CARD });
      await acceptByPhone(phones, recipient, FIRST_PIN);
      await hearNews(phones, buyer.phone, /받으셨어요|받았어요/);
      await recoverPin(phones, recipient, PIN);
      const opened = await open(terminal, recipient, PIN);
      expectAnswer('the use', await redeem(terminal, opened, 12_000), 201);
      await hearNews(phones, recipient, /만 이천 원/);
      await hearNews(phones, buyer.phone, /만 이천 원/);
      await buyByPhone(phones, buyer, { amount: 21_000, recipient });
      await refuseByPhone(phones, recipient);
      await hearNews(phones, buyer.phone, /이만 천 원.*환불|환불.*이만 천 원/);
      return 'joined, a card keyed in, bought, accepted, PIN forgotten and replaced, used, refused; told by phone each time';
    },
  },
];
