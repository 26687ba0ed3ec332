import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kit/ids.ts';
import { clearAll } from '../../kit/limits.ts';
import { type Certificate, TestShop, type TestTerminal } from '../../test/builders/shop-server.ts';
import { codeUse } from './opening/phone-codes.ts';

/** The number of connections in the pool. */
const AT_ONCE = 10;
const MEMBER = '+821020000001';

let shop: TestShop;
let till: TestTerminal;
let certificate: Certificate;
let member: string;
let holder: string;
let given: Certificate[];
let issue_id: string;
let nextPhone = 40_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  till = await shop.terminal();
  certificate = await shop.accepted(50_000);
  // One for each request, or they would wait for each other.
  given = [];
  for (let n = 0; n < AT_ONCE; n++) given.push(await shop.accepted(10_000));
  const { body: session } = await shop.call('POST', '/v1/holder-sessions', {
    body: { phone: '+821033334444', pin: '739258' },
  });
  holder = String(session.session_token);
  const issued = await shop.call('POST', '/v1/issues', {
    token: till.token,
    body: { verification_token: await shop.opened(till), certificate_id: certificate.certificate_id },
  });
  issue_id = String(issued.body.issue_id);
  member = await aMember();
});
afterAll(() => shop.close());

const newPhone = () => `+8210${nextPhone++}`;
const codeTo = async (phone: string) => /\d{6}/.exec(await shop.lastText(phone))?.[0];

async function aMember(): Promise<string> {
  const person = { name: '김하늘', phone: MEMBER, locale: 'ko' };
  const { body: begun } = await shop.call('POST', '/v1/members', { body: person });
  const proof = { code: await codeTo(MEMBER) };
  await shop.call('POST', `/v1/members/${begun.registration_id}/verification`, { body: proof });
  await shop.call('POST', '/v1/member-codes', { body: { phone: MEMBER, locale: 'ko' } });
  const opened = await shop.call('POST', '/v1/member-sessions', {
    body: { phone: MEMBER, code: await codeTo(MEMBER) },
  });
  return String(opened.body.session_token);
}

const KINDS: [kind: string, ask: (nth: number) => ReturnType<TestShop['call']>][] = [
  [
    'enrolments by a guessed code',
    () => {
      const public_jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
      return shop.call('POST', '/v1/terminals/enrolments', { body: { code: '0000000000', public_jwk } });
    },
  ],
  [
    'registrations',
    () => shop.call('POST', '/v1/members', { body: { name: '이바다', phone: newPhone(), locale: 'ko' } }),
  ],
  [
    'proofs of a registration',
    () => shop.call('POST', `/v1/members/${newId()}/verification`, { body: { code: '000000' } }),
  ],
  [
    'changes of phone',
    () => shop.call('POST', '/v1/members/me/phone-changes', { token: member, body: { phone: newPhone() } }),
  ],
  [
    'hand-overs',
    (nth) =>
      shop.call('POST', `/v1/holder/certificates/${given[nth]?.certificate_id}/hand-overs`, {
        token: holder,
        body: { phone: newPhone(), locale: 'ko' },
      }),
  ],
  [
    'texts to the phone of what was issued',
    () => shop.call('POST', `/v1/issues/${issue_id}/text`, { token: till.token, body: { locale: 'ko' } }),
  ],
];

test.each(KINDS)(
  'a till is served while as many %s as the pool has connections arrive',
  async (_kind, ask) => {
    const opened = await shop.opened(till);
    const strangers = Array.from({ length: AT_ONCE }, (_, nth) => ask(nth));
    const line = { certificate_id: certificate.certificate_id, amount_minor: 1_000 };
    const sale = await shop.redeem(till, opened, [line]);
    expect(sale.status).toBe(201);
    const answers = await Promise.all(strangers);
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  },
);

test('a retry of an answered request is not counted, and a refusal by a limit is not stored', async () => {
  const phone = newPhone();
  const key = newId();
  const begin = (by: string) =>
    shop.call('POST', '/v1/members', { body: { name: '이바다', phone, locale: 'ko' }, key: by });
  const first = await begin(key);
  for (let retry = 0; retry < 10; retry++) expect((await begin(key)).raw).toBe(first.raw);
  const statuses = [];
  for (let time = 0; time < 4; time++) statuses.push((await begin(newId())).status);
  expect(statuses).toEqual([202, 202, 202, 202]);
  const late = newId();
  expect((await begin(late)).body.code).toBe('rate_limited');
  await clearAll([codeUse(shop.context, 'registration', phone)]);
  expect((await begin(late)).status).toBe(202);
});

test('a wrong code retried with the same key is one attempt', async () => {
  const phone = newPhone();
  const { body } = await shop.call('POST', '/v1/members', { body: { name: '이바다', phone, locale: 'ko' } });
  const code = await codeTo(phone);
  const prove = (said: string | undefined, key: string) =>
    shop.call('POST', `/v1/members/${body.registration_id}/verification`, { body: { code: said }, key });
  const key = newId();
  const wrong = code === '000000' ? '111111' : '000000';
  for (let retry = 0; retry < 8; retry++)
    expect((await prove(wrong, key)).body.code).toBe('verification_code_wrong');
  expect((await prove(code, newId())).status).toBe(201);
});
