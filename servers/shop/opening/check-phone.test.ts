import { Value } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AskPhoneCheck, PHONE_CHECKS_PATH } from '../../../contracts/phone-checks.ts';
import { DAY_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { PeerStub, type StubAnswer } from '../../../test/builders/peer-stub.ts';
import { PIN, TestShop } from '../../../test/builders/shop-server.ts';

const NEW_PIN = '816305';
const REFUSE = { sim_swapped: 'refuse', recycled: 'refuse', unknown: 'allow', hours: 48 } as const;
const STRICT = { ...REFUSE, unknown: 'refuse' } as const;
const fact = (sim_swapped: boolean | null, recycled: boolean | null): StubAnswer => ({
  status: 200,
  body: { sim_swapped, recycled },
});

let management: PeerStub;
let shop: TestShop;
let phone: string;
let nextPhone = 40_000_000;

beforeAll(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
});
afterAll(async () => {
  await shop.close();
  await management.close();
});
beforeEach(async () => {
  await sql`delete from rate_limits`.execute(shop.context.db);
  management.asked.length = 0;
  management.answer = () => fact(false, false);
  Object.assign(shop.context.settings, { unlockPolicy: REFUSE, handOverPolicy: REFUSE });
  phone = `+8210${nextPhone++}`;
  await shop.accepted(50_000, { phone });
});

const checks = () => management.asked.filter(({ path }) => path === PHONE_CHECKS_PATH);

async function askCode(): Promise<{ code: string; request_id: unknown }> {
  const asked = await shop.call('POST', '/v1/unlock-codes', { body: { phone, locale: 'ko' } });
  return { code: /\d{6}/.exec(await shop.lastText(phone))?.[0] ?? '', request_id: asked.body.request_id };
}
const unlock = (proof: object, new_pin: string | undefined = NEW_PIN) =>
  shop.call('POST', '/v1/unlocks', { body: { phone, new_pin, ...proof } });

describe('a new PIN by a code', () => {
  test.each<[string, StubAnswer, string]>([
    ['whose SIM was changed', fact(true, false), 'sim_changed'],
    ['that has a new owner', fact(false, true), 'number_recycled'],
  ])('is not chosen for a phone %s, and the code stays valid', async (_what, answer, code) => {
    management.answer = () => answer;
    const proof = await askCode();
    expect((await unlock(proof)).body.code).toBe(code);
    management.answer = () => fact(false, false);
    expect(await unlock(proof)).toMatchObject({ status: 200, body: { unlocked: 1 } });
  });

  test('asks management as the contract says, since when the phone has its oldest certificate', async () => {
    const since = shop.now.toISOString();
    shop.passTime(30 * DAY_MS);
    await shop.accepted(10_000, { phone });
    await unlock(await askCode());
    expect(checks().map(({ body }) => body)).toEqual([{ phone, since, hours: 48 }]);
    expect(Value.Check(AskPhoneCheck, checks()[0]?.body)).toBe(true);
  });

  test.each<[string, StubAnswer]>([
    ['no answer', 'no_answer'],
    ['an answer nobody signed', 'answer_unsigned'],
    ['a refusal', { status: 429, body: { code: 'rate_limited' } }],
    ['an answer of another shape', { status: 200, body: { sim_swapped: 'no' } }],
    ['an operator that does not say', fact(null, null)],
  ])('after %s follows the policy for what is not known', async (_what, answer) => {
    management.answer = () => answer;
    Object.assign(shop.context.settings, { unlockPolicy: STRICT });
    const proof = await askCode();
    expect(await unlock(proof)).toMatchObject({ status: 503, body: { code: 'number_not_checked' } });
    Object.assign(shop.context.settings, { unlockPolicy: REFUSE });
    expect((await unlock(proof)).status).toBe(200);
  });

  test('is asked about only with the right code, if a PIN is chosen, and if an answer matters', async () => {
    const proof = await askCode();
    await unlock({ ...proof, code: proof.code === '000000' ? '111111' : '000000' });
    await unlock({ ...proof, new_pin: '111111' });
    await shop.call('POST', '/v1/unlocks', { body: { phone, ...proof } });
    const allowed = { sim_swapped: 'allow', recycled: 'allow', unknown: 'allow', hours: 72 };
    Object.assign(shop.context.settings, { unlockPolicy: allowed });
    expect((await unlock(await askCode())).status).toBe(200);
    expect(checks()).toEqual([]);
  });
});

describe('a hand-over', () => {
  const begin = async () => {
    const session = await shop.call('POST', '/v1/holder-sessions', { body: { phone, pin: PIN } });
    const { session_token: token } = session.body;
    const found = await sql<{ certificate_id: string }>`
      select certificate_id from certificates where phone = ${phone}`.execute(shop.context.db);
    return shop.call('POST', `/v1/holder/certificates/${found.rows[0]?.certificate_id}/hand-overs`, {
      token: String(token),
      key: newId(),
      body: { phone: '+821055556666', locale: 'ko' },
    });
  };

  test.each<[string, StubAnswer, string]>([
    ['whose SIM was changed', fact(true, false), 'sim_changed'],
    ['that has a new owner', fact(false, true), 'number_recycled'],
  ])('is not begun from a phone %s', async (_what, answer, code) => {
    management.answer = () => answer;
    expect((await begin()).body.code).toBe(code);
    management.answer = () => fact(false, false);
    expect((await begin()).status).toBe(201);
  });
});
