import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { noLimit } from '../../../test/builders/base.ts';
import { doneOf, eventsOf, messagesOf, stateOf } from '../../../test/builders/gifts.ts';
import {
  aGroup as aGroupOf,
  expectBooksToHold,
  heard,
  settleShares,
  TWO,
} from '../../../test/builders/groups.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { abandonOrder, cancelOrder } from '../orders/end-order.ts';
import { listOrders } from '../orders/list-orders.ts';
import { readOrder } from '../orders/orders.ts';
import { readReceipt } from '../orders/receipt/receipt.ts';
import { confirmRecipient } from '../orders/recipient/confirm-recipient.ts';
import { checkGroupPayment } from './check-group-payment.ts';
import { confirmGroup } from './confirm-group.ts';
import { checkWaitingGroups, driveDueShares } from './due-groups.ts';
import { type GroupView, groupView, listGroups } from './group-view.ts';
import type { PlaceGroup } from './place-group.ts';
import type { ListRecipient } from './recipient-list.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
  Object.assign(management.context.limits, { readBackByMember: noLimit });
});
afterAll(() => management.close());

afterEach(() => expectBooksToHold(management));

const NOBODY = '010-5555-6666';
const MAIL: ListRecipient = { email: 'jimin@example.com', name: '한지민', amount_minor: 30_000n };
const settle = () => settleShares(management);
const aGroup = (input?: Partial<PlaceGroup>) => aGroupOf(management, input);

async function confirmed(group: GroupView, ...chosen: number[]): Promise<GroupView> {
  doneOf(await confirmGroup(management.context, group.group_id, MEMBER_ID, heard(group, ...chosen)));
  await settle();
  return groupView(management.context.db, group.group_id, management.context.clock());
}

const statesOf = ({ lines }: GroupView) => lines.map(({ order }) => order.state);
const idOf = ({ lines }: GroupView, line: number) => lines[line - 1]?.order.order_id ?? '';
const asked = (path: string) => management.settlement.asked(path);

describe('several gifts with one payment', () => {
  test('are authorised as one sum, named line by line, captured as one, and offered each by itself', async () => {
    const authorised = asked('/v1/peer/payments');
    const group = await aGroup({ recipients: [...TWO, MAIL] });
    expect(group).toMatchObject({ state: 'authorised', amount_minor: 100_000, gifts: 3 });
    expect(group.lines.map(({ order }) => order.recipient?.masked_name)).toEqual(['홍*동', '박*연', '한*민']);
    expect(statesOf(group)).toEqual(Array(3).fill('awaiting_confirmation'));

    const done = await confirmed(group);
    expect(done).toMatchObject({ state: 'captured', confirmed_minor: 100_000, stages: { waiting: 3 } });
    expect(statesOf(done)).toEqual(['offered', 'offered', 'offered']);
    expect(asked('/v1/peer/payments')).toBe(authorised + 1);
    expect(asked(`${group.group_id}/captures`)).toBe(1);
    expect(management.payments.get(group.group_id)).toMatchObject({ captured_minor: 100_000 });
    expect(await eventsOf(management, idOf(done, 1))).toEqual([
      'ordered',
      'payment_authorised',
      'name_read_back',
      'recipient_confirmed',
      'payment_captured',
      'registered',
    ]);
    // As of any gift, an accepted one can be taken back for some days.
    const { refund_until } = await readOrder(management.context.db, idOf(done, 1));
    expect(refund_until).toBeInstanceOf(Date);
    // On each receipt is the number by which the card's bank approved their payment.
    expect(await readReceipt(management.context, idOf(done, 1), MEMBER_ID)).toMatchObject({
      value: { approval_number: '30012345' },
    });
    // The buyer is told of the purchase once and not for each.
    expect(await messagesOf(management, group.group_id)).toEqual(['buyer.several_complete']);
    expect(await messagesOf(management, idOf(done, 2))).toEqual(['recipient.gift_arrived']);
  });

  test('go through the shop server where the shop wants it', async () => {
    const group = await aGroup({ shop_id: 'haneul-mall' });
    const done = await confirmed(group);
    expect(management.shop.asked(`${group.group_id}/captures`)).toBe(1);
    expect(asked(`${group.group_id}/captures`)).toBe(0);
    doneOf(await cancelOrder(management.context, idOf(done, 1), MEMBER_ID));
    expect(await stateOf(management, idOf(done, 1))).toBe('refunded');
    expect(management.shop.asked(`${group.group_id}/refunds`)).toBe(1);
  });

  test('take what was left out neither from the card nor to anybody', async () => {
    const group = await aGroup({ recipients: [...TWO, { phone: NOBODY, amount_minor: 10_000n }] });
    expect(group.lines[2]).toMatchObject({ problem: 'recipient_unknown', looking_up: false });
    const done = await confirmed(group, 2);
    expect(statesOf(done)).toEqual(['abandoned', 'offered', 'abandoned']);
    expect(done).toMatchObject({ confirmed_minor: 20_000, stages: { waiting: 1, left_out: 2 } });
    expect(management.payments.get(group.group_id)).toMatchObject({
      status: 'captured',
      amount_minor: 80_000,
      captured_minor: 20_000,
    });
    expect(management.certificates.has(idOf(done, 1))).toBe(false);
    expect(await messagesOf(management, idOf(done, 1))).toEqual([]);
  });

  test('give back each its own share, and the payment never more than it took', async () => {
    const done = await confirmed(await aGroup());
    doneOf(await cancelOrder(management.context, idOf(done, 2), MEMBER_ID));
    const payment = () => management.payments.get(done.group_id);
    expect(payment()).toMatchObject({ status: 'captured', refunded_minor: 20_000 });
    expect(await stateOf(management, idOf(done, 1))).toBe('offered');
    doneOf(await cancelOrder(management.context, idOf(done, 1), MEMBER_ID));
    expect(payment()).toMatchObject({ status: 'refunded', refunded_minor: 70_000 });
    const view = await groupView(management.context.db, done.group_id, management.context.clock());
    expect(view).toMatchObject({ refunded_minor: 70_000, stages: { returned: 2, waiting: 0 } });
  });

  test('are none when the card is declined: nobody is looked up, nobody is told', async () => {
    management.nextPayments.push({ status: 'declined', decline_reason: 'insufficient_funds' });
    const lookUps = management.shop.asked('/member-lookups');
    const group = await aGroup();
    expect(group).toMatchObject({ state: 'declined', decline_reason: 'insufficient_funds' });
    expect(statesOf(group)).toEqual(['declined', 'declined']);
    expect(management.shop.asked('/member-lookups')).toBe(lookUps);
    expect(await confirmGroup(management.context, group.group_id, MEMBER_ID, [])).toMatchObject({
      code: 'wrong_state',
    });
  });

  test('wait for a late bank and for a second step', async () => {
    management.nextPayments.push({ status: 'processing' });
    const late = await aGroup();
    expect(late.state).toBe('authorising');
    const approve = (id: string) => {
      const payment = management.payments.get(id);
      if (payment !== undefined) management.payments.set(id, { ...payment, status: 'authorised' });
    };
    approve(late.group_id);
    management.pass(MINUTE_MS);
    await checkWaitingGroups(management.context);
    await settle();
    expect(
      statesOf(await groupView(management.context.db, late.group_id, management.context.clock())),
    ).toEqual(Array(2).fill('awaiting_confirmation'));

    management.nextPayments.push({ status: 'requires_action', action_url: 'http://bank.test/step' });
    const stepping = await aGroup();
    expect(stepping).toMatchObject({ state: 'requires_action', action_url: 'http://bank.test/step' });
    approve(stepping.group_id);
    doneOf(await checkGroupPayment(management.context, stepping.group_id, MEMBER_ID));
    await settle();
    expect(
      (await groupView(management.context.db, stepping.group_id, management.context.clock())).state,
    ).toBe('authorised');
  });

  test('stand in their group and not among the single gifts', async () => {
    const { context } = management;
    const group = await aGroup();
    expect((await listOrders(context, MEMBER_ID, 100, undefined)).filter(({ group_id }) => group_id)).toEqual(
      [],
    );
    const [newest] = await listGroups(context.db, MEMBER_ID, 1, undefined);
    expect(newest).toMatchObject({ group_id: group.group_id, gifts: 2, message: '함께해 주셔서 고맙습니다' });
    expect(await confirmRecipient(context, idOf(group, 1), MEMBER_ID, newId())).toMatchObject({
      code: 'share_of_group',
    });
    expect(await abandonOrder(context, idOf(group, 1), MEMBER_ID)).toMatchObject({ code: 'share_of_group' });
  });
});

describe('the work that is due', () => {
  test('is done once, however many processes do it, and taken up when one has died', async () => {
    const group = await aGroup();
    const { context } = management;
    doneOf(await confirmGroup(context, group.group_id, MEMBER_ID, heard(group)));
    // As a process leaves its gifts that dies once it has claimed them.
    const claimed = context.clock();
    await sql`
      update group_lines set due_at = ${new Date(claimed.getTime() + MINUTE_MS)}
      where group_id = ${group.group_id}`.execute(context.db);
    await settle();
    expect(statesOf(await groupView(context.db, group.group_id, context.clock()))).toEqual([
      'capturing',
      'capturing',
    ]);
    management.pass(MINUTE_MS);
    await Promise.all([driveDueShares(context), driveDueShares(context), driveDueShares(context)]);
    const done = await groupView(context.db, group.group_id, context.clock());
    expect(statesOf(done)).toEqual(['offered', 'offered']);
    for (const line of [1, 2])
      expect(await messagesOf(management, idOf(done, line))).toEqual(['recipient.gift_arrived']);
  });
});
