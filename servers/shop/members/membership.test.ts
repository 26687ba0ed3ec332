import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { forgetJob } from '../../../kit/forget-job.ts';
import { newId } from '../../../kit/ids.ts';
import { textsTo } from '../../../test/builders/shop-messages.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import { OPENING_FORGOTTEN } from '../opening/forgotten.ts';
import { MEMBERS_FORGOTTEN } from './forgotten.ts';

let shop: TestShop;
let clerk: string;
let phone: string;
let nextPhone = 20_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  clerk = await shop.staff('clerk');
});
afterAll(() => shop.close());
beforeEach(async () => {
  phone = newPhone();
  await sql`delete from rate_limits`.execute(shop.context.db);
});

const newPhone = () => {
  nextPhone += 1;
  return `+8210${nextPhone}`;
};
const begin = (person: Record<string, unknown> = {}, key: string = newId()) =>
  shop.call('POST', '/v1/members', { body: { name: '김하늘', phone, locale: 'ko', ...person }, key });
const prove = (registrationId: unknown, code: string, key: string = newId()) =>
  shop.call('POST', `/v1/members/${String(registrationId)}/verification`, { body: { code }, key });
const codeByText = async (to = phone) => /\d{6}/.exec(await shop.lastText(to))?.[0] ?? '';
const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000');
const withoutTrace = ({ trace_id: _differs, ...body }: Record<string, unknown>) => body;

async function join(person: Record<string, unknown> = {}): Promise<{ member_id: string; member_no: string }> {
  const begun = await begin(person);
  const proven = await prove(begun.body.registration_id, await codeByText());
  if (proven.status !== 201) throw new Error(proven.raw);
  return { member_id: String(proven.body.member_id), member_no: String(proven.body.member_no) };
}

async function logIn(): Promise<string> {
  const sent = await shop.call('POST', '/v1/member-codes', { body: { phone, locale: 'ko' } });
  const opened = await shop.call('POST', '/v1/member-sessions', {
    body: { phone, request_id: sent.body.request_id, code: await codeByText() },
  });
  if (opened.status !== 201) throw new Error(opened.raw);
  return String(opened.body.session_token);
}

const lookUp = async (number = phone) =>
  (await shop.peer('POST', '/v1/peer/member-lookups', { order_id: newId(), phone: number })).body;
const atOffice = async (query: string) =>
  (await shop.call('GET', `/v1/office/members?query=${encodeURIComponent(query)}`, { token: clerk })).body
    .members;

describe('signing up', () => {
  test('takes the code from the phone; then look-ups find the name, and the office sees the origin', async () => {
    const key = newId();
    const begun = await begin({ email: 'haneul@example.com' }, key);
    expect(begun.status).toBe(202);
    expect(await begin({ email: 'haneul@example.com' }, key)).toEqual(begun);
    expect(await lookUp()).toEqual({ found: false });
    const code = await codeByText();
    expect((await prove(begun.body.registration_id, wrongFor(code))).body.code).toBe(
      'verification_code_wrong',
    );
    const proveKey = newId();
    const proven = await prove(begun.body.registration_id, code, proveKey);
    expect(proven).toMatchObject({ status: 201, body: { member_no: expect.stringMatching(/^S-\d{10}$/) } });
    expect(await prove(begun.body.registration_id, code, proveKey)).toEqual(proven);
    expect((await prove(begun.body.registration_id, code)).body.code).toBe('verification_code_wrong');
    expect(await lookUp()).toEqual({ found: true, name: '김하늘' });
    expect(await atOffice(phone)).toMatchObject([{ origin: 'self_registered', email: 'haneul@example.com' }]);
    expect(await shop.count('member_registrations')).toBe(0);
  });

  test('is one of three origins that the office sees', async () => {
    const [added, imported] = [newPhone(), newPhone()];
    const body = { member_no: 'O-1', name: '남궁민수', phone: added };
    await shop.call('POST', '/v1/office/members', { token: clerk, body });
    const file = `member_no,name,phone\nO-2,이영희,${imported}`;
    await shop.call('POST', '/v1/office/members/imports', { token: clerk, body: file, type: 'text/csv' });
    expect(await atOffice(added)).toMatchObject([{ origin: 'added' }]);
    expect(await atOffice(imported)).toMatchObject([{ origin: 'imported' }]);
  });

  test('discloses an existing member only to someone who has proven the phone', async () => {
    await join();
    const before = await shop.lastText(phone);
    const known = await begin();
    expect(await shop.lastText(phone)).not.toBe(before);
    const code = await codeByText();
    phone = newPhone();
    const fresh = await begin();
    expect(Object.keys(known.body)).toEqual(Object.keys(fresh.body));
    expect(known.status).toBe(fresh.status);
    const guesses = await Promise.all([
      prove(known.body.registration_id, wrongFor(code)),
      prove(fresh.body.registration_id, wrongFor(await codeByText())),
      prove(newId(), '123456'),
    ]);
    expect(new Set(guesses.map(({ body }) => JSON.stringify(withoutTrace(body)))).size).toBe(1);
    expect((await prove(known.body.registration_id, code)).body.code).toBe('member_exists');
  });

  test.each([
    ['name_invalid', { name: ' \t ' }],
    ['phone_number_invalid', { phone: '010-12' }],
    ['email_invalid', { email: 'not-an-address' }],
    ['validation_failed', { member_no: 'A-1' }],
  ])('%s', async (code, person) => {
    expect((await begin(person)).body.code).toBe(code);
  });

  test('sends at most five codes an hour to one phone, and ends a code after five attempts', async () => {
    const begun = await begin();
    const code = await codeByText();
    for (let n = 0; n < 5; n++) await prove(begun.body.registration_id, wrongFor(code));
    expect((await prove(begun.body.registration_id, code)).body.code).toBe('verification_code_wrong');
    for (let n = 0; n < 4; n++) expect((await begin()).status).toBe(202);
    expect((await begin()).body.code).toBe('rate_limited');
  });

  test('refuses a code that comes too late, and deletes the registration', async () => {
    const begun = await begin();
    const code = await codeByText();
    shop.passTime(11 * MINUTE_MS);
    expect((await prove(begun.body.registration_id, code)).body.code).toBe('verification_code_expired');
    shop.passTime(DAY_MS);
    await forgetJob(shop.context, { forgotten: [...OPENING_FORGOTTEN, ...MEMBERS_FORGOTTEN] }).round();
    expect(await shop.count('phone_codes')).toBe(0);
    expect(await shop.count('member_registrations')).toBe(0);
  });

  test('makes one member of concurrent proofs and of two registrations of one phone', async () => {
    const [one, two] = [await begin(), await begin()];
    const texts = await textsTo(shop.context, phone);
    const [first = '', second = ''] = texts.map((text) => /\d{6}/.exec(text)?.[0] ?? '');
    const proofs = await Promise.all([
      prove(one.body.registration_id, first),
      prove(one.body.registration_id, first),
      prove(two.body.registration_id, second),
    ]);
    expect(proofs.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(proofs.every(({ status }) => status < 500)).toBe(true);
  });
});

describe('a session', () => {
  test('is opened with a code that only a member gets; others get the same response', async () => {
    await join();
    const ask = (number: string) =>
      shop.call('POST', '/v1/member-codes', { body: { phone: number, locale: 'ko' } });
    const nobody = newPhone();
    const [strangers, mine] = [await ask(nobody), await ask(phone)];
    const { request_id } = mine.body;
    expect({ ...strangers.body, request_id }).toEqual(mine.body);
    expect(await shop.lastText(nobody)).toBe('');
    const code = await codeByText();
    const open = (number: string, guess: string) =>
      shop.call('POST', '/v1/member-sessions', { body: { phone: number, request_id, code: guess } });
    const [wrong, stranger] = [await open(phone, wrongFor(code)), await open(nobody, code)];
    expect(withoutTrace(wrong.body)).toEqual(withoutTrace(stranger.body));
    expect((await open(phone, code)).status).toBe(201);
    expect((await open(phone, code)).body.code).toBe('verification_code_wrong');
  });

  test('expires, and ends on log-out', async () => {
    await join();
    const token = await logIn();
    expect((await shop.call('GET', '/v1/members/me', { token })).status).toBe(200);
    expect((await shop.call('DELETE', '/v1/member-sessions/current', { token })).status).toBe(200);
    expect((await shop.call('GET', '/v1/members/me', { token })).body.code).toBe('unauthenticated');
    const another = await logIn();
    shop.passTime(31 * MINUTE_MS);
    expect((await shop.call('GET', '/v1/members/me', { token: another })).body.code).toBe('session_expired');
  });
});

describe('a member', () => {
  test('changes their profile; stored responses have no personal data', async () => {
    const { member_no } = await join({ email: 'a@example.com' });
    const token = await logIn();
    const body = { name: '김바다', email: null, locale: 'en' };
    const key = newId();
    const changed = await shop.call('PATCH', '/v1/members/me', { token, body, key });
    expect(changed.status).toBe(200);
    expect(await shop.call('PATCH', '/v1/members/me', { token, body, key })).toEqual(changed);
    const me = await shop.call('GET', '/v1/members/me', { token });
    expect(me.body).toMatchObject({ member_no, name: '김바다', email: null, locale: 'en', phone });
    expect(await lookUp()).toEqual({ found: true, name: '김바다' });
    const kept = await shop.context.pool.query(
      "select string_agg(k::text, ' ') as all from idempotency_keys k where scope like 'member:%' or scope = 'registration'",
    );
    expect(kept.rows[0]?.all).not.toMatch(new RegExp(`김바다|${phone.slice(1)}`));
  });

  test('changes the phone with a code to the new one; the old one gets a text and is no longer found', async () => {
    await join();
    const token = await logIn();
    const [old, next] = [phone, newPhone()];
    await shop.call('POST', '/v1/members/me/phone-changes', { token, body: { phone: next } });
    const verify = (code: string) =>
      shop.call('POST', '/v1/members/me/phone-changes/verification', { token, body: { code } });
    const code = await codeByText(next);
    expect((await verify(wrongFor(code))).body.code).toBe('verification_code_wrong');
    expect((await verify(code)).status).toBe(200);
    expect([await lookUp(old), await lookUp(next)]).toEqual([
      { found: false },
      { found: true, name: '김하늘' },
    ]);
    expect(await shop.lastText(old)).toContain('전화번호는 이제 계정에서 쓰이지 않아요');
  });

  test("can't take another member's phone, and learns that only once it is proven", async () => {
    const other = phone;
    await join();
    phone = newPhone();
    await join();
    const token = await logIn();
    const begun = await shop.call('POST', '/v1/members/me/phone-changes', { token, body: { phone: other } });
    expect(begun.status).toBe(202);
    const verified = await shop.call('POST', '/v1/members/me/phone-changes/verification', {
      token,
      body: { code: await codeByText(other) },
    });
    expect(verified.body.code).toBe('member_exists');
  });

  test('leaves: personal data is erased, certificates stay, and an old file brings nobody back', async () => {
    clerk = await shop.staff('clerk');
    const { member_id, member_no } = await join({ email: 'b@example.com' });
    const certificate = await shop.accepted(50_000, { phone });
    const [token, other] = [await logIn(), await logIn()];
    expect((await shop.call('DELETE', '/v1/members/me', { token })).body).toEqual({ left: true });
    for (const session of [token, other])
      expect((await shop.call('GET', '/v1/members/me', { token: session })).body.code).toBe(
        'unauthenticated',
      );
    const row = await sql`
      select name, phone, email, member_no from members where member_id = ${member_id}`.execute(
      shop.context.db,
    );
    expect(row.rows).toEqual([{ name: null, phone: null, email: null, member_no }]);
    expect(await lookUp()).toEqual({ found: false });
    expect(await atOffice(member_no)).toEqual([]);
    expect(await shop.balance(certificate)).toBe(50_000);
    expect((await shop.verify(await shop.terminal(), { phone })).status).toBe(201);

    const file = `member_no,name,phone\n${member_no},김하늘,${phone}`;
    const imported = await shop.call('POST', '/v1/office/members/imports', {
      token: clerk,
      body: file,
      type: 'text/csv',
    });
    expect(imported.body).toMatchObject({
      code: 'import_refused',
      errors: [{ line: 2, code: 'member_left' }],
    });
    expect((await join()).member_no).not.toBe(member_no);
  });
});
