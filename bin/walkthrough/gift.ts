import { eventually, expectAnswer, type Reply, textOf, Unexpected } from './doors.ts';
import type { Buyer, Phone, Terminal, World } from './people.ts';

export type Opened = { token: string; certificates: { certificate_id: string; balance_minor: number }[] };

/** Orders a gift, up to the authorised payment. */
export async function order(
  buyer: Pick<Buyer, 'door'>,
  card: string,
  more: Record<string, unknown> = {},
): Promise<Reply> {
  const input = {
    shop_id: 'haneul',
    amount_minor: 50_000,
    currency: 'KRW',
    payment_method_id: card,
    message: '생일 축하해요',
    ...more,
  };
  return expectAnswer('an order', await buyer.door.post('/v1/orders', input), 201);
}

export function nameRecipient(
  buyer: Pick<Buyer, 'door'>,
  orderId: string,
  recipient: unknown,
): Promise<Reply> {
  return buyer.door.put(`/v1/orders/${orderId}/recipient`, recipient);
}

/** Confirms the name that this answer of `nameRecipient` read back. */
export function confirm(buyer: Pick<Buyer, 'door'>, { body }: Reply, key?: string): Promise<Reply> {
  const { read_back_id } = body.recipient as { read_back_id: string };
  return buyer.door.post(`/v1/orders/${textOf(body, 'order_id')}/confirmation`, { read_back_id }, key);
}

/** Orders a gift for somebody and confirms the name that is read back. */
export async function buy(
  buyer: Buyer,
  card: string,
  recipient: unknown,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { body } = await order(buyer, card, more);
  const id = textOf(body, 'order_id');
  const named = expectAnswer('the read-back', await nameRecipient(buyer, id, recipient), 200, {
    state: 'awaiting_confirmation',
  });
  expectAnswer('the confirmation', await confirm(buyer, named), 200, { state: 'offered' });
  return id;
}

export function offerToken(message: string): string {
  const token = /\/g\/(offer_[\w-]+)/.exec(message)?.[1];
  if (token === undefined) throw new Unexpected(`there is no link in: ${message}`);
  return token;
}

/** The recipient opens the link in the message and accepts with a PIN. */
export async function acceptByLink(world: World, phone: Phone, pin: string): Promise<void> {
  const token = offerToken(await phone.waitFor(/\/g\/offer_/));
  expectAnswer(
    'the acceptance',
    await world.management.post(`/v1/offers/${token}/acceptance`, { pin }),
    200,
    { state: 'accepted' },
  );
}

/** The buyer cancels after the recipient was told, who is then told of that too. */
export async function cancelOffer(buyer: Buyer, phone: Phone, orderId: string): Promise<void> {
  await phone.waitFor(/\/g\/offer_/);
  const reply = await buyer.door.post(`/v1/orders/${orderId}/cancellation`);
  expectAnswer('the cancellation', reply, 200, { state: 'refunded' });
  await phone.waitFor(/취소/);
}

/** Phone number and PIN at a terminal. */
export async function open(terminal: Terminal, phone: string, pin: string): Promise<Opened> {
  const reply = await terminal.door.post('/v1/verifications', { phone, pin });
  expectAnswer('phone number and PIN', reply, 201);
  return {
    token: textOf(reply.body, 'verification_token'),
    certificates: reply.body.certificates as Opened['certificates'],
  };
}

export async function redeem(
  terminal: Terminal,
  opened: Opened,
  amount: number,
  certificate = 0,
): Promise<Reply> {
  const id = opened.certificates[certificate]?.certificate_id;
  const lines = [{ certificate_id: id, amount_minor: amount }];
  return terminal.door.post('/v1/redemptions', {
    verification_token: opened.token,
    sale_reference: 'till-1',
    lines,
  });
}

export function waitForState(buyer: Pick<Buyer, 'door'>, orderId: string, state: string): Promise<Reply> {
  return eventually(`order in state ${state}`, async () => {
    const reply = await buyer.door.get(`/v1/orders/${orderId}`);
    return reply.body.state === state ? reply : undefined;
  });
}

/** Moves the clock of all servers. Sessions expire with it, so people log in again afterwards. */
export async function passDays(world: World, days: number): Promise<void> {
  expectAnswer('the clock', await world.sandbox.put('/v1/clock', { advance_ms: days * 86_400_000 }), 200);
}
