import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ShownShop, WindowContent } from '../../../contracts/shop-windows.ts';
import { newId } from '../../../kit/ids.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let shop: TestShop;
let owner: string;
beforeAll(async () => {
  shop = await TestShop.open();
  owner = await shop.staff('owner');
});
afterAll(() => shop.close());

const SHOWN: WindowContent = {
  ...{
    description_ko: '운영자가 적은 소개',
    description_en: null,
    usage_ko: null,
    usage_en: null,
    picture_id: null,
  },
  ...{ amount_min_minor: 1_000, amount_max_minor: 500_000, suggested_minor: [10_000, 30_000] },
};
const told = (more: Partial<ShownShop> = {}): ShownShop => ({
  ...{ name_ko: '하늘상점', name_en: 'Haneul', currency: 'KRW', version: 0, shown: SHOWN },
  limits: { amount_min_minor: 1_000, amount_max_minor: 500_000 },
  ...more,
});
const ask = (more: Partial<ShownShop> = {}, shop_id = 'haneul') =>
  shop.peer('PUT', `/v1/peer/windows/${shop_id}`, told(more));
const publish = (
  after: number,
  more: Partial<WindowContent> = {},
  { token = owner, key = newId(), shop_id = 'haneul' } = {},
) =>
  shop.call('POST', '/v1/office/windows', {
    ...{ token, key },
    body: { operator: 'management', shop_id, after, window: { ...SHOWN, ...more } },
  });
const list = async () =>
  (await shop.call('GET', '/v1/office/windows', { token: await shop.staff('auditor') })).body.windows;

describe('a shop window', () => {
  test('is empty until the operator has asked, and then shows what the operator does', async () => {
    expect(await list()).toEqual([]);
    expect((await publish(0)).body.code).toBe('shop_not_found');
    expect(await ask()).toMatchObject({ status: 200, body: {} });
    expect(await list()).toMatchObject([{ operator: 'management', shop_id: 'haneul', shown: SHOWN }]);
  });

  test('is told to the operator in its last version, once it is published', async () => {
    const key = newId();
    const first = await publish(0, { description_ko: '가을 선물전', suggested_minor: [] }, { key });
    expect(first).toMatchObject({ status: 201, body: { version: 1, description_ko: '가을 선물전' } });
    expect(await publish(0, { description_ko: '가을 선물전', suggested_minor: [] }, { key })).toEqual(first);
    expect((await publish(0, { description_ko: '덮어쓰기' })).body.code).toBe('changed_meanwhile');
    expect((await ask()).body).toMatchObject({ window: { version: 1, description_ko: '가을 선물전' } });
    expect((await publish(1, { usage_ko: '주류 제외' })).status).toBe(201);
    expect((await ask()).body).toMatchObject({ window: { version: 2, usage_ko: '주류 제외' } });
    await ask({ version: 1, refused: { version: 2, code: 'amounts_within_limits' } });
    expect(await list()).toMatchObject([
      { version: 1, wanted: { version: 2 }, refused: { version: 2, code: 'amounts_within_limits' } },
    ]);
    const kept = await shop.context.pool.query('select version from shop_windows order by version');
    expect(kept.rows.map(({ version }) => version)).toEqual([1, 2]);
    for (const statement of ["update shop_windows set description_ko = ''", 'delete from shop_windows'])
      await expect(shop.context.pool.query(statement)).rejects.toThrow('permission denied');
  });

  test('goes on after the version that the operator shows, even if this server has lost it', async () => {
    await ask({ version: 7 });
    expect((await publish(2)).body.code).toBe('changed_meanwhile');
    expect(await publish(7)).toMatchObject({ status: 201, body: { version: 8 } });
  });

  test('of two that are published at once, one is told', async () => {
    const both = await Promise.all([publish(8), publish(8, { usage_en: 'Not for tobacco' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('has a picture that was uploaded, and that the operator fetches', async () => {
    const picture_id = 'f'.repeat(64);
    expect((await publish(9, { picture_id })).body.code).toBe('picture_unknown');
    const { body } = await shop.call('POST', '/v1/office/pictures', { token: owner, body: { base64: PNG } });
    expect((await publish(9, { picture_id: String(body.picture_id) })).status).toBe(201);
    expect((await shop.peer('GET', `/v1/peer/window-pictures/${String(body.picture_id)}`)).body).toEqual({
      base64: PNG,
    });
    expect((await shop.peer('GET', `/v1/peer/window-pictures/${picture_id}`)).body.code).toBe(
      'picture_unknown',
    );
  });

  test.each([
    [{ amount_min_minor: 600_000 }, 'amounts_in_order'],
    [{ suggested_minor: [900] }, 'suggested_within_amounts'],
    [{ amount_max_minor: 500_001 }, 'amounts_within_limits'],
    [{ amount_min_minor: 999 }, 'amounts_within_limits'],
  ])('with %j is refused: %s', async (more, rule) => {
    expect(await publish(10, more)).toMatchObject({
      status: 422,
      body: { code: 'shop_terms_invalid', rule },
    });
  });

  test('is the owners’ to publish', async () => {
    for (const role of ['clerk', 'auditor'] as const)
      expect((await publish(10, {}, { token: await shop.staff(role) })).status).toBe(403);
  });

  test('can’t be out of order in the database either', async () => {
    const insert = (min: number, max: number, suggested: number[]) =>
      shop.context.pool.query(
        `insert into shop_windows (operator, shop_id, version, amount_min_minor, amount_max_minor, suggested_minor, published_at,
           published_by)
         select operator, shop_id, 99, $1, $2, $3, now(), published_by from shop_windows where version = 1`,
        [min, max, suggested],
      );
    await expect(insert(2, 1, [])).rejects.toThrow('amounts_in_order');
    await expect(insert(0, 1, [])).rejects.toThrow('amount_positive');
    await expect(insert(1, 2, [3])).rejects.toThrow('suggested_within_amounts');
  });
});
