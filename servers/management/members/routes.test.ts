import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import {
  aLineOf,
  aMemberOf,
  aRegistration,
  codeSentTo,
  notCode,
  PASSWORD,
} from '../../../test/builders/members.ts';
import { everythingIn } from '../../../test/system/everything-stored.ts';
import { createManagementApp } from '../app.ts';
import { managementLimits } from '../context.ts';
import { countStrangerCodes } from './verification-codes.ts';

let management: TestManagement;
let app: App;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

const anybody = (method: 'GET' | 'POST', url: string, body?: object, key?: string) =>
  aDoor(app)(method, url, body, key);
const refused = (status: number, code: string) => ({ status, body: { code } });
const register = (input: object, key?: string) => anybody('POST', '/v1/members', input, key);
const verify = (memberId: unknown, channel: string, code: string) =>
  anybody('POST', `/v1/members/${memberId}/verifications`, { channel, code });
const logIn = (credentials: object) => anybody('POST', '/v1/sessions', credentials);

describe('a registration', () => {
  // In the order of precedence: each row breaks its own rule and those below it.
  const weak = { password: 'password123', phone_pin: '111111' };
  test.each([
    [{ mobile: '12-34', email: 'nobody@', ...weak }, 422, 'phone_number_invalid'],
    [{ email: 'nobody@', ...weak }, 422, 'email_invalid'],
    [weak, 422, 'password_too_weak'],
    [{ mobile: '+881612345678', ...weak }, 422, 'phone_number_invalid'],
    [{ email: '김하늘@example.com', ...weak }, 422, 'email_invalid'],
    [{ phone_pin: '12345' }, 422, 'pin_wrong_length'],
    [{ phone_pin: '111111' }, 422, 'pin_repeated'],
    [{ member_number: '2985091195' }, 400, 'validation_failed'],
    [{ name: '' }, 422, 'name_invalid'],
    [{ name: '\t ', mobile: '12-34', ...weak }, 422, 'name_invalid'],
    [{ name: '국제발신\n계좌정지 http://evil.example/x 확인' }, 422, 'name_invalid'],
    [{ name: '\u202eмэ' }, 422, 'name_invalid'],
    [{ name: 'A\u0007B' }, 422, 'name_invalid'],
  ])('with %j is refused: %i %s', async (wrong, status, code) => {
    const input = aRegistration(wrong);
    expect(await register(input)).toMatchObject(refused(status, code));
    const kept = await sql`select 1 from members where email = ${input.email}`.execute(management.context.db);
    expect(kept.rows).toHaveLength(0);
  });

  test('under the same key is one, and its member number comes with the second proof', async () => {
    const [input, key] = [aRegistration(), randomUUID()];
    const begun = await register(input, key);
    expect(begun).toMatchObject({ status: 202, body: { codes_sent_to: ['sms', 'email'] } });
    expect((await register(input, key)).text).toBe(begun.text);
    expect(await register({ ...input, password: 'another one entirely' }, key)).toMatchObject(
      refused(422, 'idempotency_key_reused'),
    );
    const { member_id } = begun.body;
    // Who has proven nothing does not log in.
    expect(await logIn({ email: input.email, password: PASSWORD })).toMatchObject(
      refused(401, 'credentials_wrong'),
    );
    const first = await verify(member_id, 'sms', await codeSentTo(management, input.mobile));
    expect(first).toMatchObject({ status: 200, body: { verified: ['sms'] } });
    expect(first.body).not.toHaveProperty('member_number');
    const second = await verify(member_id, 'email', await codeSentTo(management, input.email));
    expect(second.body.member_number).toMatch(/^[0-9]{10}$/);
  });

  test('is proven within five attempts and ten minutes, by the code of its own channel', async () => {
    const input = aRegistration();
    const { member_id } = (await register(input)).body;
    const [sms, email] = [
      await codeSentTo(management, input.mobile),
      await codeSentTo(management, input.email),
    ];
    const wrong = refused(422, 'verification_code_wrong');
    expect(await verify(newId(), 'sms', sms)).toMatchObject(wrong);
    for (let time = 0; time < 5; time++)
      expect(await verify(member_id, 'sms', notCode(sms))).toMatchObject(wrong);
    expect(await verify(member_id, 'sms', sms)).toMatchObject(wrong);
    management.pass(11 * MINUTE_MS);
    expect(await verify(member_id, 'email', email)).toMatchObject(refused(410, 'verification_code_expired'));
  });

  test('is proven by its code in any groups, and what can’t be a code is no attempt', async () => {
    const input = aRegistration();
    const { member_id } = (await register(input)).body;
    const sms = await codeSentTo(management, input.mobile);
    const email = await codeSentTo(management, input.email);
    for (const typed of ['', 'abc', sms.slice(1), `${sms}0`, 'ㅂㅈㄷㄱㅁㄴ', '1'])
      expect(await verify(member_id, 'sms', typed)).toMatchObject(refused(422, 'code_not_digits'));
    const halves = [sms.slice(0, 3), sms.slice(3)];
    expect(await verify(member_id, 'sms', halves.join(' '))).toMatchObject({ status: 200 });
    const wide = [...email].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect(await verify(member_id, 'email', wide)).toMatchObject({ status: 200 });
  });

  test('of one address in upper and lower case is proven by one of two people', async () => {
    const one = aRegistration();
    const [name = '', domain = ''] = one.email.split('@');
    const codes: string[] = [];
    const people = [one, aRegistration({ email: `${name.toUpperCase()}@${domain}` })];
    for (const input of people) {
      const { member_id } = (await register(input)).body;
      await verify(member_id, 'sms', await codeSentTo(management, input.mobile));
      const proven = await verify(member_id, 'email', await codeSentTo(management, input.email));
      codes.push(String(proven.body.code ?? proven.status));
    }
    expect(codes).toEqual(['200', 'member_exists']);
  });

  test('of one number by two people is proven by one of them, also at once', async () => {
    const [one, other] = [aRegistration(), aRegistration()];
    const people = [];
    for (const input of [one, { ...other, mobile: one.mobile }]) {
      const { member_id } = (await register(input)).body;
      const sms = await codeSentTo(management, one.mobile);
      const email = await codeSentTo(management, input.email);
      expect(await verify(member_id, 'email', email)).toMatchObject({ status: 200 });
      people.push({ member_id, sms });
    }
    const both = await Promise.all(people.map(({ member_id, sms }) => verify(member_id, 'sms', sms)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('member_exists');
  });
});

describe('registrations by strangers', () => {
  const queued = (address: string) =>
    sql`select 1 from messages where address = ${address}`.execute(management.context.db);
  const from = (remoteAddress: string, input: object) =>
    app.inject({
      method: 'POST',
      url: '/v1/members',
      remoteAddress,
      headers: { 'idempotency-key': randomUUID() },
      payload: input,
    });

  test('text one phone, and mail one address, only so often, whoever asks', async () => {
    const { mobile, email } = aRegistration();
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push(await from(`192.0.2.${n}`, aRegistration({ mobile })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([
      ...Array(5).fill(202),
      ...Array(7).fill(429),
    ]);
    expect((await queued(mobile)).rows).toHaveLength(5);
    for (let n = 0; n < 8; n++) await from(`192.0.2.${n}`, aRegistration({ email }));
    expect((await queued(email)).rows).toHaveLength(5);
    const rows = await sql`select 1 from members where mobile = ${mobile} or email = ${email}`.execute(
      management.context.db,
    );
    expect(rows.rows).toHaveLength(10);
  });

  test('from one address are only so many, and others still register', async () => {
    const answers = [];
    for (let n = 0; n < 33; n++) answers.push(await from(`2001:db8::${n}`, aRegistration()));
    expect(answers.filter(({ statusCode }) => statusCode === 202)).toHaveLength(30);
    expect(answers.at(-1)?.json()).toMatchObject({ code: 'rate_limited' });
    expect((await from('2001:db8:1::1', aRegistration())).statusCode).toBe(202);
  });

  test.each(['+870776712345', '+5359474111'])('with the mobile %s are refused', async (mobile) => {
    const answer = await from('192.0.2.99', aRegistration({ mobile }));
    expect(answer.json()).toMatchObject({
      code: expect.stringMatching(/country_not_served|phone_number_invalid/),
    });
    expect((await queued(mobile)).rows).toHaveLength(0);
  });

  test('cost no more texts than the server’s budget, and somebody is told', async () => {
    const { context } = management;
    const told: object[] = [];
    const strangers = {
      limits: {
        ...context.limits,
        strangerCodesByServer: managementLimits({
          ...context,
          settings: { ...context.settings, strangerCodesPerHour: 1 },
        }).strangerCodesByServer,
      },
      log: { ...context.log, error: (what: object) => told.push(what) },
    };
    const other = await countStrangerCodes(strangers as unknown as typeof context, {
      mobile: '+821077770001',
    });
    expect(other).toMatchObject({ ok: false, code: 'rate_limited' });
    expect(told).toEqual([{ limit: 'stranger_codes_by_server' }]);
  });
});

describe('a payment method', () => {
  const METHODS = '/v1/payment-methods';
  const aCard = (payer: string) => {
    const payment_method_id = `pm_${newId().replaceAll('-', '')}`;
    const card = { payment_method_id, payer_reference: payer, brand: 'visa', last4: '4242' };
    management.cards.set(payment_method_id, { ...card, expiry_month: 12, expiry_year: 2090 });
    return payment_method_id;
  };

  test('is kept after settlement said whose it is, once, and forgotten when its owner says so', async () => {
    const { door, member_id } = await aMemberOf(management, app);
    const { status, body } = await door('POST', '/v1/payment-method-setups');
    expect(status).toBe(201);
    expect(String(body.card_entry_url)).toMatch(/^http/);
    expect(await everythingIn(management.ownerUrl)).not.toContain(body.card_entry_url);
    const payment_method_id = aCard(member_id);
    const key = randomUUID();
    const kept = await door('POST', METHODS, { payment_method_id }, key);
    expect(kept).toMatchObject({ status: 201, body: { masked_number: '**** **** **** 4242' } });
    expect((await door('POST', METHODS, { payment_method_id }, key)).text).toBe(kept.text);
    await Promise.all([1, 2].map(() => door('POST', METHODS, { payment_method_id })));
    expect((await door('GET', METHODS)).body.payment_methods).toHaveLength(1);
    const gone = { status: 200, body: { payment_method_id } };
    expect(await door('DELETE', `${METHODS}/${payment_method_id}`)).toMatchObject(gone);
    expect(await door('DELETE', `${METHODS}/${payment_method_id}`)).toMatchObject(gone);
    expect((await door('GET', METHODS)).body.payment_methods).toEqual([]);
    const order = { shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW', payment_method_id };
    expect(await door('POST', '/v1/orders', order)).toMatchObject(refused(404, 'payment_method_not_found'));
    expect(await door('POST', METHODS, { payment_method_id })).toMatchObject({ status: 201 });
    expect((await door('GET', METHODS)).body.payment_methods).toHaveLength(1);
  });

  test('says that it is charged only at capture, and nothing that its acquirer doesn’t tell', async () => {
    const { door, member_id } = await aMemberOf(management, app);
    const payment_method_id = `pm_${newId().replaceAll('-', '')}`;
    const card = { payment_method_id, payer_reference: member_id, brand: '신한카드', last4: '123*' };
    management.cards.set(payment_method_id, { ...card, charged_at_capture: true });
    const kept = await door('POST', METHODS, { payment_method_id });
    expect(kept.body).toEqual({
      ...{ payment_method_id, brand: '신한카드', masked_number: '**** **** **** 123*' },
      ...{ charged_at_capture: true, settlement: 'settlement' },
    });
    expect((await door('GET', METHODS)).body.payment_methods).toMatchObject([kept.body]);
  });

  test.each<[string, 'terminal' | 'phone', string, string, boolean | undefined]>([
    ['a terminal', 'terminal', 'http://terminal.test', 'http://terminal.test/terminal', true],
    [
      'a page that is no terminal',
      'terminal',
      'http://other.test',
      'http://management.test/give/card',
      undefined,
    ],
    ['no page', 'phone', 'http://terminal.test', 'http://management.test/give/card', undefined],
  ])('asked for at %s is returned to only where it may be', async (_what, line, origin, back, shared) => {
    const asks = await aLineOf(management, app, await aMemberOf(management, app), line);
    expect(await asks('POST', '/v1/payment-method-setups', undefined, newId(), { origin })).toMatchObject({
      status: 201,
    });
    const asked = management.settlement.received.at(-1)?.body as Record<string, unknown>;
    expect([asked.return_url, asked.shared_device]).toEqual([back, shared]);
  });

  test("is nobody else's", async () => {
    const [owner, other] = [await aMemberOf(management, app), await aMemberOf(management, app)];
    const payment_method_id = aCard(owner.member_id);
    const none = refused(404, 'payment_method_not_found');
    expect(await other.door('POST', METHODS, { payment_method_id })).toMatchObject(none);
    expect(await owner.door('POST', METHODS, { payment_method_id })).toMatchObject({ status: 201 });
    expect(await other.door('DELETE', `${METHODS}/${payment_method_id}`)).toMatchObject(none);
    const order = { shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW', payment_method_id };
    expect(await other.door('POST', '/v1/orders', order)).toMatchObject(none);
    expect((await owner.door('GET', METHODS)).body.payment_methods).toHaveLength(1);
  });

  test('is not known while settlement does not answer, and the same key asks again', async () => {
    const { door, member_id } = await aMemberOf(management, app);
    const payment_method_id = aCard(member_id);
    const key = randomUUID();
    management.settlement.goesWrong(`/${payment_method_id}`, { kind: 'not_reached' });
    expect(await door('POST', METHODS, { payment_method_id }, key)).toMatchObject(
      refused(503, 'payment_unknown'),
    );
    expect((await door('GET', METHODS)).body.payment_methods).toEqual([]);
    expect(await door('POST', METHODS, { payment_method_id }, key)).toMatchObject({ status: 201 });
    management.settlement.goesWrong('/payment-method-setups', { kind: 'answer_lost' });
    expect(await door('POST', '/v1/payment-method-setups')).toMatchObject(refused(503, 'payment_unknown'));
  });
});
