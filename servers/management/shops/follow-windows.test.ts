import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShopWindow } from '../../../contracts/shop-windows.ts';
import { MINUTE_MS } from '../../../kit/clock.ts';
import type { App } from '../../../kit/http/app.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { aManagement, CARD, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aMemberSession, aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { followWindows } from './follow-windows.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PICTURE_ID = createHash('sha256').update(PNG).digest('hex');

let management: TestManagement;
let app: App;
let operator: Door;
let version = 0;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  operator = aDoor(app, await aStaffSession(management, 'operator'));
});
afterAll(async () => {
  await app?.close();
  await management?.close();
});
beforeEach(async () => {
  await operator('PATCH', '/v1/staff/shops/haneul', {
    ...{ amount_min_minor: 1_000, amount_max_minor: 1_000_000, suggested_minor: [10_000] },
  });
});

const aWindow = (more: Partial<ShopWindow> = {}): ShopWindow => ({
  version: ++version,
  description_ko: '가을 선물전',
  description_en: 'Autumn gifts',
  usage_ko: '담배와 주류는 살 수 없어요.',
  usage_en: 'Not for tobacco or alcohol.',
  picture_id: null,
  amount_min_minor: 5_000,
  amount_max_minor: 300_000,
  suggested_minor: [20_000, 50_000],
  ...more,
});
const wants = (window: ShopWindow) => management.windows.wanted.set('haneul', window);
const follow = (ms = MINUTE_MS) => {
  management.pass(ms);
  return followWindows(management.context);
};
const shown = async () => (await aDoor(app)('GET', '/v1/shops/haneul')).body;
const told = () => management.windows.told.get('haneul');

describe('what a shop wants shown', () => {
  test('is what buyers see and can pay, without a restart, and once', async () => {
    management.windows.pictures.set(PICTURE_ID, PNG.toString('base64'));
    const window = aWindow({ picture_id: PICTURE_ID });
    wants(window);
    expect(await follow()).toBe(1);
    const { version: _version, ...content } = window;
    expect(await shown()).toMatchObject(content);
    const picture = await app.inject({ url: `/pictures/${PICTURE_ID}` });
    expect([picture.statusCode, picture.rawPayload.equals(PNG)]).toEqual([200, true]);
    const member = aDoor(app, await aMemberSession(management, MEMBER_ID));
    const order = (amount_minor: number) =>
      member('POST', '/v1/orders', {
        ...{ shop_id: 'haneul', amount_minor, currency: 'KRW', payment_method_id: CARD },
      });
    expect((await order(400_000)).body).toMatchObject({ code: 'amount_out_of_range', max_minor: '300000' });
    expect((await order(20_000)).status).toBe(201);
    expect(await follow()).toBe(0);
    expect(told()).toMatchObject({ version: window.version, shown: content });
    const kept = await management.context.pool.query(
      'select version from taken_windows join signed_messages on message_id = evidence_id where shop_id = $1',
      ['haneul'],
    );
    expect(kept.rows.map((row) => row.version)).toEqual([window.version]);
  });

  test('is asked for three times a minute, and of an older server now and then', async () => {
    await follow();
    const asked = () =>
      management.shop.received.filter(({ path }) => path.endsWith('/windows/haneul')).length;
    const before = asked();
    await follow(10_000);
    expect(asked()).toBe(before);
    await follow(11_000);
    expect(asked()).toBe(before + 1);
    management.shop.goesWrong('/windows/haneul', { kind: 'refuses', status: 404, code: 'not_found' });
    await follow(21_000);
    await follow(MINUTE_MS);
    expect(asked()).toBe(before + 2);
    await follow(5 * MINUTE_MS);
  });

  test('stays within what the operator allows, and its shop is told why', async () => {
    const before = await shown();
    wants(aWindow({ amount_max_minor: 2_000_000 }));
    expect(await follow()).toBe(0);
    expect(await shown()).toEqual(before);
    await follow();
    const refused = { version, code: 'amounts_within_limits' };
    expect(told()).toMatchObject({ refused, limits: { amount_max_minor: 1_000_000 } });
    const { body } = await operator('GET', '/v1/staff/shops');
    expect(body.windows).toContainEqual(expect.objectContaining({ shop_id: 'haneul', refused }));
    await operator('PATCH', '/v1/staff/shops/haneul', { amount_max_minor: 3_000_000 });
    expect(await follow()).toBe(1);
    expect(await shown()).toMatchObject({ amount_max_minor: 2_000_000 });
    await follow();
    expect(told()).not.toHaveProperty('refused');
  });

  test('gives way to what the operator enters later, whose amounts are the new limits', async () => {
    wants(aWindow());
    await follow();
    await operator('PATCH', '/v1/staff/shops/haneul', {
      ...{ amount_max_minor: 100_000, suggested_minor: [20_000], description_ko: '운영자가 고침' },
    });
    expect(await follow()).toBe(0);
    expect(await shown()).toMatchObject({ amount_max_minor: 100_000, description_ko: '운영자가 고침' });
    expect(told()?.limits).toMatchObject({ amount_min_minor: 1_000, amount_max_minor: 100_000 });
  });

  test('with a picture that is another, or none, is not shown', async () => {
    for (const [id, base64, code] of [
      ['a'.repeat(64), PNG.toString('base64'), 'picture_invalid'],
      ['b'.repeat(64), Buffer.from('<svg/>').toString('base64'), 'picture_invalid'],
      ['c'.repeat(64), undefined, 'picture_unknown'],
    ] as const) {
      if (base64 !== undefined) management.windows.pictures.set(id, base64);
      wants(aWindow({ picture_id: id }));
      expect(await follow()).toBe(0);
      await follow();
      expect(told()?.refused).toEqual({ version, code });
    }
    expect((await app.inject({ url: `/pictures/${'a'.repeat(64)}` })).statusCode).toBe(404);
  });

  test('that nothing is known of changes nothing', async () => {
    const before = await shown();
    management.windows.wanted.delete('haneul');
    expect(await follow()).toBe(0);
    wants(aWindow({ version: 1, description_ko: '옛날 것' }));
    expect(await follow()).toBe(0);
    expect(await shown()).toEqual(before);
  });
});
