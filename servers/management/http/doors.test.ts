import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import type { App } from '../../../kit/http/app.ts';
import { newId } from '../../../kit/ids.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import { anOffer, anOrder, aReadBack, stateOf } from '../../../test/builders/gifts.ts';
import {
  aManagement,
  CARD,
  MEMBER_ID,
  SHOP_MEMBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { aMemberSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { ORDER_STATES } from '../orders/order-states.ts';

let management: TestManagement;
let app: App;
let token: string;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  token = await aMemberSession(management);
});
afterAll(async () => {
  await app.close();
  await management.close();
});

type Sent = { method?: 'GET' | 'POST' | 'PUT'; body?: object; key?: string; as?: string };

async function send(url: string, { method = 'POST', body, key = randomUUID(), as = token }: Sent = {}) {
  const reply = await app.inject({
    method,
    url,
    headers: {
      ...(as === '' ? {} : { authorization: `Bearer ${as}` }),
      ...(key === '' || method === 'GET' ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: reply.statusCode, text: reply.body, body: reply.json<Record<string, unknown>>() };
}

const ORDER = { shop_id: 'haneul', amount_minor: 50_000, currency: 'KRW', payment_method_id: CARD };

describe("the buyer's door", () => {
  test('leads from order to offer, and shows what became of it', async () => {
    const ordered = await send('/v1/orders', { body: ORDER });
    expect(ordered).toMatchObject({ status: 201, body: { state: 'authorised' } });
    const url = `/v1/orders/${ordered.body.order_id}`;
    const named = await send(`${url}/recipient`, {
      method: 'PUT',
      body: { phone: '０１０－９８７６－５４３２' },
    });
    expect(named).toMatchObject({ status: 200, body: { recipient: { masked_name: '홍*동' } } });
    expect(named.text).not.toContain(SHOP_MEMBER.name);
    const { read_back_id } = named.body.recipient as { read_back_id: string };
    const confirm = (id: string) => send(`${url}/confirmation`, { body: { read_back_id: id } });
    expect(await confirm(newId())).toMatchObject({ status: 409, body: { code: 'recipient_changed' } });
    expect(await confirm(read_back_id)).toMatchObject({ status: 200, body: { state: 'offered' } });
    const timeline = await send(`${url}/timeline`, { method: 'GET' });
    expect(timeline.body.messages).toMatchObject([
      { kind: 'recipient.gift_arrived', state: 'due' },
      { kind: 'buyer.purchase_complete', state: 'due' },
    ]);
    expect(await send(`${url}/cancellation`)).toMatchObject({ status: 200, body: { state: 'refunded' } });
    expect(await send('/v1/orders', { method: 'GET' })).toMatchObject({ status: 200 });
  });

  test('gives the same answer to the same key, byte for byte, and orders once', async () => {
    const key = randomUUID();
    const first = await send('/v1/orders', { body: ORDER, key });
    const second = await send('/v1/orders', { body: ORDER, key });
    expect(second.text).toBe(first.text);
    expect(await send('/v1/orders', { body: { ...ORDER, amount_minor: 1_000 }, key })).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
  });

  test.each([
    ['without a key', { body: ORDER, key: '' }, 400, 'idempotency_key_missing'],
    ['without a session', { body: ORDER, as: '' }, 401, 'unauthenticated'],
    ['with a session that is none', { body: ORDER, as: 'member_nonsense' }, 401, 'unauthenticated'],
    ['with a member too many', { body: { ...ORDER, discount: 1 } }, 400, 'validation_failed'],
    ['with a fraction', { body: { ...ORDER, amount_minor: 1.5 } }, 400, 'validation_failed'],
    ['with text for an amount', { body: { ...ORDER, amount_minor: '50000' } }, 400, 'validation_failed'],
    ['for nothing', { body: { ...ORDER, amount_minor: 0 } }, 400, 'validation_failed'],
    [
      'for a day that is none',
      { body: { ...ORDER, deliver_at: '2026-02-30T00:00:00Z' } },
      400,
      'validation_failed',
    ],
    [
      'for a day too far',
      { body: { ...ORDER, deliver_at: '2999-01-01T00:00:00Z' } },
      422,
      'delivery_date_out_of_range',
    ],
  ])('refuses an order %s', async (_what, sent, status, code) => {
    expect(await send('/v1/orders', sent)).toMatchObject({ status, body: { code } });
  });

  test("hides other people's orders", async () => {
    const orderId = await anOrder(management);
    const now = management.context.clock();
    const stranger = newId();
    await sql`
      insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at,
        password_hash, phone_pin_hash, locale, preferred_channel, created_at)
      values (${stranger}, '7389649236', 'John Smith', 'john@example.com', '+821088889999', ${now}, ${now}, '', '',
        'en', 'email', ${now})`.execute(management.context.db);
    const other = await aMemberSession(management, stranger);
    const hidden = { status: 404, body: { code: 'order_not_found' } };
    const url = `/v1/orders/${orderId}`;
    expect(await send(url, { method: 'GET', as: other })).toMatchObject(hidden);
    expect(await send(`${url}/timeline`, { method: 'GET', as: other })).toMatchObject(hidden);
    const recipient = { method: 'PUT', body: { self: true }, as: other } as const;
    expect(await send(`${url}/recipient`, recipient)).toMatchObject(hidden);
    const confirmation = { body: { read_back_id: newId() }, as: other };
    expect(await send(`${url}/confirmation`, confirmation)).toMatchObject(hidden);
    for (const verb of ['abandonment', 'cancellation', 'resend', 'authentication'])
      expect(await send(`${url}/${verb}`, { as: other })).toMatchObject(hidden);
  });

  test('reads back only so many names a day', async () => {
    const orderId = await aReadBack(management);
    let status = 200;
    for (let look = 0; look < 60 && status === 200; look++)
      status = (
        await send(`/v1/orders/${orderId}/recipient`, { method: 'PUT', body: { phone: SHOP_MEMBER.phone } })
      ).status;
    expect(status).toBe(429);
    await management.context.limits.readBackByMember.clear(MEMBER_ID);
  });

  test('shows the shops, and says which is none', async () => {
    expect(await send('/v1/shops/haneul', { method: 'GET', as: '' })).toMatchObject({
      status: 200,
      body: { name_ko: '하늘상점', suggested_minor: [10_000, 50_000] },
    });
    expect(await send('/v1/shops/nowhere', { method: 'GET', as: '' })).toMatchObject({
      status: 404,
      body: { code: 'shop_not_found' },
    });
  });
});

describe("the recipient's door", () => {
  async function anOfferLink(): Promise<{ orderId: string; url: string }> {
    const orderId = await anOffer(management);
    const offer = newToken('offer', management.context.random);
    await sql`
      insert into offer_links (token_digest, order_id, created_at)
      values (${tokenDigest(offer)}, ${orderId}, ${management.context.clock()})`.execute(
      management.context.db,
    );
    return { orderId, url: `/v1/offers/${offer}` };
  }

  test('says who sent what, and takes a PIN', async () => {
    const { orderId, url } = await anOfferLink();
    const offer = await send(url, { method: 'GET', as: '' });
    expect(offer.body).toMatchObject({ state: 'waiting', sender_name: '김하늘', amount_minor: 50_000 });
    const key = randomUUID();
    const accepted = await send(`${url}/acceptance`, { body: { pin: '739258' }, key, as: '' });
    expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } });
    const again = await send(`${url}/acceptance`, { body: { pin: '739258' }, key, as: '' });
    expect(again.text).toBe(accepted.text);
    expect(await stateOf(management, orderId)).toBe('accepted');
    const late = await send(`${url}/refusal`, { body: {}, as: '' });
    expect(late).toMatchObject({ status: 409, body: { code: 'already_accepted' } });
  });

  test('lets the recipient choose their language, for this gift and the next', async () => {
    const { url } = await anOfferLink();
    const choose = (locale: string) => send(`${url}/locale`, { method: 'PUT', body: { locale }, as: '' });
    expect(await send(url, { method: 'GET', as: '' })).toMatchObject({ body: { locale: 'ko' } });
    expect(await choose('en')).toMatchObject({ status: 200, body: { locale: 'en' } });
    expect(await choose('fr')).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    const next = await anOfferLink();
    expect(await send(next.url, { method: 'GET', as: '' })).toMatchObject({ body: { locale: 'en' } });
    const told = await sql<{ locale: string }>`
      select locale from messages where subject_id = ${next.orderId} and kind = 'recipient.gift_arrived'`.execute(
      management.context.db,
    );
    expect(told.rows).toEqual([{ locale: 'en' }]);
    expect(await choose('ko')).toMatchObject({ status: 200, body: { locale: 'ko' } });
  });

  test('keeps the keys of two links apart', async () => {
    const [first, second] = [await anOfferLink(), await anOfferLink()];
    const sent = { body: { pin: '739258' }, key: 'the-same-key', as: '' };
    expect(await send(`${first.url}/acceptance`, sent)).toMatchObject({ status: 200 });
    expect(await send(`${second.url}/acceptance`, sent)).toMatchObject({ status: 200 });
  });

  test('is shut to who guesses', async () => {
    const url = `/v1/offers/${newToken('offer', management.context.random)}`;
    const none = { status: 404, body: { code: 'offer_not_found' } };
    expect(await send(url, { method: 'GET', as: '' })).toMatchObject(none);
    expect(await send(`${url}/acceptance`, { body: { pin: '739258' }, as: '' })).toMatchObject(none);
    expect(await send(`${url}/refusal`, { body: {}, as: '' })).toMatchObject(none);
    const locale = { method: 'PUT', body: { locale: 'en' }, as: '' } as const;
    expect(await send(`${url}/locale`, locale)).toMatchObject(none);
  });
});

test('the runtime role can neither change history nor what was ordered', async () => {
  const orderId = await anOrder(management);
  const { pool } = management.context;
  for (const change of [
    "update journal set kind = 'x'",
    'delete from journal',
    'delete from certificate_uses',
    `delete from orders where order_id = '${orderId}'`,
    'update orders set amount_minor = 1',
  ])
    await expect(pool.query(change)).rejects.toThrow('permission denied');
});

test('the database holds what the code holds: no capture without confirmation, no offer without capture', async () => {
  const orderId = await anOrder(management);
  const { db, pool, clock } = management.context;
  await expect(
    sql`update orders set captured_at = ${clock()} where order_id = ${orderId}`.execute(db),
  ).rejects.toThrow('captured_only_confirmed');
  await expect(
    sql`update orders set state = 'offered' where order_id = ${orderId}`.execute(db),
  ).rejects.toThrow('offered_only_captured');
  await expect(pool.query(`update orders set state = 'lost' where order_id = '${orderId}'`)).rejects.toThrow(
    'order_state_known',
  );
});

test('the database knows the same states as the code', async () => {
  const found = await sql<{ rule: string | null }>`
    select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'order_state_known'`.execute(
    management.context.db,
  );
  const listed = [...(found.rows[0]?.rule ?? '').matchAll(/'([a-z_]+)'/g)].map(([, state]) => state);
  expect(listed.sort()).toEqual(Object.keys(ORDER_STATES).sort());
});

describe("a shop's terminal", () => {
  const ask = (method: 'OPTIONS' | 'GET', origin: string) =>
    app.inject({ method, url: '/v1/shops', headers: { origin, 'access-control-request-method': 'PUT' } });

  test('of a permitted origin may read answers and ask before it changes something, without cookies', async () => {
    const preflight = await ask('OPTIONS', 'http://terminal.test');
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': 'http://terminal.test',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key',
    });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-credentials');
    const { headers } = await ask('GET', 'http://terminal.test');
    expect(headers['access-control-allow-origin']).toBe('http://terminal.test');
    expect(headers.vary).toContain('origin');
  });

  test('of any other origin may not', async () => {
    for (const origin of ['http://terminal.test.example', 'https://terminal.test', 'null']) {
      for (const method of ['OPTIONS', 'GET'] as const)
        expect((await ask(method, origin)).headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});
