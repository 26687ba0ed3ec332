import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { limiter } from '../../../kit/limits.ts';
import { noLimit } from '../../../test/builders/base.ts';
import { doneOf, messagesOf } from '../../../test/builders/gifts.ts';
import {
  aGroup as aGroupOf,
  expectBooksToHold,
  placeSeveral,
  settleShares,
  TWO,
} from '../../../test/builders/groups.ts';
import {
  aManagement,
  MEMBER_ID,
  SUBSCRIBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { releaseUnconfirmed } from '../orders/due-orders.ts';
import { releaseUnconfirmedGroups } from './due-groups.ts';
import { abandonGroup } from './end-group.ts';
import { type GroupView, groupView } from './group-view.ts';
import { correctLine } from './name-line.ts';
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
const place = (input?: Partial<PlaceGroup>, groupId?: string) => placeSeveral(management, input, groupId);
const settle = () => settleShares(management);
const aGroup = (input?: Partial<PlaceGroup>) => aGroupOf(management, input);
const statesOf = ({ lines }: GroupView) => lines.map(({ order }) => order.state);
const idOf = ({ lines }: GroupView, line: number) => lines[line - 1]?.order.order_id ?? '';
const asked = (path: string) => management.settlement.asked(path);

describe('the list', () => {
  test.each<[string, Partial<PlaceGroup>, string]>([
    ['too many', { recipients: Array(201).fill(MAIL), shop_id: 'nowhere' }, 'recipient_list_too_long'],
    ['a shop that is not there', { shop_id: 'nowhere', currency: 'USD' }, 'shop_not_found'],
    ['another currency', { currency: 'USD', recipients: [MAIL, MAIL] }, 'currency_unsupported'],
    [
      'somebody twice',
      { recipients: [MAIL, MAIL], deliver_at: '2999-01-01T00:00:00Z' },
      'recipient_list_invalid',
    ],
    [
      'a day too far',
      { deliver_at: '2999-01-01T00:00:00Z', payment_method_id: 'pm_x' },
      'delivery_date_out_of_range',
    ],
    ["somebody else's card", { payment_method_id: 'pm_nobodys' }, 'payment_method_not_found'],
  ])('is refused for %s, and nothing is asked', async (_what, input, code) => {
    const before = management.settlement.received.length;
    expect(await place(input)).toMatchObject({ ok: false, code });
    expect(management.settlement.received.length).toBe(before);
  });

  test('says which of its members are wrong', async () => {
    const recipients: ListRecipient[] = [
      { phone: '010-1', amount_minor: 50_000n },
      { phone: '010-9876-5432', amount_minor: 1n },
      { email: 'nobody@', name: '아무개', amount_minor: 50_000n },
      { phone: '+82 10 2222 3333', amount_minor: 50_000n },
      { phone: '010-2222-3333', amount_minor: 50_000n },
    ];
    expect(await place({ recipients })).toMatchObject({
      code: 'recipient_list_invalid',
      extra: {
        recipients: [
          { position: 1, code: 'phone_number_invalid' },
          { position: 2, code: 'amount_out_of_range' },
          { position: 3, code: 'email_invalid' },
          { position: 5, code: 'recipient_twice' },
        ],
      },
    });
  });

  test('is corrected line by line, and keeps what was written', async () => {
    const group = await aGroup({ recipients: [...TWO, { phone: NOBODY, amount_minor: 10_000n }] });
    const { group_id: groupId } = group;
    const ids = { groupId, orderId: idOf(group, 3), memberId: MEMBER_ID };
    const wrong = await correctLine(management.context, ids, { phone: '010-12' });
    expect(wrong).toMatchObject({ code: 'phone_number_invalid' });
    const kept = await groupView(management.context.db, groupId, management.context.clock());
    expect(kept.lines[2]).toMatchObject({ address: '010-12', problem: 'phone_number_invalid' });
    const mended = doneOf(
      await correctLine(management.context, ids, { phone: SUBSCRIBER.phone, name: '김철수' }),
    );
    expect(mended.lines[2]).toMatchObject({
      name_differs: true,
      order: { recipient: { masked_name: '박*연' } },
    });
    expect(mended.lines[0]?.name_differs).toBeUndefined();
    const elsewhere = { ...ids, groupId: newId() };
    expect(await correctLine(management.context, elsewhere, { phone: NOBODY })).toMatchObject({
      code: 'group_not_found',
    });
  });

  test('holds the look-ups of the day, and says so in each line that comes too late', async () => {
    const { db, secrets } = management.context;
    const limits = { ...management.context.limits };
    const ring = secrets.keyRing('token_pepper');
    const one = limiter(db, { name: 'one_read_back_by_member', points: 1, duration_s: 86_400, ring });
    Object.assign(management.context.limits, { readBackByMember: one });
    const group = await aGroup();
    Object.assign(management.context.limits, limits);
    expect(group.lines.map(({ problem }) => problem).filter(Boolean)).toEqual(['read_back_limit']);
  });

  test('asks again where nobody could be asked', async () => {
    const { carriers } = management.context;
    Object.assign(management.context, {
      carriers: { ...carriers, lookUpName: async () => ({ kind: 'unknown' }) },
    });
    const { group_id } = await aGroup();
    Object.assign(management.context, { carriers });
    const line = async () =>
      (await groupView(management.context.db, group_id, management.context.clock())).lines[1];
    expect(await line()).toMatchObject({ looking_up: true });
    management.pass(20 * SECOND_MS);
    await settle();
    expect(await line()).toMatchObject({ looking_up: false, order: { recipient: { masked_name: '박*연' } } });
  });
});

describe('placing', () => {
  test('again under its id is the same group and one authorisation', async () => {
    const groupId = newId();
    const first = doneOf(await place({}, groupId));
    expect(doneOf(await place({}, groupId))).toEqual(first);
    expect(
      management.settlement.received.filter(({ body }) => JSON.stringify(body ?? '').includes(groupId)),
    ).toHaveLength(1);
  });

  test('and not confirming lets all of it go', async () => {
    const group = await aGroup();
    management.pass(15 * MINUTE_MS);
    await releaseUnconfirmed(management.context);
    expect(management.payments.get(group.group_id)?.status).toBe('authorised');
    while ((await releaseUnconfirmedGroups(management.context)) > 0);
    await settle();
    const ended = await groupView(management.context.db, group.group_id, management.context.clock());
    expect(ended).toMatchObject({ state: 'abandoned', end_reason: 'not_confirmed', stages: { left_out: 2 } });
    expect(management.payments.get(group.group_id)?.status).toBe('voided');
    const open =
      await sql`select 1 from group_lines where due_at is not null and group_id = ${group.group_id}`.execute(
        management.context.db,
      );
    expect(open.rows).toEqual([]);
  });

  test('and giving up lets it go without a word', async () => {
    const group = await aGroup();
    doneOf(await abandonGroup(management.context, group.group_id, MEMBER_ID));
    doneOf(await abandonGroup(management.context, group.group_id, MEMBER_ID));
    await settle();
    expect(
      statesOf(await groupView(management.context.db, group.group_id, management.context.clock())),
    ).toEqual(['abandoned', 'abandoned']);
    expect(await messagesOf(management, group.group_id)).toEqual([]);
    expect(asked(`${group.group_id}/voids`)).toBe(1);
  });
});
