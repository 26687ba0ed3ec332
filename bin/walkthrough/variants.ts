import { eventually, expectAnswer, textOf, Unexpected } from './doors.ts';
import {
  acceptByLink,
  buy,
  confirm,
  nameRecipient,
  offerToken,
  open,
  order,
  passDays,
  redeem,
  waitForState,
} from './gift.ts';
import {
  addCard,
  type Buyer,
  CARDS,
  CAST,
  logIn,
  Mailbox,
  Phone,
  type Terminal,
  type World,
} from './people.ts';

import { giveToSeveral } from './several.ts';

export type Stage = { world: World; terminal: Terminal; buyer: Buyer; card: string };
export type Variant = { name: string; play: (stage: Stage) => Promise<string> };

const readBackOf = (body: Record<string, unknown>) =>
  (body.recipient as { masked_name?: string } | undefined)?.masked_name;

function same(what: string, found: unknown, wanted: unknown): void {
  if (found !== wanted) throw new Unexpected(`${what}: expected ${wanted}, got ${found}`);
}

/** The buyer takes a gift back after the recipient heard of it, who then hears of that too. */
async function takeBack(buyer: Buyer, phone: Phone, orderId: string): Promise<void> {
  await phone.waitFor(/\/g\/offer_/);
  const reply = await buyer.door.post(`/v1/orders/${orderId}/cancellation`);
  expectAnswer('the cancellation', reply, 200, { state: 'refunded' });
  await phone.waitFor(/취소/);
}

/** Purchases that differ. */
const PURCHASES: Variant[] = [
  {
    name: 'recipient is a member of the shop',
    play: async ({ buyer, card }) => {
      const { body } = await order(buyer, card);
      const named = expectAnswer(
        'the name',
        await nameRecipient(buyer, textOf(body, 'order_id'), { phone: CAST.memberOfShop.phone }),
        200,
      );
      same('the read-back', readBackOf(named.body), CAST.memberOfShop.masked);
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
      same('the read-back', readBackOf(named.body), CAST.atCarrierOnly.masked);
      const { events } = (await buyer.door.get(`/v1/orders/${id}/timeline`)).body as {
        events: { kind: string; detail: { source?: string } }[];
      };
      same('the source', events.find(({ kind }) => kind === 'name_read_back')?.detail.source, 'carrier');
      await buyer.door.post(`/v1/orders/${id}/abandonment`);
      return `${CAST.atCarrierOnly.masked}, by the carrier`;
    },
  },
  {
    name: 'number nobody has',
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
      same('the corrected read-back', readBackOf(right.body), CAST.another.masked);
      expectAnswer('the name that was wrong', await confirm(buyer, wrong), 409, {
        code: 'recipient_changed',
      });
      expectAnswer('confirmed', await confirm(buyer, right), 200, { state: 'offered' });
      await takeBack(buyer, phone, id);
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
      same('the read-back', readBackOf(named.body), masked);
      expectAnswer('confirmed', await confirm(buyer, named), 200, { state: 'offered' });
      const token = offerToken(await new Mailbox(world.sandbox, email).waitFor(/\/g\/offer_/));
      const accepted = await world.management.post(`/v1/offers/${token}/acceptance`, {
        pin: '804173',
        phone: '010-2222-7777',
      });
      expectAnswer('accepted by mail', accepted, 200, { state: 'accepted' });
      const opened = await open(terminal, '010-2222-7777', '804173');
      same('certificates', opened.certificates.length, 1);
      return `${masked}; the number named when accepting opens it`;
    },
  },
  {
    name: 'buyer gives to themself',
    play: async ({ world, buyer, card }) => {
      await buyer.phone.glance();
      const id = await buy(buyer, card, { self: true }, { amount_minor: 10_000 });
      await acceptByLink(world, buyer.phone, '627194');
      await waitForState(buyer, id, 'accepted');
      return 'bought, accepted';
    },
  },
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
      await takeBack(buyer, phone, id);
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

/** Receipts and uses that differ. */
const RECEIPTS: Variant[] = [
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
      await phone.write('590 317');
      await phone.waitFor(/한 번 더/);
      await phone.write('590 318');
      await phone.waitFor(/서로 달라요/);
      await phone.write('590 317');
      await phone.waitFor(/한 번 더/);
      await phone.write('590317');
      await waitForState(buyer, id, 'accepted');
      const opened = await open(terminal, CAST.atCarrierOnly.phone, '590317');
      same('the balance', opened.certificates[0]?.balance_minor, 30_000);
      return '1, a PIN that was too easy, two that differed, the same one twice';
    },
  },
  {
    name: 'use in three parts until nothing is left',
    play: async ({ terminal }) => {
      const opened = await open(terminal, CAST.atCarrierOnly.phone, '590317');
      for (const amount of [10_000, 15_000, 5_000])
        expectAnswer('a part', await redeem(terminal, opened, amount), 201);
      const fourth = await redeem(terminal, opened, 1);
      expectAnswer('nothing is left', fourth, 422, { code: 'insufficient_balance' });
      return '10,000 + 15,000 + 5,000, then insufficient_balance';
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
      same('by the first PIN', first.certificates.map(({ balance_minor }) => balance_minor).join(), '11000');
      same(
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
      expectAnswer('the reversal', await terminal.door.post(path), 201, {
        amount_minor: 11_000,
        balance_minor: 11_000,
      });
      expectAnswer('a second reversal', await terminal.door.post(path), 409, { code: 'already_reversed' });
      await buyer.phone.waitFor(/취소/);
      return 'the value is back; it can’t be reversed twice';
    },
  },
  {
    name: 'value held, used in part, and held again and released',
    play: async ({ terminal }) => {
      const opened = await open(terminal, CAST.another.phone, '481620');
      const wish = {
        verification_token: opened.token,
        certificate_id: opened.certificates[0]?.certificate_id,
        amount_minor: 8_000,
        sale_reference: 'hold-1',
      };
      const held = expectAnswer('the hold', await terminal.door.post('/v1/holds', wish), 201);
      expectAnswer('more than is free', await redeem(terminal, opened, 5_000), 422, {
        code: 'insufficient_balance',
      });
      const confirmed = await terminal.door.post(`/v1/holds/${textOf(held.body, 'hold_id')}/confirmation`, {
        amount_minor: 6_000,
      });
      expectAnswer('the confirmation', confirmed, 200, { amount_minor: 6_000, balance_minor: 5_000 });
      const again = expectAnswer(
        'another hold',
        await terminal.door.post('/v1/holds', { ...wish, amount_minor: 5_000 }),
        201,
      );
      expectAnswer(
        'the release',
        await terminal.door.post(`/v1/holds/${textOf(again.body, 'hold_id')}/release`),
        200,
        { state: 'released' },
      );
      return '8,000 held, 6,000 used; 5,000 held and released';
    },
  },
  {
    name: 'certificate cancelled by the buyer before acceptance',
    play: async ({ world, buyer, card }) => {
      const phone = new Phone(world.sandbox, CAST.memberOfShop.phone);
      await phone.glance();
      const id = await buy(buyer, card, { phone: CAST.memberOfShop.phone });
      await takeBack(buyer, phone, id);
      return 'cancelled at the shop and refunded; the recipient was told';
    },
  },
  {
    name: 'accepted gift taken back by the buyer, unused and not',
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

export const VARIANTS: readonly Variant[] = [...PURCHASES, ...RECEIPTS];
