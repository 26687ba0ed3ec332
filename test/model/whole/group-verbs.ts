import { expect } from 'vitest';
import { driveDueShares } from '../../../servers/management/groups/due-groups.ts';
import type { GroupView } from '../../../servers/management/groups/group-view.ts';
import type { Gift } from './model.ts';
import { ANSWER_MS, bookCapture, injectFault, markCaptured, payments, registerCertificate } from './rules.ts';
import type { World } from './world.ts';

type Listed = {
  body: { phone: string } | { email: string; name: string };
  phone: string;
  asks: [number, number];
};

/** `asks` is how often the shop and the carrier are asked for the name. */
const RECIPIENTS: readonly Listed[] = [
  { body: { phone: '010-9876-5432' }, phone: '+821098765432', asks: [1, 0] },
  { body: { phone: '010-4444-5555' }, phone: '+821044445555', asks: [1, 1] },
  { body: { email: 'seoyeon@example.com', name: '박서연' }, phone: '', asks: [0, 0] },
];

/**
 * Gifts to several recipients with one payment: all are read back, some confirmed and the others left out. The capture or its
 * answer may be lost; then the janitor finishes the job.
 */
export async function giveToSeveral(world: World): Promise<void> {
  const { random, doors, model, cards, running } = world;
  const shop_id = random.pick(['haneul', 'haneul-mall'] as const) ?? 'haneul';
  const createdAt = world.nowMs();
  const recipients = RECIPIENTS.map(({ body }) => ({
    ...body,
    amount_minor: 1_000 + random.upTo(400) * 100,
  }));
  const card = cards.get('approved');
  const alike = { shop_id, currency: 'KRW', payment_method_id: card };
  const placed = await world.ask(doors.buyer, 'POST', '/v1/order-groups', { ...alike, recipients });
  expect([placed.status, placed.body.state]).toEqual([201, 'authorised']);
  while ((await driveDueShares(running.management.context)) > 0);
  for (const { asks } of RECIPIENTS) {
    model.lookUps.shop += asks[0];
    model.lookUps.carrier += asks[1];
  }
  const url = `/v1/order-groups/${placed.body.group_id}`;
  const { lines, group_id } = (await doors.buyer('GET', url)).body as GroupView;
  // At least one is confirmed.
  const chosen = lines.filter(({ line }) => line === 1 || world.chance(70));
  const confirmed = chosen.map(({ order: { order_id, recipient } }) => ({
    order_id,
    read_back_id: recipient?.read_back_id,
  }));
  const injected = injectFault(world, payments({ shop_id }, '/captures'), 25);
  const said = await world.ask(doors.buyer, 'POST', `${url}/confirmation`, { confirmed });
  const fault = injected();
  expect([said.status, said.body.state]).toEqual([200, fault === undefined ? 'captured' : 'capturing']);
  while ((await driveDueShares(running.management.context)) > 0);

  const now = world.nowMs();
  for (const line of lines) {
    const phone = RECIPIENTS[line.line - 1]?.phone;
    const gift = aShare(line, { group_id, shop_id, createdAt, phone: phone === '' ? undefined : phone });
    const unknown = fault !== undefined;
    const isChosen = chosen.includes(line);
    if (!isChosen) Object.assign(gift, { state: unknown ? 'voiding' : 'abandoned', unknown });
    else if (unknown) Object.assign(gift, { state: 'capturing', unknown });
    else {
      bookCapture(gift, now);
      registerCertificate(gift);
      Object.assign(gift, { state: 'offered', answerBy: now + ANSWER_MS });
    }
    if (isChosen && fault?.kind === 'answer_lost') markCaptured(gift);
    model.gifts.push(gift);
  }
}

function aShare(
  { order }: GroupView['lines'][number],
  about: Pick<Gift, 'shop_id' | 'createdAt'> & { group_id: string; phone: string | undefined },
): Gift {
  const { phone, ...of } = about;
  return {
    ...of,
    order_id: order.order_id,
    card: 'approved',
    amount: order.amount_minor,
    authorisedAt: about.createdAt,
    deliverAt: undefined,
    state: 'capturing',
    unknown: false,
    actionUrl: undefined,
    stepTaken: undefined,
    readBacks: [],
    named: { phone },
    answerBy: 0,
    refundUntil: 0,
    endReason: undefined,
    offerToken: undefined,
    captured: false,
    captureBooked: false,
    refunded: false,
    refundBooked: false,
    disputes: 0,
    chargedBack: undefined,
    certificate: { state: 'none', balance: 0, held: 0, expiresAt: 0, phone: '' },
  };
}
