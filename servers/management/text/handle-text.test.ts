import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { openText } from '../../../kit/sealed-text.ts';
import { anAcceptedGift, anOffer, doneOf, stateOf } from '../../../test/builders/gifts.ts';
import {
  aManagement,
  SHOP_MEMBER,
  SUBSCRIBER,
  type TestManagement,
} from '../../../test/builders/management.ts';
import { bookUse } from '../../../test/builders/use-notices.ts';
import { refuseOffer } from '../offers/refuse-offer.ts';
import { readOrder } from '../orders/orders.ts';
import { handleText } from './handle-text.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

/** Texts from the recipient's phone and returns the replies. */
async function write(text: string, from = '01098765432'): Promise<string[]> {
  const before = await newestId();
  await handleText(management.context, { from, text });
  const said = await sql<{ message_id: string; vars_sealed: Buffer }>`
    select message_id, vars_sealed from messages
    where kind = 'plain_text' and vars_sealed is not null and message_id > ${before}
    order by message_id`.execute(management.context.db);
  return said.rows.map(({ message_id, vars_sealed }) => {
    const vars: { text: string } = JSON.parse(openText(management.context, message_id, vars_sealed));
    return vars.text;
  });
}

async function newestId(): Promise<string> {
  const found = await sql<{ message_id: string }>`
    select message_id from messages order by message_id desc limit 1`.execute(management.context.db);
  return found.rows[0]?.message_id ?? '00000000-0000-0000-0000-000000000000';
}

test('gifts are answered by text alone, one after the other', async () => {
  expect(await write('1')).toHaveLength(1);
  const first = await anOffer(management);
  const second = await anOffer(management);
  expect(await write('수락')).toEqual([expect.stringContaining('6')]);
  expect(await write('123456')).toEqual([expect.stringContaining('다른 숫자')]);
  expect(await write('739258')).toEqual([expect.stringContaining('한 번 더')]);
  expect(await stateOf(management, first)).toBe('offered');
  await expectPinNotStored('739258');
  expect(await write('739259')).toEqual([expect.stringContaining('서로 달라요')]);
  expect(await write('739258')).toEqual([expect.stringContaining('한 번 더')]);
  // The acceptance sends its own message; the dialogue only goes on to the next gift.
  expect(await write('７３９２５８')).toEqual([expect.stringContaining('김하늘')]);
  expect(await stateOf(management, first)).toBe('accepted');
  expect(management.certificates.get(first)).toMatchObject({ pin: '739258', phone: SHOP_MEMBER.phone });
  expect(await write('잔액')).toEqual([expect.stringContaining('50,000원')]);
  await write('2');
  expect(await stateOf(management, second)).toBe('refunded');
  await expectPinNotStored('739258');
});

/** Neither in the clear nor as a hash that trying a million PINs would reverse. */
async function expectPinNotStored(pin: string): Promise<void> {
  const found = await management.context.pool.query('select d::text as row from text_dialogues d');
  const kept = JSON.stringify(found.rows);
  expect(kept).toContain('at');
  for (const encoding of ['hex', 'base64'] as const)
    expect(kept).not.toContain(createHash('sha256').update(pin).digest(encoding));
  expect(kept).not.toContain(pin);
}

test('whoever accepts a gift to a typed name is told the name first', async () => {
  const { carriers } = management.context;
  const { lookUpName } = carriers;
  carriers.lookUpName = async () => ({ kind: 'no_look_up' });
  const orderId = await anOffer(management, { phone: '+14155550123', name: 'John Smith' });
  carriers.lookUpName = lookUpName;
  expect((await write('1', '+14155550123'))[0]).toMatch(/J\*\*\* S\*\*\*\*[\s\S]*6/);
  await write('739258', '+14155550123');
  await write('739258', '+14155550123');
  expect(await stateOf(management, orderId)).toBe('accepted');
});

test('a phone whose SIM was changed is told so, and that nothing has changed', async () => {
  const { carriers } = management.context;
  const { wasSimSwapped } = carriers;
  const orderId = await anOffer(management);
  await write('1');
  await write('739258');
  carriers.wasSimSwapped = async () => true;
  expect(await write('739258')).toEqual([expect.stringContaining('유심이 최근에 바뀌었어요')]);
  carriers.wasSimSwapped = wasSimSwapped;
  expect(await stateOf(management, orderId)).toBe('offered');
  await write('739258');
  expect(await stateOf(management, orderId)).toBe('accepted');
});

test('two concurrent messages with the PIN count as first and second', async () => {
  const orderId = await anOffer(management);
  await write('1');
  await Promise.all([write('739258'), write('739258')]);
  expect(await stateOf(management, orderId)).toBe('accepted');
  expect(management.certificates.get(orderId)).toMatchObject({ pin: '739258' });
});

test('nothing is lost while the shop is down: the PIN is sent again later', async () => {
  const orderId = await anOffer(management);
  await write('1');
  await write('739258');
  management.pass(2 * MINUTE_MS);
  management.shop.goesWrong('/sealing-keys', { kind: 'not_reached' });
  expect(await write('739258')).toEqual([expect.stringContaining('몇 분 뒤')]);
  expect(await stateOf(management, orderId)).toBe('offered');
  await write('739258');
  expect(await stateOf(management, orderId)).toBe('accepted');
});

test('a language chosen by text applies at once and is remembered for this phone', async () => {
  const orderId = await anOffer(management);
  expect(await write('English')).toEqual([
    expect.stringContaining('in English'),
    expect.stringContaining('reply 1 to accept'),
  ]);
  expect(await write('1')).toEqual([expect.stringContaining('Choose a 6-digit PIN')]);
  // While choosing a PIN, a "2" may be a slip.
  expect(await write('2')).toEqual([expect.stringContaining('cannot be undone')]);
  await write('2');
  expect(await stateOf(management, orderId)).toBe('refunded');
  const next = await anOffer(management);
  expect(await localeOfFirstMessage(next)).toBe('en');
  expect(await write('한국어')).toEqual([expect.stringContaining('한국어'), expect.stringContaining('1')]);
  await write('2');
});

test('a member is texted in their account’s language until they choose another', async () => {
  const { db, clock } = management.context;
  const mobile = '+821022223333';
  await sql`
    insert into members (member_id, member_number, name, email, mobile, email_verified_at, mobile_verified_at,
      password_hash, phone_pin_hash, locale, preferred_channel, created_at)
    values (${newId()}, '1234567897', 'Park', 'park@example.com', ${mobile}, ${clock()}, ${clock()}, '', '', 'en', 'sms',
      ${clock()})`.execute(db);
  const orderId = await anOffer(management, { phone: mobile });
  expect(await localeOfFirstMessage(orderId)).toBe('en');
  await write('한국어', '01022223333');
  expect(await localeOfFirstMessage(await anOffer(management, { phone: mobile }))).toBe('ko');
  for (let gift = 0; gift < 2; gift++) await write('2', '01022223333');
});

async function localeOfFirstMessage(orderId: string): Promise<string | undefined> {
  const found = await sql<{ locale: string }>`
    select locale from messages where subject_id = ${orderId} and kind like 'recipient.%'
    order by message_id limit 1`.execute(management.context.db);
  return found.rows[0]?.locale;
}

test('a PIN that we did not ask for does not count', async () => {
  const orderId = await anOffer(management);
  expect(await write('739258')).toEqual([expect.stringContaining('김하늘')]);
  expect(await stateOf(management, orderId)).toBe('offered');
});

test('two concurrent acceptances accept the gift once', async () => {
  await write('1');
  await write('825064');
  await Promise.all([write('825064'), write('825064')]);
  const open = await sql`select 1 from orders where state = 'offered'`.execute(management.context.db);
  expect(open.rows).toHaveLength(0);
});

test('a message goes to the sender with the refusal, once the refusal is certain', async () => {
  const orderId = await anOffer(management);
  expect(await write('거절 마음만 받을게요')).toEqual([expect.stringContaining('“마음만 받을게요”')]);
  expect(await stateOf(management, orderId)).toBe('offered');
  await write('2');
  expect(await stateOf(management, orderId)).toBe('refunded');
  expect((await readOrder(management.context.db, orderId)).refusal_word).toBe('마음만 받을게요');
});

test('one can ask who sent the gift and with which message, and where to reset a forgotten PIN', async () => {
  const from = '01022223333';
  await anOffer(management, { phone: SUBSCRIBER.phone });
  expect(await write('누가 보냈어요?', from)).toEqual([expect.stringMatching(/김하늘[\s\S]*생일 축하해요/)]);
  expect(await write('비밀번호 잊어버렸어요')).toEqual([
    expect.stringContaining('/certificate/forgotten?lang=ko'),
  ]);
  expect(await write('비밀번호', from)).toEqual([expect.stringContaining('쓸 수 있는 상품권이 없어요')]);
});

test('buyers, and nobody else, can ask by text about the gifts they sent', async () => {
  expect(await write('상태', '01012345678')).toEqual([
    expect.stringMatching(/홍\*동 님, 하늘상점 50,000원: /),
  ]);
  expect(await write('상태')).toEqual([expect.stringContaining('보낸 선물이 없어요')]);
});

test('the gifts that a buyer sent are in the states that every page says', async () => {
  const used = await anAcceptedGift(management);
  const use = { order_id: used, redemption_id: newId(), amount_minor: 20_000, balance_minor: 30_000 };
  await bookUse(management, { ...use, entry_no: 2 });
  const refused = await anOffer(management);
  doneOf(await refuseOffer(management.context, refused, undefined));
  await anOffer(management);
  const [said = ''] = await write('상태', '01012345678');
  expect(said.split('\n').slice(1)).toEqual([
    expect.stringMatching(/50,000원: 수락 대기 중, .+까지$/),
    expect.stringMatching(/50,000원: 환불 완료 \(거절됨\)$/),
    expect.stringMatching(/50,000원: 일부 사용, 잔액 30,000원$/),
  ]);
});

test('a landline and an unknown foreign number get one reply a day, a short code none', async () => {
  expect(await write('1', '0212345678')).toEqual([expect.stringContaining('휴대전화')]);
  expect(await write('1', '0212345678')).toEqual([]);
  expect(await write('hello', '+12025550123')).toEqual([
    expect.stringContaining('from the phone that got our message'),
  ]);
  expect(await write('hello', '+12025550123')).toEqual([]);
  expect(await write('1', '114')).toEqual([]);
});

test('somebody who texts too much is told so once', async () => {
  const from = '01044445555';
  for (let time = 0; time < 40; time++) await handleText(management.context, { from, text: '?' });
  expect(await write('?', from)).toEqual([expect.stringContaining('2분')]);
  expect(await write('?', from)).toEqual([]);
});
