import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { sealProof } from '../../kit/sealed-pin.ts';
import { conservation } from '../../servers/shop/books/conservation.ts';
import type { Said } from '../builders/door.ts';
import { holderCode } from '../builders/hand-overs.ts';
import { WEB_SHOP_KEY } from '../builders/shop-context.ts';
import { PIN, type Reply, TestShop, type TestTerminal } from '../builders/shop-server.ts';
import { type Crashes, crashesOf } from './crashing-pool.ts';
import { crashAtEveryStatement, raceBothWays, type Send, type Verb } from './every-statement.ts';

const CERTIFICATES = '/v1/peer/certificates';
let shop: TestShop;
let terminal: TestTerminal;
let crashes: Crashes;
let nextPhone = 60_000_000;
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
  crashes = crashesOf(shop.context.pool);
});
afterAll(async () => {
  const books = await conservation(shop.context.db);
  await crashes.close();
  await shop.close();
  expect(books.map(({ differences }) => differences)).toEqual([[]]);
});

const said = ({ status, body, raw }: Reply): Said => ({ status, body, text: raw });
const asPeer =
  (path: string, body: object): Send =>
  async (key) =>
    said(await shop.peer('POST', path, body, key));
const atTill =
  (url: string, body: object): Send =>
  async (key) =>
    said(await shop.call('POST', url, { token: terminal.token, body, key }));
const inWebShop =
  (url: string, body: object): Send =>
  async (key) =>
    said(await shop.call('POST', url, { token: WEB_SHOP_KEY, body, key }));

/** A certificate for a new phone, opened at the till. */
async function opened() {
  nextPhone += 1;
  const phone = `+8210${nextPhone}`;
  const { certificate_id } = await shop.accepted(20_000, { phone });
  return { phone, certificate_id, verification_token: await shop.opened(terminal, { phone }) };
}
async function sale() {
  const { certificate_id, verification_token } = await opened();
  return { verification_token, sale_reference: 'till-1', lines: [{ certificate_id, amount_minor: 12_000 }] };
}
async function held(): Promise<string> {
  const { certificate_id, verification_token } = await opened();
  const body = { verification_token, certificate_id, amount_minor: 12_000, sale_reference: 'till-1' };
  return String((await atTill('/v1/holds', body)(newId())).body.hold_id);
}
/** For an amount that needs two certificates. */
async function checkout() {
  const { phone } = await opened();
  await shop.accepted(10_000, { phone });
  const order = { amount_minor: 25_000, currency: 'KRW', order_reference: 'web-1', locale: 'ko' };
  return { phone, body: { phone, pin: PIN, ...order } };
}

/** All requests here come from one address, more than the limits allow. */
const forgetLimits = () => sql`delete from rate_limits`.execute(shop.context.db);

/** A holder's session with a new certificate, and somebody else's phone. */
async function holder() {
  await forgetLimits();
  const { phone, certificate_id } = await opened();
  const session = await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin: PIN } });
  const token = String(session.body.session_token);
  nextPhone += 1;
  const other = `+8210${nextPhone}`;
  const path = `/v1/holder/certificates/${certificate_id}`;
  const ask =
    (rest: string, body?: object): Send =>
    async (key) =>
      said(await shop.call('POST', `${path}/${rest}`, { token, body, key }));
  const begin = ask('hand-overs', { phone: other, locale: 'ko' });
  /** Once it was begun, by the code that the holder was told. */
  const confirm = async () =>
    ask('hand-overs/confirmation', { code: await holderCode(shop, phone), locale: 'ko' });
  const handOver = async () => {
    await begin(newId());
    await (await confirm())(newId());
  };
  return { phone, other, begin, confirm, handOver };
}
async function registration() {
  await forgetLimits();
  nextPhone += 1;
  return { name: '김하늘', phone: `+8210${nextPhone}`, locale: 'ko' };
}
const codeTo = async (phone: string) => /(?<!\d)\d{6}(?!\d)/.exec(await shop.lastText(phone))?.[0] ?? '';
const byAnybody =
  (url: string, body: object): Send =>
  async (key) =>
    said(await shop.call('POST', url, { body, key }));

/** A certificate that is frozen, by its address. */
async function frozen(): Promise<string> {
  const { certificate_id } = await opened();
  const url = `${CERTIFICATES}/${certificate_id}`;
  await asPeer(`${url}/freeze`, { reason: 'payment_disputed' })(newId());
  return url;
}

const VERBS: Verb[] = [
  { name: 'register', prepare: async () => asPeer(CERTIFICATES, shop.registration(20_000)) },
  {
    name: 'accept',
    async prepare() {
      const certificate = await shop.registered(20_000);
      const sealed_pin = await shop.seal(certificate);
      return asPeer(`${CERTIFICATES}/${certificate.certificate_id}/acceptance`, { sealed_pin });
    },
  },
  {
    name: 'cancel',
    async prepare() {
      const { certificate_id } = await shop.registered(20_000);
      return asPeer(`${CERTIFICATES}/${certificate_id}/cancellation`, { reason: 'refused' });
    },
  },
  {
    name: 'freeze',
    async prepare() {
      const { certificate_id } = await opened();
      return asPeer(`${CERTIFICATES}/${certificate_id}/freeze`, { reason: 'payment_disputed' });
    },
  },
  {
    name: 'unfreeze',
    async prepare() {
      const url = await frozen();
      return asPeer(`${url}/unfreezing`, {});
    },
  },
  {
    name: 'charge back',
    async prepare() {
      const url = await frozen();
      return asPeer(`${url}/charge-back`, { uncovered_minor: 50_000 });
    },
  },
  { name: 'redeem', prepare: async () => atTill('/v1/redemptions', await sale()) },
  {
    name: 'reverse',
    async prepare() {
      const used = await atTill('/v1/redemptions', await sale())(newId());
      const [line] = used.body.lines as { redemption_id: string }[];
      await shop.signIn(terminal);
      return atTill(`/v1/redemptions/${line?.redemption_id}/reversal`, {});
    },
  },
  {
    name: 'hold',
    async prepare() {
      const { certificate_id, verification_token } = await opened();
      return atTill('/v1/holds', {
        verification_token,
        certificate_id,
        amount_minor: 12_000,
        sale_reference: 'till-1',
      });
    },
  },
  { name: 'confirm a hold', prepare: async () => atTill(`/v1/holds/${await held()}/confirmation`, {}) },
  {
    name: 'release a hold',
    async prepare() {
      const url = `/v1/holds/${await held()}/release`;
      return async (key) => said(await shop.call('POST', url, { token: terminal.token, key }));
    },
  },
  {
    name: 'begin a checkout',
    prepare: async () => inWebShop('/v1/checkouts', (await checkout()).body),
    expireClaim: () => shop.passTime(31_000),
  },
  {
    name: 'confirm a checkout',
    async prepare() {
      const { phone, body } = await checkout();
      const begun = await inWebShop('/v1/checkouts', body)(newId());
      const code = /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '';
      return inWebShop(`/v1/checkouts/${String(begun.body.checkout_id)}/confirmation`, { code });
    },
  },
  {
    name: 'confirm a hand-over',
    async prepare() {
      const { begin, confirm } = await holder();
      await begin(newId());
      return confirm();
    },
  },
  {
    name: 'accept a hand-over',
    async prepare() {
      const { other, handOver } = await holder();
      await handOver();
      const body = { phone: other, code: await codeTo(other), name: '이바다', new_pin: '615804' };
      return byAnybody('/v1/hand-overs/acceptance', body);
    },
  },
  {
    name: 'accept a hand-over for a caller',
    async prepare() {
      const { other: phone, handOver } = await holder();
      await handOver();
      const proof_id = newId();
      const keyed = { proof_id, phone, pin: '615804', code: await codeTo(phone) };
      const sealed_proof = await sealProof(shop.sealing, keyed);
      const body = { proof_id, caller: 'caller_0123456789', sealed_proof, name: '이바다' };
      return asPeer('/v1/peer/hand-over-acceptances', body);
    },
  },
  {
    name: 'verify a member',
    async prepare() {
      const person = await registration();
      const begun = await byAnybody('/v1/members', person)(newId());
      const code = await codeTo(person.phone);
      return byAnybody(`/v1/members/${String(begun.body.registration_id)}/verification`, { code });
    },
  },
];
/** Sent twice with two keys, these are two requests, of which the later counts. */
const REPLACED: Verb[] = [
  {
    name: 'hand over',
    prepare: async () => (await holder()).begin,
  },
  {
    name: 'hand over for a caller',
    async prepare() {
      const { phone, other: to_phone } = await holder();
      const proof_id = newId();
      const sealed_proof = await sealProof(shop.sealing, { proof_id, phone, pin: PIN });
      const body = { proof_id, caller: 'caller_0123456789', sealed_proof, to_phone, locale: 'ko' };
      return asPeer('/v1/peer/hand-overs', body);
    },
  },
  { name: 'register as a member', prepare: async () => byAnybody('/v1/members', await registration()) },
];

describe.each([...VERBS, ...REPLACED])('$name', (verb) => {
  test('is done in full or not at all when the process dies after any statement, and once by the retry', async () => {
    const { nothing, something } = await crashAtEveryStatement(crashes, verb);
    expect(something).toBeGreaterThan(0);
    // Where all is one statement, nobody dies before its effect and after its first statement.
    if (something > 1) expect(nothing).toBeGreaterThan(0);
  });
});

describe.each(VERBS)('$name', (verb) => {
  test('has one effect when it is sent twice at once, with one key and with two', async () => {
    await raceBothWays(crashes, verb);
  });
});
