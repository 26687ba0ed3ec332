import { expectAnswer, textOf, Unexpected } from '../doors.ts';
import { open, redeem } from '../gift.ts';
import { CAST, Phone, signInClerk } from '../people.ts';
import type { Variant } from './variant.ts';

/** How a certificate is used. They spend what the gifts of `answers.ts` left. */
export const USES: readonly Variant[] = [
  {
    name: 'use in three parts until nothing is left',
    play: async ({ terminal }) => {
      const opened = await open(terminal, CAST.atCarrierOnly.phone, '598317');
      for (const amount of [10_000, 15_000, 5_000])
        expectAnswer('a part', await redeem(terminal, opened, amount), 201);
      const fourth = await redeem(terminal, opened, 1);
      expectAnswer('nothing is left', fourth, 422, { code: 'insufficient_balance' });
      return '10,000 + 15,000 + 5,000, then insufficient_balance';
    },
  },
  {
    name: 'use online',
    play: async ({ world, buyer }) => {
      const phone = new Phone(world.sandbox, CAST.another.phone);
      await phone.glance();
      const cart = {
        phone: '010-4444-5555',
        pin: '902745',
        amount_minor: 12_000,
        currency: 'KRW',
        order_reference: 'web-1',
        locale: 'ko',
      };
      const begun = expectAnswer('the checkout', await world.webShop.post('/v1/checkouts', cart), 201);
      const code = /\b(\d{6})\b/.exec(await phone.waitFor(/\b\d{6}\b/))?.[1];
      await buyer.phone.glance();
      const path = `/v1/checkouts/${textOf(begun.body, 'checkout_id')}/confirmation`;
      expectAnswer(
        'a wrong code',
        await world.webShop.post(path, { code: code === '000000' ? '000001' : '000000' }),
        422,
        { code: 'verification_code_wrong' },
      );
      const paid = expectAnswer('the code', await world.webShop.post(path, { code }), 200, {
        amount_minor: 12_000,
      });
      const [part] = paid.body.parts as { balance_minor: number }[];
      if (part?.balance_minor !== 10_000) throw new Unexpected(`the code: it left ${part?.balance_minor}`);
      await buyer.phone.waitFor(/12,000원/);
      return 'by phone number, PIN and a code by text; the buyer heard of it';
    },
  },
  {
    name: 'a use reversed',
    play: async ({ buyer, terminal }) => {
      const opened = await open(terminal, CAST.another.phone, '481620');
      const used = expectAnswer('the use', await redeem(terminal, opened, 11_000), 201);
      const [line] = used.body.lines as { redemption_id: string }[];
      await buyer.phone.glance();
      const path = `/v1/redemptions/${line?.redemption_id}/reversal`;
      const nobody = await terminal.door.post(path);
      expectAnswer('nobody is signed in', nobody, 403, { code: 'clerk_required' });
      await signInClerk(terminal);
      expectAnswer('the reversal', await terminal.door.post(path), 201, {
        amount_minor: 11_000,
        balance_minor: 11_000,
      });
      expectAnswer('a second reversal', await terminal.door.post(path), 409, { code: 'already_reversed' });
      await buyer.phone.waitFor(/취소/);
      return 'refused until a clerk signs in; the value is back; it can’t be reversed twice';
    },
  },
  {
    name: 'value held and used in part, then held again and released',
    play: async ({ terminal }) => {
      const opened = await open(terminal, CAST.another.phone, '481620');
      const request = {
        verification_token: opened.token,
        certificate_id: opened.certificates[0]?.certificate_id,
        amount_minor: 8_000,
        sale_reference: 'hold-1',
      };
      const held = expectAnswer('the hold', await terminal.door.post('/v1/holds', request), 201);
      expectAnswer('more than is free', await redeem(terminal, opened, 5_000), 422, {
        code: 'insufficient_balance',
      });
      const confirmed = await terminal.door.post(`/v1/holds/${textOf(held.body, 'hold_id')}/confirmation`, {
        amount_minor: 6_000,
      });
      expectAnswer('the confirmation', confirmed, 200, { amount_minor: 6_000, balance_minor: 5_000 });
      const second = expectAnswer(
        'another hold',
        await terminal.door.post('/v1/holds', { ...request, amount_minor: 5_000 }),
        201,
      );
      expectAnswer(
        'the release',
        await terminal.door.post(`/v1/holds/${textOf(second.body, 'hold_id')}/release`),
        200,
        { state: 'released' },
      );
      return '8,000 held, 6,000 used; 5,000 held and released';
    },
  },
];
