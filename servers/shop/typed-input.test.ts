import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayIn, endOfDay } from '../../kit/calendar.ts';
import { addMs, DAY_MS } from '../../kit/clock.ts';
import { sql } from '../../kit/db/sql.ts';
import { date } from '../../kit/format/format.ts';
import { newId } from '../../kit/ids.ts';
import { sealProof } from '../../kit/sealed-pin.ts';
import { HolderBrowser } from '../../test/builders/holder-browser.ts';
import { WEB_SHOP_KEY } from '../../test/builders/shop-context.ts';
import { PIN, type Reply, TestShop, type TestTerminal } from '../../test/builders/shop-server.ts';
import { expireCertificates } from './certificates/expire-certificates.ts';

let shop: TestShop;
let terminal: TestTerminal;
let phone: string;
let nextPhone = 51_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  phone = `+8210${nextPhone++}`;
});

const codeOf = ({ body }: Reply) => String(body.code);
const spaced = `${PIN.slice(0, 3)} ${PIN.slice(3)}`;
const fullWidth = (digits: string) =>
  digits.replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

type Proof = { phone: string; pin: string };
const checkout = (proof: Proof) => ({
  ...proof,
  amount_minor: 1_000,
  currency: 'KRW',
  order_reference: newId(),
  locale: 'ko',
});
const onLine = async ({ phone: number, pin }: Proof) => {
  const proof_id = newId();
  const sealed_proof = await sealProof(shop.sealing, { proof_id, phone: number, pin });
  return shop.peer('POST', '/v1/peer/balance-inquiries', {
    proof_id,
    caller: 'a-caller-with-a-name',
    sealed_proof,
  });
};
/** Every door at which phone number and PIN open certificates. */
const DOORS: Readonly<Record<string, (proof: Proof) => Promise<Reply>>> = {
  till: (proof) => shop.call('POST', '/v1/verifications', { token: terminal.token, body: proof }),
  balances: (proof) => shop.call('POST', '/v1/balances', { body: proof }),
  'holder sessions': (proof) => shop.call('POST', '/v1/holder-sessions', { body: proof }),
  checkout: (proof) => shop.call('POST', '/v1/checkouts', { token: WEB_SHOP_KEY, body: checkout(proof) }),
  'phone line': onLine,
};
const doors = Object.entries(DOORS);
/** Where a PIN is typed as text; on the phone line it is keyed and sealed, digits only. */
const typedDoors = doors.filter(([door]) => door !== 'phone line');
const page = (fields: Proof) => new HolderBrowser(shop.app).logIn(fields);

describe('a PIN as people write it', () => {
  test.each(typedDoors)('opens its certificates: %s', async (_door, open) => {
    await shop.accepted(50_000, { phone });
    for (const pin of [spaced, `${PIN.slice(0, 3)}-${PIN.slice(3)}`, fullWidth(PIN), ` ${PIN}\r\n`])
      expect((await open({ phone: phone.replace('+82', '0'), pin })).status).toBeLessThan(300);
  });

  test.each(typedDoors)('that can’t be one is refused and is no attempt: %s', async (_door, open) => {
    await shop.accepted(50_000, { phone });
    const codes: string[] = [];
    for (const pin of [
      'ㅂㅈㄷㄱㅂㅈ',
      'abc',
      '4',
      '',
      '486215486215486215',
      'ㅂㅈㄷㄱㅂㅈ',
      'abc',
      '4',
      '1',
      '2',
    ])
      codes.push(codeOf(await open({ phone, pin })));
    const short = ['pin_wrong_length', 'pin_wrong_length', 'pin_wrong_length'];
    const once = ['pin_not_digits', 'pin_not_digits', ...short];
    expect(codes).toEqual([...once, ...once]);
    expect((await open({ phone, pin: PIN })).status).toBeLessThan(300);
  });

  test('is said beside its field on the page', async () => {
    await shop.accepted(50_000, { phone });
    const refused = await page({ phone, pin: 'ㅂㅈㄷㄱ' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('id="pin-wrong"')]);
    expect((await page({ phone, pin: spaced })).status).toBe(303);
  });
});

test('a number that can’t be a phone number is refused as such, and is no attempt', async () => {
  for (const [door, open] of doors)
    expect(codeOf(await open({ phone: '010-12', pin: PIN }))).toBe(
      door === 'phone line' ? 'pin_or_phone_wrong' : 'phone_number_invalid',
    );
});

describe('a certificate number', () => {
  const scan = (certificate_number: string) =>
    shop.call('POST', '/v1/verifications', { token: terminal.token, body: { certificate_number, pin: PIN } });

  test.each([
    ['in groups of four', (number: string) => number.replace(/(.{4})(?=.)/g, '$1 ')],
    ['with hyphens', (number: string) => number.replace(/(.{4})(?=.)/g, '$1-')],
    ['with what a scanner adds', (number: string) => `${number}\r\n`],
    ['in full-width digits', fullWidth],
  ])('%s is understood', async (_how, typed) => {
    const { number } = await shop.accepted(50_000, { phone });
    expect((await scan(typed(number))).status).toBe(201);
  });

  test.each(['', '1234', 'ABCD-1234-1234-1234', '1234123412341235'])(
    '%j is refused and is no attempt',
    async (typed) => {
      expect(await scan(typed)).toMatchObject({ status: 422, body: { code: 'certificate_number_invalid' } });
    },
  );
});

describe('a code as people write it', () => {
  const asked = async () => {
    await shop.accepted(50_000, { phone });
    const { body } = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
    const code = /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
    return { request_id: body.request_id, code };
  };
  const unlock = (body: object) => shop.call('POST', '/v1/unlocks', { body: { phone, ...body } });

  test.each([
    ['399 139', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['399-139', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
    ['３９９１３９', fullWidth],
  ])('%s is understood', async (_how, typed) => {
    const { code, request_id } = await asked();
    expect((await unlock({ request_id, code: typed(code) })).status).toBe(200);
  });

  test('that can’t be one is refused and is no guess', async () => {
    const { code, request_id } = await asked();
    for (const wrong of ['', '12345', '1234567', 'abcdef', '12-34', '１２'])
      expect(await unlock({ request_id, code: wrong })).toMatchObject({
        status: 422,
        body: { code: 'code_not_digits' },
      });
    expect((await unlock({ request_id, code })).status).toBe(200);
  });

  test('enrols a terminal in groups; anything else is no attempt', async () => {
    const enrol = (code: string) =>
      shop.call('POST', '/v1/terminals/enrolments', {
        body: { code, public_jwk: { kty: 'OKP', crv: 'Ed25519', x: 'x' } },
      });
    expect(codeOf(await enrol('12 34'))).toBe('code_not_digits');
    expect(codeOf(await enrol('12345 67890'))).toBe('enrolment_code_wrong');
  });
});

describe('an expired certificate', () => {
  /** Returns its last day, which is just over. */
  const expired = async (): Promise<string> => {
    const expires_at = endOfDay('Asia/Seoul', dayIn('Asia/Seoul', addMs(shop.now, 2 * DAY_MS)));
    await shop.accepted(50_000, { phone, expires_at });
    await passUntil(addMs(expires_at, -1));
    expect((await shop.verify(terminal, { phone })).status).toBe(201);
    await passUntil(expires_at);
    return dayIn('Asia/Seoul', expires_at);
  };
  const passUntil = async (at: Date) => {
    shop.passTime(at.getTime() - shop.now.getTime());
    terminal = await shop.terminal();
  };

  test.each(doors)('says to its PIN on which day, and counts no attempt: %s', async (_door, open) => {
    const expired_on = await expired();
    for (let n = 0; n < 8; n++) {
      if (n === 4) await expireCertificates(shop.context);
      expect((await open({ phone, pin: PIN })).body).toMatchObject({
        code: 'certificate_expired',
        expired_on,
      });
    }
    expect(codeOf(await open({ phone, pin: '000002' }))).toBe('pin_or_phone_wrong');
  });

  test('says so on the page, with the date', async () => {
    const day = await expired();
    const refused = await page({ phone, pin: PIN });
    expect([refused.status, refused.text]).toEqual([
      422,
      expect.stringContaining(`${date(day, 'ko')}까지 쓸 수 있었어요.`),
    ]);
  });

  test('does not keep others of the same phone and PIN from opening', async () => {
    await expired();
    const valid = await shop.accepted(20_000, { phone });
    const { status, body } = await shop.verify(terminal, { phone });
    expect([status, body.certificates]).toEqual([
      201,
      [expect.objectContaining({ certificate_id: valid.certificate_id })],
    ]);
  });
});
