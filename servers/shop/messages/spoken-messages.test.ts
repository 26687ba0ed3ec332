import { Value } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SPOKEN_NOTICES_PATH, SpokenNotice } from '../../../contracts/spoken-notices.ts';
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { openCode } from '../../../kit/sealed-code.ts';
import { generateSealingKeyPair } from '../../../kit/sealed-pin.ts';
import type { SealingKeyRing } from '../../../kit/sealing-keys.ts';
import { type Asked, PeerStub, type StubAnswer } from '../../../test/builders/peer-stub.ts';
import { callsTo } from '../../../test/builders/shop-messages.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import { sendDueSpoken } from './spoken-messages.ts';
import { tell } from './tell.ts';

const MOBILE = '+821033334444';

let management: PeerStub;
let shop: TestShop;
let ring: SealingKeyRing;
let publicJwk: object;
/** Management's answers to a request for its keys, and to a notice. */
let keys: StubAnswer;
let answer: (asked: Asked) => StubAnswer;
let landline: string;
let nextPhone = 100_000;

beforeAll(async () => {
  management = await PeerStub.open();
  shop = await TestShop.open({ management });
  const pair = await generateSealingKeyPair('seal-m');
  ring = new Map([['seal-m', pair.privateJwk]]);
  publicJwk = pair.publicJwk;
  keys = { status: 200, body: { keys: [publicJwk] } };
  management.answer = (asked) => (asked.method === 'GET' ? keys : answer(asked));
});
afterAll(async () => {
  await shop.close();
  await management.close();
});
beforeEach(async () => {
  management.asked.length = 0;
  answer = ({ key }) => ({ status: 202, body: { notice_id: key } });
  await sql`update messages set state = 'failed', content_sealed = null where state = 'due'`.execute(
    shop.context.db,
  );
  landline = `+8227${nextPhone++}`;
});

const CODE = '482913';
const tellCode = (minutes = 10) =>
  inTransaction(shop.context.db, (tx) =>
    tell(
      shop.context,
      tx,
      { phone: landline, locale: 'ko' },
      {
        kind: 'account.unlock_code',
        code: CODE,
        expires_at: new Date(shop.now.getTime() + minutes * MINUTE_MS),
      },
    ),
  );
const tellNews = () =>
  inTransaction(shop.context.db, (tx) =>
    tell(
      shop.context,
      tx,
      { phone: landline, locale: 'en' },
      {
        kind: 'recipient.certificate_locked',
        certificate_id: newId(),
        operator: 'management',
        at: shop.now,
      },
    ),
  );
const posted = () => management.asked.filter(({ method }) => method === 'POST');
async function outcome() {
  const found = await sql<{ state: string; problem: string | null; forgotten: boolean }>`
    select state, problem, content_sealed is null as forgotten from messages where phone = ${landline}`.execute(
    shop.context.db,
  );
  return found.rows[0];
}

describe('a message to a number that takes no texts', () => {
  test('goes to the operator as its contract says, once, and is forgotten', async () => {
    await tellNews();
    expect(await sendDueSpoken(shop.context)).toBe(1);
    expect(await sendDueSpoken(shop.context)).toBe(0);
    const [notice, ...more] = posted();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ path: SPOKEN_NOTICES_PATH, body: { phone: landline, locale: 'en' } });
    expect(Value.Errors(SpokenNotice, notice?.body)).toEqual([]);
    expect(notice?.body).toMatchObject({ notice_id: notice?.key });
    expect(await outcome()).toEqual({ state: 'sent', problem: null, forgotten: true });
  });

  test('has its code sealed for the operator alone, and in clear neither on the way nor in the database', async () => {
    await tellCode();
    const found = await shop.context.pool.query("select string_agg(m::text, ' ') as dump from messages m");
    expect(found.rows[0]?.dump).not.toContain(CODE);
    expect(await sendDueSpoken(shop.context)).toBe(1);
    const body = posted()[0]?.body as { notice_id: string; sealed_code: string };
    expect(Value.Errors(SpokenNotice, body)).toEqual([]);
    expect(JSON.stringify(body)).not.toContain(CODE);
    expect(await openCode(ring, body.sealed_code, body.notice_id)).toEqual({ ok: true, value: CODE });
  });

  test('is asked for by only one of two processes', async () => {
    await tellCode();
    const other = await shop.anotherProcess();
    await Promise.all([sendDueSpoken(shop.context), sendDueSpoken(other.context)]);
    await other.close();
    expect(posted()).toHaveLength(1);
  });
});

describe('an operator', () => {
  test('that cannot be reached, or has no phone line now, is asked again with the same bytes', async () => {
    await tellCode(60);
    const answers: StubAnswer[] = [
      'no_answer',
      'answer_unsigned',
      { status: 503, body: { code: 'service_unavailable' } },
      { status: 429, body: { code: 'rate_limited' } },
      { status: 409, body: { code: 'request_in_progress' } },
      { status: 404, body: { code: 'not_found' } },
      { status: 400, body: { code: 'validation_failed' } },
      { status: 202, body: { notice_id: newId() } },
    ];
    for (const given of answers) {
      answer = () => given;
      expect(await sendDueSpoken(shop.context)).toBe(0);
      expect(await outcome()).toMatchObject({ state: 'due' });
      shop.passTime(5 * MINUTE_MS);
    }
    answer = ({ key }) => ({ status: 202, body: { notice_id: key } });
    expect(await sendDueSpoken(shop.context)).toBe(1);
    expect(posted()).toHaveLength(answers.length + 1);
    expect(new Set(posted().map(({ body, key }) => JSON.stringify([body, key]))).size).toBe(1);
  });

  test('that gives no key to seal with is asked again', async () => {
    await tellCode();
    keys = { status: 503, body: { code: 'service_unavailable' } };
    expect(await sendDueSpoken(shop.context)).toBe(0);
    expect(await outcome()).toMatchObject({ state: 'due', problem: 'operator_unavailable' });
    keys = { status: 200, body: { keys: [publicJwk] } };
    shop.passTime(MINUTE_MS);
    expect(await sendDueSpoken(shop.context)).toBe(1);
  });

  test.each(['phone_number_invalid', 'sealed_code_unreadable', 'certificate_not_found'])(
    'that refuses with %s is not asked again',
    async (code) => {
      await tellCode();
      answer = () => ({ status: 422, body: { code } });
      expect(await sendDueSpoken(shop.context)).toBe(1);
      expect(await outcome()).toEqual({ state: 'failed', problem: code, forgotten: true });
      shop.passTime(MINUTE_MS);
      expect(await sendDueSpoken(shop.context)).toBe(0);
    },
  );

  test('is asked for a code until the code expires, and for news for three days', async () => {
    await tellCode();
    shop.passTime(10 * MINUTE_MS);
    expect(await sendDueSpoken(shop.context)).toBe(1);
    expect(await outcome()).toEqual({ state: 'failed', problem: 'expired', forgotten: true });
    landline = `+8227${nextPhone++}`;
    await tellNews();
    answer = () => 'no_answer';
    shop.passTime(3 * DAY_MS - MINUTE_MS);
    expect(await sendDueSpoken(shop.context)).toBe(0);
    shop.passTime(MINUTE_MS);
    expect(await sendDueSpoken(shop.context)).toBe(1);
    expect(await outcome()).toEqual({ state: 'failed', problem: 'expired', forgotten: true });
    expect(posted()).toHaveLength(1);
  });
});

test('a mobile number is texted, or called if its owner asked for that', async () => {
  const notice = { kind: 'account.verification_code', code: CODE, expires_at: shop.now } as const;
  const told = async (to: { phone: string; by?: 'text' | 'call' }) => {
    await tell(shop.context, shop.context.db, { locale: 'ko', ...to }, notice);
    return (await callsTo(shop.context, to.phone)).length;
  };
  expect(await told({ phone: MOBILE })).toBe(0);
  expect(await told({ phone: MOBILE, by: 'text' })).toBe(0);
  expect(await told({ phone: MOBILE, by: 'call' })).toBe(1);
  expect(await told({ phone: landline, by: 'text' })).toBe(1);
});
