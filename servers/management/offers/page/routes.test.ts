import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../../kit/clock.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newToken, tokenDigest } from '../../../../kit/tokens.ts';
import { anOffer, stateOf } from '../../../../test/builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../../test/builders/management.ts';
import { codeSentTo, notCode } from '../../../../test/builders/members.ts';
import { createManagementApp } from '../../app.ts';
import { expireOffers } from '../../orders/due-orders.ts';
import { cancelOrder } from '../../orders/end-order.ts';

const PIN = '739258';
let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  await sql`insert into voice_lines (line, seen_at) values ('sandbox', now())`.execute(management.context.db);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

type Gift = { orderId: string; path: string };

test('a gift to a typed name is accepted by the button that says whose it is', async () => {
  const { carriers } = management.context;
  const { lookUpName } = carriers;
  carriers.lookUpName = async () => ({ kind: 'no_look_up' });
  const { orderId, path } = await aGift({ phone: '+14155550123', name: 'John Smith' });
  carriers.lookUpName = lookUpName;
  const { text } = await open(`${path}/accept`);
  expect(text).toContain('J*** S**** 님 앞으로 온 선물이에요');
  const form = { key: randomUUID(), pin: PIN, pin_again: PIN };
  expect((await submit(`${path}/acceptance`, form)).status).toBe(422);
  const confirmed = { ...form, key: randomUUID(), name_confirmed: 'yes' };
  expect((await submit(`${path}/acceptance`, confirmed)).status).toBe(303);
  expect(await stateOf(management, orderId)).toBe('accepted');
});

async function aGift(...offer: Parameters<typeof anOffer> extends [unknown, ...infer Rest] ? Rest : never) {
  const orderId = await anOffer(management, ...offer);
  const token = newToken('offer', management.context.random);
  await sql`
    insert into offer_links (token_digest, order_id, created_at)
    values (${tokenDigest(token)}, ${orderId}, ${management.context.clock()})`.execute(management.context.db);
  return { orderId, path: `/g/${token}` };
}

async function open(path: string, headers: Record<string, string> = {}) {
  const reply = await app.inject({ method: 'GET', url: path, headers });
  return { status: reply.statusCode, headers: reply.headers, text: reply.body };
}

/** Sends a form of a page as a browser does that runs no script. */
async function submit(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) {
  const reply = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
  return {
    status: reply.statusCode,
    location: reply.headers.location,
    text: reply.body,
    headers: reply.headers,
  };
}

/** The hidden key that the server put into the form on a page. */
function keyOn(page: string): string {
  const key = /name="key" value="([^"]+)"/.exec(page)?.[1];
  if (key === undefined) throw new Error('The page has no form with a key.');
  return key;
}

async function accept({ path }: Gift, fields: Record<string, string> = {}) {
  const key = keyOn((await open(`${path}/accept`)).text);
  return submit(`${path}/acceptance`, { key, pin: PIN, pin_again: PIN, ...fields });
}

describe('without any script', () => {
  test('the recipient reads who sent what, accepts with a PIN, and sees how to use it', async () => {
    const gift = await aGift();
    const first = await open(gift.path);
    expect(first.status).toBe(200);
    for (const words of [
      '김하늘 님이 보냈어요',
      '하늘상점 상품권',
      '50,000원',
      '생일 축하해요',
      '까지 받을 수 있어요',
    ])
      expect(first.text).toContain(words);
    expect(first.text).toContain(`href="${gift.path}/accept"`);
    expect(await accept(gift)).toMatchObject({ status: 303, location: gift.path });
    expect(management.certificates.get(gift.orderId)).toMatchObject({ state: 'active', pin: PIN });
    const after = await open(gift.path);
    expect(after.text).toContain('선물을 받았어요');
    expect(after.text).toContain('하늘상점 모든 매장에서');
    expect(after.text).toContain(`href="${management.shop.party.base_url}/certificate?lang=ko"`);
    expect((await open(`${gift.path}/accept`)).text).toContain('선물을 받았어요');
  });

  test('the recipient refuses after one more question, with a word to the sender', async () => {
    const gift = await aGift();
    const asked = await open(`${gift.path}/refuse`);
    expect(asked.text).toContain('50,000원이 김하늘 님께 환불돼요');
    expect(await stateOf(management, gift.orderId)).toBe('offered');
    const word = '마음만\r\n받을게요';
    const refused = await submit(`${gift.path}/refusal`, { key: keyOn(asked.text), word });
    expect(refused).toMatchObject({ status: 303, location: gift.path });
    expect((await open(gift.path)).text).toContain('선물을 거절했어요');
    const kept = await sql<{ refusal_word: string | null }>`
      select refusal_word from orders where order_id = ${gift.orderId}`.execute(management.context.db);
    expect(kept.rows[0]?.refusal_word).toBe('마음만\n받을게요');
  });

  test('a word that is too long comes back, and nothing is refused', async () => {
    const gift = await aGift();
    const key = keyOn((await open(`${gift.path}/refuse`)).text);
    const word = '가'.repeat(201);
    const page = await submit(`${gift.path}/refusal`, { key, word });
    expect(page.status).toBe(422);
    expect(page.text).toContain('200자까지');
    expect(page.text).toContain(word);
    expect(await stateOf(management, gift.orderId)).toBe('offered');
  });

  test('who got it by mail proves a phone first, and everything but the PIN is kept when something is wrong', async () => {
    const gift = await aGift({ email: 'su@example.com', name: '남궁민수' });
    const phone = '010-7777-1234';
    const asked = await open(`${gift.path}/accept`);
    expect(asked.text).not.toContain('name="pin"');
    const ask = async (typed: string) =>
      submit(`${gift.path}/phone-code`, {
        key: keyOn((await open(`${gift.path}/phone`)).text),
        phone: typed,
        by: 'text',
      });
    for (const none of ['010-7777-12', '1588-0000']) {
      const bad = await ask(none);
      expect(bad.status).toBe(422);
      expect(bad.text).toMatch(new RegExp(`value="${none}"[^>]*aria-describedby="phone-hint phone-wrong"`));
    }
    expect(await ask(phone)).toMatchObject({ status: 303, location: `${gift.path}/accept` });
    expect((await open(`${gift.path}/accept`)).text).toContain(`${phone} 번호로 인증번호를 보냈어요`);
    const code = await codeSentTo(management, '+821077771234');
    const wrong = await accept(gift, { phone, code: notCode(code) });
    expect(wrong.text).toMatch(/id="code"[^>]*aria-invalid="true"/);
    const easy = await accept(gift, { phone, code, pin: '123456', pin_again: '123456' });
    expect(easy.text).toContain(`value="${code}"`);
    expect(easy.text).toMatch(/id="pin"[^>]*aria-invalid="true"/);
    expect(await accept(gift, { phone, code })).toMatchObject({ status: 303, location: gift.path });
    expect(management.certificates.get(gift.orderId)?.phone).toBe('+821077771234');
  });

  test('a code that has expired leads back to the number', async () => {
    const gift = await aGift({ email: 'su@example.com', name: '남궁민수' });
    const key = keyOn((await open(`${gift.path}/phone`)).text);
    await submit(`${gift.path}/phone-code`, { key, phone: '010-7777-4321', by: 'call' });
    const called = await open(`${gift.path}/accept`);
    expect(called.text).toContain('번호로 전화해서 인증번호를 알려 드릴게요');
    const code = await codeSentTo(management, '+821077774321');
    management.pass(10 * MINUTE_MS);
    const late = await submit(`${gift.path}/acceptance`, {
      key: keyOn(called.text),
      phone: '010-7777-4321',
      code,
      pin: PIN,
      pin_again: PIN,
    });
    expect(late.status).toBe(422);
    expect(late.text).toContain('인증번호가 만료됐어요');
    expect(late.text).toContain('value="010-7777-4321"');
  });
});

describe('a PIN that is not taken', () => {
  test.each([
    ['easy', '123456', '123456', 'pin', '연속된 숫자'],
    ['too short', '7392', '7392', 'pin', '자릿수'],
    ['empty', '', '', 'pin', '자릿수'],
    ['said differently the second time', '739258', '739259', 'pin', '서로 달라요'],
  ])('%s: is said beside its field, and is never sent back', async (_what, pin, pin_again, field, said) => {
    const gift = await aGift();
    const page = await accept(gift, { pin, pin_again });
    expect(page.status).toBe(422);
    expect(page.text).toMatch(new RegExp(`id="${field}-wrong">[^<]*${said}`));
    expect(page.text).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    for (const secret of [pin, pin_again].filter((text) => text !== '' && text !== '123456'))
      expect(page.text).not.toContain(secret);
    expect(page.text).not.toMatch(/type="password"[^>]*value=/);
    expect(await stateOf(management, gift.orderId)).toBe('offered');
    expect(await accept(gift)).toMatchObject({ status: 303 });
  });
});

describe('the same form', () => {
  test('sent twice is done once', async () => {
    const gift = await aGift();
    const fields = { key: keyOn((await open(`${gift.path}/accept`)).text), pin: PIN, pin_again: PIN };
    const both = await Promise.all([
      submit(`${gift.path}/acceptance`, fields),
      submit(`${gift.path}/acceptance`, fields),
    ]);
    // The one that finds the other at work says so, and looks again.
    for (const { status, headers } of both) expect(status === 303 || headers.refresh === '3').toBe(true);
    expect(await submit(`${gift.path}/acceptance`, fields)).toMatchObject({ status: 303 });
    expect(management.shop.asked(`${gift.orderId}/acceptance`)).toBe(1);
  });

  test('filled in otherwise after an answer asks to send again', async () => {
    const gift = await aGift();
    const key = keyOn((await open(`${gift.path}/accept`)).text);
    await submit(`${gift.path}/acceptance`, { key, pin: '123456', pin_again: '123456' });
    const page = await submit(`${gift.path}/acceptance`, { key, pin: PIN, pin_again: PIN });
    expect(page.text).toContain('다시 보내 주세요');
    expect(keyOn(page.text)).not.toBe(key);
    expect(await stateOf(management, gift.orderId)).toBe('offered');
  });
});

describe('every state', () => {
  test('being accepted: the page looks again by itself', async () => {
    const gift = await aGift();
    management.shop.goesWrong('/acceptance', { kind: 'not_reached' }, { kind: 'not_reached' });
    expect(await accept(gift)).toMatchObject({ status: 303 });
    const page = await open(gift.path);
    expect(page.text).toContain('잠시만 기다려 주세요');
    expect(page.headers.refresh).toBe('3');
  });

  test('cancelled', async () => {
    const gift = await aGift();
    await cancelOrder(management.context, gift.orderId, MEMBER_ID);
    expect((await open(gift.path)).text).toContain('선물이 취소됐어요');
    expect(await accept({ ...gift, path: gift.path }).catch(() => 'no form')).toBe('no form');
  });

  test('expired, also in the moment before the books say so', async () => {
    const gift = await aGift();
    const key = keyOn((await open(`${gift.path}/accept`)).text);
    management.pass(8 * DAY_MS);
    const late = await submit(`${gift.path}/acceptance`, { key, pin: PIN, pin_again: PIN });
    expect(late.status).toBe(422);
    expect(late.text).toContain('기한이 지나');
    await expireOffers(management.context);
    expect((await open(gift.path)).text).toContain('받을 수 있는 기한이 지났어요');
  });

  test('a link that is none is a page, too', async () => {
    const page = await open('/g/offer_none', { 'accept-language': 'en' });
    expect(page).toMatchObject({ status: 404 });
    expect(page.text).toContain('This link doesn’t work');
    const odd = await submit('/g/offer_none/refusal', { key: randomUUID(), word: '' });
    expect(odd.status).toBe(404);
    const incomplete = await submit('/g/offer_none/refusal', {});
    expect(incomplete).toMatchObject({ status: 400 });
    expect(incomplete.headers['content-type']).toContain('text/html');
  });
});
