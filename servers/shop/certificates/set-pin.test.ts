import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { sealProof } from '../../../kit/sealed-pin.ts';
import { handOver, holderCode } from '../../../test/builders/hand-overs.ts';
import { WEB_SHOP_KEY } from '../../../test/builders/shop-context.ts';
import { type Certificate, PIN, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

const NEW_PIN = '615804';
const HELD = '/v1/holder/certificates';
let shop: TestShop;
let terminal: TestTerminal;
let phone: string;
let other: string;
let certificate: Certificate;
let nextPhone = 60_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.flatMap(({ differences }) => differences)).toEqual([]);
});
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  phone = `+8210${nextPhone++}`;
  other = `+8210${nextPhone++}`;
  certificate = await shop.accepted(50_000, { phone });
});

const openSession = async (pin = PIN) =>
  String((await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin } })).body.session_token);

async function byOldPin(): Promise<void> {
  const proof_id = newId();
  const sealed_proof = await sealProof(shop.sealing, { proof_id, phone, pin: PIN, new_pin: NEW_PIN });
  const body = { proof_id, caller: 'caller_0123456789', sealed_proof };
  expect((await shop.peer('POST', '/v1/peer/pin-changes', body)).status).toBe(200);
}

async function byCode(): Promise<void> {
  const asked = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
  const code = /\d{6}/.exec(await shop.lastText(phone))?.[0];
  const body = { phone, request_id: asked.body.request_id, code, new_pin: NEW_PIN };
  expect((await shop.call('POST', '/v1/unlocks', { body })).status).toBe(200);
}

const WAYS = [
  ['by the old one', byOldPin],
  ['by a code', byCode],
] as const;

test.each(WAYS)(
  'a new PIN %s ends the sessions of the old one, and the holder is told',
  async (_how, change) => {
    const token = await openSession();
    const atTill = await shop.opened(terminal, { phone });
    await change();
    expect((await shop.call('GET', HELD, { token })).body.code).toBe('verification_expired');
    const line = { certificate_id: certificate.certificate_id, amount_minor: 1_000 };
    expect((await shop.redeem(terminal, atTill, [line])).body.code).toBe('verification_expired');
    expect(await shop.lastText(phone)).toContain('비밀번호가 바뀌었어요');
    expect((await shop.call('GET', HELD, { token: await openSession(NEW_PIN) })).status).toBe(200);
  },
);

test.each(WAYS)('a new PIN %s withdraws hand-overs, begun or open', async (_how, change) => {
  const { certificate_id } = certificate;
  const second = await shop.accepted(10_000, { phone });
  const token = await openSession();
  expect((await handOver(shop, { token, certificate_id, from: phone, to: other })).status).toBe(200);
  const path = `${HELD}/${second.certificate_id}/hand-overs`;
  await shop.call('POST', path, { token, body: { phone: other, locale: 'ko' } });
  const [begun, open] = [
    await holderCode(shop, phone),
    /인증번호 (\d{6})/.exec(await shop.lastText(other))?.[1],
  ];
  await change();
  const taking = { phone: other, code: open, name: '이바다', new_pin: '739258' };
  const taken = await shop.call('POST', '/v1/hand-overs/acceptance', { body: taking });
  expect(taken.body.code).toBe('hand_over_not_found');
  const late = await shop.call('POST', `${path}/confirmation`, {
    token: await openSession(NEW_PIN),
    body: { code: begun, locale: 'ko' },
  });
  expect(late.body.code).toBe('hand_over_not_found');
});

test.each(WAYS)('a new PIN %s releases checkouts, on all their certificates', async (_how, change) => {
  const locked = await shop.accepted(10_000, { phone });
  const asked = { amount_minor: 55_000, currency: 'KRW', order_reference: 'web-1', locale: 'ko' };
  const body = { phone, pin: PIN, ...asked };
  const begun = await shop.call('POST', '/v1/checkouts', { token: WEB_SHOP_KEY, body });
  const code = /\d{6}/.exec(await shop.lastText(phone))?.[0];
  await change();
  const paid = await shop.call('POST', `/v1/checkouts/${String(begun.body.checkout_id)}/confirmation`, {
    token: WEB_SHOP_KEY,
    body: { code },
  });
  expect(paid.body.code).toBe('wrong_state');
  const found = await sql<{ held_minor: bigint }>`
    select held_minor from certificate_balances
    where certificate_id in (${certificate.certificate_id}, ${locked.certificate_id})`.execute(
    shop.context.db,
  );
  expect(found.rows).toEqual([{ held_minor: 0n }, { held_minor: 0n }]);
});

test('a sale that is on hold at a till goes on, and what others hold stays open', async () => {
  const verification_token = await shop.opened(terminal, { phone });
  const { certificate_id } = certificate;
  const sale = { verification_token, certificate_id, amount_minor: 5_000, sale_reference: 'till-1' };
  const held = await shop.call('POST', '/v1/holds', { token: terminal.token, body: sale });
  const others = await shop.accepted(10_000, { phone: other });
  const theirs = await shop.opened(terminal, { phone: other });
  await byOldPin();
  const path = `/v1/holds/${String(held.body.hold_id)}/confirmation`;
  expect((await shop.call('POST', path, { token: terminal.token, body: {} })).status).toBe(200);
  const used = [{ certificate_id: others.certificate_id, amount_minor: 1_000 }];
  expect((await shop.redeem(terminal, theirs, used)).status).toBe(201);
});
