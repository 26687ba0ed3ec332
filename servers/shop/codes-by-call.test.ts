import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { holderCode } from '../../test/builders/hand-overs.ts';
import { WEB_SHOP_KEY } from '../../test/builders/shop-context.ts';
import { callsTo, textsTo } from '../../test/builders/shop-messages.ts';
import { PIN, type Reply, TestShop } from '../../test/builders/shop-server.ts';

type Asked = { phone: string; by?: 'text' | 'call' };

let shop: TestShop;
let nextNumber = 10_000_000;

beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
});

const aMobile = () => `+8210${nextNumber++}`;
const aLandline = () => `+822${nextNumber++}`;
const post = (url: string, body: unknown, token?: string) => shop.call('POST', url, { body, token });

async function aMember(phone: string): Promise<void> {
  await sql`
    insert into members (member_id, member_no, name, phone, origin, created_at)
    values (${newId()}, ${phone}, '김하늘', ${phone}, 'added', ${shop.now})`.execute(shop.context.db);
}

async function aMembersSession(): Promise<string> {
  const phone = aMobile();
  await aMember(phone);
  const { request_id } = (await post('/v1/member-codes', { phone, locale: 'ko' })).body;
  const code = /\d{6}/.exec(await shop.lastText(phone))?.[0];
  return String((await post('/v1/member-sessions', { phone, request_id, code })).body.session_token);
}

/** A holder with a certificate, and where it is handed over. */
async function aHoldersSession(phone: string) {
  const { certificate_id } = await shop.accepted(10_000, { phone });
  const { body } = await post('/v1/holder-sessions', { phone, pin: PIN });
  return {
    path: `/v1/holder/certificates/${certificate_id}/hand-overs`,
    token: String(body.session_token),
  };
}

/** Every door at which the shop gives a code to a phone. */
const DOORS: { door: string; kind: string; ask: (asked: Asked) => Promise<Reply> }[] = [
  {
    door: 'a forgotten or locked PIN',
    kind: 'account.unlock_code',
    ask: async (asked) => {
      await shop.accepted(10_000, { phone: asked.phone });
      return post('/v1/unlock-codes', { locale: 'ko', ...asked });
    },
  },
  {
    door: 'a forgotten PIN on the phone line',
    kind: 'account.unlock_code',
    ask: async (asked) => {
      await shop.accepted(10_000, { phone: asked.phone });
      return shop.peer('POST', '/v1/peer/unlock-codes', {
        locale: 'ko',
        caller: 'caller_0123456789',
        ...asked,
      });
    },
  },
  {
    door: 'a hand-over',
    kind: 'recipient.hand_over',
    ask: async ({ phone: to, by }) => {
      const giver = aMobile();
      const { path, token } = await aHoldersSession(giver);
      await post(path, { locale: 'ko', phone: to }, token);
      const code = await holderCode(shop, giver);
      return post(`${path}/confirmation`, { locale: 'ko', code, by }, token);
    },
  },
  {
    door: 'a hand-over, to its holder',
    kind: 'recipient.hand_over_begun',
    ask: async ({ phone: holder, by }) => {
      const { path, token } = await aHoldersSession(holder);
      return post(path, { locale: 'ko', phone: aMobile(), by }, token);
    },
  },
  {
    door: 'a checkout',
    kind: 'account.checkout_code',
    ask: async (asked) => {
      await shop.accepted(10_000, { phone: asked.phone });
      const sale = { amount_minor: 4_000, currency: 'KRW', order_reference: 'web-1' };
      return post('/v1/checkouts', { pin: PIN, ...sale, locale: 'ko', ...asked }, WEB_SHOP_KEY);
    },
  },
  {
    door: 'signing up',
    kind: 'account.verification_code',
    ask: (asked) => post('/v1/members', { name: '김하늘', locale: 'ko', ...asked }),
  },
  {
    door: 'a member’s log-in',
    kind: 'account.verification_code',
    ask: async (asked) => {
      await aMember(asked.phone);
      return post('/v1/member-codes', { locale: 'ko', ...asked });
    },
  },
  {
    door: 'a change of phone',
    kind: 'account.verification_code',
    ask: async (asked) => post('/v1/members/me/phone-changes', asked, await aMembersSession()),
  },
];

describe.each(DOORS)('the code of $door', ({ kind, ask }) => {
  const told = async (phone: string) => ({
    texts: (await textsTo(shop.context, phone)).length,
    calls: (await callsTo(shop.context, phone)).map((call) => call.kind),
  });

  test('is texted to a mobile number', async () => {
    const phone = aMobile();
    expect(await ask({ phone })).toMatchObject({ body: { sent_by: 'text' } });
    expect(await told(phone)).toEqual({ texts: 1, calls: [] });
  });

  test('is said to a mobile number whose owner wants a call', async () => {
    const phone = aMobile();
    expect(await ask({ phone, by: 'call' })).toMatchObject({ body: { sent_by: 'call' } });
    expect(await told(phone)).toEqual({ texts: 0, calls: [kind] });
  });

  test('is said to a number that takes no texts, whatever was asked for', async () => {
    for (const by of [{}, { by: 'text' }] as const) {
      const phone = aLandline();
      expect(await ask({ phone, ...by })).toMatchObject({ body: { sent_by: 'call' } });
      expect(await told(phone)).toEqual({ texts: 0, calls: [kind] });
    }
  });
});

test('calls count against the same limit as texts', async () => {
  const phone = aMobile();
  const ask = (by: 'text' | 'call') => post('/v1/unlock-codes', { phone, locale: 'ko', by });
  for (let n = 0; n < 4; n++) expect((await ask('text')).status).toBe(202);
  expect((await ask('call')).status).toBe(202);
  for (const by of ['text', 'call'] as const) expect((await ask(by)).body.code).toBe('code_limit_reached');
});

test('a hand-over said by phone names its giver masked, and what is handed over', async () => {
  const phone = aLandline();
  const handOver = DOORS.find(({ kind }) => kind === 'recipient.hand_over');
  await handOver?.ask({ phone });
  expect(await callsTo(shop.context, phone)).toMatchObject([
    { phone, giver_name: '홍*동', left: { amount_minor: 10_000, currency: 'KRW' }, locale: 'ko' },
  ]);
});

test('a member whose old number takes no texts is told nothing of its removal, and may change it all the same', async () => {
  const old = aLandline();
  await aMember(old);
  const { request_id } = (await post('/v1/member-codes', { phone: old, locale: 'ko' })).body;
  const [{ code } = { code: '' }] = await callsTo(shop.context, old);
  const opened = await post('/v1/member-sessions', { phone: old, request_id, code });
  const token = String(opened.body.session_token);
  const phone = aMobile();
  await post('/v1/members/me/phone-changes', { phone }, token);
  const proof = { code: /\d{6}/.exec(await shop.lastText(phone))?.[0] };
  expect((await post('/v1/members/me/phone-changes/verification', proof, token)).status).toBe(200);
  expect(await textsTo(shop.context, old)).toEqual([]);
});
