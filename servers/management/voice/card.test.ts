import { Writable } from 'node:stream';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { SANDBOX_VOICE_PATHS } from '../../../contracts/sandbox-voice.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { type CardPart, openCard } from '../../../kit/sealed-card.ts';
import { aDoor } from '../../../test/builders/door.ts';
import { doneOf } from '../../../test/builders/gifts.ts';
import { MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { aManagementWithPhoneLine, answerCall, LANDLINE } from '../../../test/builders/outbound-calls.ts';
import {
  aCallFrom,
  MEMBER_NUMBER,
  PHONE_PIN,
  type PhoneCall,
  withPhonePin,
} from '../../../test/builders/phone-call.ts';
import { createManagementApp } from '../app.ts';
import { searchOrders } from '../console/search-orders.ts';
import { joinByTelephone } from '../members/telephone-member.ts';

const NUMBER = '4242424242424242';
const WRONG_NUMBER = '4242424242424243';
const EXPIRY = '0931';
const CODE = '737';
const ADDED = '카드를 등록했어요';

let management: TestManagement;
beforeEach(async () => {
  management = await aManagementWithPhoneLine();
  await withPhonePin(management);
});
beforeEach(() => () => management.close());

async function withoutCards(): Promise<void> {
  await sql`update payment_methods set removed_at = created_at`.execute(management.context.db);
}

/** A member without a card has logged in to buy. */
async function aMemberWithoutCard(): Promise<PhoneCall> {
  await withoutCards();
  const call = await aCallFrom(management, null);
  await call.keys('1', '1', MEMBER_NUMBER, PHONE_PIN);
  return call;
}

/** What settlement was sent to add cards. */
function sentCards(): Record<string, string>[] {
  return management.settlement.received
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/keyed-cards'))
    .map(({ body }) => body as Record<string, string>);
}

async function opened(sent: Record<string, string>, part: CardPart): Promise<unknown> {
  const { peerSealingKeys } = management;
  const digits = await openCard(
    peerSealingKeys,
    sent[`sealed_${part}`] ?? '',
    sent.card_entry_id ?? '',
    part,
  );
  return digits.ok ? digits.value : digits.code;
}

/** A call over the line's own routes, with everything that the server logs. */
async function aLoggedCall() {
  let logged = '';
  const into = new Writable({
    write(line, _encoding, written) {
      logged += String(line);
      written();
    },
  });
  const app = await createManagementApp({ ...management.context, log: pino({ level: 'trace' }, into) });
  const door = aDoor(app, management.context.settings.sandboxVoiceSecret);
  const { calls } = SANDBOX_VOICE_PATHS;
  let { body: turn } = await door('POST', calls, { external_id: newId(), from: null });
  const send = async (input: object) => {
    const { turn_no } = turn;
    turn = (await door('POST', `${calls}/${turn.call_id}/inputs`, { turn_no, ...input })).body;
  };
  return {
    logged: () => logged,
    key: (digits: string) => send({ kind: 'digits', digits }),
    hangUp: async () => {
      await door('POST', `${calls}/${turn.call_id}/end`);
      await app.close();
    },
  };
}

/** Everything in every table, bytes in hexadecimal. */
async function everythingStored(): Promise<string> {
  const { pool } = management.context;
  const tables = await pool.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const dumps = await Promise.all(
    tables.rows.map(({ name }) =>
      pool.query(`select coalesce(json_agg(t)::text, '') as dump from "${name}" t`),
    ),
  );
  return dumps.map(({ rows }) => rows[0].dump).join('\n');
}

describe('a member without a card', () => {
  test('keys one in, hears its last four digits, and buys with it', async () => {
    const call = await aMemberWithoutCard();
    expect(call.heard).toContain('등록하신 카드가 아직 없어요');
    expect(await call.key('1')).toContain('카드 앞면의 카드번호');
    expect(call.turn.listen).toMatchObject({ secret: true, digits_max: 19, finish_on: '#' });
    expect(await call.key(NUMBER)).toContain('끝자리 사이사이 카드예요');
    expect(await call.key('1')).toContain('유효기간을 월 두 자리');
    expect(call.turn.listen).toMatchObject({ secret: true });
    expect(await call.key(EXPIRY)).toContain('보안 코드');
    expect(call.turn.listen).toMatchObject({ secret: true });
    expect(await call.key(CODE)).toContain(ADDED);
    expect(await call.keys('1', '1', '50000')).toContain('비자 카드, 끝자리 사이사이, 일 번');
    await call.keys('1', '01098765432');
    expect(await call.key('1')).toContain('완료됐어요');
    const [sent = {}, ...others] = sentCards();
    expect(others).toEqual([]);
    expect(sent.payer_reference).toBe(MEMBER_ID);
    expect(await opened(sent, 'number')).toBe(NUMBER);
    expect(await opened(sent, 'expiry')).toBe(EXPIRY);
    expect(await opened(sent, 'security_code')).toBe(CODE);
  });

  test('leaves the digits in no table and not in the log, at no turn of the call', async () => {
    await withoutCards();
    const { logged, key, hangUp } = await aLoggedCall();
    for (const keyed of ['1', '1', MEMBER_NUMBER, PHONE_PIN]) await key(keyed);
    for (const keyed of ['1', WRONG_NUMBER, NUMBER, '1', EXPIRY, CODE]) {
      await key(keyed);
      const kept = `${await everythingStored()}${logged()}`;
      for (const number of [NUMBER, WRONG_NUMBER])
        for (const form of [
          number,
          ...(['hex', 'base64'] as const).map((as) => Buffer.from(number).toString(as)),
        ])
          expect(kept).not.toContain(form);
      for (const digits of [EXPIRY, CODE, PHONE_PIN]) expect(kept).not.toContain(`"${digits}"`);
    }
    expect(await everythingStored()).toContain('"last4":"4242"');
    expect(logged()).toContain('/inputs');
    expect(sentCards()).toHaveLength(1);
    await hangUp();
    expect(await everythingStored()).not.toContain('"sealed"');
  });

  test('is asked for no security code where the acquirer wants none', async () => {
    management.keyedCards.parts = ['number', 'expiry'];
    const call = await aMemberWithoutCard();
    expect(await call.keys('1', NUMBER, '1', EXPIRY)).toContain(ADDED);
    expect(sentCards()[0]).not.toHaveProperty('sealed_security_code');
  });

  test('keys the number again when the last four are wrong: a new entry', async () => {
    const call = await aMemberWithoutCard();
    await call.keys('1', '378282246310005');
    expect(call.heard).toContain('끝자리 공공공오');
    expect(await call.key('2')).toContain('카드 앞면');
    await call.keys(NUMBER, '1', EXPIRY, CODE);
    expect(await opened(sentCards()[0] ?? {}, 'number')).toBe(NUMBER);
  });

  test('has three tries, and then nothing of the card is kept', async () => {
    const call = await aMemberWithoutCard();
    await call.key('1');
    for (let time = 0; time < 2; time++)
      expect(await call.key(WRONG_NUMBER)).toContain('카드번호가 맞지 않아요');
    expect(await call.key('1234')).toContain('언제든 다시 전화해 주세요');
    expect(call.turn.end).toBe('hang_up');
    await call.hangUp();
    expect(sentCards()).toEqual([]);
  });

  test.each([
    ['payment_declined', 402, '이 카드는 등록하지 못했어요'],
    ['payment_method_expired', 410, '유효기간이 지난 카드예요'],
    ['sealed_card_unreadable', 422, '이 카드는 등록하지 못했어요'],
  ])('may key another when settlement refuses with %s', async (code, status, why) => {
    const call = await aMemberWithoutCard();
    await call.keys('1', NUMBER, '1', EXPIRY);
    management.settlement.goesWrong('/keyed-cards', { kind: 'refuses', status, code });
    expect(await call.key(CODE)).toContain(why);
    expect(await call.keys(NUMBER, '1', EXPIRY, CODE)).toContain(ADDED);
    const [first, second] = sentCards().map(({ card_entry_id }) => card_entry_id);
    expect(first).not.toBe(second);
  });

  test.each([
    ['rate_limited', 429, '시도 횟수가 너무 많아요'],
    ['keyed_cards_not_taken', 422, '매장 단말기나 홈페이지'],
  ])('is back in the menu after %s', async (code, status, why) => {
    const call = await aMemberWithoutCard();
    await call.keys('1', NUMBER, '1', EXPIRY);
    management.settlement.goesWrong('/keyed-cards', { kind: 'refuses', status, code });
    expect(await call.key(CODE)).toContain(why);
    expect(call.heard).toContain('선물을 보내시려면 일 번');
  });

  test('whose answer was lost asks once more: one card, not two', async () => {
    const call = await aMemberWithoutCard();
    await call.keys('1', NUMBER, '1', EXPIRY);
    management.settlement.goesWrong('/keyed-cards', { kind: 'answer_lost' });
    expect(await call.key(CODE)).toContain('아직 답이 오지 않았어요');
    expect(await call.key('1')).toContain(ADDED);
    const [first, second] = sentCards();
    expect(second).toEqual(first);
    expect(management.cards.size).toBe(1);
  });
});

describe('where no cards are taken by phone', () => {
  test('a member who can use the website is texted a link, once, if they like', async () => {
    await sql`update members set password_hash = phone_pin_hash`.execute(management.context.db);
    const call = await aMemberWithoutCard();
    management.keyedCards.taken = false;
    expect(await call.key('1')).toContain('홈페이지 주소를 문자로 받으시려면 일 번');
    expect(await call.key('1')).toContain('문자로 보내 드렸어요');
    const texts = await sql`select address from messages where kind = 'plain_text'`.execute(
      management.context.db,
    );
    expect(texts.rows).toEqual([{ address: '+821012345678' }]);
  });

  test('a member by telephone is told where else; and so when settlement does not answer', async () => {
    const { context } = management;
    const joining = { phone: '+821022223333', name: '박서연', phone_pin: PHONE_PIN, locale: 'ko' as const };
    const { member_number } = doneOf(await joinByTelephone(context, newId(), joining));
    const call = await aCallFrom(management, null);
    await call.keys('1', '1', member_number, PHONE_PIN);
    management.keyedCards.taken = false;
    expect(await call.key('1')).toContain('매장 단말기나 홈페이지');
    expect(call.heard).not.toContain('문자로 받으시려면');
    expect(await call.key('1')).toContain('안내해 드린 번호가 아니에요');
    management.settlement.goesWrong('/keyed-cards', { kind: 'not_reached' });
    expect(await call.keys('*', '1', '1')).toContain('매장 단말기나 홈페이지');
  });
});

test('a member with a card adds another while buying, and pays with it', async () => {
  const call = await aCallFrom(management, null);
  await call.keys('1', '1', MEMBER_NUMBER, PHONE_PIN, '1', '50000');
  expect(call.heard).toContain('다른 카드를 등록하시려면 팔 번');
  await call.keys('8', NUMBER, '1', EXPIRY, CODE);
  expect(call.heard).toContain(ADDED);
  expect(await call.key('1')).toContain('이 번');
  expect(await call.key('1')).toContain('받는 분의 전화번호');
  const found = await sql<{ payment_method_id: string }>`select payment_method_id from orders`.execute(
    management.context.db,
  );
  expect(found.rows[0]?.payment_method_id).toBe([...management.cards.values()][0]?.payment_method_id);
});

test('somebody with nothing but a landline joins, adds a card and buys, in one call', async () => {
  const caller = await aCallFrom(management, LANDLINE);
  await caller.keys('1', '6', '1');
  await caller.hangUp();
  management.pass(10_000);
  const call = await answerCall(management);
  await call.keys('1', '1', '739258', '739258');
  expect(call.heard).toContain('가입하셨어요');
  expect(await call.keys('1', '1')).toContain('등록하신 카드가 아직 없어요');
  expect(await call.keys('1', NUMBER, '1', EXPIRY, CODE)).toContain(ADDED);
  expect(await call.keys('1', '1', '50000', '1', '01098765432')).toContain('오사삼이 번의 이름');
  expect(await call.key('1')).toContain('완료됐어요');
  const sold = await sql<{ state: string; name: string; landline: string | null }>`
    select o.state, m.name, m.landline from orders o join members m using (member_id)`.execute(
    management.context.db,
  );
  expect(sold.rows).toEqual([{ state: 'offered', name: '이순자', landline: LANDLINE }]);
  expect(await searchOrders(management.context, { query: '02-555-1234' }, { limit: 50 })).toMatchObject([
    { buyer: '이*자' },
  ]);
  await call.hangUp();
  const told = await sql`select kind, channel, address from messages where address = ${LANDLINE}`.execute(
    management.context.db,
  );
  expect(told.rows).toEqual([{ kind: 'buyer.purchase_complete', channel: 'voice', address: LANDLINE }]);
});
