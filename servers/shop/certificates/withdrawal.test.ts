import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import {
  type Certificate,
  type Reply,
  TestShop,
  type TestTerminal,
} from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';

let shop: TestShop;
let terminal: TestTerminal;
let certificate: Certificate;
let opened: string;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});
beforeEach(async () => {
  certificate = await shop.accepted(50_000);
  opened = await shop.opened(terminal);
});

function withdraw(key = newId()): Promise<Reply> {
  const path = `/v1/peer/certificates/${certificate.certificate_id}/cancellation`;
  return shop.peer('POST', path, { reason: 'withdrawn_by_buyer' }, key);
}

const use = (amount_minor: number) =>
  shop.redeem(terminal, opened, [{ certificate_id: certificate.certificate_id, amount_minor }]);

test('an accepted, unused certificate is cancelled and can pay no more', async () => {
  const key = newId();
  const first = await withdraw(key);
  expect(first).toMatchObject({ status: 200, body: { state: 'cancelled', balance_minor: 0 } });
  expect(await withdraw(key)).toEqual(first);
  expect((await withdraw()).body).toMatchObject({ code: 'wrong_state', state_now: 'cancelled' });
  expect((await use(1_000)).status).toBeGreaterThanOrEqual(400);
  expect(await shop.balance(certificate)).toBe(0);
});

test('a redeemed certificate is kept, even after a reversal', async () => {
  const used = await use(1_000);
  expect((await withdraw()).body).toMatchObject({ code: 'certificate_used', state_now: 'active' });
  const [line] = used.body.lines as { redemption_id: string }[];
  const path = `/v1/redemptions/${line?.redemption_id}/reversal`;
  await shop.signIn(terminal);
  const reversed = await shop.call('POST', path, { token: terminal.token, body: { amount_minor: 1_000 } });
  expect(reversed.status).toBe(201);
  expect((await withdraw()).body).toMatchObject({ code: 'certificate_used' });
});

test('a certificate with a hold is kept', async () => {
  const { certificate_id } = certificate;
  const held = await shop.call('POST', '/v1/holds', {
    token: terminal.token,
    body: { verification_token: opened, certificate_id, amount_minor: 5_000, sale_reference: 'h' },
  });
  expect(held.status).toBe(201);
  expect((await withdraw()).body).toMatchObject({ code: 'certificate_used' });
});

test('a certificate that was handed over is kept', async () => {
  const { certificate_id } = certificate;
  await sql`
    insert into hand_overs (hand_over_id, certificate_id, from_phone, to_phone, state, expires_at, created_at, ended_at)
    values (${newId()}, ${certificate_id}, '+821012345678', '+821087654321', 'accepted', ${shop.now}, ${shop.now},
      ${shop.now})`.execute(shop.context.db);
  expect((await withdraw()).body).toMatchObject({ code: 'certificate_handed_over' });
});

test('a sale and a concurrent withdrawal: one of them wins', async () => {
  const [sale, withdrawn] = await Promise.all([use(50_000), withdraw()]);
  expect([sale.status === 201, withdrawn.status === 200].filter(Boolean)).toHaveLength(1);
  expect(await shop.balance(certificate)).toBe(0);
});
