import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { sealProof } from '../../../kit/sealed-pin.ts';
import { holderCode } from '../../../test/builders/hand-overs.ts';
import { callsTo } from '../../../test/builders/shop-messages.ts';
import { type Certificate, PIN, TestShop } from '../../../test/builders/shop-server.ts';

const PATH = '/v1/peer/hand-overs';
const CONFIRM_PATH = '/v1/peer/hand-over-confirmations';
const NEW_PIN = '615804';
let shop: TestShop;
let phone: string;
let to_phone: string;
let certificate: Certificate;
let nextPhone = 50_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  phone = `+8210${nextPhone++}`;
  to_phone = `+8210${nextPhone++}`;
  certificate = await shop.accepted(50_000, { phone });
});

type Asked = { pin?: string; to_phone?: string; last4?: string; by?: 'text' | 'call' };

/** As management asks for a holder on the phone. */
async function bodyOf({ pin = PIN, ...asked }: Asked = {}) {
  const proof_id = newId();
  const sealed_proof = await sealProof(shop.sealing, { proof_id, phone, pin });
  return { proof_id, caller: 'caller_0123456789', sealed_proof, to_phone, locale: 'ko', ...asked };
}
const begin = async (asked?: Asked) => shop.peer('POST', PATH, await bodyOf(asked));
/** With the code that the holder's own phone was told. */
async function confirmed(code?: string) {
  const proof_id = newId();
  const keyed = { proof_id, phone, pin: PIN, code: code ?? (await holderCode(shop, phone)) };
  const sealed_proof = await sealProof(shop.sealing, keyed);
  return { proof_id, caller: 'caller_0123456789', sealed_proof, locale: 'ko' };
}
const confirm = async (code?: string) => shop.peer('POST', CONFIRM_PATH, await confirmed(code));
/** Begins, and goes on with the holder's code. */
async function handOver(asked?: Asked) {
  const begun = await begin(asked);
  return begun.status === 201 ? confirm() : begun;
}
const accept = async (code: unknown) =>
  shop.call('POST', '/v1/hand-overs/acceptance', {
    body: { phone: to_phone, code, name: '이바다', new_pin: NEW_PIN },
  });

test('a holder on the phone hands a certificate over, once per key; the other phone gets a code', async () => {
  const [key, body] = [newId(), await bodyOf()];
  const begun = await shop.peer('POST', PATH, body, key);
  expect(begun).toMatchObject({ status: 201, body: { sent_by: 'text' } });
  expect(begun.raw).not.toContain(certificate.certificate_id);
  expect(await shop.peer('POST', PATH, body, key)).toEqual(begun);
  expect(await shop.count('hand_overs')).toBe(1);
  expect(await shop.lastText(to_phone)).toBe('');
  const [confirmKey, confirmBody] = [newId(), await confirmed()];
  const opened = await shop.peer('POST', CONFIRM_PATH, confirmBody, confirmKey);
  expect(opened).toMatchObject({ status: 200, body: { sent_by: 'text' } });
  expect(await shop.peer('POST', CONFIRM_PATH, confirmBody, confirmKey)).toEqual(opened);
  const text = await shop.lastText(to_phone);
  expect(text).toContain('홍*동 님이 하늘상점 상품권(잔액 50,000원)');
  expect(await accept(/인증번호 (\d{6})/.exec(text)?.[1])).toMatchObject({
    status: 200,
    body: { certificates: [{ certificate_id: certificate.certificate_id }] },
  });
});

test('to a number that takes no texts, the code is said by phone', async () => {
  to_phone = '+8227654321';
  expect(await handOver()).toMatchObject({ status: 200, body: { sent_by: 'call' } });
  const [{ code } = { code: '' }] = await callsTo(shop.context, to_phone);
  expect((await accept(code)).status).toBe(200);
});

test('of several, the one with the given digits is handed over; without them, none', async () => {
  const other = await shop.accepted(20_000, { phone });
  expect((await handOver()).body.code).toBe('certificate_not_found');
  const taken = [certificate, other].map(({ number }) => number.slice(-4));
  const free = ['0000', '0001', '0002'].find((last4) => !taken.includes(last4)) ?? '';
  expect((await handOver({ last4: free })).body.code).toBe('certificate_not_found');
  expect((await handOver({ last4: other.number.slice(-4) })).status).toBe(200);
  expect(await shop.lastText(to_phone)).toContain('잔액 20,000원');
});

test.each([
  ['pin_or_phone_wrong', () => handOver({ pin: '000001' })],
  ['phone_number_invalid', () => handOver({ to_phone: '+8210123' })],
  ['hand_over_not_allowed', () => handOver({ to_phone: phone })],
  ['sealed_pin_unreadable', async () => shop.peer('POST', PATH, { ...(await bodyOf()), proof_id: newId() })],
])('%s, and nobody gets a code', async (code, attempt) => {
  expect((await attempt()).body.code).toBe(code);
  expect(await shop.lastText(to_phone)).toBe('');
});

test('codes to a phone are limited as from the page, and guesses at a PIN end', async () => {
  for (let n = 0; n < 5; n++) expect((await begin()).status).toBe(201);
  expect((await begin()).body.code).toBe('rate_limited');
  for (let n = 0; n < 3; n++) await handOver({ pin: '000001' });
  expect((await handOver()).body.code).toBe('certificate_locked');
});

test('without the code that the holder was told, nothing goes on, and the other phone hears of nothing', async () => {
  expect((await confirm('123456')).body.code).toBe('hand_over_not_found');
  await begin();
  const code = await holderCode(shop, phone);
  const wrong = code === '000000' ? '000001' : '000000';
  for (let n = 0; n < 5; n++) expect((await confirm(wrong)).body.code).toBe('verification_code_wrong');
  expect((await confirm(code)).body.code).toBe('verification_code_wrong');
  expect(await shop.lastText(to_phone)).toBe('');
});

const ACCEPT_PATH = '/v1/peer/hand-over-acceptances';

/** As management takes it in the call that told the code. */
async function takenBy(code: string | undefined, more: { name?: string; pin?: string } = {}) {
  const { pin = NEW_PIN, ...named } = more;
  const proof_id = newId();
  const keyed = { proof_id, phone: to_phone, pin, ...(code === undefined ? {} : { code }) };
  const sealed_proof = await sealProof(shop.sealing, keyed);
  return { proof_id, caller: 'caller_0123456789', sealed_proof, ...named };
}
const take = async (...asked: Parameters<typeof takenBy>) =>
  shop.peer('POST', ACCEPT_PATH, await takenBy(...asked));
const holderOf = async () => {
  const found = await sql<{ phone: string | null; holder_name: string | null }>`
    select phone, holder_name from certificates where certificate_id = ${certificate.certificate_id}`.execute(
    shop.context.db,
  );
  return found.rows[0];
};

async function codeByCall(): Promise<string> {
  to_phone = `+8227${String(nextPhone++).slice(-6)}`;
  expect(await handOver()).toMatchObject({ status: 200, body: { sent_by: 'call' } });
  const [{ code } = { code: '' }] = await callsTo(shop.context, to_phone);
  return String(code);
}

test('what a landline was told the code of is taken in that call, once per key, by the name that the carrier has', async () => {
  const code = await codeByCall();
  const [key, body] = [newId(), await takenBy(code, { name: '이바다' })];
  const taken = await shop.peer('POST', ACCEPT_PATH, body, key);
  expect(taken).toMatchObject({
    status: 200,
    body: { certificates: [{ last4: certificate.number.slice(-4), balance_minor: 50_000 }] },
  });
  for (const secret of [certificate.certificate_id, NEW_PIN]) expect(taken.raw).not.toContain(secret);
  expect(await shop.peer('POST', ACCEPT_PATH, body, key)).toEqual(taken);
  expect(await holderOf()).toEqual({ phone: to_phone, holder_name: '이바다' });
});

test('without a name for the number it is refused and the code stays valid; a member keeps the name that the shop knows', async () => {
  const code = await codeByCall();
  expect((await take(code)).body.code).toBe('recipient_unknown');
  expect((await take(code, { name: '\u0007' })).body.code).toBe('validation_failed');
  await sql`
    insert into members (member_id, member_no, name, phone, origin, created_at)
    values (${newId()}, ${`N${to_phone.slice(-6)}`}, '한바다', ${to_phone}, 'added', ${shop.context.clock()})`.execute(
    shop.context.db,
  );
  expect((await take(code, { name: '이바다', pin: '123456' })).body.code).toBe('pin_sequence');
  expect((await take(code, { name: '이바다' })).status).toBe(200);
  expect(await holderOf()).toEqual({ phone: to_phone, holder_name: '한바다' });
});

test('a wrong code takes nothing, and a hand-over that was withdrawn is gone', async () => {
  const code = await codeByCall();
  const wrong = code === '000000' ? '000001' : '000000';
  expect((await take(wrong, { name: '이바다' })).body.code).toBe('verification_code_wrong');
  expect((await take(undefined, { name: '이바다' })).body.code).toBe('code_not_digits');
  const unreadable = { ...(await takenBy(code, { name: '이바다' })), proof_id: newId() };
  expect((await shop.peer('POST', ACCEPT_PATH, unreadable)).body.code).toBe('sealed_pin_unreadable');
  await sql`update hand_overs set state = 'withdrawn', ended_at = now() where state = 'open'`.execute(
    shop.context.db,
  );
  expect((await take(code, { name: '이바다' })).body.code).toBe('hand_over_not_found');
  expect(await holderOf()).toMatchObject({ phone });
});
