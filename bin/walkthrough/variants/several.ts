import { eventually, expectAnswer, type Reply, textOf, Unexpected } from '../doors.ts';
import { acceptByLink, offerToken, waitForState } from '../gift.ts';
import { type Buyer, CAST, Phone } from '../people.ts';
import type { Stage } from './variant.ts';

type Line = {
  line: number;
  looking_up: boolean;
  problem?: { code: string };
  order: { order_id: string; state: string; recipient?: { masked_name: string; read_back_id?: string } };
};
type Group = { state: string; confirmed_minor: number; stages: Record<string, number>; lines: Line[] };

const PASTED = [
  '이름,휴대전화,금액',
  `홍길동,${CAST.memberOfShop.phone},"20,000"`,
  `박서연,${CAST.atCarrierOnly.phone}`,
  `모르는 분,${CAST.nobody.phone},10000원`,
].join('\n');

/** Three people from a pasted list, one payment: one accepts, one refuses, and nobody has the third number. */
export async function giveToSeveral({ world, buyer, card }: Stage): Promise<string> {
  const [accepting, refusing] = [CAST.memberOfShop, CAST.atCarrierOnly].map(
    ({ phone }) => new Phone(world.sandbox, phone),
  );
  if (accepting === undefined || refusing === undefined) throw new Unexpected('two phones');
  await Promise.all([accepting.glance(), refusing.glance(), buyer.phone.glance()]);

  const list = { shop_id: 'haneul', amount_minor: 15_000, text: PASTED };
  const read = expectAnswer('the list', await buyer.door.post('/v1/recipient-lists', list), 200, {
    amount_minor: 45_000,
  });
  const lines = read.body.lines as { recipient: Record<string, unknown> }[];
  const placed = expectAnswer(
    'the payment',
    await buyer.door.post('/v1/order-groups', {
      shop_id: 'haneul',
      currency: 'KRW',
      payment_method_id: card,
      message: '올해도 고맙습니다',
      recipients: lines.map(({ recipient }) => recipient),
    }),
    201,
    { amount_minor: 45_000 },
  );
  const id = textOf(placed.body, 'group_id');
  const named = await waitForGroup(buyer, id, 'names', ({ lines: all }) => all.every((l) => !l.looking_up));
  const seen = named.lines.map(({ order, problem }) => order.recipient?.masked_name ?? problem?.code);
  const expected = [CAST.memberOfShop.masked, CAST.atCarrierOnly.masked, 'recipient_unknown'];
  if (seen.join() !== expected.join()) throw new Unexpected(`the names: expected ${expected}, got ${seen}`);

  const confirmed = named.lines.flatMap(({ order: { order_id, recipient } }) =>
    recipient === undefined ? [] : [{ order_id, read_back_id: recipient.read_back_id }],
  );
  expectAnswer(
    'the confirmation',
    await buyer.door.post(`/v1/order-groups/${id}/confirmation`, { confirmed }),
    200,
    { confirmed_minor: 35_000 },
  );
  await acceptByLink(world, accepting, '648917');
  const token = offerToken(await refusing.waitFor(/\/g\/offer_/));
  expectAnswer('the refusal', await world.management.post(`/v1/offers/${token}/refusal`, {}), 200);
  const [first, second, third] = named.lines.map(({ order }) => order.order_id);
  await waitForState(buyer, first ?? '', 'accepted');
  await waitForState(buyer, second ?? '', 'refunded');
  await waitForState(buyer, third ?? '', 'abandoned');
  await buyer.phone.waitFor(/35,000원/);
  const ended = await waitForGroup(buyer, id, 'end', ({ stages }) => stages.preparing === 0);
  const counted = JSON.stringify(ended.stages);
  const wanted = JSON.stringify({ preparing: 0, waiting: 0, accepted: 1, returned: 1, left_out: 1 });
  if (counted !== wanted) throw new Unexpected(`the stages: expected ${wanted}, got ${counted}`);
  return '45,000 authorised, 35,000 captured at once, 15,000 of it refunded; nobody has the third number';
}

async function waitForGroup(
  buyer: Buyer,
  groupId: string,
  what: string,
  isThere: (group: Group) => boolean,
): Promise<Group> {
  const reply = await eventually(`the ${what} of a group`, async () => {
    const found: Reply = await buyer.door.get(`/v1/order-groups/${groupId}`);
    return isThere(found.body as Group) ? found : undefined;
  });
  return reply.body as Group;
}
