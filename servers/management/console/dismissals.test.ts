import { createHash } from 'node:crypto';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { measureInbox } from '../../../kit/notices/measure-inbox.ts';
import { applyNotices } from '../../../test/builders/apply-notices.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anAcceptedGift, eventsOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aUseOf } from '../../../test/builders/notices.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { aTellingShop } from '../../../test/builders/telling-shop.ts';
import { createManagementApp } from '../app.ts';

let management: TestManagement;
let app: App;
let shop: ReturnType<typeof aTellingShop>;
let operator: Door;
let support: Door;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  shop = aTellingShop(management, app, management.shop.key);
  operator = aDoor(app, await aStaffSession(management, 'operator'));
  support = aDoor(app, await aStaffSession(management, 'support'));
});
afterAll(async () => {
  await app.close();
  await management.close();
});

async function metric(name: string): Promise<number> {
  const registry = new Registry();
  measureInbox(registry, management.context);
  const found = (await registry.getMetricsAsJSON()).find((each) => each.name === name);
  return (found?.values ?? []).reduce((sum, { value }) => sum + Number(value), 0);
}

async function recorded(action: string): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from audit_trail where action = ${action}`.execute(management.context.db);
  return found.rows[0]?.n ?? 0;
}

test('what nobody can read is dismissed by an operator, with a reason that stays; anything else is not', async () => {
  const gift = await anAcceptedGift(management);
  await shop.tell([{ content: 'unreadable' }, { kind: 'certificate_polished', content: { order_id: gift } }]);
  await applyNotices(management);
  const list = async () => (await operator('GET', '/v1/staff/unapplied-notices?limit=10')).body.notices;
  const [unknown, unreadable] = (await list()) as { unapplied_no: number; reason: string }[];
  expect([unknown?.reason, unreadable?.reason]).toEqual(['unknown_kind', 'unreadable']);
  const dismissalOf = (no: number | undefined) => `/v1/staff/unapplied-notices/${no}/dismissal`;
  const because = { reason: 'The shop sent a broken notice; nothing was used (call of 2 March).' };

  expect(await support('POST', dismissalOf(unreadable?.unapplied_no), because)).toMatchObject({
    status: 403,
  });
  for (const reason of ['', '  ', 'x'.repeat(501)])
    expect(await operator('POST', dismissalOf(unreadable?.unapplied_no), { reason })).toMatchObject({
      status: 400,
    });
  expect(await operator('POST', dismissalOf(unknown?.unapplied_no), because)).toMatchObject({
    status: 409,
    body: { code: 'wrong_state' },
  });
  expect(await operator('POST', dismissalOf(999_999), because)).toMatchObject({ status: 404 });
  const dismissed = await operator('POST', dismissalOf(unreadable?.unapplied_no), because);
  expect(dismissed).toMatchObject({
    status: 200,
    body: { reason: 'unreadable', dismissed_because: because.reason, dismissed_at: expect.any(String) },
  });
  // The first reason stays.
  const again = await operator('POST', dismissalOf(unreadable?.unapplied_no), { reason: 'Another one.' });
  expect(again).toMatchObject({ status: 200, body: { dismissed_because: because.reason } });

  expect(await list()).toMatchObject([{ reason: 'unknown_kind' }]);
  expect(await metric('seonmul_notices_unapplied')).toBe(1);
  expect(await recorded('dismiss_notice')).toBeGreaterThanOrEqual(2);
});

test('a batch that does not follow the one before it is booked as far as it agrees with our books, and staff see the break', async () => {
  const gift = await anAcceptedGift(management);
  const use = (balance: number, entry: number) => ({ content: aUseOf(gift, 1_000, balance, entry) });
  await shop.tell([use(49_000, 2)], { more: { first_position: 10 } });
  // The shop was restored from a backup, and had told something else meanwhile.
  const other = createHash('sha256').update('another batch').digest('hex');
  const said = await shop.tell([use(48_000, 3), use(40_000, 4)], {
    more: { first_position: 11, previous_digest: other },
  });
  expect(said).toMatchObject({ status: 200 });
  await shop.tell([use(47_000, 4)], { more: { first_position: 13 } });
  await applyNotices(management);
  expect((await eventsOf(management, gift)).filter((kind) => kind === 'used')).toHaveLength(3);
  const doubtful = await operator('GET', '/v1/staff/doubtful-notices?limit=10');
  expect(doubtful.body.notices).toMatchObject([{ order_id: gift, reason: 'balance_differs' }]);

  const shown = await support('GET', '/v1/staff/stream-breaks?limit=10');
  expect(shown.body).toMatchObject({
    breaks: [{ sender: 'shop:haneul', batch_no: 3, reason: 'does_not_follow' }],
  });
  expect(await metric('seonmul_notice_stream_breaks')).toBe(1);
  const [{ break_no, evidence_id, held_evidence_id }] = shown.body.breaks as [
    { break_no: number; evidence_id: string; held_evidence_id: string },
  ];
  for (const id of [evidence_id, held_evidence_id])
    expect(await support('GET', `/v1/staff/evidence/${id}`)).toMatchObject({ status: 200 });

  const url = `/v1/staff/stream-breaks/${break_no}/dismissal`;
  const because = { reason: 'Restored on 2 March; both books were compared.' };
  expect(await support('POST', url, because)).toMatchObject({ status: 403 });
  expect(await operator('POST', '/v1/staff/stream-breaks/999999/dismissal', because)).toMatchObject({
    status: 404,
  });
  const dismissed = { status: 200, body: { dismissed_because: because.reason } };
  expect(await operator('POST', url, because)).toMatchObject(dismissed);
  expect(await operator('POST', url, { reason: 'Another one.' })).toMatchObject(dismissed);
  expect((await support('GET', '/v1/staff/stream-breaks?limit=10')).body).toEqual({ breaks: [] });
  expect(await metric('seonmul_notice_stream_breaks')).toBe(0);
  expect(await recorded('dismiss_stream_break')).toBeGreaterThanOrEqual(2);
});

test('a batch under a number that was used for something else is refused, and staff see both as they were signed', async () => {
  const gift = await anAcceptedGift(management);
  const use = (balance: number, entry: number) => ({ content: aUseOf(gift, 1_000, balance, entry) });
  await shop.tell([use(49_000, 2)], { batch_no: 100, more: { first_position: 100 } });
  // Restored from a backup, the shop takes the number for another use.
  const again = await shop.tell([use(48_000, 3)], { batch_no: 100, more: { first_position: 100 } });
  expect(again).toMatchObject({ status: 409, body: { code: 'batch_number_reused' } });

  const shown = await support('GET', '/v1/staff/stream-breaks?limit=10');
  expect(shown.body).toMatchObject({ breaks: [{ batch_no: 100, reason: 'number_reused' }] });
  expect(await metric('seonmul_notice_stream_breaks')).toBe(1);
  const [{ evidence_id, held_evidence_id }] = shown.body.breaks as [
    { evidence_id: string; held_evidence_id: string },
  ];
  const balances = await Promise.all(
    [evidence_id, held_evidence_id].map(async (id) => {
      const { body } = await support('GET', `/v1/staff/evidence/${id}`);
      return /4[89]000/.exec(JSON.stringify(body))?.at(0);
    }),
  );
  expect(balances).toEqual(['48000', '49000']);
});
