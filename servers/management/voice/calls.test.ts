import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { aManagement, PROVEN, SHOP_MEMBER, type TestManagement } from '../../../test/builders/management.ts';
import {
  aCallFrom,
  heardIn,
  inCall,
  MEMBER_NUMBER,
  PHONE_PIN,
  withPhonePin,
} from '../../../test/builders/phone-call.ts';
import { endCall, endLostCalls, handleInput, openInbound, resumeCall, UnknownCall } from './calls.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
  await withPhonePin(management);
});
afterAll(() => management.close());

const BUYER = '010-1234-5678';

async function newestOrder(): Promise<{
  order_id: string;
  state: string;
  amount_minor: bigint;
  shop_id: string;
}> {
  const found = await sql<{ order_id: string; state: string; amount_minor: bigint; shop_id: string }>`
    select order_id, state, amount_minor, shop_id from orders order by order_id desc limit 1`.execute(
    management.context.db,
  );
  const order = found.rows[0];
  if (order === undefined) throw new Error('Nothing was ordered.');
  return order;
}

async function ordersMade(): Promise<number> {
  const found = await sql<{ made: bigint }>`select count(*) as made from orders`.execute(
    management.context.db,
  );
  return Number(found.rows[0]?.made);
}

/** Everything stored about calls, to search for secrets. */
async function everythingStored(): Promise<string> {
  const found = await management.context.pool.query(
    'select c::text as row from voice_calls c union all select d::text from voice_dials d',
  );
  return found.rows.map(({ row }) => row).join('\n');
}

test('a gift is bought by phone alone, from choosing the language to confirming the name', async () => {
  const call = await aCallFrom(management, null);
  expect(call.heard).toContain('일 번');
  expect(call.turn.say.map(({ locale }) => locale)).toEqual(['ko', 'en']);
  expect(await call.key('1')).toContain('선물을 보내시려면 일 번');
  expect(await call.key('1')).toContain('회원번호 열 자리');
  expect(await call.key(MEMBER_NUMBER)).toContain('전화 비밀번호');
  expect(call.turn.listen).toMatchObject({ secret: true, digits_max: 6 });
  const shops = await call.key(PHONE_PIN);
  expect(shops).toContain('첫 글자는 김, 끝 글자는 늘');
  expect(await call.key('1')).toContain('금액을 원 단위로');
  expect(await call.key('50000')).toContain('비자 카드, 끝자리 사이사이, 일 번');
  expect(await call.key('1')).toContain('받는 분의 전화번호');
  expect(await call.key('01022223333')).toContain('모두 세 글자이고, 첫 글자는 박, 끝 글자는 연');
  expect(call.turn.listen?.barge_in).toBe(false);
  expect(await call.key('2')).toContain('받는 분의 전화번호');
  const readBack = await call.key('01098765432');
  expect(readBack).toContain('공일공, 구팔칠육, 오사삼이 번의 이름');
  expect(readBack).toContain('오만 원을 보내시려면 일 번');
  expect(await everythingStored()).not.toContain(PHONE_PIN);
  expect((await newestOrder()).state).toBe('awaiting_confirmation');
  expect(await call.key('1')).toContain('완료됐어요');
  expect(await newestOrder()).toMatchObject({ state: 'offered', amount_minor: 50_000n });
  expect(await call.silence()).toContain('안녕히 계세요');
  expect(call.turn.end).toBe('hang_up');
  await call.hangUp();
  const kept = await everythingStored();
  for (const said of [PHONE_PIN, SHOP_MEMBER.phone, '홍']) expect(kept).not.toContain(said);
});

test('a gift is bought in English with a suggested amount; a second one needs no second log-in', async () => {
  const call = await aCallFrom(management, null);
  await call.keys('2', '1', MEMBER_NUMBER, PHONE_PIN, '2');
  expect(call.heard).toContain('ten thousand won: one.');
  await call.keys('2', '1', '01098765432', '1');
  expect(call.heard).toContain('Haneul Store, fifty thousand won, is on its way to zero one zero');
  expect(await newestOrder()).toMatchObject({ state: 'offered', shop_id: 'haneul-mall' });
  expect(await call.keys('1', '1')).toContain('Which shop');
  expect(await call.keys('*', '4')).toContain('Pending acceptance');
  await call.hangUp();
});

test('a language chosen before, or a member’s own, is used from the start', async () => {
  const first = await aCallFrom(management, '02-555-1234');
  await first.key('2');
  await first.hangUp();
  expect((await aCallFrom(management, '02-555-1234')).heard).toContain('To send a gift, press one');
  expect((await aCallFrom(management, BUYER)).heard).toContain('선물을 보내시려면');
});

test('hanging up before confirming the name abandons the purchase, and nothing is captured', async () => {
  const call = await aCallFrom(management, BUYER);
  await call.keys('1', MEMBER_NUMBER, PHONE_PIN, '1', '2', '1', '01098765432');
  const { order_id } = await newestOrder();
  await call.hangUp();
  expect(await newestOrder()).toMatchObject({ order_id, state: 'abandoned' });
  expect(management.payments.get(order_id)?.status).toBe('voided');
});

test('a declined card, or one that needs a second step, leads back to the choice of card', async () => {
  const call = await aCallFrom(management, BUYER);
  await call.keys('1', MEMBER_NUMBER, PHONE_PIN, '1', '2');
  management.nextPayments.push({ status: 'declined' });
  expect(await call.key('1')).toContain('승인이 거절됐어요');
  management.nextPayments.push({ status: 'requires_action', action_url: 'http://bank.test/step' });
  expect(await call.key('1')).toContain('전화로 승인받지 못했어요');
  const { order_id } = await newestOrder();
  expect(management.payments.get(order_id)?.status).toBe('voided');
  expect(await call.key('1')).toContain('받는 분의 전화번호');
  await call.hangUp();
});

test('a card that the shop’s payment provider doesn’t take leads back to the choice of card', async () => {
  const call = await aCallFrom(management, BUYER);
  await call.keys('1', MEMBER_NUMBER, PHONE_PIN, '1', '2');
  const elsewhere = { kind: 'refuses', status: 422, code: 'payment_method_elsewhere' } as const;
  management.settlement.goesWrong('/v1/peer/payments', elsewhere);
  expect(await call.key('1')).toContain('이 상점에서는 쓸 수 없는 카드예요');
  expect(await newestOrder()).toMatchObject({ state: 'declined' });
  expect(await call.key('1')).toContain('받는 분의 전화번호');
  await call.hangUp();
});

test('the third wrong phone PIN ends the call', async () => {
  const call = await aCallFrom(management, null);
  await call.keys('1', '1');
  for (let time = 0; time < 2; time++)
    expect(await call.keys(MEMBER_NUMBER, '000001')).toContain('맞지 않아요');
  await call.keys(MEMBER_NUMBER, '000001');
  expect(call.turn.end).toBe('hang_up');
});

test('phone number and PIN give the balance; the third wrong PIN ends the call', async () => {
  const call = await aCallFrom(management, SHOP_MEMBER.phone);
  await call.keys('1', '3');
  expect(call.heard).toContain('공일공, 구팔칠육, 오사삼이 번의 상품권이면');
  expect(await call.key('1')).toContain('상품권 비밀번호');
  expect(await call.key('000001')).toContain('맞지 않아요');
  const told = await call.key(PROVEN.pin);
  expect(told).toContain('삼만 원 남았고 이천삼십일년 십일월 이십오일까지');
  const kept = await everythingStored();
  for (const pin of ['000001', PROVEN.pin]) expect(kept).not.toContain(pin);
  expect(JSON.stringify(management.shop.received)).not.toContain(PROVEN.pin);
  await call.keys('1', '3', '1', '000001', '000002', '000003');
  expect(call.turn.end).toBe('hang_up');
});

test('a forgotten PIN is reset with a code sent by text, which is stored sealed', async () => {
  const call = await aCallFrom(management, SHOP_MEMBER.phone);
  expect(await call.keys('5', '1', '1')).toContain('인증번호 여섯 자리를 문자로');
  await call.keys('111111', '816305', '816305');
  expect(call.heard).toContain('인증번호가 틀리거나');
  await call.keys(PROVEN.code, '816305');
  const kept = await everythingStored();
  expect(kept).toContain('code_sealed');
  for (const secret of [PROVEN.code, '816305']) expect(kept).not.toContain(secret);
  expect(await call.key('816305')).toContain('이제 새 비밀번호를 쓰시면');
});

describe('an input', () => {
  test('that is repeated changes nothing and gets the same turn', async () => {
    const call = await aCallFrom(management, BUYER);
    const menu = call.turn;
    const next = await handleInput(management.context, menu, { kind: 'digits', digits: '3' });
    expect(next.turn_no).toBe(menu.turn_no + 1);
    expect(await handleInput(management.context, menu, { kind: 'digits', digits: '3' })).toEqual(next);
    expect(await handleInput(management.context, menu, { kind: 'digits', digits: '1' })).toEqual(next);
  });

  test('handled by several processes at once makes one order', async () => {
    const call = await aCallFrom(management, BUYER);
    await call.keys('1', MEMBER_NUMBER, PHONE_PIN, '1', '2');
    const before = await ordersMade();
    const turns = await Promise.all(
      [1, 2, 3].map(() => handleInput(management.context, call.turn, { kind: 'digits', digits: '1' })),
    );
    expect(new Set(turns.map((turn) => JSON.stringify(turn))).size).toBe(1);
    expect(heardIn(turns[0] ?? call.turn)).toContain('받는 분의 전화번호');
    expect(await ordersMade()).toBe(before + 1);
    await call.hangUp();
  });

  test('whose process died is handled again under the same effect id, so there is one order', async () => {
    const external_id = newId();
    const call = await aCallFrom(management, BUYER, external_id);
    await call.keys('1', MEMBER_NUMBER, PHONE_PIN, '1', '2');
    const { call_id, turn_no } = call.turn;
    // What a process leaves that dies after calling settlement and before storing the result.
    const effectId = newId();
    const { db, clock } = management.context;
    await sql`
      update voice_calls set working_since = ${clock()}, effect_id = ${effectId} where call_id = ${call_id}`.execute(
      db,
    );
    const resumed = await resumeCall(management.context, { line: 'sandbox', external_id });
    expect(resumed).toMatchObject({ call_id, turn_no });
    expect(heardIn(resumed ?? call.turn)).toMatch(/^죄송해요, 잠시 끊겼어요.*결제하실 카드/);
    const resumedCall = inCall(management, resumed ?? call.turn);
    await resumedCall.key('1');
    expect((await newestOrder()).order_id).toBe(effectId);
    await resumedCall.hangUp();
  });

  test('that fails on our side is not lost: repeating it works', async () => {
    const call = await aCallFrom(management, BUYER);
    await call.keys('1', MEMBER_NUMBER);
    const { context } = management;
    const phonePinByOwnPhone = {
      ...context.limits.phonePinByOwnPhone,
      counter: () => {
        throw new Error('the database is down');
      },
    };
    const broken = { ...context, limits: { ...context.limits, phonePinByOwnPhone } };
    const input = { kind: 'digits', digits: PHONE_PIN } as const;
    await expect(handleInput(broken, call.turn, input)).rejects.toThrow('the database is down');
    expect(heardIn(await handleInput(context, call.turn, input))).toContain('상점을 골라');
  });

  test('for an unknown call throws', async () => {
    await expect(
      handleInput(management.context, { call_id: newId(), turn_no: 1 }, { kind: 'silence' }),
    ).rejects.toThrow(UnknownCall);
  });
});

describe('a call', () => {
  test('that is opened twice is one call and keeps its turn', async () => {
    const inbound = { line: 'sandbox', external_id: newId(), from: BUYER } as const;
    const [first, second] = await Promise.all([
      openInbound(management.context, inbound),
      openInbound(management.context, inbound),
    ]);
    expect(second).toEqual(first);
    const next = await handleInput(management.context, first, { kind: 'digits', digits: '9' });
    expect(await openInbound(management.context, inbound)).toEqual(next);
  });

  test('that has ended has nothing to say and is not resumed', async () => {
    const external_id = newId();
    const call = await aCallFrom(management, BUYER, external_id);
    await Promise.all([call.hangUp(), call.hangUp()]);
    expect(await handleInput(management.context, call.turn, { kind: 'digits', digits: '1' })).toMatchObject({
      say: [],
      end: 'hang_up',
    });
    expect(await resumeCall(management.context, { line: 'sandbox', external_id })).toBeNull();
    expect(await resumeCall(management.context, { line: 'sandbox', external_id: 'nobody' })).toBeNull();
    await endCall(management.context, newId());
  });

  test('that its line has lost is ended after a while', async () => {
    const call = await aCallFrom(management, BUYER);
    expect(await endLostCalls(management.context)).toBe(0);
    management.pass(16 * MINUTE_MS);
    expect(await endLostCalls(management.context)).toBeGreaterThan(0);
    expect(await call.key('1')).toBe('');
  });
});
