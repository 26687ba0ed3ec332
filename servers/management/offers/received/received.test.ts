import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import type { aDoor } from '../../../../test/builders/door.ts';
import { anOffer, doneOf } from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { aLineOf, aMemberOf, type TestMember } from '../../../../test/builders/members.ts';
import { bookUse } from '../../../../test/builders/use-notices.ts';
import { createManagementApp } from '../../app.ts';
import { confirmCorrection } from '../../orders/corrections/confirm-correction.ts';
import { nameCorrection } from '../../orders/corrections/name-correction.ts';
import { cancelOrder } from '../../orders/end-order.ts';
import { acceptOffer } from '../accept-offer.ts';
import { refuseOffer } from '../refuse-offer.ts';

const PIN = '739258';
const PATH = '/v1/members/me/received';
let management: TestManagement;
let app: App;
let member: TestMember;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  // The operator knows every number.
  management.context.carriers.lookUpName = async () => ({ kind: 'found', name: '이달빛' });
});
afterAll(async () => {
  await app.close();
  await management.close();
});
beforeEach(async () => {
  member = await aMemberOf(management, app);
});

const toPhone = () => ({ phone: member.mobile });
const toMail = () => ({ email: member.email.toUpperCase(), name: '이달빛' });
const accept = async (orderId: string) =>
  doneOf(await acceptOffer(management.context, orderId, { pin: PIN }));

async function listed(door: ReturnType<typeof aDoor> = member.door): Promise<Record<string, unknown>[]> {
  const { status, body } = await door('GET', PATH);
  expect(status).toBe(200);
  return body.gifts as Record<string, unknown>[];
}
const idsOf = async () => (await listed()).map(({ order_id }) => order_id);
const stateOf = async (orderId: string) =>
  (await listed()).find(({ order_id }) => order_id === orderId)?.gift_state;

function use(orderId: string, balance: number, entry: number, handed_over?: boolean) {
  const amount_minor = 10_000;
  const about = { order_id: orderId, redemption_id: newId(), amount_minor, balance_minor: balance };
  return bookUse(management, {
    ...about,
    entry_no: entry,
    ...(handed_over === undefined ? {} : { handed_over }),
  });
}

/** The member proved their contacts so many days later than they did. */
async function provedLater(days: number): Promise<void> {
  management.pass(days * DAY_MS);
  const now = management.context.clock();
  await sql`
    update members set mobile_verified_at = ${now}, email_verified_at = ${now}
    where member_id = ${member.member_id}`.execute(management.context.db);
  member = { ...member, door: await aLineOf(management, app, member, 'web') };
}

test('what was sent to a proved number or address is listed with what can be told of it, newest first', async () => {
  expect(await listed()).toEqual([]);
  const byPhone = await anOffer(management, toPhone());
  const byMail = await anOffer(management, toMail());
  const [first, second] = await listed();
  expect([first?.order_id, second?.order_id]).toEqual([byMail, byPhone]);
  expect(second).toEqual({
    order_id: byPhone,
    shop: { name_ko: '하늘상점', name_en: expect.any(String) },
    sender_name: '김하늘',
    amount_minor: 50_000,
    currency: 'KRW',
    gift_state: 'waiting',
    answer_by: expect.stringMatching(/Z$/),
    valid_until: expect.stringMatching(/Z$/),
    sent_at: expect.stringMatching(/Z$/),
  });
  await accept(byPhone);
  const accepted = (await listed())[1];
  expect(accepted).toMatchObject({
    gift_state: 'ready',
    certificate_url: expect.stringMatching(/\/certificate\?lang=ko$/),
  });
  expect(accepted).not.toHaveProperty('answer_by');
  await use(byPhone, 40_000, 2, false);
  expect(await stateOf(byPhone)).toBe('partly_used');
  const page = await member.door('GET', `${PATH}?limit=1&before=${byMail}`);
  expect(page.body.gifts).toMatchObject([{ order_id: byPhone }]);
});

test('what becomes of a gift that was handed over is not told, nor where nobody says who has used it', async () => {
  const orderId = await anOffer(management, toPhone());
  await accept(orderId);
  await use(orderId, 40_000, 2, true);
  expect(await stateOf(orderId)).toBe('handed_over');
  expect((await listed())[0]).not.toHaveProperty('certificate_url');
  await use(orderId, 30_000, 3);
  expect((await listed())[0]).not.toHaveProperty('gift_state');
  await use(orderId, 20_000, 4, false);
  expect(await stateOf(orderId)).toBe('partly_used');
});

test('what the buyer has sent to somebody else instead, or not yet, is not listed', async () => {
  const corrected = await anOffer(management, toPhone());
  const deliver_at = new Date(management.context.clock().getTime() + 3 * DAY_MS).toISOString();
  await anOffer(management, toPhone(), { deliver_at });
  expect(await idsOf()).toEqual([corrected]);
  const { context } = management;
  const found = doneOf(
    await nameCorrection(context, corrected, MEMBER_ID, { email: 'other@example.com', name: '최다른' }),
  );
  doneOf(await confirmCorrection(context, corrected, MEMBER_ID, found.read_back_id ?? ''));
  expect(await idsOf()).toEqual([]);
});

test('what came to nothing says so', async () => {
  const refused = await anOffer(management, toPhone());
  doneOf(await refuseOffer(management.context, refused, undefined));
  const cancelled = await anOffer(management, toPhone());
  doneOf(await cancelOrder(management.context, cancelled, MEMBER_ID));
  expect([await stateOf(refused), await stateOf(cancelled)]).toEqual(['refused', 'cancelled']);
});

test('of what came before the number was proved there is only what it opens', async () => {
  const refused = await anOffer(management, toPhone());
  doneOf(await refuseOffer(management.context, refused, undefined));
  const usedUp = await anOffer(management, toPhone(), { amount_minor: 10_000 });
  await accept(usedUp);
  await use(usedUp, 0, 2, false);
  const ready = await anOffer(management, toPhone());
  await accept(ready);
  const waiting = await anOffer(management, toPhone());
  expect(await idsOf()).toEqual([waiting, ready, usedUp, refused]);
  await provedLater(1);
  expect(await idsOf()).toEqual([waiting, ready]);
});

describe('a number that has another owner by now', () => {
  test('shows its former member nothing, though what came by mail is still theirs', async () => {
    await anOffer(management, toPhone());
    const byMail = await anOffer(management, toMail());
    management.pass(2 * DAY_MS);
    const door = await aLineOf(management, app, member, 'web');
    const { carriers } = management.context;
    const usual = { ...carriers };
    const asked: string[] = [];
    carriers.wasRecycledSince = async (phone) => {
      asked.push(phone);
      return true;
    };
    expect((await listed(door)).map(({ order_id }) => order_id)).toEqual([byMail]);
    expect(asked).toEqual([member.mobile]);
    Object.assign(carriers, usual);
    expect(await listed(door)).toHaveLength(2);
  });

  test.each([
    [true, 'number_recycled'],
    [undefined, 'number_not_checked'],
  ])('gives out no link where the operator says %s', async (recycled, code) => {
    const orderId = await anOffer(management, toPhone());
    management.pass(2 * DAY_MS);
    const door = await aLineOf(management, app, member, 'web');
    const { carriers } = management.context;
    const usual = { ...carriers };
    carriers.wasRecycledSince = async () => recycled;
    const refused = await door('PUT', `${PATH}/${orderId}/link`);
    Object.assign(carriers, usual);
    expect(refused.body).toMatchObject({ code });
    expect((await door('PUT', `${PATH}/${orderId}/link`)).status).toBe(200);
  });
});

describe('the link of a gift that waits', () => {
  const link = (orderId: string, door = member.door) => door('PUT', `${PATH}/${orderId}/link`);

  test('is the same whenever it is asked for, and accepts the gift', async () => {
    const orderId = await anOffer(management, toPhone());
    const first = await link(orderId);
    expect(first).toMatchObject({ status: 200, body: { url: expect.stringMatching(/\/g\/offer_/) } });
    expect((await link(orderId)).body).toEqual(first.body);
    const path = new URL(String(first.body.url)).pathname;
    const opened = await app.inject({ method: 'GET', url: path });
    expect([opened.statusCode, opened.body]).toEqual([200, expect.stringContaining('김하늘')]);
    const accepted = await app.inject({
      method: 'POST',
      url: `/v1/offers/${path.split('/').at(-1)}/acceptance`,
      headers: { 'idempotency-key': randomUUID() },
      payload: { pin: PIN },
    });
    expect(accepted.statusCode).toBe(200);
    expect(await stateOf(orderId)).toBe('ready');
    expect((await link(orderId)).body).toMatchObject({ code: 'already_accepted' });
  });

  test('is for nobody whom the gift was not sent to, and ends when it goes to somebody else', async () => {
    const orderId = await anOffer(management, toPhone());
    const another = await aMemberOf(management, app);
    expect((await link(orderId, another.door)).body).toMatchObject({ code: 'offer_not_found' });
    expect((await link(newId())).body).toMatchObject({ code: 'offer_not_found' });
    const { url } = (await link(orderId)).body;
    const { context } = management;
    const found = doneOf(await nameCorrection(context, orderId, MEMBER_ID, { phone: another.mobile }));
    doneOf(await confirmCorrection(context, orderId, MEMBER_ID, found.read_back_id ?? ''));
    expect((await link(orderId)).body).toMatchObject({ code: 'offer_not_found' });
    const opened = await app.inject({ method: 'GET', url: new URL(String(url)).pathname });
    expect(opened.statusCode).toBe(404);
    expect((await link(orderId, another.door)).status).toBe(200);
  });

  test('is given out on the web alone, as the list is', async () => {
    const orderId = await anOffer(management, toPhone());
    for (const line of ['phone', 'terminal'] as const) {
      const door = await aLineOf(management, app, member, line);
      expect((await link(orderId, door)).body).toMatchObject({ code: 'forbidden' });
      expect((await door('GET', PATH)).body).toMatchObject({ code: 'forbidden' });
    }
  });
});

test('a mail address that is another member’s key shows nothing', async () => {
  await anOffer(management, toMail());
  expect(await listed()).toHaveLength(1);
  await sql`update members set email_is_anothers = true where member_id = ${member.member_id}`.execute(
    management.context.db,
  );
  expect(await listed()).toEqual([]);
});
