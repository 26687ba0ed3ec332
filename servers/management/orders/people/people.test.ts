import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs, DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { openText } from '../../../../kit/sealed-text.ts';
import { aDoor, type Door } from '../../../../test/builders/door.ts';
import { anOffer, anOrder } from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { aMemberOf } from '../../../../test/builders/members.ts';
import { aMemberSession } from '../../../../test/builders/sessions.ts';
import { createManagementApp } from '../../app.ts';
import { PEOPLE_FORGOTTEN } from './forgotten.ts';
import { remindBirthdays } from './remind-birthdays.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app?.close();
  await management?.close();
});

/** With a session of its own each time, since they end while days pass. */
const buyer: Door = async (...asked) => aDoor(app, await aMemberSession(management))(...asked);
const peopleOf = async (door: Door) => (await door('GET', '/v1/members/me/people')).body.people;
const NOTHING = { favourite: false, birthday: null, remind: false };
const note = (orderId: string, noted: object, door = buyer, key: string = randomUUID()) =>
  door('PUT', `/v1/members/me/people/${orderId}`, { ...NOTHING, ...noted }, key);
const refused = (status: number, code: string) => ({ status, body: { code } });
const toMail = (email: string) => anOffer(management, { email, name: '박서연' });

test('whoever was given to is listed once, by the last gift to them, masked; who was only named is not', async () => {
  expect(await peopleOf(buyer)).toEqual([]);
  await anOffer(management);
  const last = await anOffer(management);
  const named = await anOrder(management);
  await buyer('PUT', `/v1/orders/${named}/recipient`, { phone: '010-2222-3333' });
  expect(await peopleOf(buyer)).toMatchObject([
    {
      ...{ order_id: last, masked_name: '홍*동', masked_address: expect.stringContaining('*') },
      ...{ favourite: false, remind: false },
    },
  ]);
});

test('the recipient of an earlier gift is looked up anew; somebody else’s gift says nothing of its recipient', async () => {
  const before = await anOffer(management);
  const again = await anOrder(management);
  const path = `/v1/orders/${again}/recipient`;
  expect(await buyer('PUT', path, { same_as: before }, randomUUID())).toMatchObject({
    status: 200,
    body: { state: 'awaiting_confirmation', recipient: { masked_name: '홍*동', channel: 'sms' } },
  });
  expect(await buyer('PUT', path, { same_as: newId() }, randomUUID())).toMatchObject({
    status: 404,
    body: { code: 'order_not_found' },
  });
  const { member_id } = await aMemberOf(management, app);
  const stranger = aDoor(app, await aMemberSession(management, member_id));
  expect(await peopleOf(stranger)).toEqual([]);
  expect(await stranger('PUT', path, { same_as: before }, randomUUID())).toMatchObject({ status: 404 });
});

test('a favourite comes first, whoever was given to since; noting nothing forgets them', async () => {
  const favourite = await toMail('favourite@example.com');
  const later = await toMail('later@example.com');
  const key = randomUUID();
  const noted = await note(favourite, { favourite: true, birthday: { month: 2, day: 29 } }, buyer, key);
  expect(noted).toMatchObject({
    status: 200,
    body: { order_id: favourite, favourite: true, birthday: { month: 2, day: 29 }, remind: false },
  });
  expect(await note(favourite, { favourite: true, birthday: { month: 2, day: 29 } }, buyer, key)).toEqual(
    noted,
  );
  const listed = (await peopleOf(buyer)) as { order_id: string }[];
  expect(listed.slice(0, 2).map(({ order_id }) => order_id)).toEqual([favourite, later]);

  // The next gift to them says who they are.
  const next = await toMail('favourite@example.com');
  expect(await peopleOf(buyer)).toMatchObject([{ order_id: next, favourite: true }, { order_id: later }, {}]);
  expect((await note(favourite, {})).body).toMatchObject({ order_id: next, favourite: false });
  expect(((await peopleOf(buyer)) as { favourite: boolean }[]).some(({ favourite: is }) => is)).toBe(false);
  const kept = await management.context.pool.query('select from kept_people');
  expect(kept.rowCount).toBe(0);
});

describe('is refused', () => {
  test('a day that no year has, or a reminder of no day', async () => {
    const orderId = await anOffer(management);
    for (const noted of [{ birthday: { month: 2, day: 30 } }, { remind: true }])
      expect(await note(orderId, noted)).toMatchObject(refused(422, 'birthday_invalid'));
    await expect(
      sql`insert into kept_people (kept_id, member_id, address, is_favourite, birth_month, birth_day, looked_at)
        values (${newId()}, ${MEMBER_ID}, 'x', true, 4, 31, now())`.execute(management.context.db),
    ).rejects.toThrow('birthday_exists');
  });

  test('a gift of nobody, of somebody else, that wasn’t paid, or for oneself', async () => {
    const { member_id } = await aMemberOf(management, app);
    const stranger = aDoor(app, await aMemberSession(management, member_id));
    const own = await anOffer(management, { self: true });
    for (const [orderId, door] of [
      [newId(), buyer],
      [await anOrder(management), buyer],
      [own, buyer],
      [await anOffer(management), stranger],
    ] as const)
      expect(await note(orderId, { favourite: true }, door)).toMatchObject(refused(404, 'order_not_found'));
    expect(await peopleOf(buyer)).not.toContainEqual(expect.objectContaining({ order_id: own }));
  });

  test('the hundred and first person', async () => {
    const { db } = management.context;
    await sql`
      insert into kept_people (kept_id, member_id, address, is_favourite, looked_at)
      select gen_random_uuid(), ${MEMBER_ID}::uuid, 'n' || n, true, ${management.context.clock()}::timestamptz
      from generate_series(1, 100) n`.execute(db);
    expect(await note(await anOffer(management), { favourite: true })).toMatchObject(
      refused(409, 'kept_people_limit'),
    );
    await sql`delete from kept_people`.execute(db);
  });
});

/** The birthday in so many days, in Korea. */
function birthdayIn(days: number) {
  const at = addMs(management.context.clock(), days * DAY_MS + 9 * 3_600_000);
  return { month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

async function remindersOf(orderId: string) {
  const { context } = management;
  const found = await sql<{ message_id: string; vars_sealed: Buffer; channel: string }>`
    select message_id, vars_sealed, channel from messages
    where subject_id = ${orderId} and kind = 'buyer.birthday_soon' and vars_sealed is not null
    order by message_id`.execute(context.db);
  return found.rows.map(({ message_id, vars_sealed, channel }) => ({
    channel,
    ...JSON.parse(openText(context, message_id, vars_sealed)),
  }));
}

/** As if the buyer had joined by telephone. */
async function joinedByLandline() {
  const owner = new Client({ connectionString: management.ownerUrl });
  await owner.connect();
  await owner.query(
    `update members set joined_by = 'telephone', landline = '+8221234567', landline_verified_at = now(),
       preferred_channel = 'voice', email = null, email_verified_at = null, mobile = null, mobile_verified_at = null
     where member_id = $1`,
    [MEMBER_ID],
  );
  await owner.end();
}

describe('the buyer is reminded of a birthday', () => {
  test('a week before it, in writing, once a year, by several processes at once', async () => {
    const orderId = await anOffer(management);
    const birthday = birthdayIn(10);
    expect((await note(orderId, { birthday, remind: true })).body).toMatchObject({ remind: true, birthday });
    await remindBirthdays(management.context);
    expect(await remindersOf(orderId)).toEqual([]);
    management.pass(5 * DAY_MS);
    await Promise.all([1, 2, 3].map(() => remindBirthdays(management.context)));
    const day = addMs(management.context.clock(), 5 * DAY_MS + 9 * 3_600_000)
      .toISOString()
      .slice(0, 10);
    expect(await remindersOf(orderId)).toEqual([
      {
        channel: 'sms',
        ...{ recipient: '홍*동', birthday: `${day}T12:00:00+09:00` },
        gift_url: `${management.context.publicUrl}/give/to/${orderId}`,
      },
    ]);
    management.pass(30 * DAY_MS);
    await remindBirthdays(management.context);
    expect(await remindersOf(orderId)).toHaveLength(1);
    management.pass(335 * DAY_MS);
    await remindBirthdays(management.context);
    expect(await remindersOf(orderId)).toHaveLength(2);
    expect(await note(orderId, {})).toMatchObject({ status: 200 });
  });

  test.each([
    ['wants none', async (orderId: string) => note(orderId, { birthday: birthdayIn(10) })],
    [
      'has turned them off altogether',
      async () => buyer('PATCH', '/v1/members/me', { notices: { birthday_soon: false } }),
    ],
    ['was away until it was over', async () => management.pass(12 * DAY_MS)],
    ['has no address to write to', joinedByLandline],
  ])('but not if the buyer %s', async (_what, change) => {
    const orderId = await anOffer(management);
    await note(orderId, { birthday: birthdayIn(10), remind: true });
    await change(orderId);
    management.pass(5 * DAY_MS);
    await remindBirthdays(management.context);
    expect(await remindersOf(orderId)).toEqual([]);
    // What was not said is not made up for.
    const due = await management.context.pool.query(
      `select from kept_people where remind_at <= '${management.context.clock().toISOString()}'`,
    );
    expect(due.rowCount).toBe(0);
    await buyer('PATCH', '/v1/members/me', { notices: { birthday_soon: true } });
    await note(orderId, {});
  });
});

describe('what was noted is forgotten', () => {
  const keptOf = async (memberId: string) =>
    (await management.context.pool.query(`select from kept_people where member_id = '${memberId}'`)).rowCount;
  const forget = () => PEOPLE_FORGOTTEN[0]?.forget(management.context.db, management.context.clock());

  test('once no gift says who it was, a month later at most', async () => {
    const orderId = await toMail('gone@example.com');
    await note(orderId, { favourite: true });
    management.pass(31 * DAY_MS);
    await forget();
    expect(await keptOf(MEMBER_ID)).toBe(1);
    await sql`update orders set recipient_name = '', recipient_email = '' where order_id = ${orderId}`.execute(
      management.context.db,
    );
    const listed = (await peopleOf(buyer)) as { order_id: string; masked_name: string }[];
    expect(listed.filter(({ order_id, masked_name }) => order_id === orderId || masked_name === '')).toEqual(
      [],
    );
    await forget();
    expect(await keptOf(MEMBER_ID)).toBe(1);
    management.pass(31 * DAY_MS);
    await forget();
    expect(await keptOf(MEMBER_ID)).toBe(0);
  });
});
