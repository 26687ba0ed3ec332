import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeList } from '../../../kit/http/store-list.ts';
import { newId } from '../../../kit/ids.ts';
import { words } from '../../../kit/words/index.ts';
import { PIN, TestShop } from '../../../test/builders/shop-server.ts';
import { readOnlineStore } from './stores.ts';

const PHONE = '+821044445555';
const DETAILS = {
  district: '서울 종로구',
  address: '서울 종로구 종로 21',
  opening_hours: '매일 10:00–21:00',
  phone: '02-700-1234',
};
let shop: TestShop;
let owner: string;
beforeAll(async () => {
  shop = await TestShop.open();
  owner = await shop.staff('owner');
});
afterAll(() => shop.close());

const add = (body: object) => shop.call('POST', '/v1/office/stores', { token: owner, body });
const change = (store_id: unknown, body: object, token = owner) =>
  shop.call('PUT', `/v1/office/stores/${String(store_id)}`, { token, body });
const told = async (locale = 'ko') =>
  (await shop.peer('GET', `/v1/peer/stores?locale=${locale}`)).body.stores;

test('callers are told of each store what the office entered, in their language, and of no online shop', async () => {
  await readOnlineStore(shop.context);
  const { body: plain } = await add({ name_ko: '하늘상점 부산점', name_en: 'Haneul Busan' });
  const { body: full } = await add({ name_ko: '하늘상점 종로점', name_en: 'Haneul Jongno', ...DETAILS });
  expect(full).toMatchObject({ ...DETAILS, phone: '+8227001234' });
  expect(await told('en')).toEqual([
    { store_id: plain.store_id, name: 'Haneul Busan' },
    { store_id: full.store_id, name: 'Haneul Jongno', ...DETAILS, phone: '+8227001234' },
  ]);
  const closed = { ...DETAILS, opening_hours: '평일 10:00–20:00', phone: null };
  expect(await change(full.store_id, closed)).toMatchObject({ status: 200, body: closed });
  const { phone: _none, ...rest } = closed;
  expect(await told()).toContainEqual({ store_id: full.store_id, name: '하늘상점 종로점', ...rest });
});

test('who reads English is told it in English, where the office entered that; a change without it leaves it', async () => {
  const english = {
    district_en: 'Jung-gu, Seoul',
    address_en: '1 Sejong-daero, Seoul',
    opening_hours_en: 'Daily 10–21',
  };
  const { body: store } = await add({ name_ko: '시청점', name_en: 'City Hall', ...DETAILS, ...english });
  expect(store).toMatchObject(english);
  expect(await change(store.store_id, { ...DETAILS, opening_hours_en: null })).toMatchObject({
    status: 200,
    body: { ...english, opening_hours_en: null },
  });
  const { store_id } = store;
  const { district_en: district, address_en: address } = english;
  const phone = '+8227001234';
  const { opening_hours } = DETAILS;
  expect(await told('en')).toContainEqual({
    store_id,
    name: 'City Hall',
    district,
    address,
    opening_hours,
    phone,
  });
  expect(await told()).toContainEqual({ store_id, name: '시청점', ...DETAILS, phone });
});

test('a map that the shop chose is told to who asks for maps, and is where people are led', async () => {
  const map_url = 'https://map.kakao.com/link/map/1234?q=하늘&b=1';
  const { body: store } = await add({ name_ko: '지도점', name_en: 'Map', map_url });
  const { store_id } = store;
  const asked = (await shop.peer('GET', '/v1/peer/stores?locale=en&with=maps')).body.stores;
  expect(asked).toContainEqual({ store_id, name: 'Map', map_url });
  expect(await told('en')).toContainEqual({ store_id, name: 'Map' });
  expect(storeList(words('en'), [{ name: 'Map', map_url }]).text).toContain(
    'href="https://map.kakao.com/link/map/1234?q=하늘&amp;b=1"',
  );
  expect((await change(store_id, DETAILS)).body.map_url).toBe(map_url);
  expect((await change(store_id, { ...DETAILS, map_url: null })).body.map_url).toBeNull();
  for (const wrong of ['http://map.example', 'javascript:alert(1)', 'https://a b', 'https://"onclick'])
    expect((await change(store_id, { ...DETAILS, map_url: wrong })).status).toBe(400);
});

test('holders see it on their page and in the API', async () => {
  const { certificate_id } = await shop.accepted(10_000, { phone: PHONE });
  await add({ name_ko: '하늘상점 대전점', name_en: 'Haneul Daejeon', ...DETAILS });
  const opened = await shop.call('POST', '/v1/holder-sessions', { body: { phone: PHONE, pin: PIN } });
  const token = String(opened.body.session_token);
  const { body } = await shop.call('GET', '/v1/holder/certificates', { token });
  expect(body.stores).toContainEqual(
    expect.objectContaining({ name_ko: '하늘상점 대전점', opening_hours: DETAILS.opening_hours }),
  );
  const page = await shop.app.inject({
    method: 'GET',
    url: `/certificate/${certificate_id}`,
    headers: { cookie: `holder=${token}; lang=ko` },
  });
  expect(page.body).toContain('<span>서울 종로구 종로 21 <a href="https://map.naver.com/p/search/');
  expect(page.body).toContain('매일 10:00–21:00');
  expect(page.body).toContain('<a href="tel:+8227001234">02-700-1234</a>');
});

test('refusals: a phone number that there is none of, an unknown store, and who may not', async () => {
  const none = { ...DETAILS, phone: '02-1' };
  expect((await add({ name_ko: '가', name_en: 'A', ...none })).body.code).toBe('phone_number_invalid');
  const { body: store } = await add({ name_ko: '나', name_en: 'B' });
  expect((await change(store.store_id, none)).body.code).toBe('phone_number_invalid');
  expect((await change(newId(), DETAILS)).body.code).toBe('store_not_found');
  expect((await change(store.store_id, DETAILS, await shop.staff('auditor'))).status).toBe(403);
  const { address: _missing, ...incomplete } = DETAILS;
  expect((await change(store.store_id, incomplete)).status).toBe(400);
});
