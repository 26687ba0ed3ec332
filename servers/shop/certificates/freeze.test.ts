import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import {
  type Certificate,
  type Reply,
  TestShop,
  type TestTerminal,
} from '../../../test/builders/shop-server.ts';
import { conservation } from '../books/conservation.ts';
import { expireHolds } from '../redeem/holds.ts';
import { expireCertificates } from './expire-certificates.ts';

let shop: TestShop;
let terminal: TestTerminal;
let certificate: Certificate;
let opened: string;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
  await shop.signIn(terminal);
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});
beforeEach(() => buy(50_000));

/** Each for a phone of its own, so that no other one opens in its place. */
let phone = '';
let phones = 0;
async function buy(amount_minor: number): Promise<void> {
  phone = `+82103333${String(4_500 + phones++)}`;
  certificate = await shop.accepted(amount_minor, { phone });
  opened = await shop.opened(terminal, { phone });
}

function ask(what: 'freeze' | 'unfreezing' | 'charge-back', body: object, key = newId()): Promise<Reply> {
  return shop.peer('POST', `/v1/peer/certificates/${certificate.certificate_id}/${what}`, body, key);
}
const freeze = (key?: string) => ask('freeze', { reason: 'payment_disputed' }, key);
const unfreeze = (key?: string) => ask('unfreezing', {}, key);
const chargeBack = (uncovered_minor: number, key?: string) => ask('charge-back', { uncovered_minor }, key);
const use = (amount_minor: number, token = opened) =>
  shop.redeem(terminal, token, [{ certificate_id: certificate.certificate_id, amount_minor }]);
const texts = async () => {
  const found = await sql<{ kind: string | null }>`
    select kind from messages where kind like 'recipient.certificate_%' order by message_id desc limit 1`.execute(
    shop.context.db,
  );
  return found.rows[0]?.kind;
};

describe('a frozen certificate', () => {
  test('says how much is left, and is frozen once', async () => {
    await use(20_000);
    const key = newId();
    const first = await freeze(key);
    expect(first).toMatchObject({ status: 200, body: { state: 'frozen', balance_minor: 30_000 } });
    expect(await freeze(key)).toEqual(first);
    expect((await freeze()).body).toEqual(first.body);
    expect(await texts()).toBe('recipient.certificate_frozen');
  });

  test('pays nothing and opens nowhere, and what had opened it ends', async () => {
    await freeze();
    expect((await use(1_000)).body).toMatchObject({ code: 'certificate_frozen' });
    const verified = await shop.verify(terminal, { phone });
    expect(verified.body).toMatchObject({ code: 'certificate_frozen' });
    const held = await shop.call('POST', '/v1/holds', {
      token: terminal.token,
      body: {
        verification_token: opened,
        certificate_id: certificate.certificate_id,
        amount_minor: 1_000,
        sale_reference: 'h',
      },
    });
    expect(held.status).toBeGreaterThanOrEqual(400);
    await unfreeze();
    expect((await use(1_000)).body).toMatchObject({ code: 'verification_expired' });
    expect((await use(1_000, await shop.opened(terminal, { phone }))).status).toBe(201);
  });

  test('takes back what was used before', async () => {
    const used = await use(20_000);
    await freeze();
    const [line] = used.body.lines as { redemption_id: string }[];
    const path = `/v1/redemptions/${line?.redemption_id}/reversal`;
    const reversed = await shop.call('POST', path, { token: terminal.token, body: { amount_minor: 5_000 } });
    expect(reversed).toMatchObject({ status: 201, body: { balance_minor: 35_000 } });
  });

  test('keeps what a till holds, which can still be paid', async () => {
    const held = await shop.call('POST', '/v1/holds', {
      token: terminal.token,
      body: {
        verification_token: opened,
        certificate_id: certificate.certificate_id,
        amount_minor: 5_000,
        sale_reference: 'h',
      },
    });
    await freeze();
    const path = `/v1/holds/${held.body.hold_id}/confirmation`;
    expect((await shop.call('POST', path, { token: terminal.token, body: {} })).status).toBe(200);
    expect(await shop.balance(certificate)).toBe(45_000);
  });

  test('can be given a new PIN, which opens it afterwards', async () => {
    await freeze();
    const asked = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
    const [code] = /\d{6}/.exec(await shop.lastText(phone)) ?? [];
    const { request_id } = asked.body;
    const body = { phone, code, request_id, new_pin: '517403' };
    expect((await shop.call('POST', '/v1/unlocks', { body })).body).toEqual({ unlocked: 1 });
    await unfreeze();
    expect((await shop.verify(terminal, { phone, pin: '517403' })).status).toBe(201);
  });

  test('does not expire, and gets the days back that it was frozen', async () => {
    const before = await expiry();
    await freeze();
    shop.passTime(before.getTime() - shop.context.clock().getTime() + 10 * DAY_MS);
    await expireCertificates(shop.context);
    const days = Math.ceil((shop.context.clock().getTime() - (await frozenAt()).getTime()) / DAY_MS);
    expect((await unfreeze()).body).toMatchObject({ state: 'active', balance_minor: 50_000 });
    expect(Math.round(((await expiry()).getTime() - before.getTime()) / DAY_MS)).toBe(days);
    expect(await texts()).toBe('recipient.certificate_unfrozen');
    // The session at the till has long been over.
    terminal = await shop.terminal();
    await shop.signIn(terminal);
  });
});

describe('after a dispute that was lost', () => {
  test('what is left is cancelled once', async () => {
    await use(20_000);
    await freeze();
    const key = newId();
    const first = await chargeBack(50_000, key);
    expect(first).toMatchObject({
      status: 200,
      body: { state: 'cancelled', balance_minor: 0, cancelled_minor: 30_000 },
    });
    expect(await chargeBack(50_000, key)).toEqual(first);
    expect((await chargeBack(50_000)).body).toMatchObject({ code: 'wrong_state', state_now: 'cancelled' });
    expect(await texts()).toBe('recipient.certificate_charged_back');
  });

  test('more than was lost is freed', async () => {
    await freeze();
    expect((await chargeBack(49_999)).body).toMatchObject({
      state: 'active',
      balance_minor: 50_000,
      cancelled_minor: 0,
    });
    expect((await use(1_000, await shop.opened(terminal, { phone }))).status).toBe(201);
  });

  test('one that was never frozen is cancelled, too, with what a till holds', async () => {
    const body = {
      verification_token: opened,
      certificate_id: certificate.certificate_id,
      amount_minor: 5_000,
      sale_reference: 'h',
    };
    const held = await shop.call('POST', '/v1/holds', { token: terminal.token, body });
    expect((await chargeBack(50_000)).body).toMatchObject({ state: 'cancelled', cancelled_minor: 50_000 });
    const path = `/v1/holds/${held.body.hold_id}/confirmation`;
    expect((await shop.call('POST', path, { token: terminal.token, body: {} })).body).toMatchObject({
      code: 'wrong_state',
    });
    shop.passTime(20 * MINUTE_MS);
    await expireHolds(shop.context);
  });
});

test('one that nobody has accepted, or that is none of the caller’s, is refused', async () => {
  certificate = await shop.registered(10_000);
  for (const asked of [await freeze(), await unfreeze(), await chargeBack(10_000)])
    expect(asked.body).toMatchObject({ code: 'wrong_state', state_now: 'registered' });
  certificate = { ...certificate, certificate_id: newId() };
  for (const asked of [await freeze(), await unfreeze(), await chargeBack(10_000)])
    expect(asked.body).toMatchObject({ code: 'certificate_not_found' });
});

test('a sale at the same moment comes before it or is refused', async () => {
  for (let round = 0; round < 8; round++) {
    await buy(10_000);
    const [sale, frozen] = await Promise.all([use(10_000), freeze()]);
    const left = await shop.balance(certificate);
    expect(left).toBe(sale.status === 201 ? 0 : 10_000);
    expect(frozen.body).toMatchObject({ state: 'frozen', balance_minor: left });
    if (sale.status !== 201) expect(['certificate_frozen', 'verification_expired']).toContain(sale.body.code);
  }
});

async function expiry(): Promise<Date> {
  const found = await sql<{ expires_at: Date }>`
    select expires_at from certificates where certificate_id = ${certificate.certificate_id}`.execute(
    shop.context.db,
  );
  return found.rows[0]?.expires_at ?? new Date(0);
}
async function frozenAt(): Promise<Date> {
  const found = await sql<{ frozen_at: Date | null }>`
    select frozen_at from certificates where certificate_id = ${certificate.certificate_id}`.execute(
    shop.context.db,
  );
  return found.rows[0]?.frozen_at ?? new Date(0);
}
