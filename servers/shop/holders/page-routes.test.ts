import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { holderCode } from '../../../test/builders/hand-overs.ts';
import { HolderBrowser } from '../../../test/builders/holder-browser.ts';
import { callsTo } from '../../../test/builders/shop-messages.ts';
import { PHONE, PIN, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let terminal: TestTerminal;
let nextPhone = 33_334_445;
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());

let browser: HolderBrowser;
/** A new number for each test, since some try out PINs. */
let phone: string;
beforeEach(() => {
  browser = new HolderBrowser(shop.app);
  phone = `+8210${nextPhone++}`;
});

describe('the holder of a certificate', () => {
  test('logs in by phone number and PIN and sees balance and history', async () => {
    const certificate = await shop.accepted(50_000, { phone });
    const token = await shop.opened(terminal, { phone });
    const { certificate_id } = certificate;
    const used = await shop.redeem(terminal, token, [{ certificate_id, amount_minor: 12_000 }]);
    expect(used.status).toBe(201);
    expect((await browser.open('/certificate')).text).toContain('하늘상점 상품권 보기');
    const opened = await browser.logIn({ phone: phone.replace('+82', '0') });
    expect(opened).toMatchObject({ status: 303, location: '/certificate' });
    const list = await browser.open('/certificate');
    for (const words of ['38,000원', '받은 금액 50,000원', '김*늘 님이 보낸 선물', '까지 쓸 수 있어요'])
      expect(list.text).toContain(words);
    const one = await browser.open(`/certificate/${certificate_id}`);
    for (const words of ['38,000원', '쓸 수 있는 곳', '종로점', '−12,000원', '+50,000원', '선물 받음'])
      expect(one.text).toContain(words);
    for (const { text } of [list, one]) expect(text).not.toContain(certificate.number);
  });

  test('sees the barcode and QR code only on request', async () => {
    const { certificate_id, number } = await shop.accepted(50_000, { phone });
    await browser.logIn({ phone });
    const page = await browser.open(`/certificate/${certificate_id}/code`);
    expect(page.text.match(/<svg/g)).toHaveLength(2);
    expect(page.text).toContain(number.replace(/(.{4})(?=.)/g, '$1 '));
    expect(page.text).not.toMatch(/ style="|<style[^>]*>[^<]*<\/style>.*<style/);
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('must log in again after a few minutes, and can log out before', async () => {
    const { certificate_id } = await shop.accepted(50_000, { phone });
    await browser.logIn({ phone });
    await browser.submit('/certificate/end', {});
    expect((await browser.open(`/certificate/${certificate_id}/code`)).text).not.toContain('<svg');
    await browser.logIn({ phone });
    shop.passTime(6 * MINUTE_MS);
    const late = await browser.open(`/certificate/${certificate_id}/code`);
    expect(late.status).toBe(422);
    expect(late.text).toContain('안전을 위해');
    expect(late.text).not.toContain('<svg');
  });

  test("can't see anyone else's, whatever the URL or cookie", async () => {
    const others = await shop.accepted(50_000);
    await shop.accepted(10_000, { phone });
    await browser.logIn({ phone });
    for (const path of [
      `/certificate/${others.certificate_id}`,
      `/certificate/${others.certificate_id}/code`,
    ])
      expect(await browser.open(path)).toMatchObject({ status: 303, location: '/certificate' });
    const terminals = await shop.opened(terminal);
    const forged = await new HolderBrowser(shop.app).open('/certificate', { cookie: `holder=${terminals}` });
    expect(forged.text).toContain('안전을 위해');
  });
});

describe('phone number and PIN', () => {
  test('that are wrong get an error that does not say which, and the number is kept', async () => {
    await shop.accepted(50_000, { phone });
    const wrong = await browser.logIn({ phone, pin: '825064' });
    const nobody = await browser.logIn({ phone: '010-9090-1234', pin: '825064' });
    expect(wrong.status).toBe(422);
    expect(wrong.text.replaceAll(phone, 'N')).toBe(nobody.text.replaceAll('010-9090-1234', 'N'));
    expect(wrong.text).toContain(`value="${phone}"`);
    expect(wrong.text).not.toContain('825064');
    expect(wrong.set).toEqual([]);
  });

  test('set a cookie that no script and no other site can read', async () => {
    await shop.accepted(50_000, { phone });
    const { set } = await browser.logIn({ phone });
    expect(set).toEqual([
      expect.stringMatching(/^known=[\w.-]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(
        /^holder=opened_[\w-]+; Max-Age=300; Path=\/certificate; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  test('from another site are rejected', async () => {
    await shop.accepted(50_000, { phone });
    const stolen = await browser.submit('/certificate/session', { phone, pin: PIN }, 'cross-site');
    expect(stolen).toMatchObject({ status: 403, set: [] });
    expect(stolen.headers['content-type']).toContain('text/html');
  });
});

const requestIdIn = (text: string) => /name="request_id" value="([^"]+)"/.exec(text)?.[1] ?? '';

describe('a PIN that strangers guess at', () => {
  test('opens with a code to the phone in a browser that never opened it', async () => {
    await shop.accepted(50_000, { phone });
    for (let time = 0; time < 4; time++) await browser.logIn({ phone, pin: `82506${time}` });
    const asked = await browser.logIn({ phone });
    expect(asked).toMatchObject({ status: 422 });
    expect(asked.text).toContain('본인 전화인지 확인할게요');
    const sent = await browser.submit('/certificate/opening-code', { phone, by: 'text' });
    const fields = { phone, request_id: requestIdIn(sent.text), sent_by: 'text' };
    const [code = ''] = /\d{6}/.exec(await shop.lastText(phone)) ?? [];
    const other = code === '000000' ? '000001' : '000000';
    const wrong = await browser.submit('/certificate/session', { ...fields, pin: PIN, code: other });
    expect(wrong.text).toMatch(/id="code-wrong">/);
    expect(await browser.submit('/certificate/session', { ...fields, pin: PIN, code })).toMatchObject({
      status: 303,
    });
  });
});

describe('a forgotten PIN', () => {
  test('is replaced with a code to the phone', async () => {
    await shop.accepted(50_000, { phone });
    const asked = await browser.submit('/certificate/forgotten', { phone });
    expect(asked.status).toBe(200);
    const [code = ''] = /\d{6}/.exec(await shop.lastText(phone)) ?? [];
    const request_id = requestIdIn(asked.text);
    const fields = { phone, request_id, sent_by: 'text', code, pin: '825064', pin_again: '825064' };
    const differs = await browser.submit('/certificate/new-pin', { ...fields, pin_again: '825065' });
    expect(differs.text).toMatch(/id="pin-wrong">[^<]*서로 달라요/);
    const easy = await browser.submit('/certificate/new-pin', {
      ...fields,
      pin: '111111',
      pin_again: '111111',
    });
    expect(easy.text).toMatch(/id="pin-wrong">[^<]*반복되는/);
    const other = code === '000000' ? '000001' : '000000';
    const wrong = await browser.submit('/certificate/new-pin', { ...fields, code: other });
    expect(wrong.text).toMatch(/id="code-wrong">/);
    expect(wrong.text).not.toContain('825064');
    expect((await browser.submit('/certificate/new-pin', fields)).text).toContain('비밀번호를 바꿨어요');
    expect(await browser.logIn({ phone, pin: '825064' })).toMatchObject({ status: 303 });
  });

  test('is replaced with a code told by a call, which the pages say', async () => {
    const landline = '02-2345-6789';
    await shop.accepted(50_000, { phone: '+82223456789' });
    expect((await browser.open('/certificate/forgotten')).text).toContain('전화로 받기');
    const texted = await browser.submit('/certificate/forgotten', { phone });
    expect(texted.text).toMatch(/인증번호를 보내 드려요[\s\S]*전화로 받기/);
    let request_id = '';
    for (const asked of [{ phone, by: 'call' }, { phone: landline }]) {
      const called = await browser.submit('/certificate/forgotten', asked);
      request_id = requestIdIn(called.text);
      expect(called.text).toContain('지금 전화해서 인증번호를 알려 드려요');
      expect(called.text).not.toContain('전화로 받기');
    }
    const [{ code } = { code: '' }] = await callsTo(shop.context, '+82223456789');
    const fields = { phone: landline, request_id, sent_by: 'call', code: String(code), pin: '825064' };
    const differs = await browser.submit('/certificate/new-pin', { ...fields, pin_again: '825065' });
    expect(differs.text).toContain('지금 전화해서 인증번호를 알려 드려요');
    const saved = await browser.submit('/certificate/new-pin', { ...fields, pin_again: '825064' });
    expect(saved.text).toContain('비밀번호를 바꿨어요');
  });

  test('of an unknown number gets the same page', async () => {
    await shop.accepted(50_000, { phone });
    const known = await browser.submit('/certificate/forgotten', { phone });
    const nobody = await browser.submit('/certificate/forgotten', { phone: '010-9090-1235' });
    const shown = (text: string, number: string) =>
      text.replaceAll(number, 'N').replace(requestIdIn(text), 'R');
    expect(shown(known.text, phone)).toBe(shown(nobody.text, '010-9090-1235'));
    const none = await browser.submit('/certificate/forgotten', { phone: '12"><script>' });
    expect(none.status).toBe(422);
    expect(none.text).toMatch(/value="12&quot;&gt;&lt;script&gt;"[^>]*aria-invalid="true"/);
  });
});

describe('the page', () => {
  test('is in English if the browser asks for it, or once it is chosen', async () => {
    expect((await browser.open('/certificate', { 'accept-language': 'en' })).text).toContain(
      '<html lang="en">',
    );
    const chosen = await browser.open('/certificate?lang=en');
    expect(chosen).toMatchObject({ status: 303, location: '/certificate' });
    const page = await browser.open('/certificate', { 'accept-language': 'ko' });
    expect(page.text).toContain('View your Haneul Store gift certificate');
    await shop.accepted(50_000, { phone });
    await browser.logIn({ phone });
    const list = await browser.open('/certificate');
    for (const words of ['₩50,000', 'Balance', 'Valid until']) expect(list.text).toContain(words);
  });

  test('has a policy that permits only itself and its forms', async () => {
    const { headers, text } = await browser.open('/certificate');
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(rule);
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/ style="| on[a-z]+="/);
    expect(text).not.toContain(PHONE);
  });
});

describe('a holder', () => {
  const keyOf = (text: string) => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';

  test('extends it by three months, once per form', async () => {
    const { certificate_id } = await shop.accepted(50_000, { phone });
    await browser.logIn({ phone });
    const path = `/certificate/${certificate_id}`;
    const expiryOf = (text: string) => /(\d+년 \d+월 \d+일)까지/.exec(text)?.[1];
    const before = await browser.open(path);
    const key = keyOf(before.text);
    for (const _twice of [1, 2])
      expect(await browser.submit(`${path}/extension`, { key })).toMatchObject({
        status: 303,
        location: path,
      });
    const after = await browser.open(path);
    expect(after.text).toContain('유효기간 연장');
    expect(expiryOf(after.text)).not.toBe(expiryOf(before.text));
    expect(after.text.match(/유효기간 연장/g)).toHaveLength(1);
  });

  /** The holder enters the code that their own phone was told. */
  const confirm = async (path: string, page: string, to: string) =>
    browser.submit(`${path}/confirmation`, {
      key: keyOf(page),
      phone: to,
      code: await holderCode(shop, phone),
      by: 'text',
    });

  test('hands it over to another phone, which accepts it with the code and a new PIN', async () => {
    const { certificate_id } = await shop.accepted(50_000, { phone });
    await browser.logIn({ phone });
    const path = `/certificate/${certificate_id}/hand-over`;
    const form = await browser.open(path);
    expect(form.text).toContain('50,000원을 모두 양도해요');
    const wrong = await browser.submit(path, { key: keyOf(form.text), phone: '02-123' });
    expect(wrong).toMatchObject({ status: 422 });
    expect(wrong.text).toContain('value="02-123"');
    const to = `010${nextPhone++}`;
    const asked = await browser.submit(path, { key: keyOf(wrong.text), phone: to });
    expect(asked.text).toContain('내 전화로 받은 인증번호를 입력해 주세요');
    const guess = { key: keyOf(asked.text), phone: to, code: '000000' };
    const missed = await browser.submit(`${path}/confirmation`, guess);
    expect(missed).toMatchObject({ status: 422 });
    expect(missed.text).toMatch(/id="code"[^>]*aria-invalid="true"/);
    expect(await shop.lastText(`+82${to.slice(1)}`)).toBe('');
    const begun = await confirm(path, missed.text, to);
    expect(begun).toMatchObject({ status: 200 });
    expect(begun.text).toContain(to);

    const text = await shop.lastText(`+82${to.slice(1)}`);
    expect(text).toContain('/certificate/taking');
    const code = /인증번호 (\d{6})/.exec(text)?.[1] ?? '';
    const other = new HolderBrowser(shop.app);
    const taking = await other.open('/certificate/taking');
    const typed = { phone: to, code, name: '박서연', pin: '481620', pin_again: '481620' };
    const differs = await other.submit('/certificate/taking', {
      ...typed,
      key: keyOf(taking.text),
      pin_again: '481621',
    });
    expect(differs).toMatchObject({ status: 422 });
    const taken = await other.submit('/certificate/taking', { ...typed, key: keyOf(differs.text) });
    expect([taken.status, taken.text]).toEqual([200, expect.stringContaining('상품권을 받았어요')]);
    expect(await other.logIn({ phone: to, pin: '481620' })).toMatchObject({ status: 303 });
    expect((await other.open(`/certificate/${certificate_id}`)).text).toContain('50,000원');
    expect((await browser.open(`/certificate/${certificate_id}`)).text).toContain(
      '비밀번호를 다시 입력해 주세요',
    );
  });

  test('hands it over to a phone that is told the code by a call', async () => {
    const { certificate_id } = await shop.accepted(50_000, { phone });
    await browser.logIn({ phone });
    const path = `/certificate/${certificate_id}/hand-over`;
    const form = await browser.open(path);
    const to = { phone: '031-234-5678', by: 'text' };
    const asked = await browser.submit(path, { key: keyOf(form.text), ...to });
    expect(asked.text).toContain('전화로 알려 드리기');
    const begun = await confirm(path, asked.text, to.phone);
    expect(begun.text).toContain('받는 분께 전화하고 있어요');
    const calls = await callsTo(shop.context, '+82312345678');
    expect(calls).toMatchObject([{ kind: 'recipient.hand_over', left: { amount_minor: 50_000 } }]);
  });

  test('withdraws a hand-over before it is accepted', async () => {
    const { certificate_id } = await shop.accepted(50_000, { phone });
    await browser.logIn({ phone });
    const path = `/certificate/${certificate_id}/hand-over`;
    const to = `010${nextPhone++}`;
    const asked = await browser.submit(path, { key: keyOf((await browser.open(path)).text), phone: to });
    const begun = await confirm(path, asked.text, to);
    const key = keyOf(begun.text);
    expect(await browser.submit(`${path}/withdrawal`, { key })).toMatchObject({ status: 303 });
    const code = /인증번호 (\d{6})/.exec(await shop.lastText(`+82${to.slice(1)}`))?.[1] ?? '';
    const other = new HolderBrowser(shop.app);
    const fields = { phone: to, code, name: '박서연', pin: '481620', pin_again: '481620' };
    const late = await other.submit('/certificate/taking', {
      ...fields,
      key: keyOf((await other.open('/certificate/taking')).text),
    });
    expect(late).toMatchObject({ status: 422 });
    expect(late.text).toContain('이 번호로 양도된 상품권이 없거나');
  });
});
