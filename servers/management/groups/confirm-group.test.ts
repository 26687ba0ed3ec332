import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { noLimit } from '../../../test/builders/base.ts';
import { doneOf, messagesOf } from '../../../test/builders/gifts.ts';
import { aGroup as aGroupOf, expectBooksToHold, heard, settleShares } from '../../../test/builders/groups.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { settleUnknown } from '../settle-calls.ts';
import { confirmGroup } from './confirm-group.ts';
import { abandonGroup } from './end-group.ts';
import { type GroupView, groupView } from './group-view.ts';
import { correctLine } from './name-line.ts';
import type { PlaceGroup } from './place-group.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
  Object.assign(management.context.limits, { readBackByMember: noLimit });
});
afterAll(() => management.close());

afterEach(() => expectBooksToHold(management));

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

describe('the confirmation', () => {
  test('of a name that was not heard last is refused, and takes nothing', async () => {
    const group = await aGroup();
    const old = heard(group);
    const ids = { groupId: group.group_id, orderId: idOf(group, 2), memberId: MEMBER_ID };
    doneOf(await correctLine(management.context, ids, { phone: SHOP_MEMBER.phone }));
    const { context } = management;
    const { group_id } = group;
    expect(await confirmGroup(context, group_id, MEMBER_ID, old)).toMatchObject({
      code: 'recipient_changed',
    });
    const strangers = [{ order_id: newId(), read_back_id: newId() }];
    expect(await confirmGroup(context, group_id, MEMBER_ID, strangers)).toMatchObject({
      code: 'recipient_changed',
    });
    expect(await confirmGroup(context, group_id, newId(), old)).toMatchObject({ code: 'group_not_found' });
    expect(asked(`${group_id}/captures`)).toBe(0);
    management.pass(15 * MINUTE_MS);
    const now = await groupView(context.db, group_id, context.clock());
    expect(await confirmGroup(context, group_id, MEMBER_ID, heard(now))).toMatchObject({
      code: 'authorisation_expired',
    });
  });

  test('said twice, also at once, is one; of others it is refused', async () => {
    const group = await aGroup();
    const { context } = management;
    const both = heard(group);
    const answers = await Promise.all(
      [both, both].map((shares) => confirmGroup(context, group.group_id, MEMBER_ID, shares)),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    await settle();
    doneOf(await confirmGroup(context, group.group_id, MEMBER_ID, both));
    const one = both.slice(0, 1);
    expect(await confirmGroup(context, group.group_id, MEMBER_ID, one)).toMatchObject({
      code: 'recipient_changed',
    });
    expect(asked(`${group.group_id}/captures`)).toBe(1);
    expect(management.payments.get(group.group_id)?.captured_minor).toBe(70_000);
  });

  test('races with giving up: one of them wins whole', async () => {
    const group = await aGroup();
    const { context } = management;
    const [yes, no] = await Promise.all([
      confirmGroup(context, group.group_id, MEMBER_ID, heard(group)),
      abandonGroup(context, group.group_id, MEMBER_ID),
    ]);
    expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1);
    await settle();
    const states = statesOf(await groupView(context.db, group.group_id, context.clock()));
    expect(states).toEqual(Array(2).fill(yes.ok ? 'offered' : 'abandoned'));
  });

  test('whose capture is not answered stays unknown, and goes on once it is', async () => {
    const group = await aGroup();
    management.settlement.goesWrong(`${group.group_id}/captures`, { kind: 'answer_lost' });
    const waiting = await confirmed(group);
    expect(waiting.state).toBe('capturing');
    expect(statesOf(waiting)).toEqual(['capturing', 'capturing']);
    management.pass(MINUTE_MS);
    await settleUnknown(management.context);
    await settle();
    expect(
      statesOf(await groupView(management.context.db, group.group_id, management.context.clock())),
    ).toEqual(['offered', 'offered']);
    expect(management.payments.get(group.group_id)?.captured_minor).toBe(70_000);
  });

  test('whose card is declined only at capture ends all of them without money, also those left out', async () => {
    const group = await aGroup();
    management.settlement.goesWrong(`${group.group_id}/captures`, {
      kind: 'refuses',
      status: 402,
      code: 'payment_declined',
    });
    const ended = await confirmed(group, 1);
    expect(ended).toMatchObject({ state: 'declined', decline_reason: 'do_not_honor' });
    expect(statesOf(ended).toSorted()).toEqual(['abandoned', 'declined']);
    expect(await messagesOf(management, group.group_id)).toEqual(['buyer.card_declined']);
  });

  test('whose capture is refused ends all of them without money', async () => {
    const group = await aGroup();
    management.settlement.goesWrong(`${group.group_id}/captures`, {
      kind: 'refuses',
      status: 410,
      code: 'authorisation_expired',
    });
    const ended = await confirmed(group);
    expect(ended).toMatchObject({ state: 'abandoned', end_reason: 'capture_refused' });
    expect(statesOf(ended)).toEqual(['abandoned', 'abandoned']);
    expect(await messagesOf(management, group.group_id)).toEqual(['buyer.purchase_failed']);
  });
});
