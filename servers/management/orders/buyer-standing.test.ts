import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { anAcceptedGift, doneOf } from '../../../test/builders/gifts.ts';
import { aGroup, heard, settleShares } from '../../../test/builders/groups.ts';
import { aManagement, CARD, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { liftLimit, personLimits } from '../console/person-limits.ts';
import { confirmGroup } from '../groups/confirm-group.ts';
import type { GroupView } from '../groups/group-view.ts';
import { buyerStanding, strangersAllowed } from './buyer-standing.ts';
import { cancelOrder } from './end-order.ts';
import { countName, giveNamesBack, namesLeft } from './recipient/count-name.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const standing = (memberId = MEMBER_ID) =>
  buyerStanding(management.context.db, memberId, management.context.clock());

/** Gifts to as many people whom nobody knows, ready to be confirmed. */
function giftsTo(count: number) {
  const recipients = Array.from({ length: count }, () => ({
    email: `${newId()}@example.com`,
    name: '아무개',
    amount_minor: 10_000n,
  }));
  return aGroup(management, { recipients });
}

const confirm = (group: GroupView) =>
  confirmGroup(management.context, group.group_id, MEMBER_ID, heard(group));

async function send(count: number) {
  const group = await giftsTo(count);
  const confirmed = await confirm(group);
  await settleShares(management);
  return { confirmed, orders: group.lines.map(({ order }) => order.order_id) };
}

describe('strangers whom a buyer’s gifts reach', () => {
  test('are only so many, also after all is cancelled, with another account, and at once', async () => {
    const { context } = management;
    const { orders, confirmed } = await send(60);
    expect(confirmed.ok).toBe(true);
    const texts = 'select count(*) as n from messages where kind like $1';
    const told = async () => Number((await context.pool.query(texts, ['recipient.%'])).rows[0].n);
    for (const orderId of orders) await cancelOrder(context, orderId, MEMBER_ID);
    expect(await standing()).toMatchObject({ strangers: 60, paid_for: 0 });
    const before = await told();

    const more = [await giftsTo(1), await giftsTo(1)];
    expect(await Promise.all(more.map(confirm))).toMatchObject([
      { ok: false, code: 'strangers_limit' },
      { ok: false, code: 'strangers_limit' },
    ]);
    expect(await told()).toBe(before);

    // Somebody else with the same card is the same buyer.
    const other = await aMemberWithCard('print-of-the-card-0001');
    await sql`update payment_methods set card_fingerprint = 'print-of-the-card-0001' where payment_method_id = ${CARD}`.execute(
      context.db,
    );
    expect(await standing(other)).toMatchObject({ strangers: 60, cards: ['print-of-the-card-0001'] });
    expect(await standing(await aMemberWithCard('print-of-the-card-0002'))).toMatchObject({ strangers: 0 });
  });

  test('leave room again when staff lift the limit, on the record, and after a month', async () => {
    const { context } = management;
    const query = '2985091195';
    const limit = { name: 'strangers_by_member', used: 60, points: 60, reached: true };
    expect((await personLimits(context, query)).limits).toContainEqual(expect.objectContaining(limit));
    const lifted = doneOf(await liftLimit(context, await aStaffId(), { query, name: 'strangers_by_member' }));
    expect(lifted.limits).toContainEqual(expect.objectContaining({ ...limit, reached: false }));
    expect((await send(2)).confirmed.ok).toBe(true);
    management.pass(31 * DAY_MS);
    expect(await standing()).toMatchObject({ lifted: false, strangers: 0 });
  });

  test('are no strangers once they take a gift, or it is kept for them; each makes room for more', async () => {
    const { context } = management;
    await anAcceptedGift(management);
    const [second] = (await send(2)).orders;
    const before = await standing();
    expect(before).toMatchObject({ strangers: 2, paid_for: 3 });
    expect(strangersAllowed(before)).toBe(69);
    management.pass(DAY_MS + 1);
    expect(await standing()).toMatchObject({ strangers: 0, paid_for: 5 });
    await cancelOrder(context, second ?? '', MEMBER_ID);
    expect(await standing()).toMatchObject({ strangers: 1, paid_for: 4 });
  });
});

test('of a buyer who has paid for many, only so many are counted as it takes', async () => {
  const { context } = management;
  await giftsTo(1);
  const [one, other] = [
    await aMemberWithCard('print-of-the-card-0004'),
    await aMemberWithCard('print-of-the-card-0004'),
  ];
  const now = context.clock();
  // Seven people each, two of whom are the same; of each, one gift that was taken and one that went back.
  for (const [n, member] of [...Array(7).fill(one), ...Array(7).fill(other)].entries())
    for (const end of [null, 'recipient_refused'])
      await copyOrder(member, `+82105555${1000 + Math.min(n, n < 7 ? 7 : n - 2)}`, now, end);
  const counted = (paid: 'enough' | 'all') => buyerStanding(context.db, one, now, paid);
  expect(await counted('all')).toMatchObject({ strangers: 0, paid_for: 12 });
  expect(await counted('enough')).toMatchObject({ strangers: 0, paid_for: 10 });
  // Strangers call for more of them: with 12, 96 are allowed, and 97 are one too many.
  for (let n = 0; n < 97; n++) {
    if (n === 96) expect(await isTooMany(counted)).toBe(false);
    await copyOrder(one, `+82105556${1000 + n}`, now, 'not_answered');
  }
  expect(await isTooMany(counted)).toBe(true);
});

async function isTooMany(
  counted: (paid: 'enough' | 'all') => ReturnType<typeof buyerStanding>,
): Promise<boolean> {
  const [enough, all] = [await counted('enough'), await counted('all')];
  const tooMany = [enough, all].map((each) => each.strangers > strangersAllowed(each));
  expect(tooMany[0]).toBe(tooMany[1]);
  return tooMany[0] ?? false;
}

describe('names that are read back', () => {
  const named = (memberId: string, cardFingerprint: string | null = null) => ({
    order_id: newId(),
    member_id: memberId,
    cardFingerprint,
  });

  test('are few on one gift', async () => {
    const order = named(newId());
    const answers = [];
    for (let n = 0; n < 10; n++) answers.push((await countName(management.context, order)).ok);
    expect(answers.filter(Boolean)).toHaveLength(8);
  });

  test('are few that are never paid for, over all accounts with one card; those paid for come back', async () => {
    const { context } = management;
    const card = 'print-of-the-card-0003';
    const [one, other] = [await aMemberWithCard(card), await aMemberWithCard(card)];
    const orders = Array.from({ length: 30 }, () => named(one, card));
    for (const order of orders) expect(await countName(context, order)).toEqual({ ok: true });
    const theirs = named(other, card);
    expect(await countName(context, theirs)).toMatchObject({ ok: false, by: ['read_back_by_card'] });
    expect(await namesLeft(context, one)).toBe(0);
    await giveNamesBack(context, orders.slice(0, 10));
    expect(await namesLeft(context, one)).toBe(10);
    expect(await countName(context, theirs)).toEqual({ ok: true });
  });

  test('are many for a buyer who has really paid', async () => {
    await sql`update members set reach_lifted_until = '2090-01-01' where member_id = ${MEMBER_ID}`.execute(
      management.context.db,
    );
    expect(await namesLeft(management.context, MEMBER_ID)).toBe(600);
  });
});

async function aStaffId(): Promise<string> {
  const id = newId();
  await sql`
    insert into staff (staff_id, login, name, role, password_hash, created_at)
    values (${id}, ${id}, '김운영', 'operator', 'x', now())`.execute(management.context.db);
  return id;
}

async function aMemberWithCard(fingerprint: string): Promise<string> {
  const id = newId();
  const { db } = management.context;
  await sql`
    insert into members (member_id, name, email, mobile, password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    values (${id}, '이달빛', ${id}, ${id}, 'x', 'x', 'ko', 'sms', now())`.execute(db);
  await sql`
    insert into payment_methods
      (payment_method_id, member_id, brand, last4, expiry_month, expiry_year, evidence_id, card_fingerprint, created_at)
    select ${`pm_${id.replaceAll('-', '')}`}, ${id}, brand, last4, expiry_month, expiry_year, evidence_id, ${fingerprint}, now()
    from payment_methods where payment_method_id = ${CARD}`.execute(db);
  return id;
}

/** A gift that was confirmed and paid for a week ago: taken, or ended for a reason and never taken. */
async function copyOrder(
  memberId: string,
  phone: string,
  now: Date,
  endReason: string | null,
): Promise<void> {
  const week = new Date(now.getTime() - 7 * DAY_MS);
  await sql`
    insert into orders (order_id, member_id, shop_id, payment_method_id, payment_route, commission_bp, amount_minor, currency,
      state, authorise_by, created_at, recipient_channel, recipient_phone, recipient_name, name_source, read_back_id,
      accepted_phone, end_reason, confirmed_at, captured_at)
    select ${newId()}, ${memberId}, shop_id, payment_method_id, payment_route, commission_bp, amount_minor, currency,
      state, authorise_by, ${week}, 'sms', ${phone}, '아무개', 'carrier', ${newId()},
      ${endReason === null ? phone : null}, ${endReason}, ${week}, ${week}
    from orders limit 1`.execute(management.context.db);
}
